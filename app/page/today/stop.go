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
					app.Div().Class("stack").Body(sessionCard(v, a), signalsCard(v, a), runningCard(a), v.Typed.Draw()),
				),
			),
		),
	)
}

// bodyLinks lead to what a runner who is not well says next, from the check-in card.
func bodyLinks(v *View) app.UI {
	b := v.page.Body
	if v.page.Route.Date != 0 || b == nil || b.Date != v.page.Date() {
		return app.Text("")
	}
	ill := "I'm ill"
	if b.Ill != nil {
		ill = "Ill again"
		if b.Ill.Last == 0 {
			ill = "I'm better"
		}
	}
	return app.Div().Class("ask", "buttons").Body(
		app.A().Class("button", "small").Href("#/body/ill").Text(ill),
		app.If(b.Walk != nil && b.Walk.Walking, func() app.UI {
			return app.A().Class("button", "small").Href("#/body/walk").Text("Say how your walk was")
		}),
	)
}
