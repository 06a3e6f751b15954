package page

import (
	"runtime"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/page/today"
	"rebound/app/page/ui"
)

// The browser's thread is the runner's: no task may hold it for 50 ms, not even the
// first ones, whose code the browser compiles as it is called, and not while readers
// and the backend take the cores.

// pause is how long the browser has for what else it has to do, in ms.
const pause = 30

// quiet is how long a first screen stands before anything is done that can wait.
const quiet = 6 * time.Second

// hold has Today drawn in pieces, the first time that it is drawn. What the shell has
// painted of it is not taken away meanwhile.
func (p *Page) hold() {
	if p.drew || p.page.Route.Screen != ui.ScreenToday {
		return
	}
	p.drew = true
	p.grow(today.Held(p.page.Last != nil))
}

// grow has the screen drawn but for so many pieces, and these one by one.
func (p *Page) grow(held int) {
	grows := p.page.Held > 0
	if p.page.Held = held; grows || held == 0 {
		return
	}
	ui.Grow(&host{p}, func() bool {
		if p.page.Held = max(p.page.Held-1, 0); p.page.Held == 0 {
			p.collect()
		}
		return p.page.Held > 0
	})
}

// collect has garbage collected once: when a first screen has stood for a while and nothing
// is to be done, or before that as soon as files come near. A browser compiles a function
// when it is first called, and those of the collector are two hundred: left to itself it
// first runs in the middle of an import, and takes twice as long. Not at once either: on a
// phone that takes a quarter of a second, in the very seconds in which a runner first
// presses something (ADR 37).
func (p *Page) collect() {
	if p.collected {
		return
	}
	p.collected = true
	done := false
	once := func() {
		if !done && !p.page.Importing() {
			runtime.GC()
		}
		done = true
	}
	p.ctx.After(quiet, func(app.Context) { once() })
	near := app.FuncOf(func(_ app.Value, args []app.Value) any {
		if e := args[0]; e.Get("type").String() == "dragenter" || e.Get("target").Get("type").Equal(app.ValueOf("file")) {
			once()
		}
		return nil
	})
	for _, event := range []string{"dragenter", "focusin"} {
		app.Window().Call("addEventListener", event, near)
	}
}
