package ui

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/wire"
)

var programmeParts = map[string]string{
	"mobility": "Mobility", "neuromuscular": "Coordination", "manual": "Self-massage", "strength": "Strength", "load": "Load",
}

// About says what an exercise is for, and how much of it.
func About(e wire.Exercise) string {
	text := programmeParts[e.Part]
	if e.Code == "manual_referral" { // nothing to do oneself
		text = "Appointment"
	}
	if e.For != "" {
		text += " for your " + e.For
	}
	if e.Dose != "" {
		text += " · " + e.Dose
	}
	return text
}

// HowTo is how an exercise is done, how it grows and when to stop.
func HowTo(e wire.Exercise) app.UI {
	return app.Div().Class("how-to").Body(
		app.P().Text(e.How),
		app.Dl().Body(Fact("Next step", e.Progress), Fact("Stop", e.StopWhen)),
		app.Cite().Text(e.Source),
	)
}
