package main

import (
	"rebound/engine/coach"
	"rebound/engine/story"
)

// writeStory writes the inputs of one date as a story that the engine's tests run: what
// *Send this day* saves.
func writeStory(inv *invocation) error {
	var q question
	q.given(inv)
	q.follows(inv)
	a, date, err := q.askOfDay(inv)
	if err != nil {
		return err
	}
	r := a.report(date)
	_, err = inv.stdout.Write(story.Write(coach.Story(a.engine, &r, a.followed, date == inv.today()), "Rebound"))
	return err
}
