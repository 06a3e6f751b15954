package inbox

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"rebound/app/wire"
)

// What would be read has a column for what is in it alone; a day without it has a dash.
func TestTrialRows(t *testing.T) {
	got := trialRows(&wire.Trial{
		Days: 2, Count: map[string]int{"rmssd": 1, "asleep": 2},
		Rows: []wire.TrialDay{{Date: 20_800, Asleep: 432}, {Date: 20_801, RMSSD: 51.5, Asleep: 450}},
	})
	if diff := cmp.Diff([]string{"Date", "RMSSD", "Slept"}, got.Head); diff != "" {
		t.Errorf("the head: %s", diff)
	}
	want := [][]string{{"13 December 2026", "–", "7:12"}, {"14 December 2026", "51.5", "7:30"}}
	if diff := cmp.Diff(want, got.Body); diff != "" {
		t.Errorf("the rows: %s", diff)
	}
}

// Which kind of HRV a column has is asked until it is said, and the rest of the doubts
// as long as the table is.
func TestAsking(t *testing.T) {
	table := &wire.Table{Header: []string{"A", "B", "C"}, Doubts: []wire.TableDoubt{{Code: "hrv_kind", Column: 0}, {Code: "sleep_unit", Column: 1}}}
	for _, c := range []struct {
		column int
		means  string
		want   string
	}{
		{0, "", doubts["hrv_kind"]}, {0, "sdnn", ""},
		{1, "", doubts["sleep_unit"]}, {1, "asleep", doubts["sleep_unit"]},
		{2, "", ""},
	} {
		if got := asking(table, c.column, wire.Column{Means: c.means}); got != c.want {
			t.Errorf("column %d as %q: %q, want %q", c.column, c.means, got, c.want)
		}
	}
}
