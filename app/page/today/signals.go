package today

import (
	"fmt"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/chart"
	"rebound/app/wire"
)

// signalsCard has a row a signal: its value, the last fortnight before the
// normal range, and where it stands.
func signalsCard(v *View, a *wire.Assessment) app.UI {
	return app.Section().Class("card", "signals").Body(
		app.H2().Body(app.Text("Against your normal "), app.Small().Text(fmt.Sprintf("%d-day mean", a.Window))),
		app.Ul().Body(app.Range(a.Signals).Slice(func(i int) app.UI { return signalRow(v, a, a.Signals[i]) })),
	)
}

// mark is how a signal's state is drawn and said.
func mark(s wire.Signal) (glyph, word, class string) {
	switch s.State {
	case "in_range":
		if s.Owed {
			return "△", "in range, and short", "watch"
		}
		return "●", "in range", "go"
	case "adverse":
		if s.Kind == "resting_hr" {
			return "▲", "above your normal", "ease"
		}
		return "▼", "below your normal", "ease"
	case "unusual":
		return "△", "above your normal", "watch"
	}
	return "◌", "not known", "unknown"
}

func signalRow(v *View, a *wire.Assessment, s wire.Signal) app.UI {
	glyph, word, class := mark(s)
	value := s.Value
	if value == "" {
		value = "–"
	}
	return app.Li().Class("signal", "tone-"+class).Body(
		app.Div().Class("what").Body(
			app.H3().Text(shortName(s)),
			app.P().Class("value").Body(
				app.B().Text(value), app.Text(" "),
				app.If(s.Value != "" && s.Unit != "", func() app.UI { return app.Small().Text(s.Unit) }),
			),
		),
		app.Raw(chart.Strip(s, a.Date)),
		app.Div().Class("where").Body(
			app.P().Class("note").Body(
				app.Span().Class("glyph").Aria("hidden", "true").Text(glyph),
				app.Span().Class("visually-hidden").Text(word+": "),
				app.Text(" "),
				app.Span().Text(s.Note),
			),
			app.If(s.Break != "", func() app.UI { return app.P().Class("range").Text(s.Break) }),
			app.If(s.From != "", func() app.UI { return app.P().Class("range").Text(s.From) }),
			app.If(s.Range != "", func() app.UI {
				return app.P().Class("range").Body(app.Span().Class("visually-hidden").Text("your normal: "), app.Text(s.Range))
			}),
			app.If(s.Today != "", func() app.UI { return app.P().Class("range").Text(ownReading(s)) }),
		),
		app.If(s.Needed > 0 && s.Learning < s.Needed, func() app.UI {
			return app.Progress().Class("learning").Aria("label", "Days of your normal known").
				Value(s.Learning).Max(s.Needed)
		}),
		v.Wrong.Draw(s),
	)
}

// shortName fits beside the strip on a phone.
func shortName(s wire.Signal) string {
	if s.Kind == "resting_hr" {
		return "Resting HR"
	}
	return s.Name // "HRV (SDNN)" is as long
}

func ownReading(s wire.Signal) string {
	if s.Provisional {
		return "so far " + s.Today
	}
	return "last " + s.Today
}

// runningCard is the easy-pace check and the load: they explain and warn.
func runningCard(a *wire.Assessment) app.UI {
	l := a.Load
	return app.If(a.Easy != nil || l.Fitness != nil, func() app.UI {
		return app.Section().Class("card", "running").Body(
			app.H2().Body(app.Text("Running "), app.If(a.Done != nil, func() app.UI { return app.Small().Text("with the day's run") })),
			app.If(a.Easy != nil, func() app.UI { return easyLine(a.Easy) }),
			app.If(l.Learning != "", func() app.UI { return app.P().Class("fine").Text(l.Learning) }),
			app.If(l.Fitness != nil && l.Learning == "", func() app.UI {
				return app.Dl().Class("load").Body(
					loadCell("Fitness", l.Fitness, "%.0f"), loadCell("Fatigue", l.Fatigue, "%.0f"),
					loadCell("Form", l.Form, "%+.0f"), loadCell("Monotony", l.Monotony, "%.1f"),
				)
			}),
		)
	})
}

func easyLine(e *wire.Easy) app.UI {
	glyph, word, class := "◌", "not known", "unknown"
	switch e.State {
	case "pass":
		glyph, word, class = "●", "passes", "go"
	case "fail":
		glyph, word, class = "▲", "fails", "ease"
	}
	return app.Div().Class("easy", "tone-"+class).Body(
		app.H3().Body(
			app.Span().Class("glyph").Aria("hidden", "true").Text(glyph),
			app.Text(" Easy-pace check: "+word),
		),
		app.P().Text(e.Text),
	)
}

func loadCell(name string, v *float64, format string) app.UI {
	return app.If(v != nil, func() app.UI {
		return app.Div().Body(app.Dt().Text(name), app.Dd().Text(fmt.Sprintf(format, *v)))
	})
}
