package load

import (
	"slices"
	"testing"

	"rebound/engine/diary"
)

// Riding on is no loss of fitness; a stroll, the gym and a pause of both are.
func TestAerobic(t *testing.T) {
	every := func(list []diary.Activity, sport diary.Sport, from, to, step diary.Date, minutes int) []diary.Activity {
		for d := from; d <= to; d += step {
			a := run(d, minutes, 0, 3)
			a.Sport = sport
			list = append(list, a)
		}
		return list
	}
	runs := slices.Clip(every(nil, diary.Running, 58, 100, 2, 60))
	for name, c := range map[string]struct {
		list   []diary.Activity
		weekly float64
		before float64
		held   bool
	}{
		"a cyclist who ran once":   {every(every(nil, "cycling", 59, 135, 2, 120), diary.Running, 100, 100, 1, 30), 7 * 120.0 * 18 / 35, 7 * (120.0*21 + 30) / 42, true},
		"a runner who swims on":    {every(runs, "swimming", 101, 135, 2, 45), 7 * 45.0 * 18 / 35, 7 * 60.0 * 21 / 42, true},
		"who swims a little":       {every(runs, "swimming", 101, 135, 7, 30), 30, 210, false},
		"who walks, and lifts":     {every(every(runs, "walking", 101, 135, 1, 60), "training", 101, 135, 1, 60), 0, 210, false},
		"who rests":                {runs, 0, 210, false},
		"who did not run before":   {every(nil, "cycling", 101, 135, 5, 60), 84, 0, true},
		"of whom nothing is known": {nil, 0, 0, false},
	} {
		got := withMax(c.list...).Aerobic(100, 135)
		near(t, name+": minutes a week", got.Weekly, c.weekly, 1e-6)
		near(t, name+": before", got.Before, c.before, 1e-6)
		if got.Held != c.held {
			t.Errorf("%s: %+v", name, got)
		}
	}
	if got := withMax(runs...).Aerobic(100, 100); got != (Aerobic{}) {
		t.Errorf("no pause: %+v", got)
	}
}
