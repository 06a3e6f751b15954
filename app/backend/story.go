package backend

import (
	"strings"

	"rebound/app/intake"
	"rebound/app/wire"
	"rebound/engine/coach"
	"rebound/engine/diary"
)

// story is what the verdict of a date rests on, as a text that the engine's tests run. A
// reader writes it: this program has no room for what is asked so rarely.
func (b *Backend) story(a wire.DateArg) (wire.Story, error) {
	today := b.now()
	k := b.shown()
	k.mu.Lock()
	e := k.assessorOn(a.Date, today)
	r := e.Assess(a.Date)
	day := coach.Story(e, &r, k.plan.plan, a.Date == today)
	k.mu.Unlock()
	by, _, dated := strings.Cut("Rebound "+b.host.Version, ", ") // the day that it was built is one of the runner's own too
	if dated {
		by += ")"
	}
	parts, err := b.ask(intake.Call{Op: intake.Story, Parts: [][]byte{diary.PackLight(day.Files)}}, intake.StoryArg{Day: day, By: by}, nil)
	if err != nil {
		return wire.Story{}, err
	}
	return wire.Story{Text: string(parts[0])}, nil
}
