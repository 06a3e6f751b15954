package words

import (
	"rebound/app/wire"
	"rebound/engine"
	"rebound/engine/diary"
)

// Followed is the plan that the runner follows, as it is kept.
type Followed struct {
	Plan    *wire.Plan // nil: none
	Undo    string     // what taking the last change back would undo; "": nothing
	Preview bool       // it is only shown
}

// PlanScreen is the Plan screen on date t. The engine follows f.Plan already.
func PlanScreen(e *engine.Engine, f Followed, t diary.Date, o Options) wire.PlanScreen {
	out := wire.PlanScreen{Date: t, Made: f.Plan, Undo: f.Undo, Preview: f.Preview,
		Days: []wire.PlanDay{}, Done: []wire.PlanDone{}, Weeks: []wire.BlockWeek{}, Cycles: []wire.Cycle{}}
	if f.Plan != nil && f.Plan.Goal != nil {
		out.Goal = *f.Plan.Goal
	}
	return out
}
