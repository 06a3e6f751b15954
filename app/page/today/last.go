package today

import (
	"fmt"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/page/ui"
	"rebound/app/unit"
	"rebound/app/wire"
)

// LastOf is what is kept of a verdict.
func LastOf(a *wire.Assessment, miles bool) ui.Last {
	l := ui.Last{Date: a.Date, Day: unit.LongDay(a.Date), Level: a.Level, Word: a.Word, Urgent: a.Urgent, Headline: a.Headline, Age: a.Age, Window: a.Window}
	if a.Level == levelStop {
		return l // the rest stands back
	}
	if m := a.Morning; m != nil && !m.File {
		l.First = "open"
		if len(m.Typed) > 0 {
			l.First = "closed"
		}
	}
	if a.Done != nil {
		l.Session = a.Done.Ran
	} else if len(a.Week) > 0 {
		l.Session, l.Amount = sessionName(a.Week[0].After), amount(a.Week[0].After, miles)
	}
	for _, s := range a.Signals {
		glyph, _, class := mark(s)
		o := ui.LastSignal{Name: shortName(s), Value: s.Value, Unit: s.Unit, Note: s.Note, Tone: class, Glyph: glyph}
		if o.Value == "" {
			o.Value, o.Unit = "–", ""
		}
		l.Signals = append(l.Signals, o)
	}
	return l
}

// drawLast draws what the shell has painted, until the engine has answered. It
// carries no action: nothing has been assessed. What was not kept has its room, so
// that nothing jumps when it comes.
func drawLast(l *ui.Last) app.UI {
	return ui.Box(ui.ScreenToday,
		app.Nav().Class("days").Aria("label", "Days").Body(
			app.Span().Class("icon-button"),
			app.P().Body(app.B().Text("Today"), app.Text(" "), app.Time().DateTime(l.Date.String()).Text(l.Day)),
			app.Span().Class("icon-button"),
		),
		app.If(l.First != "", func() app.UI { return app.Div().Class("skeleton", "skeleton-first", "is-"+l.First) }),
		app.Section().Class("verdict", "is-"+l.Level).Body(
			emergency(l.Urgent),
			app.H1().ID(ui.IDTitle).TabIndex(-1).Body(shape(l.Level), app.Span().Text(l.Word)),
			app.P().Class("headline").Text(l.Headline),
			app.If(l.Level != levelStop, func() app.UI { return app.P().Class("age").Text(l.Age) }),
		),
		app.Div().Class("columns").Body(
			app.Div().Class("stack").Body(
				app.Div().Class("skeleton", "skeleton-check"),
				app.If(l.Session != "", func() app.UI {
					return app.Section().Class("card", "session").Body(
						app.H2().Text("Today's session"),
						app.P().Class("swap", "same").Body(app.Span().Class("after").Body(app.B().Text(l.Session), app.Text(" "), app.Small().Text(l.Amount))),
						app.Div().Class("skeleton", "skeleton-week"),
					)
				}),
				app.If(len(l.Signals) > 0, func() app.UI {
					return app.Section().Class("card", "signals").Body(
						app.H2().Body(app.Text("Against your normal "), app.Small().Text(fmt.Sprintf("%d-day mean", l.Window))),
						app.Ul().Body(app.Range(l.Signals).Slice(func(i int) app.UI {
							s := l.Signals[i]
							return app.Li().Class("signal", "tone-"+s.Tone).Body(
								app.Div().Class("what").Body(app.H3().Text(s.Name), app.P().Class("value").Body(app.B().Text(s.Value), app.Text(" "), app.Small().Text(s.Unit))),
								app.Div(),
								app.Div().Class("where").Body(app.P().Class("note").Body(
									app.Span().Class("glyph").Aria("hidden", "true").Text(s.Glyph), app.Text(" "), app.Span().Text(s.Note))),
							)
						})),
					)
				}),
			),
		),
	)
}
