package words

import (
	"fmt"
	"slices"

	"rebound/app/wire"
	"rebound/engine/diary"
	"rebound/engine/plan"
	"rebound/engine/verdict"
)

// offer is a plan that the runner may take instead of the one they follow:
// never more than an offer. After the race its easy days; after a pause or a
// cut, a remake from what is run now; at the end, the next one.
func (c *planScreen) offer() *wire.PlanOffer {
	first, last, ok := c.plan.Span()
	if !ok {
		return nil
	}
	race, rules := c.plan.Race, c.e.Rules()
	back := verdict.FindRebuilding(c.e.History(), c.t, &rules).Back
	if l := c.report.Layoff; l.Back != 0 {
		back = l.Back
	}
	switch {
	case race != nil && c.t > race.Date && c.t <= plan.RecoverUntil(*race):
		return c.afterRace(*race)
	case race != nil && c.t > race.Date:
		return c.next("The race and its easy days are over.")
	case c.t > last:
		return c.next("This plan is over.")
	case c.report.Layoff.Off():
		return nil // first run again
	case back > first:
		before, _ := c.e.History().LastRun(back - 1)
		return c.remake("You came back on %s after %s off, and this plan counts on weeks that were not run. It can be made anew from what you run now.",
			LongDay(back), Count(int(back-before), "day"))
	case c.cutOver(first, diary.Date(rules.CutRefractor)):
		return c.remake("The lighter week is over, and the plan goes on as it was made. It can be made anew from what you run now; the %s to a step-back week then start anew.",
			Count(int(rules.DeloadEvery), "week"))
	}
	return nil
}

// cutOver says whether a cut of this plan has ended, and is too near for another.
func (c *planScreen) cutOver(first, refractory diary.Date) bool {
	cut := c.report.Cuts.Last
	declined := slices.ContainsFunc(c.e.Diary().Reported.Decisions, func(d diary.Decision) bool {
		return d.Action == string(verdict.CutWeek) && !d.Accepted && d.Date >= cut.Fired && d.Date <= cut.Until
	})
	return cut.Scale > 0 && !declined && cut.Fired >= first && c.t > cut.Until && c.t < cut.Fired+refractory
}

// asked is what the plan was asked for, to be asked again from t on.
func (c *planScreen) asked() (g wire.PlanGoal) {
	if c.made.Goal != nil {
		g = goalOf(*c.made.Goal)
	}
	if r := c.plan.Race; r != nil {
		g.RaceDate, g.RaceKm = r.Date, r.Km
	}
	g.Start, g.WeeklyKm = 0, nil
	g.Tune = slices.DeleteFunc(slices.Clone(g.Tune), func(r wire.Race) bool { return r.Date < c.t })
	return g
}

func (c *planScreen) remake(format string, args ...any) *wire.PlanOffer {
	text := fmt.Sprintf(format, args...)
	if r := c.plan.Race; r != nil {
		text += fmt.Sprintf(" The race stays on %s.", LongDay(r.Date))
	}
	return &wire.PlanOffer{Text: text, Goal: c.asked()}
}

func (c *planScreen) next(why string) *wire.PlanOffer {
	g := c.asked()
	g.RaceDate, g.RaceKm, g.Tune, g.Recover = 0, 0, nil, nil
	return &wire.PlanOffer{Goal: g, Text: why + " The next plan can start from what you run now, with or without a race."}
}

func (c *planScreen) afterRace(r plan.Race) *wire.PlanOffer {
	g, until := c.asked(), plan.RecoverUntil(r)
	g.RaceDate, g.RaceKm, g.Tune, g.Recover = 0, 0, nil, &wire.Race{Date: r.Date, Km: r.Km}
	text := "The %s is run. Take"
	if c.ran(r.Date) == "" {
		text = "The day of the %s is past. If you ran it, take"
	}
	return &wire.PlanOffer{Goal: g, Text: fmt.Sprintf(text+" %s, until %s, easy or off: a day for each mile raced.",
		c.o.raceName(r.Km), Count(int(until-r.Date), "day"), LongDay(until))}
}
