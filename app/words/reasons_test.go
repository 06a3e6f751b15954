package words

import (
	"strings"
	"testing"

	"rebound/engine"
	"rebound/engine/diary"
	"rebound/engine/rule"
	"rebound/engine/verdict"
)

// Where no run is known, no week was cut; and one tagged day counts for less, two count.
func TestReasonsByWhatIsKnown(t *testing.T) {
	cut, tagged := verdict.Reason{Code: verdict.TwoOfThree, Date: march(2), Days: 3, Value: 2, Limit: 2}, verdict.Reason{Code: verdict.TaggedDays, Days: 2}
	one := tagged
	one.Days = 1
	for _, c := range []struct {
		ran  bool
		why  verdict.Reason
		want string
	}{
		{true, cut, "so on Monday 2 March the next 7 days were cut to 70% of your usual and hard sessions became easy ones. This is day 3."},
		{false, cut, "so on Monday 2 March a lighter week began: run less than usual, and nothing hard. This is day 3."},
		{true, tagged, "2 days in the last seven days as out of the ordinary, so they count for less."},
		{true, one, "1 day in the last seven days as out of the ordinary, so it counts for less."},
	} {
		r := engine.Report{Date: march(4), RunSeen: c.ran}
		r.Cuts.Last.Scale = 0.7
		if got, _, _ := reason(r, c.why, rule.Default(), Options{}); !strings.Contains(got, c.want) {
			t.Errorf("%s", got)
		}
	}
}

// A signal of a day before its first reading is not missing from the files: they begin later.
func TestSignalBeforeItsFirstReading(t *testing.T) {
	r := engine.Report{Date: march(4)}
	r.First[diary.HRV] = march(9)
	for kind, want := range map[diary.Kind]string{
		diary.HRV:   "HRV is not known: this day is before your first reading of it, on 9 March 2026.",
		diary.Sleep: "Sleep is not known: none of your files has it.",
	} {
		if got, _, _ := signalReason(r, verdict.Reason{Kind: kind}, rule.Default()); got != want {
			t.Errorf("%s", got)
		}
	}
}

// While the normal range is learned, a morning whose numbers are in asks for no files.
func TestLearningNext(t *testing.T) {
	for day, first := range map[int]string{4: "Keep the numbers coming", 1: "Add your newest files"} {
		r := engine.Report{Date: march(4), Action: verdict.Progress, Level: verdict.LevelUnknown}
		r.Newest[diary.HRV].Date = march(day)
		if got := next(r, rule.Default()); !strings.HasPrefix(got, first) {
			t.Errorf("newest of %d March: %s", day, got)
		}
	}
}

// Beside its field in Settings an unknown maximum points to the fields there; everywhere
// else it says where they are.
func TestMaxHRWhereItIsSet(t *testing.T) {
	e := engine.New(diary.Build(nil, nil), rule.Default())
	here, elsewhere := MaxHR(e, march(4)), maxHR(e.History().Max(march(4)))
	if strings.Contains(here, "in Settings") || !strings.Contains(here, "your age below") || !strings.HasSuffix(elsewhere, "in Settings.") {
		t.Errorf("%q, elsewhere %q", here, elsewhere)
	}
}
