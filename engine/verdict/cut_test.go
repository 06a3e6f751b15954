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
