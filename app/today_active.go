package app

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/wire"
)

// activeCard is what to do beside running, rest days most of all: sleep first,
// then the day's short programme, each exercise opening to how it is done.
func activeCard(a *wire.Assessment) app.UI {
	return app.If(a.Body != nil && len(a.Body.Programme) > 0, func() app.UI {
		b := a.Body
		return app.Section().Class("card", "active").Body(
			app.H2().Text("Rest is active"),
			app.If(b.Sleep.Debt != nil, func() app.UI { return app.P().Text(b.Sleep.Text) }),
			app.Div().Body(app.Range(b.Programme).Slice(func(i int) app.UI { return exercise(b.Programme[i]) })),
		)
	})
}

func exercise(e wire.Exercise) app.UI {
	return app.Details().Body(
		app.Summary().Body(
			app.Span().Body(app.Text(e.Title), app.Text(" "), app.Small().Text(e.Dose)),
			icon(iconDown),
		),
		app.If(e.For != "", func() app.UI { return app.P().Text("For your " + e.For + ".") }),
		app.P().Text(e.How),
		app.P().Text(e.Progress),
		app.P().Text(e.StopWhen),
		app.Cite().Text(e.Source),
	)
}
