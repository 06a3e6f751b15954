package engine_test

import (
	"reflect"
	"slices"
	"testing"

	"rebound/engine"
	"rebound/engine/body"
	"rebound/engine/diary"
	"rebound/engine/load"
	"rebound/engine/plan"
	"rebound/engine/rule"
	"rebound/engine/story"
	"rebound/engine/verdict"
)

// explained is what of a report must not hang on what the date's evening brought.
func explained(r engine.Report) engine.Report {
	r.Load, r.Done, r.Body.Cold = load.Day{}, nil, body.Cold{}
	return r
}

// A past day is shown as it stood that morning: whatever was run on it, and said of it
// since, explains nothing of it. On the day that goes on nothing is otherwise before its
// first run.
func TestAsItStoodThatMorning(t *testing.T) {
	for seed := range uint64(3) {
		story := drift
		story.From, story.To = 25, 10
		files := runner(seed+120, 120, story)
		whole := diary.Build(files, nil)
		rated := diary.File{}
		for i, a := range whole.Activities {
			rated.Efforts = append(rated.Efforts, diary.Effort{Stamp: diary.Stamp{At: a.Start, Date: a.Date}, RPE: diary.Score(3 + i%7)})
			rated.Pains = append(rated.Pains, diary.RunPain{Stamp: diary.Stamp{At: a.Start, Date: a.Date}, Pain: diary.Score(i % 4)})
		}
		all := append(slices.Clone(files), rated)
		e := engine.New(diary.Build(all, nil), rule.Default())
		ran := 0
		for d := today - 30; d <= today; d++ {
			morning := slices.DeleteFunc(slices.Clone(all), func(f diary.File) bool {
				return len(f.Activities) > 0 && diary.DateAt(f.Activities[0].Start, 0) >= d
			})
			told := rated
			told.Efforts = slices.DeleteFunc(slices.Clone(rated.Efforts), func(v diary.Effort) bool { return v.Date >= d })
			told.Pains = slices.DeleteFunc(slices.Clone(rated.Pains), func(v diary.RunPain) bool { return v.Date >= d })
			morning[len(morning)-1] = told
			before := engine.New(diary.Build(morning, nil), rule.Default())
			got, want := e.Assess(d), before.Assess(d)
			if got.Done != nil {
				ran++
			}
			if !reflect.DeepEqual(explained(got), explained(want)) {
				t.Fatalf("seed %d: %v with its evening is\n%+v, as it stood\n%+v", seed, d, got, want)
			}
			before.Live(d)
			if now := before.Assess(d); !reflect.DeepEqual(now, want) {
				t.Fatalf("seed %d: %v, before its first run, is\n%+v, and later\n%+v", seed, d, now, want)
			}
		}
		if ran < 10 {
			t.Errorf("seed %d: %d days with a run", seed, ran)
		}
	}
}

// Once today's run is known its session is done: it is as it was planned, cannot be
// declined, and what waits is the next.
func TestTodayDone(t *testing.T) {
	told, err := story.Parse(`
2026-01-01..2026-04-30 hrv 60
2026-01-01..2026-04-30 resting_hr 50
2026-01-01..2026-04-30 sleep 7:30
2026-01-01..2026-04-30 run easy 45 on tue,thu,sat
2026-01-01..2026-04-30 run long 90 on sun
2026-03-06..2026-03-11 run intervals 60 on wed,fri
2026-03-08..2026-03-20 hrv 50
2026-03-12 no run`)
	if err != nil {
		t.Fatal(err)
	}
	wednesday, _ := diary.ParseDate("2026-03-11")
	e := engine.New(told.Diary(), told.Rules)
	session := func(d diary.Date, kind verdict.SessionKind, minutes float64) plan.Session {
		return plan.Session{Date: d, Session: verdict.Session{Kind: kind, Minutes: minutes, Km: minutes / 6}, Hard: kind.Hard()}
	}
	p := plan.Plan{Sessions: []plan.Session{session(wednesday-2, verdict.Easy, 45), session(wednesday, verdict.Intervals, 60), session(wednesday+2, verdict.Tempo, 50), session(wednesday+9, verdict.Easy, 45)},
		Weeks: []plan.Week{{Start: wednesday - 2}, {Start: wednesday + 5}}}
	e.Follow(&p)

	past := e.Assess(wednesday)
	if d := past.Week[0]; past.Action != verdict.HoldQuality || d.After.Kind != verdict.Easy || d.Declinable != verdict.HoldQuality || past.Week[2].After.Kind != verdict.Tempo {
		t.Errorf("as it stood that morning: %s, %+v, %+v", past.Action, d, past.Week[2])
	}
	if past.Done == nil || !past.Done.Over || past.Done.Outcome != plan.AsPlanned || past.Done.Planned.Kind != verdict.Intervals {
		t.Errorf("what was run on it: %+v", past.Done)
	}

	e.Live(wednesday)
	now := e.Assess(wednesday)
	if d := now.Week[0]; d.Before != d.After || d.Before.Kind != verdict.Intervals || len(d.Because) > 0 || d.Declinable != "" || d.Declined != "" {
		t.Errorf("today, done: %+v", d)
	}
	if d := now.Week[2]; now.Action != verdict.HoldQuality || d.After.Kind != verdict.Easy || d.Before.Kind != verdict.Tempo || d.Declinable != verdict.HoldQuality {
		t.Errorf("what waits: %s, %+v", now.Action, d)
	}
	if on := now.Plan.On(wednesday); on != p.On(wednesday) || now.Plan.On(wednesday+2).Kind != verdict.Easy {
		t.Errorf("the plan: %+v, %+v", on, now.Plan.On(wednesday+2))
	}
	if now.Done == nil || now.Done.Over || now.Done.Outcome != plan.AsPlanned || now.Done.Minutes != 60 {
		t.Errorf("planned against done: %+v", now.Done)
	}

	// A day off that was run: there is no session to be done, and the run is known.
	rest := wednesday + 1
	e.Live(rest)
	if d := e.Assess(rest); d.Done != nil {
		t.Errorf("a day without a run: %+v", d.Done)
	}
	saturday := wednesday + 3
	e.Live(saturday)
	if d := e.Assess(saturday); d.Done == nil || d.Done.Outcome != plan.Extra || d.Week[0].Before.Kind != verdict.Rest {
		t.Errorf("a run on a day of rest: %+v", d.Done)
	}

	// The run that the morning asked for is as planned too.
	easy, err := story.Parse(wednesday.String() + " run easy 60")
	if err != nil {
		t.Fatal(err)
	}
	eased := diary.Build(append(slices.DeleteFunc(told.Files, func(f diary.File) bool {
		return len(f.Activities) > 0 && diary.DateAt(f.Activities[0].Start, 0) == wednesday
	}), easy.Files...), told.Zone())
	e = engine.New(eased, told.Rules)
	e.Follow(&p)
	e.Live(wednesday)
	if d := e.Assess(wednesday); d.Done == nil || d.Done.Outcome != plan.AsPlanned || d.Done.Planned.Kind != verdict.Easy || d.Week[0].After.Kind != verdict.Easy || len(d.Week[0].Because) > 0 {
		t.Errorf("as the morning had it: %+v, %+v", d.Done, d.Week[0])
	}
}
