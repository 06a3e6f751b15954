package plan_test

import (
	"testing"

	"rebound/engine/diary"
	"rebound/engine/load"
	"rebound/engine/plan"
	"rebound/engine/rule"
	"rebound/engine/verdict"
)

// A run is its session from half of the minutes or of the km on; a hard one when ten
// minutes were over 80% of the maximum, where heart rate is known of half of it.
func TestMatchAtItsLimits(t *testing.T) {
	r := rule.Default()
	tempo := plan.Session{Session: verdict.Session{Kind: verdict.Tempo, Minutes: 50, Km: 9}, Hard: true}
	easy := plan.Session{Session: verdict.Session{Kind: verdict.Easy, Minutes: 50, Km: 9}}
	ran := func(minutes, km, known float64, bpm int, at float64) load.Session {
		s := load.Session{Run: true, Minutes: minutes, Km: km, HRMinutes: known}
		s.HR[bpm] = uint16(60 * at)
		return s
	}
	for name, c := range map[string]struct {
		run  load.Session
		p    plan.Session
		max  float64
		want bool
	}{
		"half of the minutes":            {ran(25, 1, 0, 100, 0), easy, 190, true},
		"half of the km":                 {ran(1, 4.5, 0, 100, 0), easy, 190, true},
		"less of both":                   {ran(24.9, 4.4, 0, 100, 0), easy, 190, false},
		"hard for ten minutes":           {ran(50, 9, 50, 152, 10), tempo, 190, true},
		"for nine":                       {ran(50, 9, 50, 152, 9), tempo, 190, false},
		"a beat under four fifths":       {ran(50, 9, 50, 151, 50), tempo, 190, false},
		"known of half of it, easy":      {ran(50, 9, 25, 130, 25), tempo, 190, false},
		"known of less":                  {ran(50, 9, 24.9, 130, 24), tempo, 190, true},
		"the maximum is not known":       {ran(50, 9, 50, 130, 50), tempo, 0, true},
		"an easy day, easily":            {ran(50, 9, 50, 130, 50), easy, 190, true},
		"nothing runs for a day of rest": {ran(50, 9, 50, 130, 50), plan.Session{Session: verdict.Session{Kind: verdict.Rest}}, 190, false},
	} {
		if got := plan.Match(&c.run, c.p, load.MaxHR{BPM: c.max}, &r); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
	// A day with nothing planned on it is one of rest, by whatever name; one with a
	// length is not. Of two runs on a race's day one that matches is the race.
	h := runner(r)
	of := func(kind verdict.SessionKind, minutes, km float64) plan.Session {
		return plan.Session{Session: verdict.Session{Kind: kind, Minutes: minutes, Km: km}, Hard: kind == verdict.Race}
	}
	hot := load.Session{Run: true, Minutes: 50, Km: 9, HRMinutes: 50}
	hot.HR[180] = 3000
	for name, c := range map[string]struct {
		p    plan.Session
		done []load.Session
		max  float64
		want plan.Done
	}{
		"nothing planned":             {of(verdict.Easy, 0, 0), nil, 190, plan.Done{Outcome: plan.Rested}},
		"km alone planned":            {of(verdict.Easy, 0, 8), nil, 190, plan.Done{Outcome: plan.Missed}},
		"minutes alone":               {of(verdict.Easy, 40, 0), nil, 190, plan.Done{Outcome: plan.Missed}},
		"half a race":                 {of(verdict.Race, 50, 10), []load.Session{{Run: true, Minutes: 30, Km: 6}}, 190, plan.Done{Outcome: plan.AsPlanned, Minutes: 30, Km: 6}},
		"and a warm-up before it":     {of(verdict.Race, 50, 10), []load.Session{{Run: true, Minutes: 10, Km: 2}, {Run: true, Minutes: 30, Km: 6}}, 190, plan.Done{Outcome: plan.AsPlanned, Minutes: 40, Km: 8}},
		"a little of a race":          {of(verdict.Race, 50, 10), []load.Session{{Run: true, Minutes: 20, Km: 4}}, 190, plan.Done{Outcome: plan.Shorter, Minutes: 20, Km: 4}},
		"hot, maximum not known":      {of(verdict.Easy, 50, 9), []load.Session{hot}, 0, plan.Done{Outcome: plan.AsPlanned, Minutes: 50, Km: 9}},
		"hot":                         {of(verdict.Easy, 50, 9), []load.Session{hot}, 190, plan.Done{Outcome: plan.Harder, Minutes: 50, Km: 9, Hard: 50}},
		"a hard one, pulse unknown":   {plan.Session{Session: verdict.Session{Kind: verdict.Tempo, Minutes: 50}, Hard: true}, []load.Session{{Run: true, Minutes: 20}}, 190, plan.Done{Outcome: plan.Shorter, Minutes: 20}},
		"a hard one, maximum unknown": {plan.Session{Session: verdict.Session{Kind: verdict.Tempo, Minutes: 50}, Hard: true}, []load.Session{{Run: true, Minutes: 20, HRMinutes: 20}}, 0, plan.Done{Outcome: plan.Shorter, Minutes: 20}},
	} {
		if got := plan.Compare(c.p, c.done, h, load.MaxHR{BPM: c.max}, &r, true); got != c.want {
			t.Errorf("%s: %+v, want %+v", name, got, c.want)
		}
	}
}

// What the ladder hears of a plan: the km of the date's week, which of the seven days
// are light already, and the weeks since the last light one.
func TestPlannedForTheLadder(t *testing.T) {
	r := rule.Default()
	week := func(i int, change func(w *plan.Week)) plan.Week {
		w := plan.Week{Start: monday + diary.Date(7*i), Km: float64(40 + i)}
		if change != nil {
			change(&w)
		}
		return w
	}
	deload, taper, after := func(w *plan.Week) { w.Deload = true }, func(w *plan.Week) { w.Taper = true }, func(w *plan.Week) { w.Recovery = true }
	p := plan.Plan{Weeks: []plan.Week{week(0, nil), week(1, nil), week(2, nil), week(3, deload), week(4, nil), week(5, after), week(6, nil), week(7, taper), week(8, nil)}}
	for i, want := range []int{0, 1, 2, 0, 1, 0, 1, 0, 1} {
		got := p.Planned(monday+diary.Date(7*i+2), &r)
		if got.Weeks != want || got.Km != float64(40+i) || got.Deload != (i == 3) || got.Monday != monday+diary.Date(7*i) {
			t.Errorf("week %d: %+v, want %d weeks", i, got, want)
		}
		for d, light := range got.Light {
			if in := i == 3 && d < 5 || i == 2 && d >= 5; (light == 0.5) != in || (light == 0) == in {
				t.Errorf("week %d, day %d: %g of the usual", i, d, light)
			}
		}
	}
}

// An edit is in whole minutes and tenths of a km, a cap never rounded over; what comes
// out as it was has no reason. A walk-run that ends early has fewer turns.
func TestEditIsRounded(t *testing.T) {
	r := rule.Default()
	p := plan.Plan{Sessions: []plan.Session{{Date: monday, Session: verdict.Session{Kind: verdict.Easy, Minutes: 49, Km: 8.3}}, {Date: monday + 1, Session: verdict.Session{Kind: verdict.Long, Minutes: 95, Km: 15.9}}}}
	f := verdict.Facts{Date: monday, Rules: &r, Cuts: verdict.Cuts{Last: verdict.Cut{Fired: monday, Until: monday + 6, Scale: 0.7}}}
	days := plan.Edit(&p, &f, runner(r), verdict.CutWeek)
	if a, b := days[0].After, days[1].After; a.Minutes != 34 || a.Km != 5.8 || b.Minutes != 67 || b.Km != 11.1 || len(days[2].Because) != 0 {
		t.Errorf("a cut: %+v", days)
	}
	capped := verdict.Facts{Date: monday, Rules: &r, Easy: load.EasyCheck{State: load.EasyPass}}
	days = plan.Edit(&p, &capped, runner(r, plan.Run{Date: monday - 3, Km: 10.99}), verdict.Progress)
	if a := days[1].After; a.Km != 12 || a.Minutes != 72 || len(days[0].Because) != 0 {
		t.Errorf("a cap of 12.089 km: %+v", a)
	}
	now := p.With(days)
	if now.On(monday+1).Km != 12 || now.On(monday) != p.Sessions[0] || p.Sessions[1].Km != 15.9 {
		t.Errorf("%+v of %+v", now.Sessions, p.Sessions)
	}
	f.Cuts.Last.Scale = 0.999
	if days = plan.Edit(&p, &f, runner(r), verdict.CutWeek); len(days[0].Because) != 0 || days[0].After != days[0].Before {
		t.Errorf("nothing is left of a cut that small: %+v", days[0])
	}
	short := plan.After(verdict.DayPlan{Date: monday, After: verdict.Session{Kind: verdict.WalkRun, Minutes: 21, Km: 3}, Stage: verdict.Stage{Run: 2, Walk: 1, Times: 10}})
	if short.Stage.Times != 7 || short.Hard {
		t.Errorf("%+v", short)
	}
	if tempo := plan.After(verdict.DayPlan{After: verdict.Session{Kind: verdict.Tempo}}); !tempo.Hard {
		t.Errorf("%+v", tempo)
	}
	if race := plan.After(verdict.DayPlan{After: verdict.Session{Kind: verdict.Race}}); !race.Hard {
		t.Errorf("%+v", race)
	}
	if whole := plan.After(verdict.DayPlan{After: verdict.Session{Kind: verdict.Easy, Minutes: 30}, Stage: verdict.Stage{Run: 30, Times: 1}}); whole.Stage.Times != 1 {
		t.Errorf("%+v", whole)
	}
}
