package main

import "errors"

var errNoDay = errors.New("the files were read, but hold no reading, night or run up to today: name a -date, or give files that do")

// assess writes the assessment of one date.
func assess(inv *invocation) error {
	var q question
	var date dateFlag
	q.flags(inv)
	inv.flags.StringVar(&q.plan, "plan", "", "JSON `file` that plan -json printed")
	inv.flags.Var(&date, "date", "the date to assess; the last day with data unless said")
	paths, err := inv.parse()
	if err != nil {
		return err
	}
	if err := inv.past("-date", date); err != nil {
		return err
	}
	a, err := q.ask(inv, paths)
	if err != nil {
		return err
	}
	if !date.set {
		if a.empty {
			return errNoDay
		}
		date.date = a.last
	}
	out := a.assess(date.date)
	if q.json {
		return writeJSON(inv, out)
	}
	newPainter(inv.stdout, a.words).assessment(out)
	return nil
}
