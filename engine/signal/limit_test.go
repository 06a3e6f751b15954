package signal_test

import (
	"testing"

	"rebound/engine/diary"
	"rebound/engine/rule"
	"rebound/engine/signal"
)

// What is drawn as the limit is where the state changes: a window at it is adverse, one
// short of it is in range.
func TestLimitIsWhereTheStateChanges(t *testing.T) {
	literal := rule.Default()
	literal.SleepLiteral = 1
	for name, c := range map[string]struct {
		kind   diary.Kind
		normal float64
		rules  rule.Settings
		want   float64
		inside float64 // what lies a step towards the normal
	}{
		"resting HR":           {diary.RestingHR, 50, rule.Default(), 51.5, -0.01},
		"sleep":                {diary.Sleep, 470, rule.Default(), 420, 1},
		"sleep, a short habit": {diary.Sleep, 430, rule.Default(), 400, 1},
		"sleep, very short":    {diary.Sleep, 380, rule.Default(), 360, 1},
		"sleep by the letter":  {diary.Sleep, 430, literal, 420, 1},
	} {
		r := c.rules
		at := state(&r, c.kind, c.normal, c.normal).Limit(&r)
		if at != c.want {
			t.Errorf("%s: the limit is %g, want %g", name, at, c.want)
		}
		if s := state(&r, c.kind, at+c.inside, c.normal); s.Name != signal.InRange {
			t.Errorf("%s: %g is %v", name, at+c.inside, s.Name)
		}
		if s := state(&r, c.kind, at-c.inside, c.normal); s.Name != signal.Adverse {
			t.Errorf("%s: %g is %v", name, at-c.inside, s.Name)
		}
	}
	r := rule.Default()
	s := state(&r, diary.HRV, 50, 60)
	if got := s.Limit(&r); got != s.Baseline.Low {
		t.Errorf("HRV is out at %g, and its range ends at %g", got, s.Baseline.Low)
	}
}
