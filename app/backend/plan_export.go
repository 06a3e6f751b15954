package backend

import (
	"archive/zip"
	"bytes"
	"fmt"
	"time"

	"rebound/app/ical"
	"rebound/app/wire"
	"rebound/app/words"
	"rebound/engine/diary"
	"rebound/engine/plan"
	"rebound/engine/watch/fitfile"
)

// export is the plan as it now stands, for other programs: today's verdict has
// bent it.
func (b *Backend) export(a wire.PlanExport) (*Download, error) {
	if _, err := b.kept(); err != nil {
		return nil, err
	}
	options := b.options()
	k := b.shown()
	k.mu.Lock()
	stands := k.assessorOn(options.Today).Assess(options.Today).Plan
	k.mu.Unlock()
	switch a.What {
	case "ics":
		var out bytes.Buffer
		if err := ical.Write(&out, words.Calendar(*stands, options), time.Now()); err != nil {
			return nil, err
		}
		return &Download{Name: "rebound-plan.ics", Bytes: out.Bytes()}, nil
	case "workouts":
		return zipped(workouts(stands, options.Today, diary.Date(1<<30)))
	case "workout":
		files, err := workouts(stands, a.Date, a.Date)
		if err != nil || len(files) == 0 {
			return nil, noWorkout(err)
		}
		return &files[0], nil
	}
	return nil, &wire.Problem{Code: "page", Text: "A plan goes out as a calendar or as workouts.", Hint: "Reload the page."}
}

// noWorkout is err, or says that there is nothing to export.
func noWorkout(err error) error {
	if err != nil {
		return err
	}
	return &wire.Problem{Code: "no_workout", Text: "There is no structured session to come: an easy or a long run needs no workout on the watch."}
}

// workouts is the structured sessions from day a to day b, as files for a watch.
func workouts(p *plan.Plan, a, b diary.Date) (files []Download, err error) {
	for _, s := range p.Sessions {
		w, ok := p.Workout(s)
		if !ok || s.Date < a || s.Date > b {
			continue
		}
		data, err := fitfile.EncodeWorkout(w)
		if err != nil {
			return nil, err
		}
		files = append(files, Download{Name: fmt.Sprintf("%v-%s.fit", s.Date, s.Kind), Bytes: data})
	}
	return files, nil
}

func zipped(files []Download, err error) (*Download, error) {
	if err != nil || len(files) == 0 {
		return nil, noWorkout(err)
	}
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, f := range files {
		w, err := z.CreateHeader(&zip.FileHeader{Name: f.Name, Method: zip.Deflate, Modified: time.Now()})
		if err != nil {
			return nil, err
		}
		if _, err := w.Write(f.Bytes); err != nil {
			return nil, err
		}
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return &Download{Name: "rebound-workouts.zip", Bytes: out.Bytes()}, nil
}
