package page

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// OnNav follows the address.
func (p *Page) OnNav(ctx app.Context) {
	fragment := ctx.Page().URL().Fragment
	if fragment != "" && fragment[0] != '/' {
		return // an anchor within the page
	}
	old, first := p.route, p.route == route{}
	p.route = parseRoute(fragment, p.today)
	y := 0.0
	switch {
	case first:
		y = scrollY()
	case old.screen == p.route.screen && old.part == p.route.part:
		y = scrollY()
	case !p.linked:
		y = p.scroll[p.route]
	}
	p.scroll[old], p.linked = scrollY(), false
	if old.date != p.route.date {
		p.past = nil
	}
	if old.screen != p.route.screen {
		p.lines, p.groups = lineStep, 0 // long screens come piece by piece each time
		p.moving, p.keeping = 0, 0
	}
	if !first && old != p.route {
		p.leaveBody()
		p.fault, p.said, p.typed = "", p.carry, typedView{}
		p.carry, p.land = "", true
	}
	p.refresh()
	ctx.Defer(func(ctx app.Context) {
		ctx.Page().SetTitle(title(&p.view))
		if !first && old != p.route {
			focus("title")
			scrollTo(y)
		}
	})
}

// titled follows an answer that the screen waited for: the document's title, and
// the keyboard, which was at the title of what stood there meanwhile.
func (p *Page) titled() {
	p.ctx.Defer(func(ctx app.Context) {
		ctx.Page().SetTitle(title(&p.view))
		if p.land && p.stands() {
			p.land = false
			p.holdFocus("title")
		}
	})
}

// holdFocus gives the keyboard a place when the element that had it is gone: a
// button that was pressed and went with what it did.
func (p *Page) holdFocus(id string) {
	p.ctx.Defer(func(app.Context) {
		document := app.Window().Get("document")
		if at := document.Get("activeElement"); !at.Truthy() || at.Equal(document.Get("body")) {
			focus(id)
		}
	})
}

// focusNext moves the keyboard to the first of some elements that is there once
// what comes next is drawn, and brings it into sight.
func (p *Page) focusNext(ids ...string) {
	p.ctx.Defer(func(app.Context) {
		for _, id := range ids {
			if e := app.Window().GetElementByID(id); e.Truthy() {
				focus(id)
				e.Call("scrollIntoView", map[string]any{"block": "nearest"})
				return
			}
		}
	})
}

// focus moves the keyboard and the screen reader to an element.
func focus(id string) {
	if e := app.Window().GetElementByID(id); e.Truthy() {
		e.Call("focus", map[string]any{"preventScroll": true})
	}
}

func scrollY() float64 { return app.Window().Get("scrollY").Float() }

func scrollTo(y float64) { app.Window().Call("scrollTo", 0, y) }
