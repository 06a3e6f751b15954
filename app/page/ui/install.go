package ui

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// KeyDeclined remembers in the browser that the runner does not want the offer to
// install.
const KeyDeclined = "rebound-install-declined"

// KeyMaker remembers which watch or app the runner picked, to say where its files are.
const KeyMaker = "rebound-maker"

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
