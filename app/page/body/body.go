// Package body is the Body screen and its parts: the check-in, the map of niggles,
// the movement screen, the reaction test, cold water, and the history.
package body

import (
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/page/inbox"
	"rebound/app/page/ui"
	"rebound/app/wire"
	"rebound/engine/diary"
)

// The parts of Body, as they stand in the fragment after #/body/. A check-in may
// name a day, the map a place.
const (
	PartCheckIn  = "check-in"
	PartMap      = "map"
	PartScreen   = "screen"
	PartReaction = "reaction"
	PartCold     = "cold"
	PartHistory  = "history"
	PartIll      = "ill"
	PartWalk     = "walk"
)

// View is what the screen draws from, and what the runner can do on it. What it
// was answered is page.Body.
type View struct {
	page    *ui.Page
	CheckIn *wire.CheckIn
	Niggle  *wire.NiggleSaid
	Ill     *wire.IllnessSaid
	Behind  bool // the map shows the back
	Test    ReactionTest
	Wrong   ui.Faults // by input, or by the form as a whole
	Report  *inbox.Report

	open    string // the part and day that the forms above were begun for
	moved   bool   // something was answered since the form was begun or kept
	saved   bool   // the check-in was, and nothing was answered since
	earlier int    // days of the history drawn beyond the first ones
	run     *reactionRun
}

// Request is one request to the backend.
type Request struct {
	Op   string
	Args any
}

// New is the screen before anything is asked.
func New(p *ui.Page, report *inbox.Report) *View { return &View{page: p, Report: report} }

// Ready reports whether the screen has something to read.
func (v *View) Ready() bool { return v.page.Body != nil }

// Pieces is how many Body itself is drawn in; its parts are drawn at once.
func (v *View) Pieces() int {
	if v.page.Route.Part == "" {
		return pieces
	}
	return 1
}

// Leave ends what cannot go on elsewhere.
func (v *View) Leave() {
	v.open, v.saved, v.earlier, v.Wrong = "", false, 0, nil
	v.Report.Leave()
	if v.run != nil {
		v.run.stop()
		v.run, v.Test = nil, ReactionTest{}
	}
}

// Forget drops the forms; the answer is shared.
func (v *View) Forget() {
	v.Leave()
	*v = *New(v.page, v.Report)
}

// place splits the part of the route: what is shown, and of which day or place.
func (v *View) place() (part, of string) {
	part, of, _ = strings.Cut(v.page.Route.Part, "/")
	return part, of
}

// day is the day that the screen is about: today, the past day that a check-in
// names, or the day for which a form was begun that is not saved yet.
func (v *View) day() diary.Date {
	part, of := v.place()
	if part == PartCheckIn {
		if d, err := diary.ParseDate(of); err == nil && d < v.page.Today {
			return d
		}
	}
	if part != "" && (part != PartMap || of != "") {
		if d := v.page.Begun(v.form()); d != 0 {
			return d
		}
	}
	return v.page.Today
}

// form names the form of the part that is shown, and draft marks it.
func (v *View) form() string  { return "body/" + v.page.Route.Part }
func (v *View) draft() string { return v.page.Draft(v.form(), v.page.Body.Date) }

// Title names the part that is shown.
func (v *View) Title() string {
	part, of := v.place()
	switch part {
	case PartCheckIn:
		return "Check-in"
	case PartMap:
		if v.page.Body != nil {
			if l := siteOf(v.page.Body, of); l != nil {
				return capital(l.Name)
			}
		}
		return "Where is it?"
	case PartScreen:
		return "Movement screen"
	case PartReaction:
		return "Reaction test"
	case PartCold:
		return "Cold water"
	case PartHistory:
		return "Your log"
	case PartIll:
		return "Illness"
	case PartWalk:
		return "Walk before you run"
	}
	return "Body"
}

// Draw draws the part that the address names.
func (v *View) Draw() app.UI {
	if v.page.Body == nil || v.page.Body.Date != v.day() {
		return ui.Box("body-wait", app.Div().Class("head").Body(ui.Heading(v.Title())),
			app.Div().Class("skeleton", "skeleton-card"), app.Div().Class("skeleton", "skeleton-card"))
	}
	part, of := v.place()
	switch part {
	case PartCheckIn:
		if v.CheckIn != nil {
			return checkInScreen(v)
		}
	case PartMap:
		if l := siteOf(v.page.Body, of); l != nil && v.Niggle != nil {
			return siteScreen(v, l)
		}
		return mapScreen(v)
	case PartScreen:
		return movementScreen(v)
	case PartReaction:
		return reactionScreen(v)
	case PartCold:
		return coldScreen(v)
	case PartHistory:
		return historyScreen(v)
	case PartIll:
		if v.Ill != nil {
			return illScreen(v)
		}
	case PartWalk:
		if w := v.page.Body.Walk; w != nil {
			return walkScreen(v, w)
		}
	}
	return hubScreen(v)
}
