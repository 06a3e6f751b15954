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
