package main

import (
	"rebound/engine/coach"
	"rebound/engine/story"
)

// writeStory writes the inputs of one date as a story that the engine's tests run: what
// *Send this day* saves.
func writeStory(d *aDay) error {
	r := d.report(d.date)
	_, err := d.stdout.Write(story.Write(coach.Story(d.engine, &r, d.followed, d.date == d.today()), "Rebound"))
	return err
}
