package page

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/wire"
)

// todayScreen answers one question at a glance: go, ease off, or recover; the
// reason is one tap below.
func todayScreen(v *view, on *acts) app.UI {
	a := v.shown()
	if a == nil {
		return box(screenToday, dayNav(v), skeleton())
	}
	return box(screenToday,
		dayNav(v),
		verdictCard(a),
		app.Div().Class("columns").Body(
			app.Div().Class("stack").Body(
				checkInCard(v),
				sessionCard(v, on, a),
				signalsCard(a),
			),
			app.Div().Class("stack").Body(
				whyCard(a),
				nextCard(a),
				activeCard(v, a),
				runningCard(a),
				typedCard(v, on),
				installOffer(v, on, a),
			),
		),
	)
}

// dayNav goes from day to day.
func dayNav(v *view) app.UI {
	d := v.date()
	name := longDay(d)
	if d.Time().Year() != v.today.Time().Year() {
		name += d.Time().Format(" 2006")
	}
	first := v.state.First
	return app.Nav().Class("days").Aria("label", "Days").Body(
		app.IfSlice(d > first || first == 0, func() []app.UI {
			return []app.UI{app.A().Class("icon-button").Href(hash(d-1, v.today)).Aria("label", "The day before").Body(icon(iconLeft))}
		}).Else(func() app.UI { return app.Span().Class("icon-button") }),
		app.P().Body(
			app.If(d == v.today, func() app.UI { return app.B().Text("Today") }),
			app.Text(" "),
			app.Time().DateTime(d.String()).Text(name),
		),
		app.If(d < v.today, func() app.UI {
			return app.A().Class("icon-button").Href(hash(d+1, v.today)).Aria("label", "The day after").Body(icon(iconRight))
		}).Else(func() app.UI { return app.Span().Class("icon-button") }),
		app.If(d < v.today, func() app.UI { return app.A().Class("back").Href("#/today").Text("To today") }),
	)
}

func verdictCard(a *wire.Assessment) app.UI {
	l := level(a)
	return app.Section().Class("verdict", "is-"+l).Body(
		app.H1().ID("title").TabIndex(-1).Body(shape(l), app.Span().Text(a.Word)),
		app.P().Class("headline").Text(a.Headline),
		app.P().Class("age").Body(
			app.Text(a.Age),
			app.If(a.Confidence == "low" && l != "unknown", func() app.UI {
				return app.Span().Class("chip").Title("Fewer than two signals are known").Text("low confidence")
			}),
		),
	)
}

func nextCard(a *wire.Assessment) app.UI {
	return app.If(a.Next != "", func() app.UI {
		return app.Section().Class("card", "next").Body(app.H2().Text("Next"), app.P().Text(a.Next))
	})
}

// whyCard lists every reason with its number, its limit, where the data came
// from and the papers.
func whyCard(a *wire.Assessment) app.UI {
	return app.Details().Class("card", "why").Body(
		app.Summary().Body(app.Text("Why?"), icon(iconDown)),
		app.Ul().Body(app.Range(a.Reasons).Slice(func(i int) app.UI { return reason(a.Reasons[i]) })),
		app.P().Class("fine").Text("A verdict in words, not a score: no number here has been shown to predict how you feel or whether you get hurt."),
	)
}

// tones are the marks of reasons; each has its own shape and word.
var tones = map[string]struct{ glyph, word string }{
	"go": {"●", "in favour"}, "ease": {"▲", "holds back"}, "recover": {"■", "holds back"},
	"watch": {"◆", "worth watching"}, "unknown": {"◌", "not known"},
}

func reason(r wire.Reason) app.UI {
	t, ok := tones[r.Level]
	if !ok {
		t = tones["unknown"]
	}
	return app.Li().Class("tone-"+r.Level).Body(
		app.Span().Class("glyph").Aria("hidden", "true").Text(t.glyph),
		app.Div().Body(
			app.P().Body(app.Span().Class("visually-hidden").Text(t.word+": "), app.Text(r.Text)),
			app.If(r.Number != "" || r.Limit != "" || r.Source != "", func() app.UI {
				return app.Dl().Class("facts").Body(
					fact("Found", r.Number), fact("Limit", r.Limit), fact("From", r.Source),
				)
			}),
			app.Range(r.Cites).Slice(func(i int) app.UI { return app.Cite().Text(r.Cites[i]) }),
		),
	)
}

func fact(name, text string) app.UI {
	return app.If(text != "", func() app.UI {
		return app.Div().Body(app.Dt().Text(name), app.Text(" "), app.Dd().Text(text))
	})
}

// installOffer comes after the first verdict that rests on something.
func installOffer(v *view, on *acts, a *wire.Assessment) app.UI {
	offer := v.install != "" && !v.installed && !v.declined && !v.sample() && level(a) != "unknown" && v.route.date == 0
	return app.If(offer, func() app.UI {
		return app.Section().Class("card", "install").Body(
			app.H2().Text("On your home screen"),
			app.P().Text("Rebound opens like any app from there, without a network, and the browser keeps its data longer."),
			installSteps(v),
			app.Div().Class("buttons").Body(
				app.If(v.install == "prompt", func() app.UI {
					return app.Button().Type("button").Class("primary").OnClick(on.installApp).Text("Install")
				}),
				app.Button().Type("button").OnClick(on.decline).Text("Not now"),
			),
		)
	})
}

// installSteps are what a browser of Apple's needs, which lets no page ask.
func installSteps(v *view) app.UI {
	return app.If(v.install == "ios", func() app.UI {
		return app.Ol().Class("steps").Body(
			app.Li().Body(app.Text("Press Share "), icon(iconShare), app.Text(" in the browser's bar.")),
			app.Li().Text("Choose Add to Home Screen, then Add."),
			app.Li().Text("Open Rebound from there before adding files: it keeps its data apart from the browser's."),
		)
	})
}
