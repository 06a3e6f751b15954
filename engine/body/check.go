package body

import (
	"math"

	"rebound/engine/diary"
	"rebound/engine/load"
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

// Check is the check-in of the last three days against the runner's own.
type Check struct {
	State   CheckState
	BadDays int                // of the three, with check_signs signs or more
	Present [diary.Signs]bool  // on any of the three days
	Entries int                // check-ins in the three days that answer enough
	Index   float64            // mean of all items over the three days, 0 to 4
	Usual   float64            // own mean of the days before; with Behind 0 not known
	SD      float64            // with the floor
	Behind  int                // check-ins behind Usual
	Drifted bool               // the index is check_sd SDs or more worse than Usual
	Latest  diary.Date         // of the last check-in; 0 for none
	Scores  [diary.Signs]uint8 // of the latest, Unsaid where not given
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

// index is the mean of what was answered of the nine items; fewer than
// indexItems answers make none, so that two answers are not compared with nine.
func index(c *diary.CheckIn) (v float64, ok bool) {
	sum, n := 0, 0
	for _, s := range c.Items() {
		if s.Said() {
			sum, n = sum+int(s), n+1
		}
	}
	if n < indexItems {
		return 0, false
	}
	return float64(sum) / float64(n), true
}

func present(c *diary.CheckIn, s diary.Sign, r *rule.Settings) bool {
	return c.Signs[s].AtLeast(r.SignPresent)
}

// CheckOn reads channel C on t: adverse with three or more of the five signs on
// two of three days, or with the three-day index 1 SD or more worse than the
// own mean of the baseline days before, those three left out. Two check-ins in
// the three days are needed to say anything, each with enough answered to come out
// bad: the index's items, or as many signs as make a bad day. Two that say only
// that there is no fever are not in range.
func CheckOn(told *diary.Reported, t diary.Date, r *rule.Settings) Check {
	var c Check
	var recent []float64
	for _, in := range diary.Between(told.CheckIns, t-checkDays+1, t) {
		n, said := 0, 0
		for s := range diary.Sign(diary.Signs) {
			c.Scores[s] = uint8(in.Signs[s])
			if in.Signs[s].Said() {
				said++
			}
			if present(&in, s, r) {
				c.Present[s] = true
				n++
			}
		}
		if n >= int(r.CheckSigns) {
			c.BadDays++
		}
		v, ok := index(&in)
		if ok {
			recent = append(recent, v)
		}
		if ok || said >= int(r.CheckSigns) {
			c.Entries++
		}
		c.Latest = in.Date
	}
	if c.Entries < 2 {
		return c
	}
	var usual []float64
	for _, in := range diary.Between(told.CheckIns, t-checkDays+1-diary.Date(r.BaselineDays), t-checkDays) {
		if v, ok := index(&in); ok {
			usual = append(usual, v)
		}
	}
	c.State = CheckInRange
	c.Index, _ = meanSD(recent)
	if len(recent) >= 2 && len(usual) >= int(r.CheckNeeds) {
		c.Behind = len(usual)
		c.Usual, c.SD = meanSD(usual)
		c.SD = max(c.SD, r.CheckFloor)
		c.Drifted = c.Index-c.Usual >= r.CheckSD*c.SD-1e-9
	}
	if c.BySigns(r) || c.Drifted {
		c.State = CheckAdverse
	}
	return c
}

// nervous is lost spring and effort out of proportion together, on two of three
// days, whatever the muscles say; or one of them, with a slowed reaction test.
// Effort is out of proportion on a day when the check-in says so or, where it
// was not asked, when a run was rated harder than its heart rate and pace make
// expect.
func nervous(in *Input, slowed bool) bool {
	r := in.Rules
	var spring, harder, both int
	for d := in.Date - checkDays + 1; d <= in.Date; d++ {
		lost, hard := false, harderRun(in.History, d).Date != 0
		for _, c := range diary.Between(in.Reported.CheckIns, d, d) {
			lost = present(&c, diary.LostSpring, r)
			if c.Signs[diary.HarderThanItShould].Said() {
				hard = present(&c, diary.HarderThanItShould, r) // what was answered goes before what a rating suggests
			}
		}
		if lost {
			spring++
		}
		if hard {
			harder++
		}
		if lost && hard {
			both++
		}
	}
	days := int(r.CheckDays)
	return both >= days || slowed && max(spring, harder) >= days
}

// HarderRun is a run that was rated harder than expected.
type HarderRun struct {
	Date     diary.Date // 0: none
	RPE      float64
	Expected load.Expected
}

// harderRun is the last such run of a date.
func harderRun(h *load.History, t diary.Date) (out HarderRun) {
	runs := h.Between(t, t)
	for i := range runs {
		if x, over := h.Harder(&runs[i]); over {
			out = HarderRun{t, runs[i].Effort, x}
		}
	}
	return out
}

// lastHarder is the last such run of the days that a check-in is read over.
func lastHarder(in *Input) (out HarderRun) {
	for d := in.Date; d > in.Date-checkDays && out.Date == 0; d-- {
		out = harderRun(in.History, d)
	}
	return out
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
