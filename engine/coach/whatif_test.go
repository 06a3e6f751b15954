package coach

import (
	"slices"
	"testing"

	"rebound/engine"
	"rebound/engine/diary"
	"rebound/engine/verdict"
)

// A morning counts where the advice, the session or the count of lighter weeks would
// have been another, and adds up what would have been held and begun.
func TestWhatIfTakesWhatDiffers(t *testing.T) {
	const day = diary.Date(20500)
	tempo := verdict.Session{Kind: verdict.Tempo, Minutes: 50}
	easy := verdict.Session{Kind: verdict.Easy, Minutes: 50}
	report := func(a verdict.Action, d verdict.DayPlan, fired diary.Date) *engine.Report {
		r := &engine.Report{Date: day, Action: a, Week: []verdict.DayPlan{d}}
		if fired != 0 {
			r.Cuts.Last = verdict.Cut{Fired: fired, Scale: 0.7}
		}
		return r
	}
	planned := verdict.DayPlan{Before: tempo, After: tempo}
	held := verdict.DayPlan{Before: tempo, After: easy, Because: []verdict.Code{verdict.Code(verdict.HoldQuality)}}
	spiked := verdict.DayPlan{Before: tempo, After: easy, Because: []verdict.Code{verdict.SessionSpike}}
	for name, c := range map[string]struct {
		was, would *engine.Report
		held, cuts int
		days       int
	}{
		"nothing":               {report(verdict.Progress, planned, 0), report(verdict.Progress, planned, 0), 0, 0, 0},
		"a hold":                {report(verdict.Progress, planned, 0), report(verdict.HoldQuality, held, 0), 1, 0, 1},
		"no hold":               {report(verdict.HoldQuality, held, 0), report(verdict.Progress, planned, 0), -1, 0, 1},
		"eased for another":     {report(verdict.Progress, planned, 0), report(verdict.Progress, spiked, 0), 0, 0, 1},
		"a cut begins":          {report(verdict.Progress, planned, 0), report(verdict.CutWeek, planned, day), 0, 1, 1},
		"a cut that went on":    {report(verdict.Progress, planned, 0), report(verdict.CutWeek, planned, day-1), 0, 0, 1},
		"a cut does not begin":  {report(verdict.CutWeek, planned, day), report(verdict.Progress, planned, day-30), 0, -1, 1},
		"the same cut":          {report(verdict.CutWeek, planned, day), report(verdict.CutWeek, planned, day), 0, 0, 0},
		"no week of the runner": {&engine.Report{Date: day, Action: verdict.Progress}, &engine.Report{Date: day, Action: verdict.Progress}, 0, 0, 0},
	} {
		var w WhatIf
		w.Take(c.was, c.would)
		if w.Held != c.held || w.Cuts != c.cuts || len(w.Days) != c.days {
			t.Errorf("%s: %+v", name, w)
		}
		if !slices.ContainsFunc(w.Days, func(d Changed) bool { return d.Date == day }) && c.days > 0 {
			t.Errorf("%s: %+v", name, w.Days)
		}
	}
}
