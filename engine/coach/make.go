package coach

import (
	"rebound/engine"
	"rebound/engine/diary"
	"rebound/engine/plan"
	"rebound/engine/verdict"
)

// Make makes the plan that was wished for, from what the diary says is run now.
// The error is a [plan.Refusal].
//
// A runner three weeks off or more starts at the walk-run stage that their return
// is at; so does one whose last run is only on their own word. Days that the plan
// followed until now had a session on are rest by name, where the new one has none:
// a calendar may hold them.
func Make(e *engine.Engine, w plan.Wish, today diary.Date) (plan.Record, error) {
	if w.Start == 0 {
		w.Start = today
	}
	if err := plan.Starts(w.Start, today); err != nil {
		return plan.Record{}, err
	}
	goal, err := w.Goal()
	if err != nil {
		return plan.Record{}, err
	}
	if w.LastRun > today {
		return plan.Record{}, &plan.Refusal{Code: plan.LastRunAhead}
	}
	rules := e.Rules()
	goal.Now = shape(e, w.Start)
	last, _ := e.History().LastRun(w.Start)
	if l := e.Past(w.Start).Layoff(w.Start); l.Tier == 3 {
		goal.Now.Back = min(l.Progress.Stage+1, len(verdict.Stages))
	} else if w.LastRun > last && float64(w.Start-w.LastRun) >= rules.BackTier3 {
		goal.Now.Back = 1 // a pause that the diary does not know of yet
	}
	if w.WeeklyKm != nil {
		goal.Now.Weekly = *w.WeeklyKm
	}
	p, err := plan.Make(goal, &rules)
	if err != nil {
		return plan.Record{}, err
	}
	if v, ok := e.Diary().Reported.PlanOn(today); ok {
		if before := plan.Stored(v); before != nil {
			var dates []diary.Date
			for _, s := range before.Sessions {
				dates = append(dates, s.Date)
			}
			p.Free(dates)
		}
	}
	return plan.Record{Plan: p, Goal: &w}.Fit(w.Start), nil
}

// shape is what the runner does, as of date t: of the four weeks before the days of
// which nothing is known, or before a layoff that scales the plan already. What was run
// in the month before t limits its sessions all the same.
func shape(e *engine.Engine, t diary.Date) plan.Shape {
	h, rules := e.History(), e.Rules()
	usual := min(t, h.Seen(t)+1)
	if l := e.Past(t).Layoff(t); l.Tier == 1 || l.Tier == 2 {
		usual = l.LastRun + 1
	}
	out := plan.ShapeOf(h, t, &rules)
	if usual < t {
		before := plan.ShapeOf(h, usual, &rules)
		out.Weekly, out.PerWeek, out.Easy = before.Weekly, before.PerWeek, before.Easy
	}
	return out
}
