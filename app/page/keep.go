package page

import (
	"slices"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/wire"
	"rebound/engine/diary"
)

const idWhy = "keep-why" // where the runner says why they keep the original

// declinable are the actions that leave the last word to the runner.
var declinable = []string{"cut_week", "hold_quality", "deload"}

// keepOriginal offers today's session as it was, while the action in force may be
// declined, and the way back once it was. A decision is a reason afterwards.
func keepOriginal(v *view, on *acts, a *wire.Assessment) app.UI {
	if v.route.date != 0 {
		return app.If(false, nil)
	}
	for _, r := range a.Reasons {
		if action, ok := strings.CutSuffix(r.Code, "_declined"); ok && slices.Contains(declinable, action) {
			return app.P().Class("kept").Body(
				app.Span().Text("You kept the original. "),
				app.Button().Type("button").Class("small").DataSet("decide", action).OnClick(on.unkeep).Text("Undo"),
			)
		}
	}
	for _, d := range a.Week {
		if slices.Contains(d.Because, a.Action) && slices.Contains(declinable, a.Action) {
			return keepOffer(v, v.today, a.Action, "small", on)
		}
	}
	return app.If(false, nil)
}

// keepDay is the same for a day of the plan.
func keepDay(v *view, d wire.PlanDay, on *acts) app.UI {
	switch {
	case d.Kept:
		return app.P().Class("kept").Body(
			app.Span().Text("You kept the original. "),
			app.Button().Type("button").Class("link").DataSet("decide", d.Decline).OnClick(on.unkeep).Text("Take that back"),
		)
	case d.Decline == "":
		return app.If(false, nil)
	}
	return keepOffer(v, d.Date, d.Decline, "link", on)
}

// keepOffer asks why, which may be left empty, before the original is kept.
func keepOffer(v *view, d diary.Date, action, look string, on *acts) app.UI {
	day := d.String()
	if v.keeping != d {
		return app.P().Class("kept").Body(app.Button().Type("button").ID("keep-"+day).Class(look).DataSet("date", day).
			OnClick(on.askKeep).Text("Keep the original"))
	}
	return app.Form().Class("keep").OnSubmit(on.keep).DataSet("decide", action).Body(
		app.Div().Class("field").Body(
			app.Label().For(idWhy).Body(app.Text("Why? "), app.Small().Text("if you like; it is named in later reasons")),
			app.Input().ID(idWhy).Type("text").MaxLength(200).AutoComplete(false),
		),
		app.P().Class("fine").Text("Every day of these seven that was changed for the same reason goes back to what it was."),
		app.Div().Class("buttons").Body(
			app.Button().Type("submit").Class("small", "primary").Text("Keep it"),
			app.Button().Type("button").Class("small").DataSet("date", day).OnClick(on.cancelKeep).Text("Cancel"),
		),
	)
}
