// Package files is the Files screen: it takes files in and says what came of each.
package files

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/page/inbox"
	"rebound/app/page/sources"
	"rebound/app/page/ui"
	"rebound/app/unit"
)

// View is what the screen draws from, and what the runner can do on it.
type View struct {
	page  *ui.Page
	files *inbox.Files
	runs  *inbox.Report
	where *sources.View
	strap *inbox.Strap
}

// New is the screen over what is on its way in.
func New(p *ui.Page, files *inbox.Files, runs *inbox.Report, where *sources.View, strap *inbox.Strap) *View {
	return &View{page: p, files: files, runs: runs, where: where, strap: strap}
}

// Title names the document.
func (v *View) Title() string { return "Files" }

// Ready reports whether the screen has something to read.
func (v *View) Ready() bool { return true }

// Pieces is 1: there is little to draw.
func (v *View) Pieces() int { return 1 }

// Ask asks what came of each file.
func (v *View) Ask() {
	v.files.Ask()
	v.where.Ask()
}

// Leave lets a long list come piece by piece again.
func (v *View) Leave() {
	v.files.Leave()
	v.runs.Leave()
}

// Forget does nothing: what there is to forget is not this screen's.
func (v *View) Forget() {}

// Draw draws the screen.
func (v *View) Draw() app.UI {
	kept := ""
	if v.files.List != nil && v.files.List.Total > 0 {
		kept = unit.Count(v.files.List.Total, "file") + " in your diary"
	}
	return ui.Box(ui.ScreenFiles,
		app.Div().Class("head").Body(ui.Heading("Files"), app.P().Class("muted").Text(kept)),
		app.Div().Class("columns").Body(
			app.Div().Class("stack").Body(
				app.If(v.page.Importing(), v.files.ImportCard).
					Else(func() app.UI { return v.files.DropCard() }),
				app.Div().Class("outcome").Role("status").Text(outcomeOf(v)),
				v.files.PeopleCards(),
				v.files.TableCard(),
				v.files.FolderCard(),
				app.Section().Class("card").Body(v.runs.DrawAlone(), v.strap.Door()),
			),
			app.Div().Class("stack").Body(
				v.files.DrawList(),
				v.where.Draw(false),
			),
		),
	)
}

// outcomeOf is what the last import came to.
func outcomeOf(v *View) string {
	p := v.page.Progress
	if p != nil && p.Finished {
		return inbox.Outcome(*p)
	}
	if p == nil && v.files.List != nil && v.files.List.Progress != nil {
		return inbox.Outcome(*v.files.List.Progress)
	}
	return ""
}
