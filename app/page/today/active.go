package today

import (
	"fmt"
	"slices"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/page/ui"
	"rebound/app/wire"
)

// checkInCard is the way into the check-in, one press from the verdict. A past
// day has one too: what was not said then can be said now.
func checkInCard(v *View) app.UI {
	link := ui.CheckIn
	if v.page.Route.Date != 0 {
		link += "/" + v.page.Route.Date.String()
	}
	done := v.page.Body != nil && v.page.Body.Date == v.page.Date() && v.page.Body.CheckIn != nil
	text, press, class := "How are you?", "Check in", "primary"
	if done {
		text, press, class = "Checked in", "Change it", "small"
	}
	return app.Section().Class("card", "check").Body(
		app.P().Body(app.If(done, func() app.UI { return ui.Icon(ui.IconCheck) }), app.Text(text)),
		app.Div().Class("ways").Body(illLink(v), app.A().Class("button", class).Href(link).Text(press)),
		effortPrompt(v),
		walkLink(v),
	)
}

// effortPrompt asks how hard the latest run felt, while it is fresh: on its day
// and the day after. It comes with the verdict, so that nothing below it moves.
func effortPrompt(v *View) app.UI {
	a := v.page.Verdict()
	return app.If(a != nil && a.Level != levelStop && v.page.Route.Date == 0 && a.Unrated != "", func() app.UI {
		return app.P().Class("ask").Body(app.Text("How hard was it? "), app.A().Href("#/body").Text(a.Unrated))
	})
}

// activeCard is what to do beside running, rest days most of all: sleep first,
// then the day's short programme, each exercise opening to how it is done. It is
// ticked off on Body.
func activeCard(v *View, a *wire.Assessment) app.UI {
	return app.If(a.Body != nil && len(a.Body.Programme) > 0, func() app.UI {
		b := a.Body
		return app.Section().Class("card", "active").Body(
			app.H2().Text(activeTitle(a)),
			app.If(b.Sleep.Debt != nil, func() app.UI { return app.P().Text(b.Sleep.Text) }),
			app.Div().Body(app.Range(b.Programme).Slice(func(i int) app.UI { return ui.Exercise(b.Programme[i]) })),
			app.If(v.page.Route.Date == 0, func() app.UI { return app.A().Class("more").Href("#/body").Text(tickedLine(v, b)) }),
		)
	})
}

// activeTitle says what the list is for.
func activeTitle(a *wire.Assessment) string {
	if a.RaceDay {
		return "Before the race"
	}
	return "Today's exercises"
}

// tickedLine says how much of the programme is done, where that is known.
func tickedLine(v *View, b *wire.Body) string {
	if v.page.Body == nil || v.page.Body.Date != v.page.Today || len(v.page.Body.Ticks) == 0 {
		return "Tick it off on Body"
	}
	done := 0
	for _, e := range b.Programme {
		if slices.Contains(v.page.Body.Ticks, e.Code) {
			done++
		}
	}
	return fmt.Sprintf("%d of %d done: tick it off on Body", done, len(b.Programme))
}
