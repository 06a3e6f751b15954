package body

import (
	"math"

	"rebound/engine/diary"
	"rebound/engine/rule"
)

// checkDays is the days that a check-in is read over: today and the two before.
const checkDays = 3

// CheckState is the channel C of the check-in.
type CheckState uint8

const (
	CheckUnknown CheckState = iota
	CheckInRange
	CheckAdverse
)

// String is the name used in JSON.
func (c CheckState) String() string {
	return [...]string{"unknown", "in_range", "adverse"}[c]
}

// Check is the check-in of the last three days against the runner's own, and what of
// it has held for weeks.
type Check struct {
	State   CheckState
	BadDays int                // of the three, with check_signs signs or more
	Present [diary.Signs]bool  // on any of the three days
	Entries int                // check-ins in the three days that answer enough
	Index   float64            // mean of all items over the three days, 0 to 4
	Usual   float64            // own mean of the good days before; with Behind 0 not known
	SD      float64            // with the floor
	Behind  int                // check-ins behind Usual
	Drifted bool               // the index is check_sd SDs or more worse than Usual
	Latest  diary.Date         // of the last check-in of the three days; 0 for none
	Scores  [diary.Signs]uint8 // of the latest, Unsaid where not given

	Lasting   [diary.Signs]Lasting // zero for a sign that is not persistent
	PoorSleep int                  // days of the last seven on which sleep was rated sleep_poor or less
}

// BySigns reports whether the signs alone make the channel adverse: enough bad days.
func (c Check) BySigns(r *rule.Settings) bool { return c.BadDays >= int(r.CheckDays) }

// Signs is how many of the five signs are present.
func (c Check) Signs() int {
	n := 0
	for _, p := range c.Present {
		if p {
			n++
		}
	}
	return n
}

const indexItems = 4 // ours

// newer is a set of the two items that the index did not always have, a bit each: 1
// how ready, 2 how slept. They are compared only where both sides answer them.
type newer uint8

// reversed is the two, turned so that more is worse, as in the others.
func reversed(c *diary.CheckIn) (out [2]diary.Score) {
	for i, s := range [2]diary.Score{c.Ready, c.SleepQuality} {
		out[i] = diary.Unsaid
		if s.Said() {
			out[i] = diary.MaxSign - s
		}
	}
	return out
}

// index is the mean of what was answered of the nine items, and of the newer ones
// that are asked for; fewer than indexItems answers of the nine make none, so that
// two answers are not compared with nine.
func index(c *diary.CheckIn, also newer) (v float64, ok bool) {
	sum, n := 0, 0
	for _, s := range c.Items() {
		if s.Said() {
			sum, n = sum+int(s), n+1
		}
	}
	if n < indexItems {
		return 0, false
	}
	for i, s := range reversed(c) {
		if s.Said() && also&(1<<i) != 0 {
			sum, n = sum+int(s), n+1
		}
	}
	return float64(sum) / float64(n), true
}

// Index is how bad a check-in was, the mean of what was answered of the nine items, 0 to 4;
// ok is false where that is too little.
func Index(c *diary.CheckIn) (v float64, ok bool) { return index(c, 0) }

// own is what is usual of the index, and what it rests on.
type own struct {
	mean, sd float64 // with the floor
	behind   int     // check-ins; 0: not known
}

// compare sets the index of the last days against the own mean.
func (c *Checks) compare(out *Check, recent, usual []*diary.CheckIn) {
	r := c.rules
	also := newer(0)
	for i := range [2]struct{}{} {
		if list := saying(usual, i); len(list) >= int(r.CheckNeeds) && len(saying(recent, i)) == len(recent) {
			usual, also = list, also|1<<i
		}
	}
	out.Index, _ = indexOf(recent, also)
	if len(recent) < 2 {
		return
	}
	if c.run < 0 {
		c.limits = [4]own{}
	}
	limit := &c.limits[also]
	if len(usual) >= int(r.CheckNeeds) {
		now := own{behind: len(usual)}
		now.mean, now.sd = indexOf(usual, also)
		now.sd = max(now.sd, r.CheckFloor)
		if limit.behind == 0 || now.mean+r.CheckSD*now.sd < limit.mean+r.CheckSD*limit.sd {
			*limit = now
		}
	}
	if limit.behind == 0 {
		return
	}
	out.Usual, out.SD, out.Behind = limit.mean, limit.sd, limit.behind
	out.Drifted = out.Index-out.Usual >= r.CheckSD*out.SD-1e-9
}

// saying is the check-ins that answer the newer item i.
func saying(list []*diary.CheckIn, i int) (out []*diary.CheckIn) {
	for _, in := range list {
		if reversed(in)[i].Said() {
			out = append(out, in)
		}
	}
	return out
}

func indexOf(list []*diary.CheckIn, also newer) (mean, sd float64) {
	values := make([]float64, len(list))
	for i, in := range list {
		values[i], _ = index(in, also)
	}
	return meanSD(values)
}

func present(c *diary.CheckIn, s diary.Sign, r *rule.Settings) bool {
	return c.Signs[s].AtLeast(r.SignPresent)
}

// meanSD is the mean and the sample SD.
func meanSD(x []float64) (mean, sd float64) {
	if len(x) == 0 {
		return 0, 0
	}
	for _, v := range x {
		mean += v / float64(len(x))
	}
	for _, v := range x {
		sd += (v - mean) * (v - mean)
	}
	if len(x) > 1 {
		sd = math.Sqrt(sd / float64(len(x)-1))
	}
	return mean, sd
}
