package main

import (
	"errors"

	"rebound/engine/diary"
)

// aDay is one date that is asked about, and what answers of it.
type aDay struct {
	*invocation
	*answers
	date diary.Date
	json bool
}

// ofDay is a verb that is asked about one date, which is the last day with data unless
// said; takes is the flags that it has besides.
func ofDay(answer func(*aDay) error, takes ...func(*question, *invocation)) func(*invocation) error {
	return func(inv *invocation) error {
		var q question
		for _, flags := range takes {
			flags(&q, inv)
		}
		inv.flags.Var(&q.date, "date", "the date that is asked about; the last day with data unless said")
		paths, err := inv.parse()
		if err != nil {
			return err
		}
		if err := inv.past("-date", q.date); err != nil {
			return err
		}
		a, err := q.ask(inv, paths)
		if err != nil {
			return err
		}
		d := &aDay{inv, a, q.date.date, q.json}
		if !q.date.set {
			if d.date = a.last; a.empty {
				return errNoDay
			}
		}
		return answer(d)
	}
}

var errNoDay = errors.New("the files were read, but hold no reading, night or run up to today: name a -date, or give files that do")

// write writes what is said of the day, as it was asked for.
func (d *aDay) write(asJSON any, asText func(painter)) error {
	if d.json {
		return writeJSON(d.invocation, asJSON)
	}
	asText(newPainter(d.stdout, d.words))
	return nil
}
