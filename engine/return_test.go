package engine_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"rebound/engine"
	"rebound/engine/diary"
	"rebound/engine/plan"
	"rebound/engine/rule"
	"rebound/engine/sample"
	"rebound/engine/verdict"
)

// outing is a run of so many minutes in a file of its own: run minutes at a speed
// (m/s), then walk minutes at 1.5 m/s, by turns; walk 0 is one piece.
func outing(date diary.Date, minutes, run, walk, speed float64) diary.File {
	a := diary.Activity{Start: int64(date)*86400 + 17*3600, Sport: diary.Running, Seconds: float32(minutes * 60), Elapsed: float32(minutes * 60)}
	for i := range int(minutes * 60 / diary.TrackStep) {
		v := speed
		if at := float64(i) * diary.TrackStep / 60; walk > 0 && at-(run+walk)*float64(int(at/(run+walk))) >= run {
			v = 1.5
		}
		a.Track.Speed = append(a.Track.Speed, uint16(v*1000))
		a.Meters += float32(v * diary.TrackStep)
	}
	return diary.File{Kind: "activity", Name: fmt.Sprint(date), Activities: []diary.Activity{a}}
}

// checkedIn says that a date is known.
func checkedIn(date diary.Date) diary.File {
	c := diary.NewCheckIn(diary.Stamp{Date: date})
	c.Fatigue = 0
	return diary.File{Kind: "typed", Reported: diary.Reported{CheckIns: []diary.CheckIn{c}}}
}

// trained is eight weeks of three runs a week, the last of them days off before today.
func trained(off int, minutes, speed float64) (files []diary.File) {
	for week := range 8 {
		for _, day := range []int{0, 2, 5} {
			files = append(files, outing(today-diary.Date(off+7*week+day), minutes, minutes, 0, speed))
		}
	}
	return files
}

// A runner who does what each morning says, and whom nothing hurts, comes through
// all stages in two sessions each, within the session cap, however fast they are
// and however long they were away.
func TestFollowingTheStages(t *testing.T) {
	for _, speed := range []float64{1.7, 2.0, 2.4, 2.8, 3.4, 4.2} {
		for _, off := range []int{21, 24, 60, 200} {
			files := trained(off, 50, speed)
			first, done := today, diary.Date(0)
			longest := 0.0
			for date := first; done == 0; date++ {
				r := assess(files, checkedIn(date), date)
				if date > first+35 {
					t.Fatalf("%g m/s, %d days off: after five weeks still at %+v", speed, off, r.Layoff.Progress)
				}
				if r.Layoff.Tier != 3 {
					done = date
					break
				}
				if date > first && r.Layoff.Off() {
					t.Fatalf("%g m/s, %d days off: no session since %v", speed, off, r.LastRun)
				}
				d := r.Week[0]
				if d.After.Minutes == 0 {
					continue
				}
				run := outing(date, d.After.Minutes, d.Stage.Run, d.Stage.Walk, speed)
				km := float64(run.Activities[0].Meters) / 1000
				// A session that the cap ends early lacks its last walk: 3% at most.
				if off > 30 && longest > 0 && km > 1.03*1.10*longest {
					t.Fatalf("%g m/s, %d days off, %v: %.2f km, and never more than %.2f since", speed, off, date, km, longest)
				}
				longest = max(longest, km)
				files = append(files, run)
			}
			if took := int(done - first); took < 21 || took > 27 {
				t.Errorf("%g m/s, %d days off: the way back took %d days", speed, off, took)
			}
		}
	}
}

// More pain never yields a later stage, nor an earlier end, on that day or on any
// after it; nor does a niggle, nor a longer pause.
func TestMorePainNeverALaterStage(t *testing.T) {
	rng := rand.New(rand.NewPCG(6, 6))
	moved := 0
	for range 60 {
		files := trained(30, 50, 2.8)
		var dates []diary.Date
		for date := today; date < today+40; date += diary.Date(1 + rng.IntN(4)) {
			dates = append(dates, date)
			stage := verdict.Stages[rng.IntN(len(verdict.Stages))]
			files = append(files, outing(date, stage.Minutes()*(0.5+rng.Float64()), stage.Run, stage.Walk, 2.8))
		}
		var told diary.File
		pain := map[diary.Date]diary.Score{}
		for _, date := range dates {
			switch rng.IntN(6) {
			case 0:
				pain[date] = diary.Score(rng.IntN(6))
			case 1:
				told.Niggles = append(told.Niggles, diary.Niggle{Stamp: diary.Stamp{Date: date + diary.Date(rng.IntN(2))}, Site: "calf", Severity: diary.Score(rng.IntN(3))})
			}
		}
		with := func(told diary.File, pain map[diary.Date]diary.Score) diary.File {
			for date, p := range pain {
				told.Pains = append(told.Pains[:len(told.Pains):len(told.Pains)], diary.RunPain{Stamp: diary.Stamp{Date: date}, Pain: p})
			}
			return told
		}
		hurts := dates[rng.IntN(len(dates))]
		worse := with(told, pain)
		if rng.IntN(2) == 0 {
			worse.Pains = append(worse.Pains, diary.RunPain{Stamp: diary.Stamp{At: 1, Date: hurts}, Pain: min(pain[hurts]+1+diary.Score(rng.IntN(4)), diary.MaxPain)})
		} else {
			worse.Niggles = append(told.Niggles[:len(told.Niggles):len(told.Niggles)], diary.Niggle{Stamp: diary.Stamp{At: 1, Date: hurts}, Site: "shin", Severity: 3})
		}
		less := engine.New(diary.Build(append(files[:len(files):len(files)], with(told, pain)), nil), rule.Default())
		more := engine.New(diary.Build(append(files[:len(files):len(files)], worse), nil), rule.Default())
		for date := today; date < today+60; date++ {
			a, b := less.Assess(date).Layoff, more.Assess(date).Layoff
			if b.Tier < a.Tier || b.Progress.Stage > a.Progress.Stage && a.Tier == b.Tier || b.Progress.Stage == a.Progress.Stage && b.Progress.Done > a.Progress.Done && b.Tier == a.Tier {
				t.Fatalf("%v, more pain on %v: %+v, less had %+v", date, hurts, b, a)
			}
			if a.Progress != b.Progress {
				moved++
			}
		}
	}
	if moved < 100 {
		t.Errorf("pain made a difference on %d days only", moved)
	}
}

// Better readings never shorten the return to running, nor lead to a later stage.
func TestReadingsNeverShortenAReturn(t *testing.T) {
	gone := sample.Chapter{From: 60, To: 34, Volume: -1}
	plain := replay(runner(11, 160, gone))
	fresh := replay(runner(11, 160, gone, sample.Chapter{From: 33, To: 0, HRV: 0.6, RestingHR: -5, Sleep: 60}))
	back := 0
	for i := range plain {
		if a, b := plain[i].Layoff, fresh[i].Layoff; a != b {
			t.Fatalf("%v: %+v, with better readings %+v", plain[i].Date, a, b)
		}
		if plain[i].Action == verdict.ReturnToRun {
			back++
			if fresh[i].Action != verdict.ReturnToRun {
				t.Fatalf("%v: with better readings %s", plain[i].Date, fresh[i].Action)
			}
		}
	}
	if back < 21 {
		t.Errorf("%d days of the way back", back)
	}
}

// Whatever a runner goes through on the way to a race, the race and what is past
// the seven days stay as they were planned, and what should not be run is said.
func TestRaceAndDayEightStay(t *testing.T) {
	rng := rand.New(rand.NewPCG(8, 8))
	rules := rule.Default()
	kept, spoken := 0, 0
	for range 25 {
		gap := 5 + rng.IntN(40)
		files := runner(rng.Uint64N(99), 150, sample.Chapter{From: 60, To: 60 - gap, Volume: -1})
		start := plan.Monday(today - 90)
		race := &plan.Race{Date: today - diary.Date(rng.IntN(10)), Km: 21.1}
		var told diary.File
		for d := today - 40; d <= today; d += diary.Date(3 + rng.IntN(9)) {
			c := diary.NewCheckIn(diary.Stamp{At: int64(d), Date: d})
			c.Fever = diary.Answer(rng.IntN(3))
			told.CheckIns = append(told.CheckIns, c)
			told.Niggles = append(told.Niggles, diary.Niggle{Stamp: diary.Stamp{At: int64(d), Date: d}, Site: "knee", Severity: diary.Score(rng.IntN(8))})
		}
		e := engine.New(diary.Build(append(files, told), nil), rules)
		p, err := plan.Make(plan.Goal{Start: start, Race: race, PerWeek: 4, Now: plan.ShapeOf(e.History(), start, &rules)}, &rules)
		if err != nil {
			t.Fatal(err)
		}
		e.Follow(&p)
		for date := start; date <= race.Date; date++ {
			r := e.Assess(date)
			for _, s := range r.Plan.Sessions {
				if was := p.On(s.Date); (s.Date < date || s.Date > date+6 || was.Kind == verdict.Race) && s != was {
					t.Fatalf("%v, %s: %+v became %+v", date, r.Action, was, s)
				}
			}
			for _, d := range r.Week {
				if d.After.Kind == verdict.Race {
					kept++
					if d.NoRun != "" {
						spoken++
					}
					if r.Body.Running > 0 && d.NoRun == "" {
						t.Fatalf("%v: %s, and nothing is said of the race on %v", date, r.Action, d.Date)
					}
				} else if d.NoRun != "" {
					t.Fatalf("%v: %+v is no race", date, d)
				}
			}
		}
	}
	if kept == 0 || spoken == 0 || spoken == kept {
		t.Errorf("%d races seen, %d not to be run", kept, spoken)
	}
}
