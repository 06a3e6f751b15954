package app

import (
	"encoding/json"
	"fmt"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/wire"
	"rebound/app/words"
	"rebound/engine/diary"
)

// What the runner does on the screens: each sends one request.

func (p *Page) sample(ctx app.Context) { p.showSample(ctx, true) }

func (p *Page) importFrom(ctx app.Context) { p.line.call("importFrom", ctx.JSSrc()) }

func (p *Page) choose(ctx app.Context) { p.line.call("choose", true) }

func (p *Page) cancel(ctx app.Context) { p.line.ask(ctx, wire.OpCancel, nil, nil) }

func (p *Page) dismiss(ctx app.Context) { p.line.ask(ctx, wire.OpDismiss, nil, into(&p.files)) }

func (p *Page) pick(ctx app.Context, days int) {
	p.days = days
	p.askTrends(ctx)
}

// typed keeps this morning's numbers, and remembers how to take them back.
func (p *Page) typed(ctx app.Context, t wire.Typed) {
	back := wire.Typed{Date: t.Date}
	zero := 0.0
	if t.RestingHR != nil {
		back.RestingHR = &zero
	}
	if t.HRVms != nil {
		back.HRVms = &zero
	}
	if t.SleepMin != nil {
		back.SleepMin = &zero
	}
	p.keep(ctx, t, "Saved for "+words.LongDay(t.Date)+".", &back)
}

func (p *Page) undoing() func(app.Context) {
	if p.undo == nil {
		return nil
	}
	return func(ctx app.Context) { p.keep(ctx, *p.undo, "Taken back.", nil) }
}

func (p *Page) keep(ctx app.Context, t wire.Typed, say string, undo *wire.Typed) {
	p.line.ask(ctx, wire.OpTyped, t, func(ctx app.Context, data json.RawMessage) {
		p.saved, p.undo, p.problem = say, undo, ""
		p.setState(ctx, data)
		p.load(ctx)
		p.line.call("keep")
	})
}

func (p *Page) set(ctx app.Context, a wire.SettingArg) {
	p.line.ask(ctx, wire.OpSetting, a, func(ctx app.Context, data json.RawMessage) {
		p.settings, p.problem = decode[wire.Settings](data), ""
		p.hello(ctx)
	})
}

func (p *Page) installNow(ctx app.Context) { p.line.call("install") }

func (p *Page) backup(ctx app.Context) {
	p.line.ask(ctx, wire.OpBackup, nil, func(ctx app.Context, _ json.RawMessage) {
		p.notice = "The backup is in your downloads. It holds everything, so keep it where only you can read it."
	})
}

// restore asks for a backup file; the worker looks into it first, and the
// runner then chooses.
func (p *Page) restore(ctx app.Context) {
	id, _ := p.line.request(wire.OpRestore, nil)
	p.line.waiting[id] = func(ctx app.Context, data json.RawMessage) {
		p.preview = decode[wire.Preview](data)
		p.dialog = "restore"
	}
	args, _ := json.Marshal(wire.RestoreArg{Mode: "preview"})
	p.line.call("restoreFrom", id, string(args))
}

func (p *Page) restoreNow(ctx app.Context, mode string) {
	p.line.ask(ctx, wire.OpRestore, wire.RestoreArg{Mode: mode}, func(ctx app.Context, data json.RawMessage) {
		p.dialog, p.preview, p.notice = "", nil, "Restored."
		p.setState(ctx, data)
		p.load(ctx)
	})
}

func (p *Page) eraseNow(ctx app.Context) {
	p.line.ask(ctx, wire.OpErase, nil, func(ctx app.Context, data json.RawMessage) {
		p.dialog, p.progress, p.undo, p.files = "", nil, nil, wire.FileList{}
		p.verdict, p.shown, p.trends = nil, nil, nil
		p.notice = "Everything is erased."
		p.setState(ctx, data)
		app.Window().Get("location").Set("hash", "#/today")
		p.load(ctx)
	})
}

// dialogs are confirmations of what cannot be undone.
func (p *Page) dialogs() app.UI {
	close := func(ctx app.Context, e app.Event) { p.dialog = "" }
	body := []app.UI{}
	switch p.dialog {
	case "erase":
		body = append(body,
			app.H2().ID("dialog-title").Text("Erase all data?"),
			app.P().Text(fmt.Sprintf("%s and everything typed will be gone from this device, settings too. There is no copy elsewhere: back up first if you might want it again.", words.Count(p.state.Files, "file"))),
			app.Div().Class("buttons").Body(
				app.Button().Type("button").Class("danger").Text("Erase everything").OnClick(func(ctx app.Context, e app.Event) { p.eraseNow(ctx) }),
				app.Button().Type("button").Class("quiet").AutoFocus(true).Text("Keep it").OnClick(close),
			))
	case "restore":
		body = append(body, app.H2().ID("dialog-title").Text("Restore this backup?"))
		if v := p.preview; v != nil {
			body = append(body, app.P().Text(previewText(v)))
		}
		body = append(body, app.Div().Class("buttons").Body(
			app.Button().Type("button").Text("Add what is missing").OnClick(func(ctx app.Context, e app.Event) { p.restoreNow(ctx, "merge") }),
			app.Button().Type("button").Class("danger").Text("Replace everything").OnClick(func(ctx app.Context, e app.Event) { p.restoreNow(ctx, "replace") }),
			app.Button().Type("button").Class("quiet").Text("Cancel").OnClick(close),
		))
	}
	return app.Div().Class("veil").OnKeyDown(func(ctx app.Context, e app.Event) {
		if e.Get("key").String() == "Escape" {
			p.dialog = ""
		}
	}).Body(
		app.Div().Class("dialog").Role("dialog").Aria("modal", true).Aria("labelledby", "dialog-title").Body(body...),
	)
}

func span(first, last diary.Date) string {
	if first > last || first == 0 {
		return ""
	}
	return words.FullDay(first) + " to " + words.FullDay(last)
}

func previewText(v *wire.Preview) string {
	text := fmt.Sprintf("Made on %s: %s, %s of them new here", v.Made, words.Count(v.Files, "file"), words.Count(v.New, "file"))
	if days := span(v.First, v.Last); days != "" {
		text += ", from " + days
	}
	return text + "."
}
