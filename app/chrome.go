package app

import (
	"encoding/json"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/wire"
	"rebound/app/words"
)

// Render draws the frame and the screen in it.
func (p *Page) Render() app.UI {
	main := app.Main().ID("main").Class("page").Body(
		p.lines(),
		p.screen(),
	)
	if p.verdict != nil {
		v := p.verdict
		if p.at.screen == "today" && p.shown != nil {
			v = p.shown
		}
		main = main.DataSet("action", v.Action).DataSet("date", v.Date.String())
	}
	return app.Div().Class("shell").Body(
		app.A().Class("skip").Href("#main").Text("Skip to the content").OnClick(func(ctx app.Context, e app.Event) {
			e.PreventDefault() // an address of #main would be a screen
			focusHeading(ctx)
		}),
		p.header(),
		app.If(p.state.Sample, p.ribbon),
		main,
		p.bar(),
		p.toasts(),
		app.If(p.dialog != "", p.dialogs),
		app.Div().Class("dropzone").Aria("hidden", true).Body(
			app.Div().Class("dropzone-inside").Body(icon("drop"), app.Text("Drop files, folders or zips")),
		),
	)
}

// OnUpdate runs after each drawing: the new screen's heading takes the focus.
func (p *Page) OnUpdate(ctx app.Context) {
	if p.focus && p.drawn() {
		p.focus = false
		ctx.Defer(func(ctx app.Context) { focusHeading(ctx) })
	}
}

func focusHeading(app.Context) {
	h := app.Window().Get("document").Call("querySelector", "main h1")
	if h.Truthy() {
		h.Call("focus")
		app.Window().Call("scrollTo", 0, 0)
	}
}

// drawn says whether the screen's content has come.
func (p *Page) drawn() bool {
	switch {
	case !p.ready:
		return false
	case p.at.screen == "today":
		return p.shown != nil || p.first()
	case p.at.screen == "trends":
		return p.trends != nil || p.first()
	case p.at.screen == "settings":
		return p.settings != nil
	}
	return true
}

// first says whether there is nothing yet to show a verdict of.
func (p *Page) first() bool { return p.state.Empty && !p.state.Sample }

func (p *Page) screen() app.UI {
	switch {
	case !p.ready:
		return waiting("Starting…")
	case p.at.screen == "files":
		return filesScreen(filesView{List: p.files, Progress: p.progress, Busy: p.busy(), Import: p.importFrom, Choose: p.choose, Cancel: p.cancel, Dismiss: p.dismiss})
	case p.at.screen == "settings":
		if p.settings == nil {
			return waiting("Settings")
		}
		return settingsScreen(settingsView{S: *p.settings, Install: p.install, Empty: p.first(), Sample: p.state.Sample,
			Set: p.set, InstallNow: p.installNow, Backup: p.backup, Restore: p.restore, Erase: func(app.Context) { p.dialog = "erase" }})
	case p.first():
		return firstRun(firstView{Progress: p.progress, Busy: p.busy(), List: p.files, Import: p.importFrom, Choose: p.choose, Cancel: p.cancel, Sample: p.sample})
	case p.at.screen == "trends":
		if p.trends == nil {
			return waiting("Trends")
		}
		return trendsScreen(trendsView{T: *p.trends, Days: p.days, Pick: p.pick})
	case p.shown == nil:
		return waiting("Today")
	}
	return todayScreen(todayView{A: *p.shown, Today: p.today, State: p.state, Saved: p.saved, Type: p.typed, Undo: p.undoing()})
}

func waiting(title string) app.UI {
	return app.Div().Aria("busy", true).Body(
		app.H1().TabIndex(-1).Class("visually-hidden").Text(title),
		app.Div().Class("skeleton skeleton-word"),
		app.Div().Class("skeleton skeleton-line"),
		app.Div().Class("skeleton skeleton-card"),
		app.Div().Class("skeleton skeleton-card"),
	)
}

func (p *Page) header() app.UI {
	title := map[string]string{"trends": "Trends", "files": "Files", "settings": "Settings"}[p.at.screen]
	when := ""
	if title == "" {
		title = "Rebound"
		if p.ready && !p.first() {
			when = words.LongDay(p.date())
		}
	}
	app.Window().Get("document").Set("title", title+pageSuffix(title))
	return app.Header().Class("bar").Body(
		app.B().Text(title),
		app.Span().Class("bar-when").Text(when),
		app.Span().Class("bar-end").Body(
			app.If(p.offline, func() app.UI {
				return app.Span().Class("offline").Role("img").Aria("label", "Offline: everything here works without a network").Body(icon("offline"))
			}),
			app.A().Class("gear").Href("#/settings").Aria("label", "Settings").Body(icon("settings")),
		),
	)
}

func pageSuffix(title string) string {
	if title == "Rebound" {
		return ""
	}
	return " · Rebound"
}

func (p *Page) bar() app.UI {
	item := func(name, label string) app.UI {
		a := app.A().Href("#/"+name).Body(icon(name), app.Span().Text(label))
		if p.at.screen == name {
			a = a.Class("on").Aria("current", "page")
		}
		return a
	}
	return app.Nav().Class("tabs").Aria("label", "Screens").Body(
		item("today", "Today"), item("trends", "Trends"), item("files", "Files"),
	)
}

func (p *Page) ribbon() app.UI {
	return app.Div().Class("ribbon").Role("status").Body(
		app.Span().Text("A sample runner, not you."),
		app.Button().Type("button").Class("plain").Text("Leave the sample").OnClick(func(ctx app.Context, e app.Event) { p.showSample(ctx, false) }),
	)
}

// lines is the error or the good news above the screen.
func (p *Page) lines() app.UI {
	return app.Div().Body(
		app.If(p.problem != "", func() app.UI {
			return app.Div().Class("line line-problem").Role("alert").Body(
				app.Span().Text(p.problem),
				app.Button().Type("button").Class("plain").Text("Dismiss").OnClick(func(ctx app.Context, e app.Event) { p.problem = "" }),
			)
		}),
		app.If(p.notice != "", func() app.UI {
			return app.Div().Class("line").Role("status").Body(
				app.Span().Text(p.notice),
				app.Button().Type("button").Class("plain").Text("Dismiss").OnClick(func(ctx app.Context, e app.Event) { p.notice = "" }),
			)
		}),
	)
}

// toasts wait at the bottom: a new version, never during an import.
func (p *Page) toasts() app.UI {
	return app.If(p.update && !p.busy(), func() app.UI {
		return app.Div().Class("toast").Role("status").Body(
			app.Span().Text("A new version is here."),
			app.Button().Type("button").Text("Update").OnClick(func(ctx app.Context, e app.Event) { p.line.call("update") }),
			app.Button().Type("button").Class("plain").Text("Later").OnClick(func(ctx app.Context, e app.Event) { p.update = false }),
		)
	})
}

func (p *Page) busy() bool {
	if p.progress != nil {
		return !p.progress.Finished
	}
	return p.state.Busy
}

func (p *Page) showSample(ctx app.Context, on bool) {
	p.line.ask(ctx, wire.OpSample, wire.SampleArg{On: on}, func(ctx app.Context, data json.RawMessage) {
		p.verdict, p.shown, p.trends = nil, nil, nil
		p.setState(ctx, data)
		if p.at.screen != "today" || p.at.date != 0 {
			app.Window().Get("location").Set("hash", "#/today")
		}
		p.load(ctx)
	})
}
