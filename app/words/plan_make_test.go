package words

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"rebound/app/wire"
	"rebound/engine"
	"rebound/engine/diary"
	"rebound/engine/plan"
	"rebound/engine/rule"
	"rebound/engine/sample"
	"rebound/engine/verdict"
)

func TestMovePlan(t *testing.T) {
	_, made := following(t, wire.PlanGoal{RaceDate: coachDay + 77, RaceKm: 10, Start: coachDay + 1})
	var tempo, race diary.Date
	for _, s := range made.Sessions {
		switch {
		case s.Kind == "tempo" && tempo == 0:
			tempo = s.Date
		case s.Kind == "race":
			race = s.Date
		}
	}
	moved, err := MovePlan(*made, wire.PlanMove{From: tempo, To: tempo + 1}, coachDay)
	if err != nil {
		t.Fatal(err)
	}
	was, err := ReadPlan(*made)
	if err != nil {
		t.Fatal(err)
	}
	change := diary.PlanOf{Change: diary.PlanMoved, From: tempo, To: tempo + 1}
	for want, before := range map[string]*plan.Plan{
		"Moved tempo from " + shortDay(tempo) + " to " + shortDay(tempo+1):     &was,
		"Moved a session from " + shortDay(tempo) + " to " + shortDay(tempo+1): nil,
	} {
		if got := PlanChange(change, before); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	for code, want := range map[string]string{diary.PlanMade: "Made a new plan", diary.PlanDropped: "Stopped following the plan", diary.PlanMoved: "Moved a session", diary.PlanBack: ""} {
		if got := PlanChange(diary.PlanOf{Change: code}, nil); got != want {
			t.Errorf("%s: %q", code, got)
		}
	}
	if len(moved.Changes) != 1 || !reflect.DeepEqual(moved.Goal, made.Goal) || !reflect.DeepEqual(moved.Notes, made.Notes) || len(made.Changes) != 0 {
		t.Errorf("%+v", moved.Changes)
	}
	for says, m := range map[string]wire.PlanMove{
		"A race does not move": {From: race, To: race - 1},
		"is past":              {From: tempo, To: coachDay - 1},
		"choose another day":   {From: tempo, To: tempo},
	} {
		if _, err := MovePlan(*made, m, coachDay); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%v, want %q", err, says)
		}
	}
}

func TestMakePlanRefuses(t *testing.T) {
	e := engine.New(diary.Build(nil, nil), rule.Default())
	for says, g := range map[string]wire.PlanGoal{
		"How long is the race?": {RaceDate: coachDay + 9},
		"When is the race?":     {RaceKm: 10},
		"The race on 14 March 2026 is in the past of a plan that starts on 15 March 2026: name a race to come.": {RaceDate: coachDay - 1, RaceKm: 10},
		"needs a day to run":    {Days: []string{}},
		"not a weekday":         {Days: []string{"someday"}},
		"one of the days":       {Days: []string{"mon"}, Long: "sun"},
		"8 days a week":         {PerWeek: 8},
		"900 km a week":         {WeeklyKm: new(900.0)},
		"comes after the plan":  {Tune: []wire.Race{{Date: coachDay + 300, Km: 10}}},
		"is not run yet":        {Recover: &wire.Race{Date: coachDay + 3, Km: 10}},
		"two years":             {RaceDate: coachDay + 800, RaceKm: 10},
		"0.1 km cannot be plan": {RaceDate: coachDay + 80, RaceKm: 0.1},
	} {
		if _, err := MakePlan(e, g, coachDay, Options{}); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%v, want %q", err, says)
		}
	}
}

// TestWalkRunInWords: a walk-run's steps are told and read back.
func TestWalkRunInWords(t *testing.T) {
	e := engine.New(diary.Build(nil, nil), rule.Default())
	made, err := MakePlan(e, wire.PlanGoal{RaceDate: coachDay + 130, RaceKm: 10}, coachDay+1, Options{})
	if err != nil {
		t.Fatal(err)
	}
	p, err := ReadPlan(made)
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, s := range p.Sessions {
		if w, ok := p.Workout(s); ok && s.Stage.Times > 0 {
			seen[Options{}.steps(w)] = true
		}
	}
	for _, want := range []string{"14 x (1 min run, 1 min walk)", "10 x (2 min run, 1 min walk)", "4 x (9 min run, 1 min walk)"} {
		if !seen[want] {
			t.Errorf("no session of %s: %v", want, seen)
		}
	}
}

// TestPlanOnTheWayBack: a plan made three weeks into a pause begins with the
// sessions that the way back prescribes, and its own edit makes none of them longer.
func TestPlanOnTheWayBack(t *testing.T) {
	files := sample.Files(coachDay - 30)
	e := engine.New(diary.Build(files, nil), rule.Default())
	made, err := MakePlan(e, wire.PlanGoal{RaceDate: coachDay + 130, RaceKm: 10}, coachDay, Options{})
	if err != nil {
		t.Fatal(err)
	}
	p, err := ReadPlan(made)
	if err != nil {
		t.Fatal(err)
	}
	e.Follow(&p)
	runs := 0
	for _, d := range e.Assess(coachDay + 1).Week {
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
	goal := wire.PlanGoal{RaceDate: coachDay + 70, RaceKm: 21.0975, Days: []string{"mon", "wed", "fri", "sun"}}
	before, err := MakePlan(engine.New(diary.Build(sample.Files(coachDay), nil), rule.Default()), goal, coachDay+1, Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range before.Sessions {
		if s.Kind == "rest" {
			t.Errorf("a first plan names %v", s)
		}
	}
	text, err := json.Marshal(before)
	if err != nil {
		t.Fatal(err)
	}
	kept := diary.File{Kind: "typed", Reported: diary.Reported{Plans: []diary.PlanOf{{Stamp: diary.Stamp{At: 1, Date: coachDay}, Change: diary.PlanMade, Text: string(text)}}}}
	goal.Days = []string{"tue", "wed", "sun"}
	now, err := MakePlan(engine.New(diary.Build(append(sample.Files(coachDay), kept), nil), rule.Default()), goal, coachDay+8, Options{})
	if err != nil {
		t.Fatal(err)
	}
	p, err := ReadPlan(now)
	if err != nil {
		t.Fatal(err)
	}
	named := map[diary.Date]string{}
	for _, e := range Calendar(p, Options{}).Events {
		named[e.Date] = e.Summary
	}
	first, last, _ := p.Span()
	for _, s := range before.Sessions {
		if s.Date > first && s.Date < last && named[s.Date] == "" {
			t.Errorf("%v is left as it was in the calendar", s.Date)
		}
	}
	if monday := plan.Monday(coachDay + 15); named[monday] != "Rest" || named[monday+3] != "" {
		t.Errorf("Monday %q, Thursday %q", named[monday], named[monday+3])
	}
}

// TestPauseThatIsOnlySaid: a last run three weeks back that only the form knows of
// starts the plan with the walk-runs of a return, half an hour each; twenty days are
// a beginner's, who grows from what is run.
func TestPauseThatIsOnlySaid(t *testing.T) {
	e := engine.New(diary.Build(nil, nil), rule.Default())
	for days, want := range map[diary.Date]bool{20: false, 21: true, 22: true} {
		made, err := MakePlan(e, wire.PlanGoal{Start: coachDay, LastRun: coachDay - days, PerWeek: 4}, coachDay, Options{})
		if err != nil {
			t.Fatal(err)
		}
		p, err := ReadPlan(made)
		if err != nil {
			t.Fatal(err)
		}
		if s := p.Sessions[0]; s.Kind != verdict.WalkRun || (s.Minutes == 30) != want {
			t.Errorf("%d days off: the first session is %+v, half an hour %v", days, s, want)
		}
	}
}
