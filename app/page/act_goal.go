package page

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/wire"
)

func (p *Page) setGoal(ctx app.Context, _ app.Event) {
	p.edit(func(d *goalDraft) { d.kind = ctx.JSSrc().Get("value").String() })
}

func (p *Page) setDay(ctx app.Context, _ app.Event) {
	p.edit(func(d *goalDraft) {
		day := data(ctx, "day")
		d.days[day] = !d.days[day]
	})
}

func (p *Page) setLong(ctx app.Context, _ app.Event) {
	p.edit(func(d *goalDraft) { d.long = ctx.JSSrc().Get("value").String() })
}

func (p *Page) typeWeekly(app.Context, app.Event) {
	p.edit(func(d *goalDraft) { d.typed = true })
	p.focusNext(idWeekly)
}

// edit changes the form. What was previewed is no longer what it asks for.
func (p *Page) edit(change func(d *goalDraft)) {
	if p.draft != nil {
		change(p.draft)
		p.preview = nil
	}
}

func (p *Page) previewGoal(app.Context, app.Event) {
	p.sendGoal(true, func(s wire.PlanScreen) {
		p.preview, p.week = showPlan(s, nil), nowWeek(s.Weeks, p.today)
		p.focusNext("preview")
	})
}

func (p *Page) followGoal(_ app.Context, e app.Event) {
	e.PreventDefault()
	p.sendGoal(false, p.followed)
}

// sendGoal asks for the form's plan; what is wrong is said where it is.
func (p *Page) sendGoal(preview bool, then func(wire.PlanScreen)) {
	if p.draft == nil {
		return
	}
	typed := typedGoal{distance: inputValue(idDistance), date: inputValue(idRaceDate), weekly: inputValue(idWeekly), lastRun: inputValue(idLastRun)}
	for i := range tunes {
		typed.tuneDates[i], typed.tuneKm[i] = inputValue(idTuneDate(i)), inputValue(idTuneKm(i))
	}
	g, wrong := p.draft.read(typed, p.today, p.miles())
	if p.draft.wrong = wrong; wrong != nil {
		p.focusNext(firstWrong(wrong))
		return
	}
	p.link.send(wire.OpPlanMake, wire.PlanMake{Goal: g, Preview: preview}, func(r wire.Reply) {
		if r.Error != "" && p.draft != nil {
			p.draft.wrong, p.preview = faults{idGoal: r.Error}, nil
			p.focusNext(idGoal)
			return
		}
		answered(p, then)(r)
	})
}

// followed goes to the plan that was made.
func (p *Page) followed(s wire.PlanScreen) {
	p.draft, p.preview = nil, nil
	app.Window().Get("location").Set("hash", "#/plan")
	p.route.part = ""
	p.plan, p.week = nil, 0
	p.changed(s)
	p.ctx.Defer(func(app.Context) {
		scrollTo(0)
		focus("title")
	})
}

func (p *Page) takeOffer(app.Context, app.Event) {
	if p.plan != nil && p.plan.Offer != nil {
		ask(p, wire.OpPlanMake, wire.PlanMake{Goal: p.plan.Offer.Goal}, p.followed)
	}
}
