// Package coach decides what the screens show beside the verdict: what plan is
// made and offered, what became of the days that were planned, what is ahead, what
// to do first. Its answers are codes, dates and numbers; package app/words has the
// sentences.
//
//	c := coach.On(e, today, followed)
//	c.Days(); c.Ahead(); c.Offer()
//
// It stands above the engine and asks it, because most of its questions are of
// several days: what was planned for a day is what that day's own morning said,
// with the plan that was followed then.
//
// Distances are km, times are minutes. A day that is to come was not run: a past
// date is seen as it was.
package coach

import (
	"rebound/engine"
	"rebound/engine/diary"
	"rebound/engine/plan"
	"rebound/engine/rule"
	"rebound/engine/verdict"
)

// Coach answers for one date. It is not safe for concurrent use, as its engine is
// not.
type Coach struct {
	Report engine.Report // of the date

	e     *engine.Engine
	rules rule.Settings
	date  diary.Date
	plan  *plan.Plan // as it was made; nil: none
	wish  *plan.Wish // what it was made for; nil: not known

	record *plan.Record // both as they are kept; nil: none
}

// On prepares the answers for date t. The engine follows the plan already; nil is
// none.
func On(e *engine.Engine, t diary.Date, followed *plan.Record) *Coach {
	return Of(e, e.Assess(t), followed)
}

// Of is the same of a report of the engine.
func Of(e *engine.Engine, r engine.Report, followed *plan.Record) *Coach {
	c := &Coach{Report: r, e: e, rules: e.Rules(), date: r.Date}
	if followed != nil {
		c.plan, c.wish, c.record = &followed.Plan, followed.Goal, followed
	}
	return c
}

// Now is what the runner does now, as the diary has it.
func (c *Coach) Now() plan.Shape { return shape(c.e, c.date) }

// Proposed is what the form for a first plan starts from: the days that are run
// now. After three weeks off the week of before says little of now, and nothing is
// proposed.
func (c *Coach) Proposed() (w plan.Wish) {
	if c.Report.Plan.Covers(c.date) || c.Report.Layoff.Tier == 3 {
		return w
	}
	for i := range diary.Date(7) { // from Monday on
		for _, d := range c.Report.Week {
			if d.Date.Weekday() != (plan.Monday(c.date)+i).Weekday() || d.Before.Kind == verdict.Rest {
				continue
			}
			name := plan.Weekdays[d.Date.Weekday()]
			w.Days = append(w.Days, name)
			if d.Before.Kind == verdict.Long {
				w.Long = name
			}
		}
	}
	return w
}

// Run is what was run on a day, of all its runs; zero for nothing.
type Run struct{ Minutes, Km float64 }

// run is what was run on a day.
func (c *Coach) run(d diary.Date) (out Run) {
	if d > c.date {
		return out // a past day is seen as it was
	}
	for _, s := range c.e.History().Between(d, d) {
		if s.Run {
			out.Minutes, out.Km = out.Minutes+s.Minutes, out.Km+s.Km
		}
	}
	return out
}
