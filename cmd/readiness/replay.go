package main

import (
	"fmt"

	"rebound/app/wire"
)

// replay writes one assessment a day, as each would have been on that day.
func replay(inv *invocation) error {
	var q question
	var from, to dateFlag
	q.flags(inv)
	q.follows(inv)
	inv.flags.Var(&from, "from", "the first date; the first with data unless said")
	inv.flags.Var(&to, "to", "the last date; the last with data unless said")
	paths, err := inv.parse()
	if err != nil {
		return err
	}
	if err := inv.past("-from", from); err != nil {
		return err
	}
	if err := inv.past("-to", to); err != nil {
		return err
	}
	if from.set && to.set && from.date > to.date {
		return badUsage("-from %v is after -to %v: swap them", from.date, to.date)
	}
	a, err := q.ask(inv, paths)
	if err != nil {
		return err
	}
	if a.empty && !(from.set && to.set) {
		return errNoDay
	}
	if !from.set {
		from.date = a.engine.Diary().First
	}
	if !to.set {
		to.date = a.last
	}
	if from.date > to.date {
		return badUsage("from %v to %v there is no day: the diary has data from %v to %v", from.date, to.date, a.engine.Diary().First, a.last)
	}
	flush := inv.buffer()
	p := painter{w: inv.stdout}
	if !q.json {
		p.line("%-12s%-15s%-13s%-13s%-13s%-12s%s", "Date", "Action", "HRV", "Resting HR", "Sleep", "Confidence", adjusted(nil))
	}
	for d := from.date; d <= to.date; d++ {
		out := a.assess(d)
		if !q.json {
			s := out.Signals
			p.line("%-12v%-15s%-13s%-13s%-13s%-12s%s", d, plain(out.Action), state(s[0]), state(s[1]), state(s[2]), out.Confidence, adjusted(&out))
		} else if err := writeJSON(inv, out); err != nil {
			return err
		}
	}
	return flush()
}

// adjusted is how a date's session was adjusted, "tempo 50 to easy 35"; "" where it
// stood as it was. Without an assessment it is the column's head.
func adjusted(a *wire.Assessment) string {
	switch {
	case a == nil:
		return "Adjusted"
	case len(a.Week) == 0 || a.Week[0].Before == a.Week[0].After:
		return ""
	}
	was, now := a.Week[0].Before, a.Week[0].After
	return long(was) + " to " + long(now)
}

// long is a session and its minutes: "tempo 50", "rest".
func long(s wire.Session) string {
	if s.Minutes == 0 {
		return plain(s.Kind)
	}
	return fmt.Sprintf("%s %.0f", plain(s.Kind), s.Minutes)
}

// state is "in range", "a bit low", "day 4 out", "unusual", "unknown".
func state(s wire.Signal) string {
	if s.DaysOut > 0 {
		return fmt.Sprintf("day %d out", s.DaysOut)
	}
	if s.Past != "" && s.Past != "better" {
		return "a bit " + map[string]string{"hrv": "low", "resting_hr": "high", "sleep": "short"}[s.Kind]
	}
	return plain(s.State)
}
