package page

import (
	"encoding/json"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/wire"
)

// Page is the one component: it asks, hears, and draws the view.
type Page struct {
	app.Compo
	view

	ctx    app.Context
	link   *link
	acts   acts
	run    *reactionRun
	deaths int
	linked bool              // the runner pressed a link, and did not go back or forth
	land   bool              // the keyboard goes to the title once it stands
	carry  string            // what the next screen says
	scroll map[route]float64 // where each screen was left
}

// Render draws the screen and what stands around it.
func (p *Page) Render() app.UI { return shell(&p.view, &p.acts) }

// OnMount opens the conversation with the worker.
func (p *Page) OnMount(ctx app.Context) {
	p.ctx, p.link, p.scroll = ctx, newLink(), map[route]float64{}
	p.acts = p.actions()
	p.days = 42
	p.today, p.installed = localToday(), standalone()
	p.offline = p.link.rebound.Get("offline").Truthy()
	p.install = p.link.installable()
	ctx.LocalStorage().Get(keyDeclined, &p.declined)

	p.link.on("onoffline", func(args []app.Value) { p.do(func() { p.offline = args[0].Truthy() }) })
	p.link.on("onupdate", func([]app.Value) { p.do(func() { p.update = true }) })
	p.link.on("oninstall", func([]app.Value) {
		p.do(func() { p.install, p.installed = p.link.installable(), standalone() })
	})
	p.link.on("onmessage", func(args []app.Value) {
		text := args[0].String()
		p.do(func() { p.hear(text) })
	})
	history := app.Window().Get("history")
	history.Set("scrollRestoration", "manual")
	// In the capture phase, so as to come before go-app follows the link.
	app.Window().Call("addEventListener", "click", app.FuncOf(func(_ app.Value, args []app.Value) any {
		at := args[0].Get("target")
		p.linked = at.Get("closest").Truthy() && at.Call("closest", "a[href^='#/']").Truthy()
		return nil
	}), true)
	app.Window().Call("addEventListener", "visibilitychange", app.FuncOf(func(app.Value, []app.Value) any {
		p.do(p.newDay)
		return nil
	}))
	p.hello()
	p.clock()
}

// do runs f and draws again.
func (p *Page) do(f func()) { p.ctx.Dispatch(func(app.Context) { f() }) }

// clock looks every minute whether the day has changed.
func (p *Page) clock() {
	p.ctx.After(time.Minute, func(app.Context) {
		p.newDay()
		p.clock()
	})
}

// newDay follows the local date.
func (p *Page) newDay() {
	if today := localToday(); today != p.today {
		p.today, p.now = today, nil
		p.hello()
	}
}

// ask sends a request; then gets what the worker answered. An error is shown.
func ask[T any](p *Page, op string, args any, then func(T)) {
	p.link.send(op, args, answered(p, then))
}

func answered[T any](p *Page, then func(T)) func(wire.Reply) {
	return func(r wire.Reply) {
		var v T
		if r.Error == "" && len(r.Data) > 0 {
			if err := json.Unmarshal(r.Data, &v); err != nil {
				r.Error = "An answer could not be understood: reload the page."
			}
		}
		if r.Error != "" {
			p.fault = r.Error
			return
		}
		then(v)
	}
}

func (p *Page) hello() { ask(p, wire.OpHello, wire.Hello{Today: p.today}, p.gotState) }

// hear takes in a reply or an event.
func (p *Page) hear(text string) {
	m, rest := p.link.hear(text)
	if !rest {
		return
	}
	switch m.Event {
	case "progress":
		var progress wire.Progress
		if json.Unmarshal(m.Data, &progress) == nil {
			p.gotProgress(progress)
		}
	case "changed":
		var s wire.State
		if json.Unmarshal(m.Data, &s) == nil {
			p.gotState(s)
		}
	case "died":
		p.died()
	default:
		if m.Error != "" {
			p.fault = m.Error // of a drop
		}
	}
}

func (p *Page) gotState(s wire.State) {
	if !s.Sample && (p.state == nil || p.state.Theme != s.Theme) {
		p.link.rebound.Call("theme", s.Theme)
	}
	if p.state != nil && p.state.Sample != s.Sample {
		p.now, p.past, p.trends, p.files, p.settings = nil, nil, nil, nil, nil
		p.progress = nil
		p.planView, p.bodyView = planView{}, bodyView{}
	}
	if p.state != nil && p.state.Empty && !s.Empty {
		p.land = true // the first screen makes way for a verdict
	}
	p.state = &s
	p.refresh()
}

func (p *Page) gotProgress(progress wire.Progress) {
	began := !p.importing() && !progress.Finished
	p.progress = &progress
	if began {
		p.fault, p.said = "", ""
	}
	if !progress.Finished {
		return
	}
	p.said = outcome(progress)
	if p.route.screen == screenToday {
		p.askBody()
	}
	ask(p, wire.OpFiles, nil, p.gotFiles)
	if progress.Added > 0 {
		askToKeep(func() { p.do(p.askSettings) })
	}
}

// died: boot.js starts a new worker, twice. What was reported as added is safe,
// the rest has to be asked again.
func (p *Page) died() {
	p.link.forget()
	p.deaths++
	if p.importing() {
		p.progress.Finished, p.progress.Canceled = true, true
	}
	if p.deaths > 2 {
		p.fault = "The part that reads files stopped again. Reload the page; everything reported as added is safe."
		return
	}
	p.fault = "The part that reads files stopped and was started again. Everything reported as added is safe; drop the rest again."
	p.hello()
}

// refresh asks for what the screen shows.
func (p *Page) refresh() {
	if p.state == nil {
		return
	}
	if !p.state.Empty {
		p.askVerdict()
		if d := p.route.date; d != 0 {
			ask(p, wire.OpAssess, wire.DateArg{Date: d}, func(a wire.Assessment) {
				if a.Date == p.route.date {
					p.past = &a
					p.titled()
				}
			})
		}
	}
	switch p.route.screen {
	case screenToday:
		switch {
		case p.importing():
		case p.state.Empty:
			ask(p, wire.OpFiles, nil, func(l wire.FileList) { p.files, p.lines = &l, lineStep }) // what could not be read
		default:
			p.askBody() // whether there is a check-in, and what is ticked
		}
	case screenTrends:
		p.askTrends()
	case screenPlan:
		p.askPlan()
	case screenBody:
		p.askBody()
	case screenFiles:
		ask(p, wire.OpFiles, nil, p.gotFiles)
	case screenSettings:
		p.askSettings()
	}
}

// askVerdict asks for today's, which what was told or planned may have changed.
func (p *Page) askVerdict() {
	ask(p, wire.OpAssess, wire.DateArg{Date: p.today}, func(a wire.Assessment) {
		if a.Date == p.today {
			p.now = &a
			p.titled()
		}
	})
}
