package verdict

import (
	"testing"

	"rebound/engine/diary"
	"rebound/engine/rule"
	"rebound/engine/signal"
)

// Signals have come back between two cuts when two of them at least are known and
// none is out: one that is in range says nothing of the two that are missing.
func TestSignalsCameBack(t *testing.T) {
	r := rule.Default()
	seen := func(known, out int) (d signal.Day) {
		for k := range d {
			switch {
			case k < out:
				d[k].Name = signal.Adverse
			case k < known:
				d[k].Name = signal.InRange
			}
		}
		return d
	}
	for name, c := range map[string]struct {
		between signal.Day
		stuck   bool
	}{
		"none known":             {seen(0, 0), true},
		"one known, in range":    {seen(1, 0), true},
		"two known, in range":    {seen(2, 0), false},
		"all known, in range":    {seen(3, 0), false},
		"all known, one out":     {seen(3, 1), true},
		"two known, both adrift": {seen(2, 2), true},
	} {
		var cuts Cuts
		for i := range diary.Date(18) {
			d := day(2)
			if i == 9 {
				d = c.between
			}
			cuts = cuts.Next(i, d, &r)
		}
		if cuts.Last.Fired != 16 || cuts.Before.Fired != 2 || cuts.Stuck != c.stuck {
			t.Errorf("%s: %+v, want stuck %v", name, cuts, c.stuck)
		}
	}
}

// A first cut has nothing to be compared with.
func TestFirstCutIsNotStuck(t *testing.T) {
	r := rule.Default()
	var cuts Cuts
	for i := range diary.Date(9) {
		cuts = cuts.Next(i, day(2), &r)
		if cuts.Stuck || cuts.InForce(i) != (i >= 2 && i <= 8) {
			t.Errorf("day %d: %+v", i, cuts)
		}
	}
}

// Inside a deload the deeper of the two scalings holds, not both.
func TestCutInsideADeload(t *testing.T) {
	for scale, want := range map[float64]float64{0.7: 1, 0.5: 1, 0.4: 0.8} {
		r := rule.Default()
		f := Facts{Date: 100, Rules: &r, Cuts: Cuts{Last: Cut{Fired: 100, Until: 106, Scale: scale}}, Planned: Planned{Light: [7]float64{0.5}}}
		week := Adjust(&f, logged(r, nil), CutWeek, planned(Session{Kind: Easy, Minutes: 100}, Session{Kind: Easy, Minutes: 100}))
		if got := week[0].After.Minutes / 100; got < want-1e-9 || got > want+1e-9 || week[1].After.Minutes != 100*scale {
			t.Errorf("a cut to %g: %g of what the deload left, want %g: %+v", scale, got, want, week[1])
		}
	}
}
