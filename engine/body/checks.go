package body

import (
	"rebound/engine/diary"
	"rebound/engine/rule"
)

// Checks reads channel C of every date, from the first check-in on, because what is
// usual is learnt from good days, and whether a day was one is the channel's own
// answer.
//
// A run is the days from the first on which C is adverse to the last before one in
// range; days of which too little is said do not end it. Its days, and the two
// before it that made the first one adverse, stay out of the own mean, and the
// baseline reaches as much further back. Within a run the mean that asks least for
// it to go on holds: a complaint that is there every day never becomes the normal.
type Checks struct {
	entries []diary.CheckIn // in order of date, one a date
	rules   *rule.Settings
	days    []checkDay // from the first check-in on
	lasting persistent
	run     int    // the first day of the run that goes on; -1: none
	limits  [4]own // of the run, by which of the newer items are compared
}

type checkDay struct {
	Check
	in  int  // place of its check-in; -1: none
	out bool // of the own mean
}

// NewChecks prepares the reading of the check-ins. The settings must not change.
func NewChecks(in *diary.Reported, r *rule.Settings) *Checks {
	return &Checks{entries: in.CheckIns, rules: r, run: -1}
}

// On is channel C on t: adverse with check_signs or more of the five signs on
// check_days of three days, or with the three-day index check_sd SDs or more worse
// than the own mean of the baseline days before, those three left out. Two check-ins
// in the three days are needed to say anything, each with enough answered to come out
// bad: the index's items, or as many signs as make a bad day. Two that say only
// that there is no fever are not in range.
func (c *Checks) On(t diary.Date) Check {
	if len(c.entries) == 0 || t < c.entries[0].Date {
		return Check{}
	}
	first := c.entries[0].Date
	for n := len(c.days); n <= int(t-first); n++ {
		c.extend(n)
	}
	return c.days[t-first].Check
}

// extend reads day n, the one after the last read.
func (c *Checks) extend(n int) {
	t := c.entries[0].Date + diary.Date(n)
	day := checkDay{in: -1}
	next := 0
	for i := n - 1; i >= 0 && next == 0; i-- {
		next = c.days[i].in + 1
	}
	for ; next < len(c.entries) && c.entries[next].Date <= t; next++ {
		day.in = next
	}
	if day.in >= 0 {
		c.lasting.hear(&c.entries[day.in], c.rules)
	}
	c.days = append(c.days, day)
	d := &c.days[n]
	d.Check = c.read(n)
	d.Lasting, d.PoorSleep = c.lasting.on(t, c.rules), c.poorSleep(n)
	switch {
	case d.State == CheckAdverse && c.run < 0:
		c.run, d.out = n, true
	case d.State == CheckInRange && c.run >= 0:
		for i := max(0, c.run-checkDays+1); i < c.run; i++ {
			c.days[i].out = true
		}
		c.run, c.limits = -1, [4]own{}
	default:
		d.out = c.run >= 0
	}
}

// read is the three days that end with day n against the good ones before them.
func (c *Checks) read(n int) (out Check) {
	r := c.rules
	var recent []*diary.CheckIn
	for i := max(0, n-checkDays+1); i <= n; i++ {
		if c.days[i].in < 0 {
			continue
		}
		in := &c.entries[c.days[i].in]
		bad, said := 0, 0
		for s := range diary.Sign(diary.Signs) {
			out.Scores[s] = uint8(in.Signs[s])
			if in.Signs[s].Said() {
				said++
			}
			if present(in, s, r) {
				out.Present[s] = true
				bad++
			}
		}
		if bad >= int(r.CheckSigns) {
			out.BadDays++
		}
		_, ok := index(in, 0)
		if ok {
			recent = append(recent, in)
		}
		if ok || said >= int(r.CheckSigns) {
			out.Entries++
		}
		out.Latest = in.Date
	}
	if out.Entries < 2 {
		return out
	}
	out.State = CheckInRange
	c.compare(&out, recent, c.usual(n))
	if out.BySigns(r) || out.Drifted {
		out.State = CheckAdverse
	}
	return out
}

// usual is the check-ins of the good days before the three that end with day n.
func (c *Checks) usual(n int) (list []*diary.CheckIn) {
	good := 0
	for i := n - checkDays; i >= 0 && good < int(c.rules.BaselineDays); i-- {
		d := &c.days[i]
		if d.out {
			continue
		}
		good++
		if d.in < 0 {
			continue
		}
		if _, ok := index(&c.entries[d.in], 0); ok {
			list = append(list, &c.entries[d.in])
		}
	}
	return list
}

// poorSleep is how many of the seven days that end with day n slept poorly.
func (c *Checks) poorSleep(n int) (days int) {
	const week = 7
	for i := max(0, n-week+1); i <= n; i++ {
		if k := c.days[i].in; k >= 0 {
			if s := c.entries[k].SleepQuality; s.Said() && float64(s) <= c.rules.SleepPoor {
				days++
			}
		}
	}
	return days
}
