package verdict

import (
	"rebound/engine/diary"
	"rebound/engine/rule"
	"rebound/engine/signal"
)

// Cut is one week cut: it fired on a date and is in force until Until,
// that day included. The zero Cut never fired.
type Cut struct {
	Fired, Until diary.Date
	Scale        float64           // of volume that stays
	All          bool              // all three signals were out on the day it fired
	Out          [diary.Kinds]bool // which were
	CheckIn      bool              // the check-in was adverse too, which makes it as deep
}

// Cuts follows the week cut from day to day, from the first day of the diary:
// whether one is in force depends on when the last one fired.
type Cuts struct {
	Last     Cut
	Before   Cut  // the cut before the last
	Run      int  // days running on which enough signals drifted together
	Returned bool // since the last cut fired, there was a day with the signals back in range
	Stuck    bool // they never came back between the last two cuts
}

// InForce reports whether the last cut holds on t.
func (c Cuts) InForce(t diary.Date) bool {
	return c.Last.Scale > 0 && t >= c.Last.Fired && t <= c.Last.Until
}

// Next is the state after day t, the day after the one c stands for. Two or
// more signals adverse on the same day, three days running, fire a cut; it
// cannot fire again until 14 days after it fired. The signals need not be the
// same ones each day, and what is unknown counts for nothing.
func (c Cuts) Next(t diary.Date, d signal.Day, r *rule.Settings) Cuts {
	known, out, cut := d.Counts()
	if cut >= int(r.CutSignals) {
		c.Run++
	} else {
		c.Run = 0
	}
	if known >= 2 && out == 0 {
		c.Returned = true
	}
	ready := c.Last.Scale == 0 || t >= c.Last.Fired+diary.Date(r.CutRefractor)
	if c.Run < int(r.CutRun) || !ready {
		return c
	}
	fired := Cut{Fired: t, Until: t + diary.Date(r.CutLength) - 1, Scale: r.CutScale, All: cut == diary.Kinds}
	for k, s := range d {
		fired.Out[k] = s.Cut
	}
	if fired.All {
		fired.Scale = r.CutDeepScale
	}
	c.Stuck = c.Last.Scale > 0 && !c.Returned
	c.Before, c.Last, c.Returned = c.Last, fired, false
	return c
}
