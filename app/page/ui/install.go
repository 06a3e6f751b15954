package ui

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// What the browser keeps under a name (rebound's note): that the runner does not want the
// offer to install; and which watch or app they picked, to say where its files are
// (web/boot/firstrun.js too).
const (
	NotedDeclined = "install-declined"
	NotedMaker    = "maker"
)

// InstallSteps are what a browser of Apple's needs, which lets no page ask.
func (p *Page) InstallSteps() app.UI {
	return app.If(p.Install == "ios", func() app.UI {
		return app.Ol().Class("how-to").Body(
			app.Li().Body(app.Text("Press Share "), Icon(IconShare), app.Text(" in the browser's bar.")),
			app.Li().Text("Choose Add to Home Screen, then Add."),
			app.Li().Text("Open Rebound from there before adding files: it keeps its data apart from the browser's."),
		)
	})
}

// InstallApp lets the browser ask whether to install Rebound.
func (p *Page) InstallApp(app.Context, app.Event) { p.Boot("install") }
