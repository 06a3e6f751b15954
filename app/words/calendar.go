package words

import (
	"fmt"
	"strings"

	"rebound/app/ical"
	"rebound/app/unit"
	"rebound/engine/plan"
)

// Calendar is a plan's sessions as a calendar's events, the race among them. A
// session is known by its day: a second import, of a plan made anew or adjusted since,
// replaces what the day held. For that a day that became rest is an event too;
// one that was rest from the start is none.
func Calendar(p plan.Plan, o Options) ical.Calendar {
	out := ical.Calendar{Name: "Rebound"}
	for _, s := range p.Sessions {
		e := ical.Event{UID: s.Date.String() + "@plan.rebound", Date: s.Date, Summary: o.PlanDay(s), Details: o.target(p.Target(s))}
		if r := p.Race; r != nil && r.Date == s.Date && raceText(r.Name) != "" {
			e.Summary = raceText(r.Name) + ", " + o.Distance(r.Km)
		}
		if workout, ok := p.Workout(s); ok {
			e.Details = strings.Join(o.steps(workout), "\n")
		}
		out.Events = append(out.Events, e)
	}
	return out
}

// steps writes a workout, a line a step: "10 min warm-up", "6 x (3 min hard, 2 min
// easy)".
func (o Options) steps(w plan.Workout) []string {
	var lines []string
	for _, s := range w.Steps {
		if s.Repeat > 0 {
			again := fmt.Sprintf("%d x (%s)", s.Repeat, strings.Join(lines[s.From:], ", "))
			lines = append(lines[:s.From], again)
			continue
		}
		line := fmt.Sprintf("%s %s", seconds(s.Seconds), stepNames[s.Effort])
		switch {
		case s.Speed[1] > 0:
			line += fmt.Sprintf(" at %s to %s", o.Pace(s.Speed[0]), o.Pace(s.Speed[1]))
		case s.HR[1] > 0:
			line += fmt.Sprintf(" at %.0f to %.0f bpm", s.HR[0], s.HR[1])
		}
		lines = append(lines, line)
	}
	return lines
}

var stepNames = map[plan.Effort]string{
	plan.WarmUp: "warm-up", plan.Work: "hard", plan.Recovery: "easy", plan.CoolDown: "cool-down", plan.Walk: "walk", plan.Jog: "run",
}

func seconds(s int) string {
	if s%60 == 0 {
		return fmt.Sprintf("%d min", s/60)
	}
	return unit.Clock(float64(s))
}
