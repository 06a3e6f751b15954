package coach

import (
	"slices"

	"rebound/engine/body"
	"rebound/engine/cycle"
	"rebound/engine/diary"
)

const (
	cycleDays  = 28 // of a block where no plan says where one starts
	cyclesSeen = 3
)

// Cycles is the latest blocks of work and what came of them, the latest last.
func (c *Coach) Cycles() []cycle.Cycle {
	starts := c.starts()
	if d := c.e.Diary(); len(starts) == 0 || d.First > d.Last {
		return nil
	}
	r := &c.rules
	list := cycle.Review(c.cycleDays(starts[0]), starts,
		cycle.Limits{Load: r.CycleLoad, Easier: r.CycleEasier, Index: r.CycleIndex, Early: int(r.CycleEarly)})
	return list[max(0, len(list)-cyclesSeen):]
}

// starts is where blocks begin: after each deload of the plan, before it and
// without one every four weeks, of which the last ends on the date. The diary may
// be shorter.
func (c *Coach) starts() (out []diary.Date) {
	next := c.date + 1
	if c.plan != nil {
		for i, w := range c.plan.Weeks {
			if w.Start > c.date || i > 0 && !c.plan.Weeks[i-1].Deload {
				continue
			}
			out = append(out, w.Start)
		}
	}
	if len(out) > 0 {
		next = out[0]
	} else {
		out = append(out, next)
	}
	first := c.e.Diary().First
	for len(out) <= cyclesSeen+1 && next-cycleDays >= first {
		next -= cycleDays
		out = slices.Insert(out, 0, next)
	}
	return slices.DeleteFunc(out, func(d diary.Date) bool { return d < first })
}

func (c *Coach) cycleDays(from diary.Date) (days []cycle.Day) {
	last, _ := c.e.Day(c.date)
	easy := map[diary.Date]*cycle.Easy{}
	for _, r := range c.e.History().EasyRunsBetween(from, c.date, last.Rest) {
		easy[r.Date] = &cycle.Easy{HR: r.HR, Index: r.Index}
	}
	spoken := c.e.History().Spoken(c.date) // no file is not no run
	for t := from; t <= c.date; t++ {
		d, _ := c.e.Day(t)
		known, out, _ := d.Signals.Counts()
		check := c.e.Checks().On(t).State
		days = append(days, cycle.Day{
			Date: t, Load: d.Load.Load, LoadKnown: d.Load.Unknown == 0 && t <= spoken, Signals: known, Adverse: out,
			Checked: check != body.CheckUnknown, Drained: check == body.CheckAdverse, Easy: easy[t],
		})
	}
	return days
}
