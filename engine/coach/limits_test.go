package coach_test

import (
	"testing"

	"rebound/engine"
	"rebound/engine/coach"
	"rebound/engine/cycle"
	"rebound/engine/diary"
	"rebound/engine/plan"
	"rebound/engine/rule"
	"rebound/engine/sample"
	"rebound/engine/verdict"
)

// A last run three weeks back of which there is only the runner's word starts the plan
// with the walk-runs of a return, half an hour each; twenty days are a beginner's, who
// grows from what is run.
func TestPauseOnTheRunnersWord(t *testing.T) {
	e := engine.New(diary.Build(nil, nil), rule.Default())
	for days, want := range map[diary.Date]bool{20: false, 21: true, 22: true} {
		made, err := coach.Make(e, plan.Wish{Start: day, LastRun: day - days, PerWeek: 4}, day)
		if err != nil {
			t.Fatal(err)
		}
		if s := made.Plan.Sessions[0]; s.Kind != verdict.WalkRun || (s.Minutes == 30) != want {
			t.Errorf("%d days off: the first session is %+v, half an hour %v", days, s, want)
		}
	}
}

// What counts as a difference between two blocks is what the settings say.
func TestCyclesGoByTheSettings(t *testing.T) {
	last := func(change func(r *rule.Settings)) cycle.Cycle {
		r := rule.Default()
		change(&r)
		e := engine.New(diary.Build(sample.Files(day), nil), r)
		list := coach.On(e, day-28, nil).Cycles() // before the hard weeks: the signals are in range
		return list[len(list)-1]
	}
	usual := last(func(*rule.Settings) {})
	if usual.Back != cycle.Yes || usual.Stress == cycle.Unknown || usual.EasyRuns < 2 || usual.PriorRuns < 2 {
		t.Fatalf("nothing to compare: %+v", usual)
	}
	change := usual.Weekly/usual.Before - 1
	for name, c := range map[string]struct {
		change     func(r *rule.Settings)
		stress     cycle.Answer
		adaptation cycle.Answer
	}{
		"a load that is reached":       {func(r *rule.Settings) { r.CycleLoad, r.CycleEasier, r.CycleIndex = change-0.001, 100, 100 }, cycle.Yes, cycle.No},
		"a load that is not":           {func(r *rule.Settings) { r.CycleLoad, r.CycleEasier, r.CycleIndex = change+0.001, 100, 100 }, cycle.No, cycle.No},
		"a block that is too young":    {func(r *rule.Settings) { r.CycleEarly, r.CycleEasier, r.CycleIndex = 29, 100, 100 }, cycle.Unknown, cycle.No},
		"easier by what is asked":      {func(r *rule.Settings) { r.CycleLoad, r.CycleEasier, r.CycleIndex = 100, -100, 100 }, cycle.No, cycle.Yes},
		"an index as good as is asked": {func(r *rule.Settings) { r.CycleLoad, r.CycleEasier, r.CycleIndex = 100, 100, -100 }, cycle.No, cycle.Yes},
	} {
		if got := last(c.change); got.Stress != c.stress || got.Adaptation != c.adaptation {
			t.Errorf("%s: %+v, want %v %v", name, got, c.stress, c.adaptation)
		}
	}
}
