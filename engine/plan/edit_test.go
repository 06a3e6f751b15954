package plan_test

import (
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"rebound/engine/diary"
	"rebound/engine/load"
	"rebound/engine/plan"
	"rebound/engine/rule"
	"rebound/engine/verdict"
)

// runner is a history of even runs: km on each date.
func runner(r rule.Settings, runs ...plan.Run) *load.History {
	d := &diary.Diary{}
	for _, run := range runs {
		d.Activities = append(d.Activities, diary.Activity{Date: run.Date, Start: int64(run.Date) * 86400, Sport: diary.Running,
			Seconds: float32(run.Km * 360), Meters: float32(run.Km * 1000)})
	}
	return load.New(d, r)
}

var actions = []verdict.Action{verdict.Progress, verdict.Deload, verdict.HoldQuality, verdict.CutWeek, verdict.ReturnToRun, verdict.Unknown}

// randomFacts is any verdict at all on t, and the action that goes with it.
func randomFacts(rng *rand.Rand, t diary.Date, r *rule.Settings) (verdict.Facts, verdict.Action) {
	f := verdict.Facts{Date: t, Rules: r, RunSeen: true, Easy: load.EasyCheck{State: load.EasyState(rng.IntN(3))}}
	action := actions[rng.IntN(len(actions))]
	switch action {
	case verdict.CutWeek:
		fired := t - diary.Date(rng.IntN(7))
		f.Cuts.Last = verdict.Cut{Fired: fired, Until: fired + 6, Scale: []float64{0.5, 0.7}[rng.IntN(2)]}
	case verdict.ReturnToRun:
		f.Layoff = verdict.Layoff{Tier: 1 + rng.IntN(3), DaysOff: 7 + rng.IntN(60), LastRun: t - diary.Date(rng.IntN(60)) - 7}
		if rng.IntN(2) == 0 {
			f.Layoff.Back = t - diary.Date(rng.IntN(7))
			f.Layoff.Until = t + diary.Date(rng.IntN(14))
		}
		f.Rebuild = verdict.Rebuilding{Back: f.Layoff.Back}
	}
	return f, action
}

// TestOnlySevenDaysMove: over any runner, plan, verdict and date, the race and
// everything outside the seven days stay as they were, nothing in them grows, and
// an edit is the same however often it is made.
func TestOnlySevenDaysMove(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	changed := map[verdict.Action]int{}
	for i := range 10_000 {
		g, r := randomGoal(rng)
		p, err := plan.Make(g, &r)
		if err != nil {
			t.Fatal(err)
		}
		first, last, _ := p.Span()
		date := first - 10 + diary.Date(rng.IntN(int(last-first)+20))
		h := runner(r, g.Now.Past...)
		f, action := randomFacts(rng, date, &r)
		f.Planned = p.Planned(date, &r)
		before := plan.Plan{Sessions: slices.Clone(p.Sessions), Weeks: slices.Clone(p.Weeks)}
		days := plan.Edit(&p, &f, h, action)
		now := p.With(days)
		if !reflect.DeepEqual(before.Sessions, p.Sessions) || !reflect.DeepEqual(before.Weeks, p.Weeks) {
			t.Fatalf("runner %d, %s on %v: the plan itself was changed", i, action, date)
		}
		if was, is := kept(p.Sessions, date), kept(now.Sessions, date); !slices.Equal(was, is) {
			t.Fatalf("runner %d, %s on %v: %v became %v", i, action, date, was, is)
		}
		for j, w := range p.Weeks {
			if (w.Start > date+6 || w.Start+6 < date) && now.Weeks[j] != w {
				t.Fatalf("runner %d, %s on %v: %v became %v", i, action, date, w, now.Weeks[j])
			}
		}
		if len(days) != 7 {
			t.Fatalf("%d days", len(days))
		}
		for _, d := range days {
			if (d.After != d.Before) != (len(d.Because) > 0) {
				t.Fatalf("runner %d, %s on %v: %+v changes without saying why, or says why without a change", i, action, date, d)
			}
			if d.After != d.Before {
				changed[action]++
			}
			if d.After.Kind != verdict.WalkRun && (d.After.Km > d.Before.Km || d.After.Minutes > d.Before.Minutes) {
				t.Fatalf("runner %d, %s on %v: %+v grows", i, action, date, d)
			}
		}
		if !reflect.DeepEqual(days, plan.Edit(&p, &f, h, action)) {
			t.Fatalf("runner %d: two edits differ", i)
		}
	}
	for _, a := range []verdict.Action{verdict.HoldQuality, verdict.CutWeek, verdict.ReturnToRun} {
		if changed[a] < 100 {
			t.Errorf("%s changed %d days in all: nothing was tested", a, changed[a])
		}
	}
}

// kept is the sessions that an edit on t may not touch.
func kept(all []plan.Session, t diary.Date) []plan.Session {
	return slices.DeleteFunc(slices.Clone(all), func(s plan.Session) bool {
		return s.Date >= t && s.Date <= t+6 && s.Kind != verdict.Race
	})
}

// marathon is the plan that the hand-worked edits are made on: 50 km a week from
// 2 February 2026, the race on Sunday 14 June.
func marathon(t testing.TB) plan.Plan {
	r := rule.Default()
	p, err := plan.Make(plan.Goal{Start: monday, Race: &plan.Race{Date: monday + 132, Km: 42.195}, PerWeek: 5,
		Now: plan.Shape{Weekly: 50, Easy: 6}}, &r)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestEdit(t *testing.T) {
	r := rule.Default()
	p := marathon(t)
	const deload = 3 * 7 // days from the start to the first deload's Monday
	cutOn := func(d diary.Date, scale float64) func(*verdict.Facts) {
		return func(f *verdict.Facts) {
			f.Cuts.Last = verdict.Cut{Fired: d, Until: d + 6, Scale: scale}
		}
	}
	for name, c := range map[string]struct {
		on     diary.Date
		action verdict.Action
		facts  func(*verdict.Facts)
		kinds  string    // after, a letter a day
		share  []float64 // after over before, of km, where there is a run
	}{
		"as planned": {monday, verdict.Progress, nil, "-tei-el", []float64{1, 1, 1, 1, 1}},
		"cut, from Wednesday to Tuesday": {monday + 2, verdict.CutWeek, cutOn(monday+2, 0.7), "ee-el-e",
			[]float64{0.7, 0.7, 0.7, 0.7, 0.7}},
		"cut, its fourth day: the rest is as planned": {monday + 5, verdict.CutWeek, cutOn(monday+2, 0.7), "el-eei-",
			[]float64{0.7, 0.7, 0.7, 1, 1}},
		"all three out": {monday, verdict.CutWeek, cutOn(monday, 0.5), "-eee-el", []float64{0.5, 0.5, 0.5, 0.5, 0.5}},
		"a cut inside a deload: one scaling, not both": {monday + deload, verdict.CutWeek, cutOn(monday+deload, 0.7), "-eee-el",
			[]float64{1, 1, 1, 1, 1}},
		"a cut that runs out of a deload": {monday + deload + 5, verdict.CutWeek, cutOn(monday+deload+5, 0.7), "el-eee-",
			[]float64{1, 1, 0.7, 0.7, 0.7}},
		"quality held: the next alone":      {monday, verdict.HoldQuality, nil, "-eei-el", []float64{1, 1, 1, 1, 1}},
		"quality held, one is behind":       {monday + 2, verdict.HoldQuality, nil, "ee-el-t", []float64{1, 1, 1, 1, 1}},
		"a deload is planned as it is":      {monday + deload, verdict.Deload, nil, "-tee-el", []float64{1, 1, 1, 1, 1}},
		"easy pace unknown: a test run":     {monday, verdict.Progress, func(f *verdict.Facts) { f.Easy.State = load.EasyUnknown }, "-eei-el", []float64{1, 1, 1, 1, 1}},
		"in a deload too":                   {monday + deload, verdict.Deload, func(f *verdict.Facts) { f.Easy.State = load.EasyUnknown }, "-eee-el", []float64{1, 1, 1, 1, 1}},
		"race week, two signals out":        {monday + 126, verdict.CutWeek, cutOn(monday+126, 0.7), "-eee-er", []float64{0.7, 0.7, 0.7, 0.7, 1}},
		"the race is no quality to be held": {monday + 130, verdict.HoldQuality, nil, "-er----", nil},
		"ten days off": {monday, verdict.ReturnToRun, func(f *verdict.Facts) {
			f.Layoff = verdict.Layoff{Tier: 1, DaysOff: 10, LastRun: monday - 10}
		}, "-eee-ee", []float64{0.8, 0.8, 0.8, 0.8, 0.8}},
		"fifteen days off": {monday, verdict.ReturnToRun, func(f *verdict.Facts) {
			f.Layoff = verdict.Layoff{Tier: 2, DaysOff: 15, LastRun: monday - 15}
		}, "-eee-ee", []float64{0.6, 0.6, 0.6, 0.6, 0.6}},
		"sixty days off": {monday, verdict.ReturnToRun, func(f *verdict.Facts) {
			f.Layoff = verdict.Layoff{Tier: 3, DaysOff: 60, LastRun: monday - 60}
		}, "-w-w-w-", nil},
	} {
		f := verdict.Facts{Date: c.on, Rules: &r, RunSeen: true, Planned: p.Planned(c.on, &r), Easy: load.EasyCheck{State: load.EasyPass}}
		if c.facts != nil {
			c.facts(&f)
		}
		days := plan.Edit(&p, &f, runner(r), c.action)
		kinds := ""
		var share []float64
		for _, d := range days {
			kinds += letters[d.After.Kind]
			switch {
			case d.Before.Kind.Hard() && !d.After.Kind.Hard(): // of its minutes; its km are those of easy pace
				share = append(share, d.After.Minutes/d.Before.Minutes)
				if pace := d.After.Minutes / d.After.Km; d.After.Kind == verdict.Easy && math.Abs(pace-6) > 0.16 {
					t.Errorf("%s: eased at %.2f min a km, and easy is 6: %+v", name, pace, d)
				}
			case d.Before.Km > 0:
				share = append(share, d.After.Km/d.Before.Km)
			}
		}
		if kinds != c.kinds {
			t.Errorf("%s: %s, want %s: %+v", name, kinds, c.kinds, days)
			continue
		}
		for i := range c.share {
			if len(share) != len(c.share) || share[i] < c.share[i]-0.015 || share[i] > c.share[i]+0.015 {
				t.Errorf("%s: shares %.2f, want %.2f", name, share, c.share)
				break
			}
		}
	}
}

var letters = map[verdict.SessionKind]string{verdict.Easy: "e", verdict.Long: "l", verdict.Tempo: "t", verdict.Intervals: "i",
	verdict.Race: "r", verdict.Rest: "-", verdict.Cross: "x", verdict.WalkRun: "w"}

func TestCheckRefuses(t *testing.T) {
	session := func(d diary.Date, kind verdict.SessionKind, km float64) plan.Session {
		return plan.Session{Date: d, Session: verdict.Session{Kind: kind, Minutes: 30, Km: km}}
	}
	for name, p := range map[string]plan.Plan{
		"twice a day":  {Sessions: []plan.Session{session(monday, verdict.Easy, 5), session(monday, verdict.Long, 5)}},
		"no date":      {Sessions: []plan.Session{session(0, verdict.Easy, 5)}},
		"kind":         {Sessions: []plan.Session{session(monday, "swim", 5)}},
		"distance":     {Sessions: []plan.Session{session(monday, verdict.Easy, -5)}},
		"week":         {Weeks: []plan.Week{{Start: monday + 1}}},
		"race at zero": {Race: &plan.Race{Date: monday}},
	} {
		if p.Check() == nil {
			t.Errorf("%s: accepted", name)
		}
	}
	p := plan.Plan{Sessions: []plan.Session{session(monday+1, verdict.Easy, 5), session(monday, verdict.Rest, 0)}}
	if err := p.Check(); err != nil || p.Sessions[0].Date != monday {
		t.Errorf("%v, %v", err, p.Sessions)
	}
}

func BenchmarkEdit20Weeks(b *testing.B) {
	r := rule.Default()
	p := marathon(b)
	h := runner(r, plan.Run{Date: monday - 3, Km: 20})
	f := verdict.Facts{Date: monday + 9, Rules: &r, RunSeen: true, Planned: p.Planned(monday+9, &r)}
	f.Cuts.Last = verdict.Cut{Fired: monday + 9, Until: monday + 15, Scale: 0.7}
	for b.Loop() {
		now := p.With(plan.Edit(&p, &f, h, verdict.CutWeek))
		if len(now.Sessions) == 0 {
			b.Fatal("no plan")
		}
	}
}
