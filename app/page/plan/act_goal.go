package plan

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/page/ui"
	"rebound/app/wire"
)

func (v *View) setGoal(ctx app.Context, _ app.Event) {
	v.edit(func(d *Draft) { d.Kind = ctx.JSSrc().Get("value").String() })
}

func (v *View) setDay(ctx app.Context, _ app.Event) {
	v.edit(func(d *Draft) {
		day := ui.Data(ctx, "day")
		d.days[day] = !d.days[day]
	})
}

func (v *View) setLong(ctx app.Context, _ app.Event) {
	v.edit(func(d *Draft) { d.long = ui.Chosen(ctx) })
}

func (v *View) typeWeekly(_ app.Context, e app.Event) {
	v.edit(func(d *Draft) { d.typed = true })
	if e.Get("isTrusted").Bool() { // else what was typed before comes back
		ui.FocusNext(v.page, idWeekly)
	}
}

// edit changes the form. What was previewed is no longer what it asks for.
func (v *View) edit(change func(d *Draft)) {
	if v.Draft != nil {
		change(v.Draft)
		v.Preview = nil
	}
}

func (v *View) previewGoal(app.Context, app.Event) {
	v.sendGoal(true, ui.Answered(v.page, func(s wire.PlanScreen) {
		v.Preview, v.Week = Show(s, nil), nowWeek(s.Weeks, v.page.Today)
		ui.FocusNext(v.page, "preview")
	}))
}

func (v *View) followGoal(_ app.Context, e app.Event) {
	e.PreventDefault()
	v.sendGoal(false, ui.Answered(v.page, v.followed))
}

// sendGoal asks for the form's plan; what is wrong is said where it is.
func (v *View) sendGoal(preview bool, then func(wire.Reply)) {
	if v.Draft == nil {
		return
	}
	typed := typedGoal{distance: ui.InputValue(idDistance), date: ui.InputValue(idRaceDate), weekly: ui.InputValue(idWeekly), lastRun: ui.InputValue(idLastRun),
		name: ui.InputValue(idRaceName), time: ui.InputValue(idRaceTime)}
	for i := range tunes {
		typed.tuneDates[i], typed.tuneKm[i] = ui.InputValue(idTuneDate(i)), ui.InputValue(idTuneKm(i))
	}
	g, wrong := v.Draft.read(typed, v.page.Today, v.page.Miles())
	if v.Draft.Wrong = wrong; wrong != nil {
		ui.FocusNext(v.page, firstWrong(wrong))
		return
	}
	v.page.Send(wire.OpPlanMake, wire.PlanMake{Goal: g, Preview: preview}, func(r wire.Reply) {
		if r.Error != nil && v.Draft != nil {
			v.Draft.Wrong, v.Preview = ui.Faults{idGoal: r.Error.Error()}, nil
			ui.FocusNext(v.page, idGoal)
			return
		}
		then(r)
	})
}

// followed goes to the plan that was made.
func (v *View) followed(s wire.State) {
	v.page.Drop(formGoal)
	v.Draft, v.Preview = nil, nil
	ui.Go("#/plan")
	v.page.Route.Part = ""
	v.Plan, v.Week = nil, 0
	v.changed(s)
	ui.FocusTop(v.page)
}

func (v *View) keepOld(app.Context, app.Event) { v.page.Drop(formGoal) }

func (v *View) takeOffer(app.Context, app.Event) {
	if v.Plan != nil && v.Plan.Offer != nil {
		ui.Ask(v.page, wire.OpPlanMake, wire.PlanMake{Goal: v.Plan.Offer.Goal}, v.followed)
	}
}
