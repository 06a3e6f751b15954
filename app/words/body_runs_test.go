package words

import (
	"strings"
	"testing"

	"rebound/engine/coach"
	"rebound/engine/diary"
	"rebound/engine/load"
)

// What was expected of a run is one whole number wherever it is said, and how much
// harder the run was is its distance from that.
func TestExpectedEffortIsRoundedOnce(t *testing.T) {
	for _, c := range []struct {
		expected float64
		number   float64
		says     string
	}{
		{3.46, 3, "4 harder than expected. At this heart rate a run should feel like about 3 of 10"},
		{3.5, 4, "3 harder than expected. At this heart rate a run should feel like about 4 of 10"},
		{2.5, 3, "4 harder than expected. At this heart rate a run should feel like about 3 of 10"},
	} {
		x := &coach.Effort{Session: load.Session{Effort: 7, Rated: true}, Expected: load.Expected{RPE: c.expected}, Known: true, Harder: true}
		got := runSaid(x, Options{})
		if got.Expected == nil || *got.Expected != c.number || !strings.HasPrefix(got.Note, c.says) {
			t.Errorf("with %.2f expected: %v, %q", c.expected, got.Expected, got.Note)
		}
	}
}

// A reported run is listed in the runner's own unit.
func TestReportedRunInMiles(t *testing.T) {
	run := diary.Run{Minutes: 45, Km: 8, RPE: diary.Unsaid, Pain: diary.Unsaid}
	for miles, want := range map[bool]string{false: "Run without a file, 45 min, 8.0 km.", true: "Run without a file, 45 min, 5.0 mi."} {
		if got := (Options{Miles: miles}).runReported(&run); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}

// A report that gave way to a file of quite another length is said beside the run.
func TestReportUnlikeItsFile(t *testing.T) {
	for want, said := range map[string]load.Said{
		"You logged 42.2 km, 4 h for this run; now its file counts instead.": {Minutes: 240, Km: 42.2},
		"You logged 42.2 km for this run; now its file counts instead.":      {Km: 42.2},
		"": {},
	} {
		x := &coach.Effort{Session: load.Session{Said: said}}
		if got := runSaid(x, Options{}).Note; !strings.Contains(got, want) || (want == "") != (got == "") {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// What is under a limit is never written as the limit.
func TestUnder(t *testing.T) {
	for minutes, want := range map[float64]string{419.7: "just under 7 h", 400: "6 h 40 min"} {
		if got := under(minutes, 420); got != want {
			t.Errorf("%v: %s, want %s", minutes, got, want)
		}
	}
}
