package page

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/page/ui"
	"rebound/app/wire"
)

// OnNav follows the address.
func (p *Page) OnNav(ctx app.Context) {
	fragment := ctx.Page().URL().Fragment
	if fragment != "" && fragment[0] != '/' {
		return // an anchor within the page
	}
	old, first := p.Route, p.Route == ui.Route{}
	p.Route = ui.ParseRoute(fragment, p.Today)
	y := 0.0
	switch {
	case first:
		y = ui.ScrollY()
	case old.Screen == p.Route.Screen && old.Part == p.Route.Part:
		y = ui.ScrollY()
	case !p.linked:
		y = p.scroll[p.Route]
	}
	p.scroll[old], p.linked = ui.ScrollY(), false
	if old.Date != p.Route.Date {
		p.Past = nil
	}
	if !first && old != p.Route {
		p.screens[old.Screen].Leave()
		p.first.Leave()
		p.Fault, p.Said = wire.Problem{}, p.carry
		p.carry, p.land = "", true
	}
	p.refresh()
	ctx.Defer(func(ctx app.Context) {
		ctx.Page().SetTitle(p.title())
		if !first && old != p.Route {
			ui.Focus(ui.IDTitle)
			ui.ScrollTo(y)
		}
	})
}

// titled follows an answer that the screen waited for: the document's title, and
// the keyboard, which was at the title of what stood there meanwhile.
func (p *Page) titled() {
	p.ctx.Defer(func(ctx app.Context) {
		ctx.Page().SetTitle(p.title())
		if p.land && p.State != nil && p.current().Stands() {
			p.land = false
			ui.HoldFocus(host{p}, ui.IDTitle)
		}
	})
}
