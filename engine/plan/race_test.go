package plan_test

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"rebound/engine/diary"
	"rebound/engine/plan"
	"rebound/engine/rule"
	"rebound/engine/verdict"
)

// TestRaceOnTheWay: a 10 km race on the Sunday of the sixth week of a marathon
// plan takes the long run's place and one hard session's, with easy days around
// it; the plan after it is as it was without.
func TestRaceOnTheWay(t *testing.T) {
	r := rule.Default()
	goal := plan.Goal{Start: monday, Race: &plan.Race{Date: monday + 132, Km: 42.195}, PerWeek: 6, Now: plan.Shape{Weekly: 65, VDOT: 48}}
	plain, err := plan.Make(goal, &r)
	if err != nil {
		t.Fatal(err)
	}
	goal.Tune = []plan.Race{{Date: monday + 41, Km: 10}}
	p, err := plan.Make(goal, &r)
	if err != nil {
		t.Fatal(err)
	}
	for week, want := range map[diary.Date]string{
		28: "-teeiel", // as ever
		35: "-teeeer", // the race counts as the second hard session and the long run
		42: "-eeeeel", // six easy days
		49: "-teeeel", // the deload
		56: "-teeiel",
	} {
		got := ""
		for d := range diary.Date(7) {
			got += letters[p.On(monday+week+d).Kind]
		}
		if got != want {
			t.Errorf("the week of day %d is %s, want %s\n%s", week, got, want, lines(&p))
		}
	}
	if s := p.On(monday + 41); s.Minutes < 38 || s.Minutes > 45 || !s.Hard {
		t.Errorf("the race is %v", s)
	}
	if eve, usual := p.On(monday+40).Km, p.On(monday+33).Km; eve > 0.6*usual {
		t.Errorf("%g km on the eve of the race, %g a week before", eve, usual)
	}
	for _, at := range []*plan.Plan{&plain, &p} {
		if s := at.On(goal.Race.Date); s.Km != 42.195 {
			t.Errorf("the goal is %v", s)
		}
	}
}

func TestRacesRefused(t *testing.T) {
	r := rule.Default()
	race := func(in diary.Date, km float64) plan.Race { return plan.Race{Date: monday + in, Km: km} }
	goal := race(90, 21.0975)
	far := race(90, 21.0975).Date
	for _, c := range []struct {
		goal plan.Goal
		want plan.Refusal
	}{
		{plan.Goal{Race: &goal, Tune: []plan.Race{race(-3, 10)}}, plan.Refusal{Code: plan.TunePast, Date: monday - 3, Other: monday}},
		{plan.Goal{Race: &goal, Tune: []plan.Race{race(91, 10)}}, plan.Refusal{Code: plan.TuneLate, Date: far + 1, Other: far}},
		{plan.Goal{Tune: []plan.Race{race(84, 10)}}, plan.Refusal{Code: plan.TuneLate, Date: monday + 84, Other: monday + 83}},
		{plan.Goal{Race: &goal, Tune: []plan.Race{race(40, 10), race(34, 5)}}, plan.Refusal{Code: plan.RacesNear, Date: monday + 34, Other: monday + 40, Low: 7}},
		{plan.Goal{Race: &goal, Tune: []plan.Race{race(84, 10)}}, plan.Refusal{Code: plan.RacesNear, Date: monday + 84, Other: far, Low: 7}},
		{plan.Goal{Race: &goal, Tune: []plan.Race{race(40, 0)}}, plan.Refusal{Code: plan.RaceKm, Low: 0.4, High: 250}},
		{plan.Goal{Race: &goal, Recover: &plan.Race{Date: monday - 1, Km: 10}}, plan.Refusal{Code: plan.RecoverOther}},
		{plan.Goal{Recover: &plan.Race{Date: monday, Km: 10}}, plan.Refusal{Code: plan.RecoverAhead, Date: monday}},
		{plan.Goal{Recover: &plan.Race{Date: monday - 7, Km: 10}}, plan.Refusal{Code: plan.RecoverOver, Date: monday - 7, Other: monday - 1}},
		{plan.Goal{Recover: &plan.Race{Date: monday - 1, Km: -1}}, plan.Refusal{Code: plan.RecoverKm, Value: -1, Low: 0.4, High: 250}},
	} {
		c.goal.Start = monday
		_, err := plan.Make(c.goal, &r)
		refused(t, string(c.want.Code), err, c.want)
	}
}

// TestRecover: the easy days after a marathon are rest, then short easy runs that
// grow back, for any runner: nothing hard, nothing long, nothing over the usual
// day or the session cap.
func TestRecover(t *testing.T) {
	r := rule.Default()
	rng := rand.New(rand.NewPCG(5, 6))
	for i := range 2000 {
		g, _ := randomGoal(rng)
		race := plan.Race{Date: g.Start - 1 - diary.Date(rng.IntN(3)), Km: []float64{5, 10, 21.0975, 42.195, 100}[rng.IntN(5)]}
		g.Race, g.Tune, g.Recover = nil, nil, &race
		p, err := plan.Make(g, &r)
		if err != nil {
			t.Fatal(err)
		}
		again, _ := plan.Make(g, &r)
		until := plan.RecoverUntil(race, &r)
		if _, last, ok := p.Span(); !ok || last != until || !reflect.DeepEqual(p, again) {
			t.Fatalf("runner %d: until %v, want %v", i, last, until)
		}
		rested := race.Date + (until-race.Date)/4
		for _, s := range p.Sessions {
			if s.Kind != verdict.Easy && s.Kind != verdict.Rest || s.Date <= rested && s.Km > 0 || s.Km > 0.8*max(g.Now.Weekly, 7.5)+0.1 {
				t.Fatalf("runner %d, %v: %v", i, race, s)
			}
		}
		if err := p.Check(); err != nil || slices.ContainsFunc(p.Weeks, func(w plan.Week) bool { return !w.Recovery || w.Deload }) {
			t.Fatalf("runner %d: %v, %v", i, err, p.Weeks)
		}
	}
	p, err := plan.Make(plan.Goal{Start: monday, Recover: &plan.Race{Date: monday - 1, Km: 42.195}, Now: plan.Shape{Weekly: 60, PerWeek: 5, Easy: 5.5}}, &r)
	if err != nil {
		t.Fatal(err)
	}
	if got := p.Planned(monday+25, &r); got.Weeks != 0 || got.Deload {
		t.Errorf("four weeks of it are four building weeks: %+v", got)
	}
	var km []float64
	for _, w := range p.Weeks {
		km = append(km, w.Km)
	}
	if len(km) != 4 || !slices.IsSorted(km[:3]) || km[0] > 12 || km[2] > 0.8*60 || km[2] < 25 {
		t.Errorf("weeks of %v km", km)
	}
}
