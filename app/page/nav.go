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
	old, first := p.page.Route, p.page.Route == ui.Route{}
	p.page.Route = ui.ParseRoute(fragment, p.page.Today)
	p.page.Maker = p.page.Told("noted", ui.NotedMaker) // the first screen's buttons pick one too
	y := 0.0
	switch {
	case first:
		y = ui.ScrollY()
	case old.Screen == p.page.Route.Screen && old.Part == p.page.Route.Part:
		y = ui.ScrollY()
	case !p.linked:
		y = p.scroll[p.page.Route]
	}
	pressed := p.linked
	p.scroll[old], p.linked = ui.ScrollY(), false
	if old.Date != p.page.Route.Date {
		p.page.Past = nil
	}
	if !first && old != p.page.Route {
		p.screens[old.Screen].Leave()
		p.first.Leave()
		p.page.Fault = wire.Problem{}
		p.page.Toast(p.carry, nil)             // what was done elsewhere is changed there
		if old.Screen == p.page.Route.Screen { // another one's elements are others
			p.page.Fold()
		}
		p.carry, p.land = "", true
	}
	p.arriving = false
	p.grow(0)
	p.refresh()
	if pressed && old.Screen != p.page.Route.Screen { // back goes to where one was, whole
		p.arriving = true
		p.arrive()
	}
	ctx.Defer(func(ctx app.Context) {
		ctx.Page().SetTitle(p.title())
		if !first && old != p.page.Route {
			ui.Focus(ui.IDTitle)
			ui.ScrollTo(y)
		}
	})
}

// arrive draws the screen that was come to in pieces, once it has something to read.
func (p *Page) arrive() {
	if p.arriving && p.page.State != nil && p.current().Ready() {
		p.arriving = false
		p.grow(p.current().Pieces() - 1)
	}
}

// titled follows an answer that the screen waited for: the document's title, and
// the keyboard, which was at the title of what stood there meanwhile.
func (p *Page) titled() {
	p.arrive()
	p.ctx.Defer(func(ctx app.Context) {
		ctx.Page().SetTitle(p.title())
		if p.land && p.page.State != nil && p.current().Ready() {
			p.land = false
			ui.HoldFocusLater(&host{p}, ui.IDTitle)
		}
	})
}
