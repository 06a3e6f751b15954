package today

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/page/ui"
	"rebound/app/wire"
)

// levelStop is the level of a runner who must not run: a screen of its own.
const levelStop = "stop"

// emergency is the line that stands before all else; nothing folds it away.
func emergency(text string) app.UI {
	return app.If(text != "", func() app.UI { return app.P().Class("urgent").Text(text) })
}

// stopped is Today under a stop: what it is, what to do, how it is now, and why. There
// is nothing to tick off, and what is measured stands back.
func stopped(v *View, a *wire.Assessment) app.UI {
	return ui.Box("stopped",
		dayNav(v),
		verdictCard(a),
		app.Div().Class("columns").Body(
			app.Div().Class("stack").Body(nextCard(a), checkInCard(v)),
			app.Div().Class("stack").Body(
				whyCard(a),
				app.Details().Class("card", "stands-back").Body(
					app.Summary().Body(app.Text("Your week and your numbers"), ui.Icon(ui.IconDown)),
					app.Div().Class("stack").Body(sessionCard(v, a), signalsCard(v, a), runningCard(a), v.Typed.Draw(), v.Report.Draw()),
				),
			),
		),
	)
}

// reported is what the runner said of their body, where it is of the day that is shown and
// can be gone on with: today's.
func reported(v *View) *wire.BodyScreen {
	if b := v.page.Body; v.page.Route.Date == 0 && b != nil && b.Date == v.page.Date() {
		return b
	}
	return nil
}

// illLink leads to the form of an illness: to begin one, or to end it.
func illLink(v *View) app.UI {
	b := reported(v)
	return app.If(b != nil, func() app.UI {
		text := "I'm ill"
		if b.Ill != nil && b.Ill.Last == 0 {
			text = "I'm better"
		}
		return app.A().Class("button", "small").Href("#/body/ill").Text(text)
	})
}

// walkLink asks for the walk of the day, while walking comes before running.
func walkLink(v *View) app.UI {
	b := reported(v)
	return app.If(b != nil && b.Walk != nil && b.Walk.Walking, func() app.UI {
		return app.Div().Class("ask").Body(app.A().Class("button", "small").Href("#/body/walk").Text("Say how your walk was"))
	})
}
