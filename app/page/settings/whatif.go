package settings

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/page/ui"
	"rebound/app/wire"
)

// whatIf is the threshold that is being edited, and what its new value would have
// changed in the last days. It stays once the value is saved.
type whatIf struct {
	ask    wire.SettingArg // what is wanted to be known; Key is "" for nothing
	asking bool            // one question is with the backend, and no more than one
	answer *wire.Settings  // to ask; nil: not yet
}

// weighRule follows what is typed.
func (v *View) weighRule(ctx app.Context, _ app.Event) {
	if r, ok := v.rule(ui.Data(ctx, "key")); ok {
		n, ok := ui.Number(ctx.JSSrc().Get("value").String())
		if n /= ruleFactor(r); ok && n >= r.Min && n <= r.Max {
			v.weigh(r, n)
		} else {
			v.WhatIf.ask = wire.SettingArg{}
		}
	}
}

// weigh asks what a value would have changed. While the backend works on one value the
// next ones wait, and of them only the last is asked.
func (v *View) weigh(r wire.Rule, value float64) {
	w := &v.WhatIf
	ask := wire.SettingArg{Key: r.Key, Was: r.Value, Value: value, Try: true}
	if ask.Key == w.ask.Key && ask.Value == w.ask.Value {
		return // typed, and now saved
	}
	if w.ask, w.answer = ask, nil; value == r.Value {
		w.ask = wire.SettingArg{}
	}
	v.askWhatIf()
}

func (v *View) askWhatIf() {
	w := &v.WhatIf
	if w.asking || w.ask.Key == "" || w.answer != nil {
		return
	}
	w.asking = true
	asked := w.ask
	v.page.Send(wire.OpSetting, asked, func(r wire.Reply) {
		w.asking = false
		var got wire.Settings
		if asked == w.ask && v.page.Read(r, &got) {
			w.answer = &got
		}
		if r.Error == nil {
			v.askWhatIf()
		}
	})
}

// whatIfOf stands below the threshold that is edited.
func whatIfOf(r wire.Rule, w *whatIf) app.UI {
	if w.ask.Key != r.Key {
		return app.Text("")
	}
	text := "Working out what this would have changed."
	var days []wire.Mark
	if w.answer != nil {
		text, days = w.answer.WhatIf, w.answer.Days
	}
	return app.Div().Class("what-if").Body(
		app.P().Role("status").Text(text),
		app.If(len(days) > 0, func() app.UI {
			return app.Details().Body(
				app.Summary().Body(app.Text("Show the days"), ui.Icon(ui.IconDown)),
				app.Ul().Body(app.Range(days).Slice(func(i int) app.UI {
					return app.Li().Text(days[i].Date.Time().Format("Mon 2 Jan: ") + days[i].Text)
				})),
			)
		}),
	)
}
