package plan

import (
	"encoding/json"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/chart"
	"rebound/app/page/ui"
	"rebound/app/wire"
	"rebound/engine/diary"
)

// Ask asks for the plan.
func (v *View) Ask() {
	if v.Plan != nil {
		v.openForm()
	}
	ui.Ask(v.page, wire.OpPlan, wire.DateArg{Date: v.page.Today}, v.got)
}

// openForm starts the form that is shown, before anything is answered to it.
func (v *View) openForm() {
	switch form := v.Plan.Made == nil || v.page.Route.Part == partGoal; {
	case !form:
		v.Draft, v.Preview = nil, nil
	case v.Draft == nil:
		v.Draft = StartDraft(v.Plan.PlanScreen)
	}
}

func (v *View) got(s wire.PlanScreen) {
	if s.Date != v.page.Today {
		return
	}
	if v.Plan == nil || len(v.Plan.Weeks) != len(s.Weeks) {
		v.Week = nowWeek(s.Weeks, v.page.Today)
	}
	v.Plan = Show(s, v.Plan)
	v.CanShare = v.page.Booted("canShare")
	v.openForm()
	v.page.Arrived()
}

// changed takes in the plan after a change of it, and the verdict's week.
func (v *View) changed(s wire.State) {
	v.close()
	v.page.GotState(s)
}

func (v *View) undoPlan(app.Context, app.Event) {
	ui.Ask(v.page, wire.OpPlanUndo, nil, func(s wire.State) {
		v.changed(s)
		v.page.Toast("Undone.", nil)
		ui.FocusNext(v.page, ui.IDSeven, ui.IDTitle)
	})
}

func (v *View) dropPlan(app.Context, app.Event) {
	ui.Ask(v.page, wire.OpPlanDrop, nil, func(s wire.State) {
		v.changed(s)
		ui.FocusTop(v.page)
	})
}

// openMove shows the days to move to, or hides them.
func (v *View) openMove(ctx app.Context, _ app.Event) {
	d, _ := diary.ParseDate(ui.Data(ctx, "date"))
	if v.Moving == d {
		v.Moving = 0
		return
	}
	v.Moving = d
	ui.FocusNext(v.page, idMove(0))
}

func (v *View) closeMove(ctx app.Context, _ app.Event) {
	v.Moving = 0
	ui.FocusNext(v.page, "move-"+ui.Data(ctx, "date"))
}

func (v *View) moveTo(ctx app.Context, _ app.Event) { v.move(ui.Data(ctx, "from"), ui.Data(ctx, "to")) }

// dragged hears of a session that was dropped on another day.
func (v *View) dragged(_ app.Context, e app.Event) {
	from, to, _ := strings.Cut(e.Get("detail").String(), " ")
	v.move(from, to)
}

func (v *View) move(from, to string) {
	a, err := diary.ParseDate(from)
	b, err2 := diary.ParseDate(to)
	if err != nil || err2 != nil || v.Plan == nil {
		return
	}
	warn := ""
	if d, ok := v.Plan.dayOf(a); ok {
		for _, m := range d.MoveTo {
			if m.Date == b && m.Warn != "" {
				warn = "Careful: " + m.Warn + "."
			}
		}
	}
	ui.Ask(v.page, wire.OpPlanMove, wire.PlanMove{From: a, To: b}, func(s wire.State) {
		v.changed(s)
		v.page.Toast(warn, nil)
		ui.FocusNext(v.page, "move-"+to, ui.IDSeven)
	})
}

func (v *View) pickWeek(ctx app.Context, _ app.Event) {
	if n, err := json.Number(ctx.JSSrc().Get("value").String()).Int64(); err == nil {
		v.Week = int(n)
	}
}

// tapWeek finds the bar under the finger; the bars fill the picture's plot.
func (v *View) tapWeek(ctx app.Context, e app.Event) {
	box := ctx.JSSrc().Call("getBoundingClientRect")
	shown := v.Plan
	if v.Preview != nil {
		shown = v.Preview
	}
	if w := box.Get("width").Float(); w > 0 && shown != nil {
		v.Week = chart.BlockAt((e.Get("clientX").Float()-box.Get("left").Float())/w, len(shown.Weeks))
	}
}

func (v *View) planTable(ctx app.Context, _ app.Event) {
	for _, s := range []*Shown{v.Plan, v.Preview} {
		if s != nil {
			s.Open[ui.Data(ctx, "key")] = ctx.JSSrc().Get("open").Bool()
		}
	}
}

func (v *View) exportPlan(ctx app.Context, _ app.Event) {
	arg := wire.PlanExport{What: ui.Data(ctx, "what")}
	if d, err := diary.ParseDate(ui.Data(ctx, "date")); err == nil {
		arg.Date = d
	}
	v.page.Quiet()
	if ui.Data(ctx, "share") == "true" {
		v.page.Share(wire.OpPlanExport, arg, ui.Answered(v.page, func(struct{}) {}))
		return
	}
	ui.Ask(v.page, wire.OpPlanExport, arg, func(struct{}) { v.page.Toast("It is in your downloads.", nil) })
}

func (v *View) printPlan(app.Context, app.Event) { app.Window().Call("print") }
