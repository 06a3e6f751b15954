package today

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/page/ui"
	"rebound/app/wire"
)

// doneLines are today's session once it was run: planned against done, and what comes
// next. There is nothing to change about it any more.
func doneLines(d *wire.Done) app.UI {
	return app.Div().Class("done").Body(
		app.P().Class("swap", "same").Body(app.Span().Class("after").Body(ui.Icon(ui.IconCheck), app.B().Text(d.Ran))),
		app.If(d.Also != "", func() app.UI { return app.P().Class("fine").Text(d.Also) }),
		app.If(d.Planned != "", func() app.UI {
			text := d.Text
			if d.State != "extra" { // on a day of rest there was none
				text += " It was: " + d.Planned + "."
			}
			return app.P().Class("because").Text(text)
		}),
		app.If(d.Next != "", func() app.UI { return app.P().Class("then").Body(app.B().Text("Next"), app.Text(" "+d.Next)) }),
	)
}

// ranLine is what was run on a past day, under the session that its morning had.
func ranLine(d *wire.Done) app.UI {
	text := d.Ran + " later that day. " + d.Text
	if d.Also != "" {
		text += " " + d.Also
	}
	return app.P().Class("because").Text(text)
}
