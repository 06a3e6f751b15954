package words

import (
	"fmt"
	"slices"

	"rebound/app/wire"
	"rebound/engine/body"
	"rebound/engine/cycle"
	"rebound/engine/diary"
)

const (
	cycleDays  = 28 // of a block where no plan says where one starts
	cyclesSeen = 3
)

// cycles is the latest blocks of work and what came of them.
func (c *planScreen) cycles() []wire.Cycle {
	out := []wire.Cycle{}
	starts := c.starts()
	if d := c.e.Diary(); len(starts) == 0 || d.First > d.Last {
		return out
	}
	r := c.e.Rules()
	list := cycle.Review(c.cycleDays(starts[0]), starts,
		cycle.Limits{Load: r.CycleLoad, Easier: r.CycleEasier, Index: r.CycleIndex, Early: int(r.CycleEarly)})
	for _, x := range list[max(0, len(list)-cyclesSeen):] {
		w := wire.Cycle{From: x.From, To: x.To, Answer: answerOf(x)}
		w.Stress, w.Response, w.Adaptation = stress(x), response(x), adaptation(x)
		out = append(out, w)
	}
	return out
}

// starts is where blocks begin: after each deload of the plan, before it and
// without one every four weeks, of which the last ends on t. The diary may be
// shorter.
func (c *planScreen) starts() (out []diary.Date) {
	next := c.t + 1
	if c.plan != nil {
		for i, w := range c.plan.Weeks {
			if w.Start > c.t || i > 0 && !c.plan.Weeks[i-1].Deload {
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

func (c *planScreen) cycleDays(from diary.Date) (days []cycle.Day) {
	rules := c.e.Rules()
	last, _ := c.e.Day(c.t)
	easy := map[diary.Date]*cycle.Easy{}
	for _, r := range c.e.History().EasyRunsBetween(from, c.t, last.Rest) {
		easy[r.Date] = &cycle.Easy{HR: r.HR, Index: r.Index}
	}
	for t := from; t <= c.t; t++ {
		d, _ := c.e.Day(t)
		known, out, _ := d.Signals.Counts()
		check := body.CheckOn(&c.e.Diary().Reported, t, &rules).State
		days = append(days, cycle.Day{
			Date: t, Load: d.Load.Load, LoadKnown: d.Load.Unknown == 0, Signals: known, Adverse: out,
			Checked: check != body.CheckUnknown, Drained: check == body.CheckAdverse, Easy: easy[t],
		})
	}
	return days
}

func stress(c cycle.Cycle) wire.CyclePart {
	p := wire.CyclePart{State: c.Stress.String(), Text: "The load of this block or of the one before is not known."}
	if c.Stress == cycle.Unknown {
		if c.Weekly > 0 && c.Before > 0 {
			p.Text = "Too early in this block to compare its load."
		}
		return p
	}
	p.Number = fmt.Sprintf("%+.0f%%", 100*(c.Weekly/c.Before-1))
	p.Text = fmt.Sprintf("%.0f TRIMP a week, %.0f in the block before: ", c.Weekly, c.Before)
	if c.Stress == cycle.Yes {
		p.Text += "more work than before."
	} else {
		p.Text += "no more work than before."
	}
	return p
}

func response(c cycle.Cycle) wire.CyclePart {
	p := wire.CyclePart{State: c.Response.String(), Text: "Too few readings or check-ins to see a response."}
	if c.Response == cycle.Unknown {
		return p
	}
	p.Number = fmt.Sprintf("%d of %d days", c.OutDays, c.KnownDays)
	p.Text = "No signal left your normal."
	if c.Response == cycle.Yes {
		p.Text = fmt.Sprintf("A signal or the check-in was out of your normal on %s.", Count(c.OutDays, "day"))
	}
	return p
}

func adaptation(c cycle.Cycle) wire.CyclePart {
	p := wire.CyclePart{State: c.Adaptation.String()}
	were, end := "were", "at the end of the block"
	if c.Open {
		were, end = "are", "now"
	}
	switch {
	case c.EasyRuns < 2 || c.PriorRuns < 2:
		p.Text = "Too few steady easy runs in this block or the one before to compare."
		return p
	case c.Back == cycle.Unknown:
		p.Text = fmt.Sprintf("The signals %s not known %s.", were, end)
	case c.Back == cycle.No:
		p.Text = fmt.Sprintf("The signals %s still out %s.", were, end)
	default:
		p.Text = fmt.Sprintf("The signals %s in range %s.", were, end)
	}
	p.Number = fmt.Sprintf("%+.1f bpm", c.EasyHR-c.EasyBefore)
	p.Text += fmt.Sprintf(" At the same easy pace: %.0f bpm, %.0f in the block before.", c.EasyHR, c.EasyBefore)
	return p
}

// answerOf answers "Did I allow my body to respond to the work I did recently?".
func answerOf(c cycle.Cycle) string {
	soon := ""
	if c.Open {
		soon = " This block is not over yet."
	}
	switch {
	case c.Adaptation == cycle.Unknown || c.Response == cycle.Unknown:
		return "Not enough is known to say whether your body was allowed to respond." + soon
	case c.Adaptation == cycle.Yes && c.Response == cycle.Yes:
		return "Yes: your body answered, came back to its normal, and easy running costs less than before." + soon
	case c.Adaptation == cycle.Yes:
		return "Yes: your body took the work without leaving its normal, and easy running costs less than before." + soon
	case c.Back == cycle.No:
		return "Not yet: the signals are not back to your normal. Easier days come first, then more work." + soon
	case c.Response == cycle.Yes:
		return "In part: the signals came back, but easy running does not cost less yet. Another block like this one before a harder one." + soon
	case c.Stress == cycle.No:
		return "There was little new to respond to: no more work than before, and no change in easy running." + soon
	}
	return "In part: your body took the work without leaving its normal, but easy running does not cost less yet." + soon
}
