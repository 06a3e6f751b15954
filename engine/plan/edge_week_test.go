package plan_test

import (
	"math"
	"testing"

	"rebound/engine/diary"
	"rebound/engine/plan"
	"rebound/engine/rule"
	"rebound/engine/verdict"
)

// What one session may hold: 35 km for the long run and 28 for any other, and no run
// longer than three and a half hours; a cap never goes under two km.
func TestLongestSessions(t *testing.T) {
	r := rule.Default()
	first := func(perWeek int, weekly, easy float64, past ...plan.Run) plan.Session {
		return by(&r, plan.Goal{Start: monday, PerWeek: perWeek, Now: plan.Shape{Weekly: weekly, Easy: easy, Past: past}}).Sessions[0]
	}
	for name, c := range map[string]struct {
		got  plan.Session
		want float64
	}{
		"a long run":                       {first(1, 200, 4), 35},
		"three and a half hours of it":     {first(1, 200, 7), 30},
		"any other":                        {first(2, 200, 4), 28},
		"three and a half hours of those":  {first(2, 200, 10), 21},
		"a jog to the bus is no yardstick": {first(1, 30, 5, plan.Run{Date: monday - 2, Km: 1}), 2},
		"a run of three km is one":         {first(1, 30, 5, plan.Run{Date: monday - 2, Km: 3}), 3.3},
		"of today it is not":               {first(1, 30, 5, plan.Run{Date: monday, Km: 3}), 30},
	} {
		if math.Abs(c.got.Km-c.want) > 1e-9 {
			t.Errorf("%s: %+v, want %g km", name, c.got, c.want)
		}
	}
}

// The long run's share of a week, by the days that are run.
func TestLongShareOfAWeek(t *testing.T) {
	r := rule.Default()
	for n, want := range []float64{1: 10, 2: 6, 3: 4.5, 4: 3.8, 5: 3.3, 6: 3, 7: 2.8} {
		if n == 0 {
			continue
		}
		weekly := 30.0
		p := by(&r, plan.Goal{Start: monday, PerWeek: n, Now: plan.Shape{Weekly: weekly, Easy: 5}})
		if s := p.On(monday + 6); s.Kind != verdict.Long || math.Abs(s.Km-want*3) > 1e-9 {
			t.Errorf("%d days: %+v, want %g km", n, s, want*3)
		}
	}
}

// The steps of a walk-run are its stage's, in seconds; a plan's go up a stage a week
// that builds, and the last of them has a walk in it still.
func TestStagesOfAPlan(t *testing.T) {
	w, ok := new(plan.Plan).Workout(plan.Session{Session: verdict.Session{Kind: verdict.WalkRun, Minutes: 30}, Stage: verdict.Stage{Run: 9, Walk: 1, Times: 3}})
	if !ok || steps(w) != "540 60 x3" || w.Steps[0].Effort != plan.Jog || w.Steps[1].Effort != plan.Walk {
		t.Errorf("%+v", w)
	}
	r := rule.Default()
	p := by(&r, plan.Goal{Start: monday, PerWeek: 3, Now: plan.Shape{Weekly: 8, Easy: 6}})
	for week, want := range []float64{1, 2, 4, 4, 5, 9, 9} { // the fourth steps back
		s := p.On(monday + diary.Date(7*week+6))
		if s.Kind != verdict.WalkRun || s.Stage.Run != want || s.Stage.Walk != 1 || float64(s.Stage.Times) != math.Max(1, math.Round(s.Minutes/(want+1))) {
			t.Errorf("week %d: %+v, want %g minutes of running", week+1, s, want)
		}
	}
}
