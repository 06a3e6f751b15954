package words

import (
	"testing"

	"rebound/engine/diary"
	"rebound/engine/plan"
	"rebound/engine/verdict"
)

func TestPlanChange(t *testing.T) {
	before := &plan.Record{Plan: plan.Plan{Sessions: []plan.Session{{Date: coachDay, Session: verdict.Session{Kind: verdict.Tempo, Minutes: 40}}}}}
	change := diary.PlanOf{Change: diary.PlanMoved, From: coachDay, To: coachDay + 1}
	for want, was := range map[string]*plan.Record{
		"Moved tempo from Sun 15 Mar to Mon 16 Mar":     before,
		"Moved a session from Sun 15 Mar to Mon 16 Mar": nil,
	} {
		if got := PlanChange(change, was); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	for code, want := range map[string]string{diary.PlanMade: "Made a new plan", diary.PlanDropped: "Stopped following the plan", diary.PlanMoved: "Moved a session", diary.PlanBack: ""} {
		if got := PlanChange(diary.PlanOf{Change: code}, nil); got != want {
			t.Errorf("%s: %q", code, got)
		}
	}
}

// A change of the runner's days names what was said, the first of it.
func TestLifeChange(t *testing.T) {
	goal := func(w plan.Wish) *plan.Record {
		return &plan.Record{Plan: plan.Plan{Sessions: []plan.Session{{Date: coachDay, Session: verdict.Session{Kind: verdict.Easy, Minutes: 40}}}}, Goal: &w}
	}
	off := []plan.Off{{From: coachDay, To: coachDay + 2}}
	for _, c := range []struct {
		was, now plan.Wish
		want     string
	}{
		{plan.Wish{}, plan.Wish{Off: off}, "Days off: 15 to 17 Mar"},
		{plan.Wish{Off: off}, plan.Wish{}, "No longer off: 15 to 17 Mar"},
		{plan.Wish{Off: off}, plan.Wish{Off: []plan.Off{{From: coachDay, To: coachDay}}}, "Days off: 15 Mar"},
		{plan.Wish{}, plan.Wish{Minutes: map[string]float64{"mon": 40}}, "Changed the time you have"},
		{plan.Wish{}, plan.Wish{RaceName: "Lewes"}, "Changed the race's name or goal time"},
	} {
		v := diary.PlanOf{Change: diary.PlanLife, Text: goal(c.now).Encode()}
		if got := PlanChange(v, goal(c.was)); got != c.want {
			t.Errorf("%+v to %+v: %q, want %q", c.was, c.now, got, c.want)
		}
		if got := PlanChange(v, nil); got != "Changed your days" {
			t.Errorf("of a version of which the one before is not known: %q", got)
		}
	}
}
