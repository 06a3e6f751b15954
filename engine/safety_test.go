package engine_test

import (
	"math/rand/v2"
	"reflect"
	"testing"

	"rebound/engine"
	"rebound/engine/body"
	"rebound/engine/diary"
	"rebound/engine/rule"
	"rebound/engine/sample"
	"rebound/engine/verdict"
)

// troubled is a month of what forbids or shortens running: illnesses, fever, chest
// symptoms, red flags that come and go, and walks.
func troubled(rng *rand.Rand) (r diary.Reported) {
	at := func(d diary.Date) diary.Stamp { return diary.Stamp{At: int64(d)*86400 + 7*3600, Date: d} }
	answer := func() diary.Answer { return diary.Answer(rng.IntN(3)) }
	for d := today - 40; d <= today; d++ {
		switch rng.IntN(12) {
		case 0:
			x := diary.Illness{Stamp: at(d), Where: diary.Wheres[rng.IntN(3)]}
			if rng.IntN(4) > 0 {
				x.To = d + diary.Date(rng.IntN(12))
			}
			r.Illnesses = append(r.Illnesses, x)
		case 1:
			r.Tags = append(r.Tags, diary.DayTag{Stamp: at(d), Tag: "illness"})
		case 2, 3:
			c := diary.NewCheckIn(at(d))
			c.Fever = answer()
			if rng.IntN(4) == 0 {
				c.Chest = answer()
			}
			r.CheckIns = append(r.CheckIns, c)
		case 4, 5, 6:
			n := diary.Niggle{Stamp: at(d), Site: []diary.Site{"shin", "calf", "hip"}[rng.IntN(3)], Side: diary.Left, Severity: diary.Score(rng.IntN(4))}
			n.BonePoint, n.NightPain, n.Limp = answer(), answer(), answer()
			if rng.IntN(2) == 0 {
				n = diary.Niggle{Stamp: n.Stamp, Site: n.Site, Side: n.Side}
			}
			r.Niggles = append(r.Niggles, n)
		case 7, 8:
			r.Walks = append(r.Walks, diary.Walk{Stamp: at(d), Minutes: 30, Pain: diary.Score(rng.IntN(2))})
		}
	}
	return r
}

// Nothing good shortens an illness, a stage or a stop: neither better readings, nor
// calm check-ins that do not speak of fever or chest symptoms, nor entries of 0 for what
// is gone or never was, nor runs that did not hurt.
func TestNothingGoodShortens(t *testing.T) {
	rng := rand.New(rand.NewPCG(22, 22))
	rules := rule.Default()
	worse := map[string]int{}
	for round := range 60 {
		bad := troubled(rng)
		plain := runner(uint64(round), 90)
		better := runner(uint64(round), 90, sample.Chapter{From: 40, To: 0, HRV: 0.5, RestingHR: -4, Sleep: 40})
		before := engine.New(diary.Build(append(plain, diary.File{Reported: bad}), nil), rules)
		var good diary.Reported
		for d := today - 40; d <= today; d++ {
			stamp := diary.Stamp{At: int64(d)*86400 + 6*3600, Date: d}
			c := diary.NewCheckIn(stamp)
			c.Signs, c.Fatigue, c.Tension, c.Soreness, c.Stress = [diary.Signs]diary.Score{}, 0, 0, 0, 0
			if len(diary.Between(bad.CheckIns, d, d)) == 0 {
				good.CheckIns = append(good.CheckIns, c)
			}
			for _, site := range []diary.Site{"shin", "calf", "hip"} {
				if quiet(before, site, d) {
					good.Niggles = append(good.Niggles, diary.Niggle{Stamp: stamp, Site: site, Side: diary.Left})
				}
			}
			if rng.IntN(2) == 0 {
				good.Pains = append(good.Pains, diary.RunPain{Stamp: stamp})
			}
		}
		after := engine.New(diary.Build(append(better, diary.File{Reported: bad}, diary.File{Reported: good}), nil), rules)
		for d := today - 40; d <= today; d++ {
			a, b := before.Assess(d), after.Assess(d)
			bodily := a.Body.Triage != body.Run || a.Layoff.Flag.Site != ""
			if !reflect.DeepEqual(a.Body.Illness, b.Body.Illness) || a.Body.Triage != b.Body.Triage || a.Body.Eased != b.Body.Eased || a.Layoff.Flag != b.Layoff.Flag {
				t.Fatalf("round %d, %v: from %+v %s %+v to %+v %s %+v", round, d, a.Body.Illness, a.Body.Triage, a.Layoff.Flag, b.Body.Illness, b.Body.Triage, b.Layoff.Flag)
			}
			if bodily && a.Action != b.Action {
				t.Fatalf("round %d, %v: %s became %s", round, d, a.Action, b.Action)
			}
			if bodily {
				worse[string(a.Action)]++
			}
		}
	}
	for _, a := range []verdict.Action{verdict.Stop, verdict.SeeClinician, verdict.Modify, verdict.ReturnToRun} {
		if worse[string(a)] == 0 {
			t.Errorf("no day of %s was seen: %v", a, worse)
		}
	}
}

// quiet reports whether nothing stands at a site on a date, and nothing is said of it
// then: an entry of 0 says nothing new.
func quiet(e *engine.Engine, site diary.Site, d diary.Date) bool {
	for _, n := range e.Diary().Reported.Niggles {
		if n.Site == site && n.Date == d {
			return false
		}
	}
	for _, n := range e.Assess(d).Body.Niggles {
		if n.Site == site {
			return false
		}
	}
	return true
}

// While an illness lasts and in the easy days after it no run of the week is long, fast,
// or over its share; a day more of illness never leaves more to run; and the race and
// day eight stay.
func TestIllnessLeavesNoLongOrFastRun(t *testing.T) {
	rules := rule.Default()
	files := runner(5, 120)
	for _, where := range diary.Wheres {
		for days := diary.Date(1); days <= 16; days++ {
			x := diary.Illness{Stamp: diary.Stamp{Date: today - 20}, To: today - 20 + days - 1, Where: where}
			e := engine.New(diary.Build(append(files, diary.File{Reported: diary.Reported{Illnesses: []diary.Illness{x}}}), nil), rules)
			easy := min(max(days, 2), 10)
			for d := x.Date; d <= x.To+easy; d++ {
				r := e.Assess(d)
				for _, w := range r.Week {
					left, ok := r.Body.Illness.On(w.Date, d, &rules)
					if !ok {
						continue
					}
					if w.After.Kind.Hard() || w.After.Kind == verdict.Long || w.After.Minutes > left.Share*w.Before.Minutes+1e-9 || left.Most > 0 && w.After.Minutes > left.Most+1e-9 ||
						w.Option.Minutes > rules.IllnessMinutes || left.Rest && w.After.Minutes > 0 {
						t.Fatalf("%s, %d days, %v: %+v", where, days, d, w)
					}
				}
				if r.Action == verdict.Progress {
					t.Fatalf("%s, %d days, %v: %s", where, days, d, r.Action)
				}
			}
			if r := e.Assess(x.To + easy + 1); r.Body.Illness.Since != 0 {
				t.Fatalf("%s, %d days: on day %d after it still %+v", where, days, easy+1, r.Body.Illness)
			}
		}
	}
}
