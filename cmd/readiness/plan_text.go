package main

import (
	"fmt"

	"rebound/app/unit"
	"rebound/app/words"
	"rebound/engine/plan"
)

// cells are the letters of the kinds in a week's line.
var cells = map[string]string{"easy": "e", "long": "L", "tempo": "T", "intervals": "I", "race": "R", "cross": "x", "walk_run": "w"}

// plan writes a plan, a week a line.
func (p painter) plan(made plan.Record) {
	w := words.Recorded(made, p.words)
	switch {
	case w.Goal != nil && w.Goal.Recover != nil:
		p.line("%s", p.paint("head", fmt.Sprintf("The easy days after the race on %s", words.LongDay(w.Goal.Recover.Date)+w.Goal.Recover.Date.Time().Format(" 2006"))))
	case w.Race != nil:
		what := p.words.Distance(w.Race.Km)
		if w.Race.Name != "" {
			what = inLine(w.Race.Name) + ", " + what
		}
		if w.Race.Minutes > 0 {
			what += fmt.Sprintf(", goal %s (%s)", unit.RaceTime(w.Race.Minutes), p.words.Pace(1000*w.Race.Km/(60*w.Race.Minutes)))
		}
		p.line("%s", p.paint("head", fmt.Sprintf("The race is on %s: %s", words.LongDay(w.Race.Date)+w.Race.Date.Time().Format(" 2006"), what)))
	default:
		p.line("%s", p.paint("head", "A plan without a race"))
	}
	if len(w.Weeks) > 0 {
		p.head(fmt.Sprintf("%-11s%-8s%7s%7s%7s%7s%7s%7s%7s  ", "Week of", p.unit(), "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"))
	}
	for _, week := range w.Weeks {
		days := [7]string{}
		for i := range days {
			days[i] = "-"
		}
		for _, s := range w.Sessions {
			if i := int(s.Date - week.Start); i >= 0 && i < 7 && s.Kind != "rest" {
				days[i] = cells[s.Kind] + p.distance(s.Km)
			}
		}
		mark := ""
		switch {
		case week.Deload:
			mark = "step-back"
		case week.Taper:
			mark = "taper"
		case week.Recovery:
			mark = "recovery"
		}
		line := fmt.Sprintf("%-11s%-8s", week.Start.Time().Format("2 Jan 06"), p.distance(week.Km))
		for _, d := range days {
			line += fmt.Sprintf("%7s", d)
		}
		p.line("%s  %s", line, mark)
	}
	p.line("\ne easy  L long  T tempo  I intervals  R race  w run-walk  - rest")
	if lines := words.Targets(made.Plan, p.words); len(lines) > 0 {
		p.head("What each asks for")
		for _, line := range lines {
			p.line("  %s", line)
		}
	}
	if len(w.Notes) > 0 {
		p.head("Good to know")
		for _, n := range w.Notes {
			p.wrap("  * ", "    ", n)
		}
	}
}

func (p painter) unit() string { return unit.Name(p.words.Miles) }

func (p painter) distance(km float64) string { return unit.Length(km, p.words.Miles) }
