package words

import (
	"fmt"
	"math"

	"rebound/app/wire"
	"rebound/engine"
	"rebound/engine/diary"
	"rebound/engine/plan"
	"rebound/engine/verdict"
)

// Followed is the plan that the runner follows, as it is kept.
type Followed struct {
	Plan    *plan.Record // nil: none
	Undo    string       // what taking the last change back would undo; "": nothing
	Preview bool         // it is only shown
}

// planScreen is what the Plan screen is written from.
type planScreen struct {
	e      *engine.Engine
	report engine.Report
	plan   *plan.Plan   // as it is kept; nil: none
	made   *plan.Record // the same, with what it was made for
	t      diary.Date
	o      Options
}

// PlanScreen is the Plan screen on date t. The engine follows f.Plan already.
func PlanScreen(e *engine.Engine, f Followed, t diary.Date, o Options) wire.PlanScreen {
	out := wire.PlanScreen{Date: t, Undo: f.Undo, Preview: f.Preview,
		Days: []wire.PlanDay{}, Done: []wire.PlanDone{}, Weeks: []wire.BlockWeek{}, Cycles: []wire.Cycle{}}
	rules := e.Rules()
	now := plan.ShapeOf(e.History(), t, &rules)
	out.NowKm, out.NowText = now.Weekly, nowText(now, o)
	out.LastRun, _ = e.History().LastRun(t)
	c := planScreen{e: e, report: e.Assess(t), t: t, o: o, made: f.Plan}
	if f.Plan != nil {
		made := Recorded(*f.Plan, o)
		c.plan, out.Made = &f.Plan.Plan, &made
	}
	switch {
	case f.Plan != nil && f.Plan.Goal != nil:
		out.Goal = *out.Made.Goal
	case f.Plan == nil:
		out.Goal = c.proposed()
	}
	out.Return = returnCard(c.report, e, o)
	out.Cycles = c.cycles()
	if c.plan == nil {
		return out
	}
	out.Race = c.race()
	if c.plan.Covers(t) {
		out.Days = c.days()
		out.Forecast = c.forecast()
	}
	out.Summary = c.summary(out.Days)
	out.Done = c.done()
	out.Weeks = c.block()
	out.Offer = c.offer()
	return out
}

func nowText(now plan.Shape, o Options) string {
	switch {
	case now.Weekly == 0:
		return "Your diary has no running in most of the last four weeks: type what you run in a week, 0 for nothing yet."
	case now.PerWeek == 0:
		return fmt.Sprintf("From your diary: %s a week, the median of the last four.", o.Distance(now.Weekly))
	}
	return fmt.Sprintf("From your diary: %s a week on %s, the median of the last four.", o.Distance(now.Weekly), Count(now.PerWeek, "day"))
}

// proposed is what a form starts from: the days that are run now.
func (c *planScreen) proposed() (g wire.PlanGoal) {
	if c.report.Plan.Covers(c.t) || c.report.Layoff.Tier == 3 { // the week of before a long pause says little of now
		return g
	}
	for i := range diary.Date(7) { // from Monday on
		for _, d := range c.report.Week {
			if d.Date.Weekday() != (plan.Monday(c.t)+i).Weekday() || d.Before.Kind == verdict.Rest {
				continue
			}
			name := plan.Weekdays[d.Date.Weekday()]
			g.Days = append(g.Days, name)
			if d.Before.Kind == verdict.Long {
				g.Long = name
			}
		}
	}
	return g
}

// race is how long there is to the race, or which one the easy days follow.
func (c *planScreen) race() string {
	r := c.plan.Race
	switch g := c.made.Goal; {
	case r == nil && g != nil && g.Recover != nil:
		run := *g.Recover
		return fmt.Sprintf("Easy days after the %s, until %s", c.o.raceName(run.Km), LongDay(plan.RecoverUntil(run)))
	case r == nil:
		return ""
	}
	name := upper(c.o.raceName(r.Km)) + ", " + LongDay(r.Date)
	switch days := int(r.Date - c.t); {
	case days < 0:
		return name
	case days == 0:
		return name + ": today"
	case days == 1:
		return name + ": tomorrow"
	case days < 21:
		return fmt.Sprintf("%s: %d days to go", name, days)
	default:
		return fmt.Sprintf("%s: %.0f weeks to go", name, math.Round(float64(days)/7))
	}
}

// summary is the coming seven days in one sentence, or when the plan is.
func (c *planScreen) summary(days []wire.PlanDay) string {
	switch first, last, ok := c.plan.Span(); {
	case ok && c.t > last:
		return fmt.Sprintf("This plan ended on %s.", LongDay(last))
	case len(days) == 0:
		return fmt.Sprintf("This plan starts on %s.", LongDay(first))
	}
	km, runs, hard, changed, race := 0.0, 0, 0, 0, ""
	for _, d := range days {
		km += d.After.Km
		if d.After.Minutes > 0 && d.After.Kind != string(verdict.Cross) {
			runs++
		}
		switch k := verdict.SessionKind(d.After.Kind); {
		case k.Hard():
			hard++
		case k == verdict.Race:
			race = ", the race among them"
		}
		if d.Was != "" {
			changed++
		}
	}
	if runs == 0 {
		return "No running in the next seven days."
	}
	text := fmt.Sprintf("The next seven days: %s in %s, %s%s.", c.o.Distance(km), Count(runs, "run"), none(hard, "hard one"), race)
	if changed > 0 {
		text += fmt.Sprintf(" %s changed from the plan as it was made.", upper(Count(changed, "day")))
	}
	return text
}
