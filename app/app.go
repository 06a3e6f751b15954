// Package app is the page: what the runner sees, drawn by go-app.
//
// [Page] is the one component. It holds what the worker last answered and a
// little view state, asks the worker over a [line], and draws a screen. The
// screens (firstrun.go, today.go, trends.go, files.go, settings.go) are pure
// functions of wire structs: what they need comes in, what the runner does goes
// out through callbacks. The page holds no truth of its own.
//
// Routes are fragments, so that any static host under any path works: #/today,
// #/today/2026-03-14, #/trends, #/files, #/settings.
package app

import (
	"encoding/json"
	"strings"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/wire"
	"rebound/engine/diary"
)

// Run mounts the page. It returns only outside a browser.
func Run() {
	app.Route("/", func() app.Composer { return &Page{days: 42} })
	app.RunWhenOnBrowser()
}

// route is the screen that the address names.
type route struct {
	screen string     // today, trends, files or settings
	date   diary.Date // of today's screen; 0: today itself
}

func parseRoute(fragment string) route {
	parts := strings.Split(strings.Trim(fragment, "/"), "/")
	switch parts[0] {
	case "trends", "files", "settings":
		return route{screen: parts[0]}
	case "today":
		if len(parts) > 1 {
			if d, err := diary.ParseDate(parts[1]); err == nil {
				return route{screen: "today", date: d}
			}
		}
	}
	return route{screen: "today"}
}

// Page is the whole page.
type Page struct {
	app.Compo
	line  *line
	at    route
	today diary.Date

	ready    bool
	state    wire.State
	verdict  *wire.Assessment // of the local today: what every screen carries
	shown    *wire.Assessment // of the date on the Today screen
	trends   *wire.Trends
	days     int // of the trends shown; 0: all
	files    wire.FileList
	progress *wire.Progress
	settings *wire.Settings
	preview  *wire.Preview // of a backup chosen for restoring

	saved   string      // what the typing form says
	undo    *wire.Typed // takes the last typed numbers back
	problem string      // the last error, one line
	notice  string      // the last good news, one line
	dialog  string      // the confirmation that is open: erase or restore
	update  bool        // a new version waits
	offline bool
	install string // "", "yes" or "ios": whether installing can be offered
	focus   bool   // the route changed: the heading takes the focus once drawn
}

// OnMount opens the line to the worker.
func (p *Page) OnMount(ctx app.Context) {
	p.today = localToday()
	p.line = openLine(ctx, p)
	p.hello(ctx)
}

// OnNav follows the address.
func (p *Page) OnNav(ctx app.Context) {
	next := parseRoute(ctx.Page().URL().Fragment)
	if next == p.at && p.ready {
		return
	}
	p.focus = p.at != (route{}) && next != p.at
	p.at, p.saved, p.problem, p.dialog = next, "", "", ""
	if next.screen == "today" {
		p.shown = nil
	}
	p.load(ctx)
}

func localToday() diary.Date {
	y, m, d := time.Now().Date()
	return diary.DateOf(y, m, d)
}

func (p *Page) hello(ctx app.Context) {
	p.line.ask(ctx, wire.OpHello, wire.Hello{Today: p.today}, func(ctx app.Context, data json.RawMessage) {
		p.setState(ctx, data)
		p.ready = true
		p.load(ctx)
	})
}

func (p *Page) setState(ctx app.Context, data json.RawMessage) {
	var s wire.State
	if json.Unmarshal(data, &s) != nil {
		return
	}
	if s.Theme != p.state.Theme {
		p.line.call("theme", s.Theme)
	}
	p.state = s
}

// load asks for what the screen shows, and for today's verdict, which every
// screen carries.
func (p *Page) load(ctx app.Context) {
	if p.line == nil || !p.ready {
		return
	}
	if now := localToday(); now != p.today {
		p.today = now
		p.hello(ctx)
		return
	}
	if p.state.Empty && !p.state.Sample {
		p.verdict, p.shown, p.trends = nil, nil, nil
	} else {
		p.assess(ctx)
	}
	switch p.at.screen {
	case "trends":
		p.askTrends(ctx)
	case "files":
		p.line.ask(ctx, wire.OpFiles, nil, into(&p.files))
	case "settings":
		p.askSettings(ctx)
	}
}

func (p *Page) assess(ctx app.Context) {
	p.line.ask(ctx, wire.OpAssess, wire.DateArg{Date: p.today}, func(ctx app.Context, data json.RawMessage) {
		p.verdict = decode[wire.Assessment](data)
		if p.at.screen == "today" && p.date() == p.today {
			p.shown = p.verdict
		}
	})
	if d := p.date(); p.at.screen == "today" && d != p.today {
		p.line.ask(ctx, wire.OpAssess, wire.DateArg{Date: d}, func(ctx app.Context, data json.RawMessage) {
			if p.date() == d {
				p.shown = decode[wire.Assessment](data)
			}
		})
	}
}

func (p *Page) askTrends(ctx app.Context) {
	p.line.ask(ctx, wire.OpTrends, wire.TrendsArg{To: p.today, Days: p.days}, func(ctx app.Context, data json.RawMessage) {
		p.trends = decode[wire.Trends](data)
	})
}

func (p *Page) askSettings(ctx app.Context) {
	p.line.ask(ctx, wire.OpSettings, nil, func(ctx app.Context, data json.RawMessage) {
		p.settings = decode[wire.Settings](data)
	})
}

// date is the one on the Today screen. A day to come has no verdict yet.
func (p *Page) date() diary.Date {
	if p.at.date == 0 || p.at.date > p.today {
		return p.today
	}
	return p.at.date
}

func decode[T any](data json.RawMessage) *T {
	v := new(T)
	if json.Unmarshal(data, v) != nil {
		return nil
	}
	return v
}

func into[T any](to *T) func(app.Context, json.RawMessage) {
	return func(_ app.Context, data json.RawMessage) {
		if v := decode[T](data); v != nil {
			*to = *v
		}
	}
}
