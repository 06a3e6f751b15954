package words

import (
	"fmt"

	"rebound/app/wire"
	"rebound/engine/diary"
	"rebound/engine/plan"
	"rebound/engine/verdict"
)

// offer is a plan that the runner may take instead of the one they follow:
// never more than an offer. After the race its easy days; after a pause or a
// cut, a remake from what is run now.
func (c *coach) offer() *wire.PlanOffer {
	first, last, ok := c.plan.Span()
	if !ok || c.made.Goal == nil && c.plan.Race == nil {
		return nil
	}
	goal := wire.PlanGoal{}
	if c.made.Goal != nil {
		goal = *c.made.Goal
	}
	goal.Start, goal.WeeklyKm = 0, nil
	rules := c.e.Rules()
	race, back := c.plan.Race, verdict.FindRebuilding(c.e.History(), c.t, &rules).Back
	if l := c.report.Layoff; l.Back != 0 {
		back = l.Back
	}
	cut := c.report.Cuts.Last
	switch {
	case race != nil && c.t > race.Date:
		until := plan.RecoverUntil(*race)
		if c.t > until {
			return c.next(goal, "The race is run and its easy days are over.")
		}
		easy := goal
		easy.RaceDate, easy.RaceKm, easy.Tune, easy.Recover = 0, 0, nil, &wire.Race{Date: race.Date, Km: race.Km}
		return &wire.PlanOffer{Goal: easy, Text: fmt.Sprintf("The %s is run. Take %s, until %s, easy or off: a day for each mile raced.",
			c.o.raceName(race.Km), Count(int(until-race.Date), "day"), LongDay(until))}
	case c.t > last:
		return c.next(goal, "This plan is over.")
	case c.report.Action == verdict.ReturnToRun && back == 0:
		return nil // first run again
	case back > first:
		return &wire.PlanOffer{Goal: goal, Text: fmt.Sprintf("You came back on %s after %s off, and this plan counts on weeks that were not run. It can be made anew from what you run now.%s",
			LongDay(back), Count(c.off(back), "day"), c.stands())}
	case cut.Scale > 0 && cut.Fired >= first && c.t > cut.Until && c.t < cut.Fired+diary.Date(rules.CutRefractor):
		return &wire.PlanOffer{Goal: goal, Text: fmt.Sprintf("The lighter week is over, and the plan goes on as it was made. It can be made anew from what you run now; the weeks to the next step-back week then start anew.%s", c.stands())}
	}
	return nil
}

func (c *coach) next(goal wire.PlanGoal, why string) *wire.PlanOffer {
	goal.RaceDate, goal.RaceKm, goal.Tune, goal.Recover = 0, 0, nil, nil
	return &wire.PlanOffer{Goal: goal, Text: why + " The next plan can start from what you run now, with or without a race."}
}

// stands says that a race stays where it is.
func (c *coach) stands() string {
	if c.plan.Race == nil {
		return ""
	}
	return fmt.Sprintf(" The race stays on %s.", LongDay(c.plan.Race.Date))
}

// off is the days without running before the first run back.
func (c *coach) off(back diary.Date) int {
	before, ok := c.e.History().LastRun(back - 1)
	if !ok {
		return 0
	}
	return int(back - before)
}
