package plan_test

import (
	"testing"

	"rebound/engine/diary"
	"rebound/engine/load"
	"rebound/engine/plan"
	"rebound/engine/rule"
	"rebound/engine/verdict"
)

// TestReturnNeverLengthens: on the return to running after a long pause no day of a plan
// holds more minutes than were planned for it, rest days and deloads included, and
// a walk-run is told as long as it is.
func TestReturnNeverLengthens(t *testing.T) {
	r := rule.Default()
	p := made(t, plan.Goal{Start: monday, PerWeek: 4, Now: plan.Shape{Weekly: 20, Easy: 6}})
	bent, early := 0, 0
	for on := monday; on < monday+8*7; on++ {
		f := verdict.Facts{Date: on, Rules: &r, RunSeen: true, Planned: p.Planned(on, &r), Easy: load.EasyCheck{State: load.EasyPass},
			Layoff: verdict.Layoff{Tier: 3, DaysOff: 40, LastRun: on - 40}}
		last := diary.Date(0)
		for _, d := range plan.Edit(&p, &f, runner(r), verdict.ReturnToRun) {
			if d.After.Minutes > d.Before.Minutes {
				t.Errorf("%v: %+v", on, d)
			}
			if d.After.Kind != verdict.WalkRun {
				continue
			}
			if d.Date < last+2 {
				t.Errorf("%v: a run on the day after another: %+v", on, d)
			}
			last = d.Date
			s := plan.After(d)
			if off := s.Stage.Minutes() - d.After.Minutes; off > 4 || off < -4 {
				t.Errorf("%v: %+v is told as %+v", on, d, s.Stage)
			}
			if bent++; d.After.Minutes < 28 {
				early++
			}
		}
	}
	if bent == 0 || early == 0 {
		t.Errorf("%d walk-runs, %d of them ended early", bent, early)
	}
}
