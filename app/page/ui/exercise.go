package ui

import (
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/wire"
)

var programmeParts = map[string]string{
	"mobility": "Mobility", "neuromuscular": "Coordination", "manual": "Self-massage", "strength": "Strength", "load": "Running",
}

// Exercise is one of the day's list: its drawing, its name, what it is for and how much of
// it; it opens to how it is done.
func Exercise(e wire.Exercise) app.UI {
	return app.Details().Class("exercise").Body(
		app.Summary().Body(
			Drawing(e.Code),
			app.Span().Body(app.B().Text(e.Title), app.Text(" "), app.Small().Text(about(e))), Icon(IconDown)),
		howTo(e),
	)
}

// Drawing is the picture of an exercise, or of a test of the movement screen by "test-" and
// its code: a symbol of the site's own file (app/drawings). It shows what the words beside
// it say, and is hidden from screen readers.
func Drawing(code string) app.UI {
	return app.Raw(`<svg class="drawing" aria-hidden="true"><use href="exercises.svg#` + code + `"/></svg>`)
}

// about says what an exercise is for, and how much of it.
func about(e wire.Exercise) string {
	text := programmeParts[e.Part]
	if e.Code == "manual_referral" { // nothing to do oneself
		text = "Appointment"
	}
	if e.For != "" {
		text += " for your " + e.For
	}
	if e.Dose != "" {
		text += " · " + strings.ReplaceAll(e.Dose, " × ", "\u00a0×\u00a0") // "3 × 30 s" is one word to a line's end
	}
	return text
}

// howTo is how an exercise is done, how it grows and when to stop.
func howTo(e wire.Exercise) app.UI {
	return app.Div().Class("how-to").Body(
		Drawing(e.Code),
		app.P().Text(e.How),
		app.Dl().Body(Fact("Next step", e.Progress), Fact("Stop", e.StopWhen)),
		Cite(e.Ref),
	)
}
