package words

import (
	"testing"

	"rebound/engine"
	"rebound/engine/diary"
	"rebound/engine/rule"
	"rebound/engine/signal"
	"rebound/engine/verdict"
)

// A lone signal is asked after, and what to do follows as a sentence of its own: on the
// day of a race nothing but what is not known.
func TestAskedAfter(t *testing.T) {
	const asks = "Resting heart rate has been above your normal range for 8 days. Could it be illness, heat, alcohol or stress?"
	for name, c := range map[string]struct {
		race  bool
		sleep signal.Name
		want  string
	}{
		"all known":       {false, signal.InRange, " Train as planned."},
		"sleep not known": {false, signal.Unknown, " Sleep is not known: train as planned."},
		"race":            {true, signal.InRange, ""},
		"race, sleep not": {true, signal.Unknown, " Sleep is not known."},
	} {
		r := engine.Report{Date: march(9), Reasons: []verdict.Reason{{Code: verdict.SignalStays, Kind: diary.RestingHR, Days: 8}}}
		if c.race {
			r.Race.Date = march(9)
		}
		for k, state := range map[diary.Kind]signal.Name{diary.HRV: signal.InRange, diary.RestingHR: signal.Adverse, diary.Sleep: c.sleep} {
			r.Signals[k] = signal.State{Kind: k, Name: state, DaysOut: 8}
		}
		if got := progress(r, rule.Default()); got != asks+c.want {
			t.Errorf("%s: %q, want %q", name, got, asks+c.want)
		}
	}
}
