package today

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/page/ui"
	"rebound/app/unit"
)

// titleBefore is the title of a day before the diary.
const titleBefore = "Before your diary"

// before reports whether the day that is looked at lies before all that is known.
func (v *View) before() bool {
	return v.page.State != nil && v.page.Route.Date != 0 && v.page.Route.Date < v.page.State.First
}

// beforeTheDiary is such a day: that nothing is known of it, and the ways on.
func beforeTheDiary(v *View) app.UI {
	first := v.page.State.First
	return ui.Box("before", v.dayNav(nil),
		app.Section().Class("card").Body(
			ui.Heading(titleBefore),
			app.P().Text("Your diary starts on "+unit.FullDay(first)+". Rebound knows nothing about the days before it."),
			app.Div().Class("buttons").Body(
				app.A().Class("button", "primary").Href(ui.Hash(first, v.page.Today)).Text("To its first day"),
				app.A().Class("button").Href("#/files").Text("Add older files"),
			),
		),
		ui.Lines(v.Report.Line(), v.Typed.Line()),
	)
}
