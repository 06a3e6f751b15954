// Package inbox is how something comes into the diary, on whatever screen it is
// taken in: files ([Files]: choosing them, their import, what came of each), and
// the morning's numbers, typed by hand ([Typed]).
package inbox

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/page/ui"
	"rebound/app/wire"
)

// lineStep is how many lines of a long list are drawn at a time.
const lineStep = 25

// Files are the runner's files on their way in, and what came of each.
type Files struct {
	page  *ui.Page
	List  *wire.FileList // nil is not answered yet
	Lines int            // of List.Lines drawn so far

	explaining explaining
}

// NewFiles is what is on its way in on a page.
func NewFiles(p *ui.Page) *Files { return &Files{page: p} }

// Ask asks what came of each file.
func (f *Files) Ask() {
	ui.Ask(f.page, wire.OpFiles, nil, f.got)
}

// AskLines asks for the lines alone: the first screen does not say again how an
// import before it ended.
func (f *Files) AskLines() {
	ui.Ask(f.page, wire.OpFiles, nil, func(l wire.FileList) {
		f.List, f.Lines = &l, lineStep
		f.explain()
	})
}

// Forget drops the answer.
func (f *Files) Forget() { f.List, f.explaining = nil, explaining{} }

// Leave lets a long list come piece by piece again.
func (f *Files) Leave() { f.Lines = lineStep }

func (f *Files) got(l wire.FileList) {
	f.List, f.Lines = &l, lineStep
	f.explain()
	if f.page.Progress == nil {
		f.page.Progress = l.Progress
	}
	if f.more() {
		ui.Grow(f.page, func() bool {
			f.Lines += lineStep
			return f.more()
		})
	}
}

// more reports whether lines are still to be drawn.
func (f *Files) more() bool { return f.List != nil && f.Lines < len(f.List.Lines) }

func (f *Files) chooseFolder(app.Context, app.Event) { f.page.Boot("choose", true) }
func (f *Files) take(ctx app.Context, _ app.Event)   { f.page.Boot("importFrom", ctx.JSSrc()) }

func (f *Files) cancel(app.Context, app.Event) {
	ui.Ask(f.page, wire.OpCancel, nil, func(struct{}) {})
}

func (f *Files) dismiss(app.Context, app.Event) {
	ui.Ask(f.page, wire.OpDismiss, nil, func(l wire.FileList) {
		f.got(l)
		f.page.Toast("Dismissed.", nil)
	})
}

// DropCard asks for files; index.html has the same for the first screen.
func (f *Files) DropCard() app.UI {
	return app.Section().Class("card", "drop").Body(
		ui.Icon(ui.IconFiles),
		app.P().Text("The export from your watch or app, just as it is: files, a folder or a zip."),
		app.P().Class("fine", "pointer").Text("Or drop it anywhere on this page."),
		app.P().Class("fine").Text("A backup saved by Rebound goes here too."),
		app.Div().Class("buttons").Body(
			f.chooseFiles(),
			app.Button().Type("button").OnClick(f.chooseFolder).Text("Choose a folder"),
		),
	)
}

// chooseFiles is a file input that looks like a button.
func (f *Files) chooseFiles() app.UI {
	return app.Label().Class("button", "primary").Body(
		app.Text("Choose files"),
		app.Input().Type("file").Class("visually-hidden").Multiple(true).OnChange(f.take),
	)
}

// ImportCard is an import that runs.
func (f *Files) ImportCard() app.UI {
	p := f.page.Progress
	now := p.Now
	if now == "" {
		now = " "
	}
	return app.Section().Class("card", "import").Body(
		app.H2().Text("Reading your files"),
		Bar(p),
		app.P().Class("path").Text(now),
		app.Div().Class("buttons").Body(
			app.Button().Type("button").OnClick(f.cancel).Text("Cancel"),
			app.P().Class("fine").Text("Cancel keeps what is already in."),
		),
	)
}
