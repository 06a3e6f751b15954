package fitfile_test

import (
	"bytes"
	"math"
	"strings"
	"testing"
	"time"

	"github.com/muktihari/fit/decoder"
	"github.com/muktihari/fit/profile/filedef"
	"github.com/muktihari/fit/profile/typedef"

	"rebound/engine/diary"
	"rebound/engine/plan"
	"rebound/engine/rule"
	"rebound/engine/verdict"
	"rebound/engine/watch/fitfile"
)

// readWorkout reads a workout file with the library that did not write it.
func readWorkout(t *testing.T, b []byte) *filedef.Workout {
	t.Helper()
	dec := decoder.New(bytes.NewReader(b))
	f, err := dec.Decode()
	if err != nil {
		t.Fatal(err)
	}
	if f.FileHeader.DataType != ".FIT" || f.Messages[0].Num != typedef.MesgNumFileId {
		t.Fatalf("header %v, first message %v", f.FileHeader, f.Messages[0].Num)
	}
	return filedef.NewWorkout(f.Messages...)
}

// TestWorkoutsOfAPlan: every structured session of a plan is read back by the
// other library with its steps, by time, in their order and with their ranges.
func TestWorkoutsOfAPlan(t *testing.T) {
	start := diary.DateOf(2026, time.February, 2)
	r := rule.Default()
	for name, now := range map[string]plan.Shape{
		"by pace":       {Weekly: 50, VDOT: 48},
		"by heart rate": {Weekly: 50, MaxHR: 190},
		"by feel":       {Weekly: 50},
		"walk-run":      {Weekly: 0},
	} {
		p, err := plan.Make(plan.Goal{Start: start, Race: &plan.Race{Date: start + 132, Km: 21.0975}, Now: now}, &r)
		if err != nil {
			t.Fatal(err)
		}
		seen := 0
		for _, s := range p.Sessions {
			w, ok := p.Workout(s)
			if !ok {
				if s.Kind.Hard() || s.Kind == verdict.WalkRun {
					t.Errorf("%s: %v has no steps", name, s)
				}
				continue
			}
			seen++
			b, err := fitfile.EncodeWorkout(w)
			if err != nil {
				t.Fatal(err)
			}
			got := readWorkout(t, b)
			if got.FileId.Type != typedef.FileWorkout || got.Workout.Sport != typedef.SportRunning ||
				int(got.Workout.NumValidSteps) != len(w.Steps) || len(got.WorkoutSteps) != len(w.Steps) || !strings.HasSuffix(got.Workout.WktName, s.Date.String()[5:]) {
				t.Fatalf("%s: %v read as %+v with %d steps", name, s, got.Workout, len(got.WorkoutSteps))
			}
			total := 0.0
			for i, step := range w.Steps {
				g := got.WorkoutSteps[i]
				if int(g.MessageIndex) != i {
					t.Errorf("%s: step %d is numbered %d", name, i, g.MessageIndex)
				}
				if step.Repeat > 0 {
					if g.DurationType != typedef.WktStepDurationRepeatUntilStepsCmplt || int(g.DurationValue) != step.From || int(g.TargetValue) != step.Repeat {
						t.Errorf("%s: repeat %+v read as %+v", name, step, g)
					}
					for _, again := range w.Steps[step.From:i] {
						total += float64(again.Seconds * (step.Repeat - 1))
					}
					continue
				}
				total += float64(step.Seconds)
				if g.DurationType != typedef.WktStepDurationTime || int(g.DurationValue) != step.Seconds*1000 || step.Seconds <= 0 {
					t.Errorf("%s: %+v read as %+v", name, step, g)
				}
				low, high := float64(g.CustomTargetValueLow), float64(g.CustomTargetValueHigh)
				switch {
				case step.Speed[1] > 0:
					if g.TargetType != typedef.WktStepTargetSpeed || math.Abs(low/1000-step.Speed[0]) > 0.001 || math.Abs(high/1000-step.Speed[1]) > 0.001 || low >= high {
						t.Errorf("%s: %+v read as %+v", name, step, g)
					}
				case step.HR[1] > 0:
					if g.TargetType != typedef.WktStepTargetHeartRate || low-100 != step.HR[0] || high-100 != step.HR[1] || low >= high {
						t.Errorf("%s: %+v read as %+v", name, step, g)
					}
				case g.TargetType != typedef.WktStepTargetOpen:
					t.Errorf("%s: %+v read as %+v", name, step, g)
				}
			}
			if math.Abs(total/60-s.Minutes) > 5 {
				t.Errorf("%s: %v has steps of %.0f minutes", name, s, total/60)
			}
		}
		if seen < 10 {
			t.Errorf("%s: %d workouts", name, seen)
		}
	}
	if _, err := fitfile.EncodeWorkout(plan.Workout{}); err == nil {
		t.Error("a workout without a step was written")
	}
}
