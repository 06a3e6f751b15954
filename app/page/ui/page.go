// Package ui is what the screens share: what more than one of them draws from
// ([Page]), what each may ask of the page around it ([Host]), and the pieces
// that they are drawn with.
//
// Nothing here knows a screen. A piece that needs handlers is handed them.
package ui

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/wire"
	"rebound/engine/diary"
)

// Page is the page as its screens know it: what more than one of them draws from,
// and what each may ask. All hold the same one. nil is not answered yet.
//
// A screen holds it by a name. To embed it would cost the download 20 kB: each
// screen would have a wrapper of each of Host's methods, and all of them be linked
// (docs/adr/0016).
type Page struct {
	Host

	Route Route
	Today diary.Date // the browser's local date

	State    *wire.State
	Now      *wire.Assessment // of today
	Past     *wire.Assessment // of Route.Date
	Body     *wire.BodyScreen // of the day that Body shows, or Today
	Progress *wire.Progress   // of the import that runs or ran last here
	Last     *Last            // what was kept of today's verdict, until there is one
	Held     int              // pieces of the screen that are not drawn yet (see Piece)

	Install   string // how Rebound can be installed: "", "prompt" or "ios"
	Installed bool   // runs from the home screen
	Declined  bool   // the runner does not want to be offered it
	Maker     string // the watch or app that the runner picked; "" for none yet

	CanKeepFolder bool   // the browser can remember a folder and read it again
	Folder        string // the name of the one it remembers; "" for none
	Backups       Backups

	Fault wire.Problem // what went wrong and what to do; zero for nothing
	Said  string       // what was done, in one line (see Toast)

	On     int64  // what is asked for takes back what was done then; 0 for no such thing
	undo   func() // takes it back; nil where nothing does
	done   int64  // when that was (wire.State.Others)
	toasts int    // how many there were
}

// Piece draws the i-th of a screen's n pieces once it is its turn.
//
// A screen of five hundred elements takes the browser's thread for longer than a press or
// a scroll may wait, the first time above all, when its code is not compiled yet. So a
// screen that is come to is drawn in pieces, each in a task of its own: in the order of
// the page, so that nothing moves what stands.
func (p *Page) Piece(i, n int, draw func() app.UI) app.UI { return app.If(i < n-p.Held, draw) }

// Empty reports whether nothing was ever imported or entered.
func (p *Page) Empty() bool { return p.State != nil && p.State.Empty }

// Sample reports whether the sample runner is shown.
func (p *Page) Sample() bool { return p.State != nil && p.State.Sample }

// Importing reports whether an import runs.
func (p *Page) Importing() bool { return p.Progress != nil && !p.Progress.Finished }

// Miles reports whether distances are in miles.
func (p *Page) Miles() bool {
	if p.State == nil {
		return p.Last != nil && p.Last.Miles
	}
	return p.State.Units == "mi"
}

// Date is the day that the screen is about.
func (p *Page) Date() diary.Date {
	if p.Route.Date != 0 {
		return p.Route.Date
	}
	return p.Today
}

// Verdict is the assessment that the screen is about, nil before there is one.
func (p *Page) Verdict() *wire.Assessment {
	switch {
	case p.State == nil || p.State.Empty:
		return nil
	case p.Route.Date != 0:
		return p.Past
	}
	return p.Now
}

// Shown is the assessment that Today is drawn from: the verdict, or what was kept of
// today's until the engine has answered; nil before there is either.
func (p *Page) Shown() *wire.Assessment {
	a := p.Verdict()
	if a == nil && p.Last != nil && p.Route.Date == 0 && !p.Empty() {
		return &p.Last.Now
	}
	return a
}

// Wrong says in one line what is wrong with what was entered here, and what to do.
func (p *Page) Wrong(text string) {
	p.Quiet()
	p.Fault = wire.Problem{Code: "page", Text: text}
}

// Forget drops every answer of a diary that is no longer the one shown, and what was
// done there: taking it back would change the other.
func (p *Page) Forget() {
	p.Now, p.Past, p.Body, p.Progress, p.Last = nil, nil, nil, nil, nil
	p.Toast("", nil)
}
