// Package firstrun is what a runner meets who has nothing here yet: who Rebound is, the
// ways in, and what comes of the first of them.
//
// Text and buttons are index.html's, painted before any wasm runs, and web/boot/firstrun.js
// lets them work: the elements rebound-welcome and rebound-begin are where they move when
// the page is there, so that nothing is drawn twice and nothing jumps.
package firstrun

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/page/inbox"
	"rebound/app/page/ui"
)

// View is what the screen draws from, and what the runner can do on it.
type View struct {
	page  *ui.Page
	files *inbox.Files
	typed *inbox.Typed
}

// New is the screen over what is on its way in.
func New(p *ui.Page, files *inbox.Files, typed *inbox.Typed) *View {
	return &View{page: p, files: files, typed: typed}
}

// Title names the document: with the app's name alone.
func (v *View) Title() string { return "" }

// Ready reports whether the screen has something to read.
func (v *View) Ready() bool { return true }

// Pieces is 1: there is little to draw.
func (v *View) Pieces() int { return 1 }

// Ask asks for what could not be read.
func (v *View) Ask() {
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

// Draw draws the screen.
func (v *View) Draw() app.UI {
	return ui.Box("first",
		app.Section().Class("welcome").Body(
			ui.Heading("Has your body absorbed the work?"),
			app.Elem("rebound-welcome"),
		),
		app.If(v.page.Importing(), v.files.ImportCard).Else(func() app.UI { return app.Elem("rebound-begin") }),
		app.If(v.page.Progress != nil && v.page.Progress.Finished, func() app.UI {
			return app.P().Class("outcome").Body(app.Text(inbox.Outcome(*v.page.Progress)+" "), app.A().Href("#/files").Text("See each file"))
		}).ElseIf(v.files.List != nil && len(v.files.List.Lines) > 0 && !v.page.Importing(), func() app.UI {
			return v.files.DrawList() // a diary that cannot be read must not look like none
		}),
		v.files.PeopleCards(),
		v.files.TableCard(),
		v.typed.Draw(),
		app.P().Class("fine").Text("Rebound is not a medical device. It does not diagnose; if something worries you, ask a doctor."),
	)
}
