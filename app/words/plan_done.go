package words

import (
	"fmt"
	"math"

	"rebound/app/wire"
	"rebound/engine/diary"
	"rebound/engine/plan"
	"rebound/engine/rule"
	"rebound/engine/verdict"
)

// done is this week's days up to t: what the runner was told for each on its
// morning, against what was run.
func (c *planScreen) done() []wire.PlanDone {
	out := []wire.PlanDone{}
	rules := c.e.Rules()
	h, max := c.e.History(), c.report.MaxHR
	for d := plan.Monday(c.t); d <= c.t; d++ {
		s, ok := c.told(d)
		if !ok {
			continue
		}
		got := plan.Compare(s, h.Between(d, d), h, max, &rules, d < c.t)
		out = append(out, wire.PlanDone{Date: d, Day: shortDay(d), Planned: c.o.PlanDay(s), Done: c.ran(d),
			State: string(got.Outcome), Text: c.outcome(s, got, &rules)})
	}
	return out
}

// told is the session of a day as its own morning had it, of the plan that was
// followed then; ok is false on a day without a plan.
func (c *planScreen) told(d diary.Date) (s plan.Session, ok bool) {
	if d == c.t {
		if !c.plan.Covers(d) {
			return s, false
		}
		return plan.After(c.report.Week[0]), true
	}
	then := c.planOn(d)
	if then == nil {
		return s, false
	}
	if first, last, ok := then.Span(); !ok || d < first || d > last {
		return s, false
	}
	c.e.Follow(then)
	defer c.e.Follow(c.plan)
	r := c.e.Assess(d)
	if len(r.Week) == 0 {
		return s, false
	}
	return plan.After(r.Week[0]), true
}

// planOn is the plan that was followed on a past day, as the diary keeps it.
func (c *planScreen) planOn(d diary.Date) *plan.Plan {
	kept := &c.e.Diary().Reported
	if len(kept.Plans) == 0 {
		return c.plan // a plan from a file: it was never told
	}
	then, _ := kept.PlanOn(d)
	if p := plan.Stored(then); p != nil {
		return &p.Plan
	}
	return nil
}

// outcomes are the states in words that have no number.
var outcomes = map[plan.Outcome]string{
	plan.AsPlanned: "As planned.", plan.Missed: "Not run.", plan.Extra: "A run on a day of rest.",
	plan.Rested: "Rest, as planned.", plan.ToCome: "To come.",
}

func (c *planScreen) outcome(s plan.Session, d plan.Done, r *rule.Settings) string {
	by := Hours(math.Abs(d.Minutes - s.Minutes))
	switch d.Outcome {
	case plan.Shorter:
		return by + " shorter than planned."
	case plan.Longer:
		return by + " longer than planned."
	case plan.Harder:
		if d.Hard < r.HardMinutes {
			return "Harder than planned, by its laps or by your own rating."
		}
		return fmt.Sprintf("Harder than planned: %.0f min at %.0f%% of max HR or more.", d.Hard, 100*r.HardShare)
	case plan.Easier:
		return fmt.Sprintf("Easier than planned: %.0f min at %.0f%% of max HR or more.", d.Hard, 100*r.HardShare)
	}
	return outcomes[d.Outcome]
}

// block is every week of the plan, with what was run in those that have begun.
func (c *planScreen) block() []wire.BlockWeek {
	out := make([]wire.BlockWeek, 0, len(c.plan.Weeks))
	for i, w := range c.plan.Weeks {
		b := wire.BlockWeek{Start: w.Start, Planned: w.Km, Deload: w.Deload, Taper: w.Taper, Recovery: w.Recovery,
			Now: w.Start == plan.Monday(c.t)}
		for d := w.Start; d < w.Start+7; d++ {
			s := c.plan.On(d)
			switch {
			case s.Kind == verdict.Race && c.plan.Race != nil && d == c.plan.Race.Date:
				b.Race = true
			case s.Kind == verdict.Race:
				b.Tune = true
			case s.Kind == verdict.Long:
				b.Long = max(b.Long, s.Km)
			case s.Hard:
				b.Hard++
			}
		}
		if w.Start <= c.t {
			done := 0.0
			for _, s := range c.e.History().Between(w.Start, min(w.Start+6, c.t)) {
				if s.Run {
					done += s.Km
				}
			}
			done = round(done, 10)
			b.Done = &done
		}
		b.Text = c.weekText(i, b)
		out = append(out, b)
	}
	return out
}

func (c *planScreen) weekText(i int, b wire.BlockWeek) string {
	text := fmt.Sprintf("Week %d of %d: %s", i+1, len(c.plan.Weeks), c.o.Distance(b.Planned))
	if b.Long > 0 {
		text += ", long run " + c.o.Distance(b.Long)
	}
	if b.Hard > 0 {
		text += fmt.Sprintf(", %d hard", b.Hard)
	}
	for _, mark := range []struct {
		on   bool
		name string
	}{{b.Deload, "deload"}, {b.Taper, "taper"}, {b.Recovery, "recovery"}, {b.Tune, "a race on the way"}, {b.Race, "the race"}} {
		if mark.on {
			text += ", " + mark.name
		}
	}
	if b.Done != nil {
		text += fmt.Sprintf("; %s run", c.o.Distance(*b.Done))
	}
	return text
}
