package page

import (
	"encoding/json"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/chart"
	"rebound/app/wire"
	"rebound/engine/diary"
)

// planActs is what the runner can do on the Plan screen.
type planActs struct {
	setGoal, setDay, setLong, typeWeekly app.EventHandler
	previewGoal, followGoal, takeOffer   app.EventHandler
	undoPlan, dropPlan                   app.EventHandler
	openMove, closeMove, moveTo, dragged app.EventHandler
	askKeep, cancelKeep, keep, unkeep    app.EventHandler
	pickWeek, tapWeek, planTable         app.EventHandler
	exportPlan, printPlan                app.EventHandler
}

func (p *Page) planActions() planActs {
	return planActs{
		setGoal: p.setGoal, setDay: p.setDay, setLong: p.setLong, typeWeekly: p.typeWeekly,
		previewGoal: p.previewGoal, followGoal: p.followGoal, takeOffer: p.takeOffer,
		undoPlan: p.undoPlan, dropPlan: p.dropPlan,
		openMove: p.openMove, closeMove: p.closeMove, moveTo: p.moveTo, dragged: p.dragged,
		askKeep: p.askKeep, cancelKeep: p.cancelKeep, keep: p.keep, unkeep: p.unkeep,
		pickWeek: p.pickWeek, tapWeek: p.tapWeek, planTable: p.planTable,
		exportPlan: p.exportPlan, printPlan: p.printPlan,
	}
}

func (p *Page) askPlan() {
	ask(p, wire.OpPlan, wire.DateArg{Date: p.today}, p.gotPlan)
}

func (p *Page) gotPlan(s wire.PlanScreen) {
	if s.Date != p.today {
		return
	}
	if p.plan == nil || len(p.plan.Weeks) != len(s.Weeks) {
		p.week = nowWeek(s.Weeks, p.today)
	}
	p.plan = showPlan(s, p.plan)
	p.canShare = p.link.rebound.Get("canShare").Truthy()
	form := s.Made == nil || p.route.part == partGoal
	if form && p.draft == nil {
		p.draft = startDraft(s)
	} else if !form {
		p.draft, p.preview = nil, nil
	}
	p.titled()
}

// changed takes in the plan after a change of it; the verdict's week follows.
func (p *Page) changed(s wire.PlanScreen) {
	p.moving, p.keeping = 0, 0
	p.gotPlan(s)
	if p.empty() {
		p.hello() // no longer
		return
	}
	p.askVerdict()
}

func (p *Page) undoPlan(app.Context, app.Event) {
	ask(p, wire.OpPlanUndo, nil, func(s wire.PlanScreen) {
		p.changed(s)
		p.said = "Undone."
		p.focusNext(idSeven, "title")
	})
}

func (p *Page) dropPlan(app.Context, app.Event) {
	ask(p, wire.OpPlanDrop, nil, func(s wire.PlanScreen) {
		p.changed(s)
		p.ctx.Defer(func(app.Context) {
			scrollTo(0)
			focus("title")
		})
	})
}

// openMove shows the days to move to, or hides them.
func (p *Page) openMove(ctx app.Context, _ app.Event) {
	d, _ := diary.ParseDate(data(ctx, "date"))
	if p.moving == d {
		p.moving = 0
		return
	}
	p.moving = d
	p.focusNext(idMove(0))
}

func (p *Page) closeMove(ctx app.Context, _ app.Event) {
	p.moving = 0
	p.focusNext("move-" + data(ctx, "date"))
}

func (p *Page) moveTo(ctx app.Context, _ app.Event) { p.move(data(ctx, "from"), data(ctx, "to")) }

// dragged hears of a session that was dropped on another day.
func (p *Page) dragged(_ app.Context, e app.Event) {
	from, to, _ := strings.Cut(e.Get("detail").String(), " ")
	p.move(from, to)
}

func (p *Page) move(from, to string) {
	a, err := diary.ParseDate(from)
	b, err2 := diary.ParseDate(to)
	if err != nil || err2 != nil || p.plan == nil {
		return
	}
	warn := ""
	if d, ok := p.plan.dayOf(a); ok {
		for _, m := range d.MoveTo {
			if m.Date == b && m.Warn != "" {
				warn = "Mind: " + m.Warn + "."
			}
		}
	}
	ask(p, wire.OpPlanMove, wire.PlanMove{From: a, To: b}, func(s wire.PlanScreen) {
		p.changed(s)
		p.said = warn
		p.focusNext("move-"+to, idSeven)
	})
}

func (p *Page) askKeep(ctx app.Context, _ app.Event) {
	p.keeping, _ = diary.ParseDate(data(ctx, "date"))
	p.focusNext(idWhy)
}

func (p *Page) cancelKeep(ctx app.Context, _ app.Event) {
	p.keeping = 0
	p.focusNext("keep-" + data(ctx, "date"))
}

func (p *Page) keep(ctx app.Context, e app.Event) {
	e.PreventDefault()
	p.decideOn(data(ctx, "decide"), false, strings.TrimSpace(inputValue(idWhy)))
}

func (p *Page) unkeep(ctx app.Context, _ app.Event) { p.decideOn(data(ctx, "decide"), true, "") }

func (p *Page) decideOn(action string, accepted bool, why string) {
	at := p.keeping
	d := wire.Decide{Date: p.today, Action: action, Accepted: accepted, Why: why}
	ask(p, wire.OpDecide, d, func(s wire.State) {
		p.keeping = 0
		p.gotState(s)
		p.said = "The week bends again."
		if !accepted {
			p.said = "You kept the original."
		}
		p.focusNext("move-"+at.String(), idSeven, idSession)
	})
}

func (p *Page) pickWeek(ctx app.Context, _ app.Event) {
	if n, err := json.Number(ctx.JSSrc().Get("value").String()).Int64(); err == nil {
		p.week = int(n)
	}
}

// tapWeek finds the bar under the finger; the bars fill the picture's plot.
func (p *Page) tapWeek(ctx app.Context, e app.Event) {
	box := ctx.JSSrc().Call("getBoundingClientRect")
	shown := p.plan
	if p.preview != nil {
		shown = p.preview
	}
	if w := box.Get("width").Float(); w > 0 && shown != nil {
		p.week = chart.BlockAt((e.Get("clientX").Float()-box.Get("left").Float())/w, len(shown.Weeks))
	}
}

func (p *Page) planTable(ctx app.Context, _ app.Event) {
	for _, s := range []*planShown{p.plan, p.preview} {
		if s != nil {
			s.open[data(ctx, "key")] = ctx.JSSrc().Get("open").Bool()
		}
	}
}

func (p *Page) exportPlan(ctx app.Context, _ app.Event) {
	arg := wire.PlanExport{What: data(ctx, "what")}
	if d, err := diary.ParseDate(data(ctx, "date")); err == nil {
		arg.Date = d
	}
	p.fault, p.said = "", ""
	if data(ctx, "share") == "true" {
		p.link.share(wire.OpPlanExport, arg, answered(p, func(struct{}) {}))
		return
	}
	ask(p, wire.OpPlanExport, arg, func(struct{}) { p.said = "It is in your downloads." })
}

func (p *Page) printPlan(app.Context, app.Event) { app.Window().Call("print") }
