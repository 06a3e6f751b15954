package plan

import (
	"testing"

	"rebound/app/page/ui"
	"rebound/app/wire"
)

// quiet is a page that nobody looks at.
type quiet struct{ ui.Host }

func (quiet) Booted(string) bool { return false }
func (quiet) Arrived()           {}

func weeks(n int) (list []wire.BlockWeek) {
	for i := range n {
		list = append(list, wire.BlockWeek{Now: i == 1})
	}
	return list
}

// What the runner has chosen in the form, and the week they read, outlast an
// answer that comes meanwhile; a form that is closed does not.
func TestAnswerLeavesWhatIsOpen(t *testing.T) {
	v := New(&ui.Page{Host: quiet{}, Today: day, Route: ui.Route{Screen: ui.ScreenPlan, Part: partGoal}})
	answer := wire.PlanScreen{Date: day, Made: &wire.Plan{}, Weeks: weeks(4)}
	v.got(answer)
	if v.Week != 1 {
		t.Errorf("the block opens at week %d, not at today's", v.Week)
	}
	v.Draft.Kind, v.Week = "half", 3
	v.got(answer)
	if v.Draft.Kind != "half" || v.Week != 3 {
		t.Errorf("after an answer the form says %q, and week %d is read out", v.Draft.Kind, v.Week)
	}

	v.page.Route.Part = ""
	answer.Weeks = weeks(2)
	v.got(answer)
	if v.Draft != nil || v.Week != 1 {
		t.Errorf("the form was closed and is %+v; of another block week %d is read out", v.Draft, v.Week)
	}

	old := answer
	old.Date, old.Weeks = day-1, weeks(3)
	v.got(old)
	if len(v.Plan.Weeks) != 2 {
		t.Error("an answer of another day is shown")
	}
}
