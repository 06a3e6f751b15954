package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"

	"rebound/app/ical"
	"rebound/app/words"
	"rebound/engine/plan"
	"rebound/engine/watch/fitfile"
)

// export writes the calendar and the workouts that were asked for, and says so
// on standard error, where it is in no one's way.
func (w *wish) export(inv *invocation, p *plan.Plan, o words.Options) error {
	if w.ics != "" {
		var b bytes.Buffer
		if err := ical.Write(&b, words.Calendar(*p, o), inv.now); err != nil {
			return err
		}
		if err := os.WriteFile(w.ics, b.Bytes(), 0o666); err != nil {
			return unwritten(w.ics, err)
		}
		fmt.Fprintf(inv.stderr, "%s: %s\n", w.ics, words.Count(len(p.Sessions), "session"))
	}
	if w.workouts == "" {
		return nil
	}
	if err := os.MkdirAll(w.workouts, 0o777); err != nil {
		return unwritten(w.workouts, err)
	}
	n := 0
	for _, s := range p.Sessions {
		workout, ok := p.Workout(s)
		if !ok {
			continue
		}
		b, err := fitfile.EncodeWorkout(workout)
		if err != nil {
			return err
		}
		name := filepath.Join(w.workouts, fmt.Sprintf("%v-%s.fit", s.Date, s.Kind))
		if err := os.WriteFile(name, b, 0o666); err != nil {
			return unwritten(name, err)
		}
		n++
	}
	fmt.Fprintf(inv.stderr, "%s: %s\n", w.workouts, words.Count(n, "workout"))
	return nil
}
