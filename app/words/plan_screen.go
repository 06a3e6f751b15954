package words

import (
	"fmt"
	"math"

	"rebound/app/wire"
	"rebound/engine"
	"rebound/engine/coach"
	"rebound/engine/diary"
	"rebound/engine/plan"
	"rebound/engine/rule"
	"rebound/engine/verdict"
)

// Followed is the plan that the runner follows, as it is stored.
type Followed struct {
	Plan    *plan.Record // nil: none
	Undo    string       // what taking the last change back would undo; "": nothing
	Preview bool         // it is only shown
}

// PlanScreen is the Plan screen on date t. The engine follows f.Plan already.
func PlanScreen(e *engine.Engine, f Followed, t diary.Date, o Options) wire.PlanScreen {
	c := coach.On(e, t, f.Plan)
	rules := e.Rules()
	out := wire.PlanScreen{Date: t, Undo: f.Undo, Preview: f.Preview,
		Days: []wire.PlanDay{}, Done: []wire.PlanDone{}, Weeks: []wire.BlockWeek{}, Cycles: []wire.Cycle{}}
	now := c.Now()
	out.NowKm, out.NowText = now.Weekly, nowText(now, o)
	out.LastRun, _ = e.History().LastRun(t)
	out.Paused = fmt.Sprintf("After %s off, your return to running begins with run-walk sessions.", span(rules.BackTier3))
	out.Return = returnCard(c, rules, o)
	for _, x := range c.Cycles() {
		out.Cycles = append(out.Cycles, cycleOf(x))
	}
	if f.Plan == nil {
		out.Goal = goalOf(c.Proposed())
		return out
	}
	made := Recorded(*f.Plan, o)
	out.Made = &made
	if made.Goal != nil {
		out.Goal = *made.Goal
	}
	if g, ok := c.Goal(); ok {
		out.Title, out.When = goalText(g, o)
		out.Aim = aimText(g, o)
	}
	out.Life = lifeText(f.Plan.Goal, t)
	for _, d := range c.Days() {
		day := planDay(&d, c.Report, rules, o)
		if r := f.Plan.Race; d.After.Kind == verdict.Race && r != nil && r.Date == d.Date && raceText(r.Name) != "" {
			day.Name = raceCalled(r.Name)
		}
		out.Days = append(out.Days, day)
	}
	if f, ok := c.Forecast(); ok {
		out.Forecast = forecast(f, t)
	}
	out.Summary = ahead(c.Ahead(), o)
	for _, d := range c.SoFar() {
		out.Done = append(out.Done, planDone(&d, &f.Plan.Plan, rules, o))
	}
	for i, w := range c.Block() {
		out.Weeks = append(out.Weeks, blockWeek(i, len(made.Weeks), &w, f.Plan.Race, o))
	}
	if x, ok := c.Offer(); ok {
		out.Offer = offer(&x, rules, o)
	}
	return out
}

func nowText(now plan.Shape, o Options) string {
	switch {
	case now.Weekly == 0:
		return "Rebound knows of little or no running lately. Type what you run in a week, or 0 for nothing yet."
	case now.PerWeek == 0:
		return fmt.Sprintf("You have been running about %s a week lately.", o.Distance(now.Weekly))
	}
	return fmt.Sprintf("You have been running about %s a week on %s lately.", o.Distance(now.Weekly), Count(now.PerWeek, "day"))
}

// goalText is the race that the plan leads to and how long there is to it, or which
// one the easy days follow.
func goalText(g coach.Goal, o Options) (title, when string) {
	if g.Until != 0 {
		return fmt.Sprintf("Easy days after the %s", o.called(g.Race)), "until " + LongDay(g.Until)
	}
	title, when = upper(o.raceName(g.Km)), LongDay(g.Date)
	if name := raceCalled(g.Name); name != "" {
		title, when = name, title+" on "+when
	}
	switch {
	case g.Days < 0:
		return title, when
	case g.Days == 0:
		return title, when + ": today"
	case g.Days == 1:
		return title, when + ": tomorrow"
	case g.Days < 21:
		return title, fmt.Sprintf("%s: %d days to go", when, g.Days)
	}
	return title, fmt.Sprintf("%s: %.0f weeks to go", when, math.Round(float64(g.Days)/7))
}

// ahead is the coming seven days in one sentence, or when the plan is.
func ahead(a coach.Ahead, o Options) string {
	switch {
	case a.Over:
		return fmt.Sprintf("This plan ended on %s.", LongDay(a.Last))
	case a.Early:
		return fmt.Sprintf("This plan starts on %s.", LongDay(a.First))
	case a.Open != 0 && a.Runs == 0:
		return fmt.Sprintf("Rest until %s. The days from then on are still open.", LongDay(a.Open))
	case a.Runs == 0:
		return "No running in the next seven days."
	}
	hard := ", " + none(a.Hard, "hard session")
	switch {
	case a.Race && a.Runs == 1:
		hard = ": the race"
	case a.Race && a.Hard < 2:
		hard = ", the race included"
	case a.Race:
		hard += " including the race"
	}
	text := fmt.Sprintf("The next seven days: %s in %s%s.", o.Distance(a.Km), Count(a.Runs, "run"), hard)
	if a.Open != 0 {
		text += fmt.Sprintf(" The days from %s on are still open.", LongDay(a.Open))
	}
	if a.Changed > 0 {
		text += fmt.Sprintf(" %s changed from your original plan.", upper(Count(a.Changed, "day")))
	}
	return text
}

// Ended is what may come after a plan that has ended, in words; "" while it goes on.
func Ended(e *engine.Engine, r engine.Report, followed *plan.Record, o Options) string {
	if followed == nil || !followed.Over(r.Date) {
		return ""
	}
	x, ok := coach.Of(e, r, followed).Offer()
	if !ok {
		return ""
	}
	if x.Code == coach.OfferRecovery { // the headline has named the race and its days
		return "Would you like a plan for these easy days?"
	}
	return offer(&x, e.Rules(), o).Text
}

// offer is a plan that may be taken instead, in words.
func offer(x *coach.Offer, rules rule.Settings, o Options) *wire.PlanOffer {
	text := ""
	const next = " The next plan can start from what you run now, with or without a race."
	stays := ""
	if x.Race != nil {
		stays = fmt.Sprintf(" The race stays on %s.", LongDay(x.Race.Date))
	}
	switch x.Code {
	case coach.OfferRecovery:
		name := o.called(*x.Race)
		switch {
		case x.Raced.Full:
			text = fmt.Sprintf("You ran the %s.", name)
		case x.Raced.Ran:
			text = fmt.Sprintf("You ran %s of the %s.", o.Distance(x.Raced.Km), name)
		default:
			text = fmt.Sprintf("The day of the %s has passed, and no run is known for it yet. These days are easy, as if you had raced.", name)
		}
		text += fmt.Sprintf(" Take %s easy or off, until %s: one for each %s raced. Would you like a plan for them?",
			Count(int(x.Until-x.Race.Date), "day"), LongDay(x.Until), o.Distance(rules.RaceEasyKm))
	case coach.OfferNotRun:
		text = fmt.Sprintf("The day of the %s has passed, and no run that day was the race. This plan is over.", o.called(*x.Race)) + next
	case coach.OfferAfterRace:
		text = "The race and its easy days are over." + next
	case coach.OfferNext:
		text = "This plan is over." + next
	case coach.OfferAfterPause:
		text = fmt.Sprintf("You came back on %s after %s off, but this plan counts on weeks that you did not run. You can remake it from what you run now.",
			LongDay(x.Back), Count(x.DaysOff, "day")) + stays
	case coach.OfferAfterCut:
		text = fmt.Sprintf("The lighter week is over, and your plan goes on as it was. You can also remake it from what you run now; the %s to the next step-back week then start again.",
			Count(int(rules.DeloadEvery), "week")) + stays
	}
	if x.Code == coach.OfferSlipped {
		text = fmt.Sprintf("In the last %s you ran on %s, and the plan had %s. There is nothing to catch up on: never make up for missed runs. You can make a new plan from where you are, or keep this one.",
			span(rules.SlipDays), Count(x.Slip.Ran, "day"), Count(x.Slip.Planned, "session")) + stays
	}
	return &wire.PlanOffer{Text: text, Goal: goalOf(x.Wish), Keep: x.Code == coach.OfferSlipped}
}
