// Package firstrun is what a runner meets who has nothing here yet.
package firstrun

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/page/inbox"
	"rebound/app/page/sources"
	"rebound/app/page/ui"
	"rebound/app/wire"
)

// View is what the screen draws from, and what the runner can do on it.
type View struct {
	page  *ui.Page
	files *inbox.Files
	typed *inbox.Typed
	where *sources.View
}

// New is the screen over what is on its way in.
func New(p *ui.Page, files *inbox.Files, typed *inbox.Typed, where *sources.View) *View {
	return &View{page: p, files: files, typed: typed, where: where}
}

// Title names the document: with the app's name alone.
func (v *View) Title() string { return "" }

// Ready reports whether the screen has something to read.
func (v *View) Ready() bool { return true }

// Ask asks for what could not be read.
func (v *View) Ask() {
	v.where.Ask()
	if !v.page.Importing() {
		v.files.AskLines()
	}
}

// Leave empties the form.
func (v *View) Leave() {
	v.files.Leave()
	v.typed.Leave()
}

// Forget does nothing: what there is to forget is not this screen's.
func (v *View) Forget() {}

func (v *View) sample(app.Context, app.Event) {
	ui.Ask(v.page, wire.OpSample, wire.SampleArg{On: true}, func(s wire.State) {
		v.page.GotState(s)
		v.page.ToToday("")
	})
}

// Draw draws the screen.
func (v *View) Draw() app.UI {
	return ui.Box("first",
		app.Section().Class("welcome").Body(
			ui.Heading("Has your body absorbed the work?"),
			app.P().Class("lead").Text("Rebound weighs resting heart rate, HRV and sleep from your watch's own files against your normal, and says each morning: go, ease off, recover or stop."),
			app.P().Class("promise").Body(ui.Icon(ui.IconLock), app.Span().Body(
				app.B().Text("Your files never leave this device."), app.Text(" "),
				app.Span().Text("No account, no server, no upload; works without a network."),
			)),
		),
		app.If(v.page.Install == "ios" && !v.page.Installed, func() app.UI {
			return app.Section().Class("card", "install").Body(
				app.H2().Text("On an iPhone or iPad, first"),
				v.page.InstallSteps(),
			)
		}),
		app.If(v.page.Importing(), v.files.ImportCard).Else(func() app.UI {
			return v.files.DropCard(app.Button().Type("button").Class("link").OnClick(v.sample).Text("See a sample runner"))
		}),
		app.If(v.page.Progress != nil && v.page.Progress.Finished, func() app.UI {
			return app.P().Class("outcome").Body(app.Text(inbox.Outcome(*v.page.Progress)+" "), app.A().Href("#/files").Text("See each file"))
		}).ElseIf(v.files.List != nil && len(v.files.List.Lines) > 0 && !v.page.Importing(), func() app.UI {
			return v.files.DrawList() // a diary that cannot be read must not look like none
		}),
		v.files.PeopleCards(),
		v.files.TableCard(),
		v.where.Draw(true),
		v.typed.Draw(),
		app.P().Class("fine").Text("Rebound is not a medical device. It does not diagnose; if something worries you, ask a doctor."),
	)
}
