package backend

import (
	"bytes"
	"fmt"
	"time"

	"rebound/app/ical"
	"rebound/app/intake"
	"rebound/app/wire"
	"rebound/app/words"
	"rebound/engine/diary"
	"rebound/engine/plan"
)

// export is the plan as it now now, for other programs: today's verdict has
// adjusted it.
func (b *Backend) export(a wire.PlanExport) (*Download, error) {
	if _, err := b.planned(); err != nil {
		return nil, err
	}
	options := b.options()
	k := b.shown()
	k.mu.Lock()
	now := k.assessorOn(options.Today, options.Today).Assess(options.Today).Plan
	k.mu.Unlock()
	switch a.What {
	case "ics":
		var out bytes.Buffer
		if err := ical.Write(&out, words.Calendar(*now, options), time.Unix(b.host.Now(), 0)); err != nil {
			return nil, err
		}
		return &Download{Name: "rebound-plan.ics", Bytes: out.Bytes()}, nil
	case "workouts":
		return b.workouts("rebound-workouts.zip", now, options.Today, diary.Date(1<<30))
	case "workout":
		return b.workouts("", now, a.Date, a.Date)
	}
	return nil, &wire.Problem{Code: "page", Text: "A plan goes out as a calendar or as workouts.", Hint: "Reload the page."}
}

// workouts is the structured sessions from one day to another: the first as a file
// for a watch, or all in a zip of that name.
func (b *Backend) workouts(zip string, p *plan.Plan, from, to diary.Date) (*Download, error) {
	var list []intake.Workout
	for _, s := range p.Sessions {
		if w, ok := p.Workout(s); ok && s.Date >= from && s.Date <= to {
			list = append(list, intake.Workout{Name: fmt.Sprintf("%v-%s.fit", s.Date, s.Kind), Workout: w})
		}
	}
	if len(list) == 0 {
		return nil, &wire.Problem{Code: "no_workout", Text: "There is no structured session to come: an easy or a long run needs no workout on the watch."}
	}
	name := zip
	if name == "" {
		list, name = list[:1], list[0].Name
	}
	parts, err := b.ask(intake.Call{Op: intake.Workouts}, intake.WorkoutFiles{Zip: zip != "", Files: list}, nil)
	if err != nil {
		return nil, err
	}
	return &Download{Name: name, Bytes: parts[0]}, nil
}
