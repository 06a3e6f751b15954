package coach

import (
	"math"

	"rebound/engine/diary"
	"rebound/engine/plan"
	"rebound/engine/verdict"
)

// Done is a day of this week: what its own morning said, against what was run.
type Done struct {
	Date    diary.Date
	Planned plan.Session
	Was     plan.Session // what it was before that morning changed it; zero where it did not
	Run     Run
	plan.Done
	Off float64 // minutes by which it was longer or shorter than planned
}

// SoFar is this week's days up to the date that had a plan.
func (c *Coach) SoFar() (out []Done) {
	h, max := c.e.History(), c.Report.MaxHR
	for d := plan.Monday(c.date); d <= c.date; d++ {
		s, was, ok := c.planned(d)
		if !ok {
			continue
		}
		got := plan.Compare(s, h.Between(d, d), h, max, &c.rules, d < c.date)
		if got.Outcome == plan.Missed && (d > h.Spoken(c.date) || !c.Report.RunSeen) {
			got.Outcome = plan.NotKnown // no file is not no run
		}
		out = append(out, Done{Date: d, Planned: s, Was: was, Run: c.run(d), Done: got, Off: math.Abs(got.Minutes - s.Minutes)})
	}
	return out
}

// planned is the session of a day as its own morning had it, of the plan that was
// followed then, and what it was before; ok is false on a day without a plan.
func (c *Coach) planned(d diary.Date) (s, was plan.Session, ok bool) {
	if d == c.date {
		if !c.plan.Covers(d) {
			return s, was, false
		}
		s, was = adjusted(&c.Report.Week[0])
		return s, was, true
	}
	then := c.planOn(d)
	if then == nil {
		return s, was, false
	}
	if first, last, ok := then.Span(); !ok || d < first || d > last {
		return s, was, false
	}
	c.e.Follow(then)
	defer c.e.Follow(c.plan)
	r := c.e.Assess(d)
	if len(r.Week) == 0 {
		return s, was, false
	}
	s, was = adjusted(&r.Week[0])
	return s, was, true
}

// adjusted is a day as it was left, and what it was before, where that is another.
func adjusted(d *verdict.DayPlan) (s, was plan.Session) {
	if d.Changed() {
		was = plan.Session{Date: d.Date, Session: d.Before}
	}
	return plan.After(*d), was
}

// planOn is the plan that was followed on a past day, as the diary keeps it.
func (c *Coach) planOn(d diary.Date) *plan.Plan {
	reported := &c.e.Diary().Reported
	if len(reported.Plans) == 0 {
		return c.plan // a plan from a file: the diary knows of none
	}
	then, _ := reported.PlanOn(d)
	if p := plan.Stored(then); p != nil {
		return &p.Plan
	}
	return nil
}

// Week is one week of the plan.
type Week struct {
	plan.Week
	Long     float64 // km of the longest long run
	Hard     int     // hard sessions, races among them
	Race     bool    // the goal's
	Tune     bool    // a race on the way
	Now      bool    // the date's week
	Begun    bool
	Km, Done float64 // planned; run so far, of one that has begun
}

// Block is every week of the plan, with what was run in those that have begun.
func (c *Coach) Block() []Week {
	out := make([]Week, 0, len(c.plan.Weeks))
	for _, w := range c.plan.Weeks {
		b := Week{Week: w, Km: w.Km, Now: w.Start == plan.Monday(c.date), Begun: w.Start <= c.date}
		for d := w.Start; d < w.Start+7; d++ {
			s := c.plan.On(d)
			switch {
			case s.Kind == verdict.Race && c.plan.Race != nil && d == c.plan.Race.Date:
				b.Race = true
				b.Hard++
			case s.Kind == verdict.Race:
				b.Tune = true
				b.Hard++
			case s.Kind == verdict.Long:
				b.Long = max(b.Long, s.Km)
			case s.Hard:
				b.Hard++
			}
		}
		if b.Begun {
			for _, s := range c.e.History().Between(w.Start, min(w.Start+6, c.date)) {
				if s.Run {
					b.Done += s.Km
				}
			}
		}
		out = append(out, b)
	}
	return out
}
