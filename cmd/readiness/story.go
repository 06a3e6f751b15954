package main

import (
	"rebound/engine/coach"
	"rebound/engine/story"
)

// writeStory writes the inputs of one date as a story that the engine's tests run: what
// *Send this day* saves.
func writeStory(inv *invocation) error {
	var q question
	var date dateFlag
	q.given(inv)
	inv.flags.StringVar(&q.plan, "plan", "", "JSON `file` that plan -json printed")
	inv.flags.Var(&date, "date", "the date; the last day with data unless said")
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
	r := a.report(date.date)
	_, err = inv.stdout.Write(story.Write(coach.Story(a.engine, &r, date.date == inv.today()), "Rebound"))
	return err
}
