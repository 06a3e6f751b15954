package coach_test

import (
	"testing"
	"time"

	"rebound/engine"
	"rebound/engine/coach"
	"rebound/engine/diary"
	"rebound/engine/plan"
	"rebound/engine/rule"
	"rebound/engine/sample"
	"rebound/engine/verdict"
)

var day = diary.DateOf(2026, time.March, 15) // the sample runner's week is cut

// TestPlanWhileReturning: a plan made three weeks into a pause begins with the
// sessions that the return to running prescribes, and its own edit makes none of them longer.
func TestPlanWhileReturning(t *testing.T) {
	files := append(sample.Files(day-30), checkIn(day+1, calm), checkIn(day, calm))
	e := engine.New(diary.Build(files, nil), rule.Default())
	made, err := coach.Make(e, plan.Wish{RaceDate: day + 130, RaceKm: 10}, day)
	if err != nil {
		t.Fatal(err)
	}
	e.Follow(&made.Plan)
	runs := 0
	for _, d := range e.Assess(day + 1).Week {
		if d.After.Minutes > 0 {
			runs++
		}
		if d.After.Minutes > d.Before.Minutes+1 || d.Before.Minutes > 0 && d.Before.Kind != verdict.WalkRun {
			t.Errorf("%+v", d)
		}
	}
	if runs < 2 {
		t.Errorf("%d runs in the week", runs)
	}
}

// TestRemakeFreesDays: a day that a plan followed before had a session on, and the
// new one has not, is rest by name, so that a calendar that holds it is told.
func TestRemakeFreesDays(t *testing.T) {
	goal := plan.Wish{RaceDate: day + 70, RaceKm: 21.0975, Days: []string{"mon", "wed", "fri", "sun"}}
	before, err := coach.Make(engine.New(diary.Build(sample.Files(day), nil), rule.Default()), goal, day+1)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range before.Sessions {
		if s.Kind == "rest" {
			t.Errorf("a first plan names %v", s)
		}
	}
	kept := diary.File{Kind: "typed", Reported: diary.Reported{Plans: []diary.PlanOf{{Stamp: diary.Stamp{At: 1, Date: day}, Change: diary.PlanMade, Text: before.Encode()}}}}
	goal.Days = []string{"tue", "wed", "sun"}
	now, err := coach.Make(engine.New(diary.Build(append(sample.Files(day), kept), nil), rule.Default()), goal, day+8)
	if err != nil {
		t.Fatal(err)
	}
	named := map[diary.Date]verdict.SessionKind{}
	for _, s := range now.Sessions {
		named[s.Date] = s.Kind
	}
	first, last, _ := now.Span()
	for _, s := range before.Sessions {
		if s.Date > first && s.Date < last && named[s.Date] == "" {
			t.Errorf("%v is left as it was in the calendar", s.Date)
		}
	}
	if monday := plan.Monday(day + 15); named[monday] != verdict.Rest || named[monday+3] != "" {
		t.Errorf("Monday %q, Thursday %q", named[monday], named[monday+3])
	}
}
