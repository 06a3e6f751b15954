package words

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"rebound/app/wire"
	"rebound/engine"
	"rebound/engine/diary"
	"rebound/engine/plan"
	"rebound/engine/verdict"
)

// MakePlan makes the plan that was asked for, from what the diary says is run
// now. An error is one line for the runner: what cannot be, and what to give
// instead.
func MakePlan(e *engine.Engine, g wire.PlanGoal, today diary.Date, o Options) (wire.Plan, error) {
	if g.Start == 0 {
		g.Start = today
	}
	goal, err := readGoal(g)
	if err != nil {
		return wire.Plan{}, told(err)
	}
	if g.Days != nil && len(g.Days) == 0 && g.PerWeek == 0 {
		return wire.Plan{}, line("A plan needs a day to run: choose one at least.")
	}
	if g.LastRun > today {
		return wire.Plan{}, line("Your last run cannot be after today: correct its date, or leave it empty.")
	}
	rules := e.Rules()
	goal.Now = plan.ShapeOf(e.History(), g.Start, &rules)
	last, _ := e.History().LastRun(g.Start)
	if l := verdict.FindLayoff(e.History(), e.Diary(), g.Start, &rules); l.Tier == 3 {
		goal.Now.Back = min(l.Way.Stage+1, len(verdict.Stages))
	} else if g.LastRun > last && float64(g.Start-g.LastRun) >= rules.BackTier3 {
		goal.Now.Back = 1 // a pause that the diary has not been told of yet
	}
	if g.WeeklyKm != nil {
		goal.Now.Weekly = *g.WeeklyKm
	}
	p, err := plan.Make(goal, &rules)
	if err != nil {
		return wire.Plan{}, told(err)
	}
	if v, ok := e.Diary().Reported.PlanOn(today); ok {
		p.Free(daysOf(v))
	}
	out := Plan(p, o)
	out.Goal = &g
	return out, nil
}

// daysOf is the days with a session in a version of the plan: a calendar may hold
// them.
func daysOf(v diary.PlanOf) (dates []diary.Date) {
	if _, p := Kept(v); p != nil {
		for _, s := range p.Sessions {
			dates = append(dates, s.Date)
		}
	}
	return dates
}

func readGoal(g wire.PlanGoal) (out plan.Goal, err error) {
	out.Start, out.PerWeek = g.Start, g.PerWeek
	switch {
	case g.RaceDate != 0 && g.RaceKm == 0:
		return out, fmt.Errorf("how long is the race? Give its distance")
	case g.RaceDate == 0 && g.RaceKm != 0:
		return out, fmt.Errorf("when is the race? Give its date, or plan without a race")
	case g.RaceDate != 0:
		out.Race = &plan.Race{Date: g.RaceDate, Km: g.RaceKm}
	}
	for _, r := range g.Tune {
		out.Tune = append(out.Tune, plan.Race(r))
	}
	if g.Recover != nil {
		r := plan.Race(*g.Recover)
		out.Recover = &r
	}
	for _, name := range g.Days {
		d, err := weekday(name)
		if err != nil {
			return out, err
		}
		out.Days = append(out.Days, d)
	}
	if g.Long != "" {
		d, err := weekday(g.Long)
		if err != nil {
			return out, err
		}
		out.Long = &d
	}
	return out, nil
}

// weekdays are the names of days in a goal, by time.Weekday.
var weekdays = []string{"sun", "mon", "tue", "wed", "thu", "fri", "sat"}

func weekday(name string) (time.Weekday, error) {
	i := slices.Index(weekdays, strings.ToLower(name))
	if i < 0 {
		return 0, fmt.Errorf("%q is not a weekday: there are %s", name, strings.Join(weekdays, ", "))
	}
	return time.Weekday(i), nil
}

// MovePlan is a plan with the sessions of two days in each other's place.
func MovePlan(p wire.Plan, m wire.PlanMove, today diary.Date) (moved wire.Plan, err error) {
	was, err := ReadPlan(p)
	if err != nil {
		return p, err
	}
	now, err := was.Move(m.From, m.To, today)
	if err != nil {
		return p, told(err)
	}
	moved = Plan(now, Options{})
	moved.Notes, moved.Goal, moved.Changes = p.Notes, p.Goal, append(slices.Clone(p.Changes), m)
	return moved, nil
}

// line is an error as the runner reads it.
type line string

func (l line) Error() string { return string(l) }

// told makes a line for the runner of why something cannot be planned: a sentence,
// with its dates written out.
func told(err error) error {
	words := strings.Fields(err.Error())
	for i, w := range words {
		bare := strings.TrimRight(w, ",:.")
		if d, err := diary.ParseDate(bare); err == nil {
			words[i] = FullDay(d) + w[len(bare):]
		}
	}
	text := upper(strings.Join(words, " "))
	if !strings.HasSuffix(text, "?") {
		text += "."
	}
	return line(text)
}

// shortDay writes "Tue 24 Nov".
func shortDay(d diary.Date) string { return d.Time().Format("Mon 2 Jan") }
