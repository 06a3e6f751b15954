// Package today is the Today screen. Its first screen on a phone holds the answer: the
// verdict with its sentence, the day's session, and the three signals; above them what
// the morning asks for. Everything else is a line that opens.
//
//	today.go    what is drawn, in which order, in pieces
//	hero.go     the verdict: word, sentence, how far, why
//	session.go  the day's session and the seven days
//	signals.go  the three signals, and the readings behind them
//	ask.go      what the morning asks for: numbers, a check-in, whether there was a run
//	lines.go    the rest, a line each
//	iftoday.go  the coming days, by what is done today
//	rate.go     how hard the last run was
//	wrong.go    a reading that is wrong
//	send.go     a day as a text, for whoever works on Rebound
//	last.go     what the shell paints of it before any wasm runs
//
// What a day is (its level, an occasion such as a race) comes with the assessment; here
// it is only drawn: a tint, a shape, an order.
package today

import (
	"slices"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/page/inbox"
	"rebound/app/page/ui"
	"rebound/app/unit"
	"rebound/app/wire"
	"rebound/engine/diary"
)

// The levels and occasions that are drawn in an order of their own.
const (
	levelStop    = "stop"
	levelUnknown = "unknown"
	nothingNew   = "nothing_new"
)

// View is what the screen draws from, and what the runner can do on it. The
// verdict itself is the page's, since every screen carries it.
type View struct {
	page    *ui.Page
	Decline ui.Decline
	Typed   *inbox.Typed
	Report  *inbox.Report
	Wrong   *Wrong
	Ahead   ahead
	Send    *Send

	Exercises bool // their line is open: what it holds is half of the screen, and drawn then alone
}

// New is the screen with the forms for the morning's numbers and for a run without a
// file.
func New(p *ui.Page, typed *inbox.Typed, report *inbox.Report) *View {
	return &View{page: p, Decline: ui.NewDecline(p), Typed: typed, Report: report, Wrong: NewWrong(p), Send: NewSend(p)}
}

// Title names the document: after the verdict.
func (v *View) Title() string {
	if v.before() {
		return titleBefore
	}
	if a := v.page.Verdict(); a != nil {
		return a.Title + " · " + unit.LongDay(a.Date)
	}
	return ""
}

// Ready reports whether the screen has its verdict.
func (v *View) Ready() bool { return v.page.Verdict() != nil }

// Ask does nothing: all that is shown comes with the verdict, which the page asks for.
func (v *View) Ask() {}

// Leave closes what was open.
func (v *View) Leave() {
	v.Ahead, v.Exercises = ahead{}, false
	v.Decline.Leave()
	v.Typed.Leave()
	v.Report.Leave()
	v.Wrong.Leave()
	v.Send.Leave()
}

// Forget does nothing: what there is to forget is shared.
func (v *View) Forget() {}

// live reports whether the day that is shown goes on: what is asked is of today.
func (v *View) live() bool { return v.page.Route.Date == 0 }

// silent reports whether nothing has come in for days: then what is asked comes before
// what is known.
func (v *View) silent(a *wire.Assessment) bool { return a.Occasion == nothingNew && v.live() }

// folded reports whether the signals are a line too: there is nothing new of them, or
// nothing at all.
func (v *View) folded(a *wire.Assessment) bool {
	return v.silent(a) || v.live() && !slices.ContainsFunc(a.Signals, func(s wire.Signal) bool { return s.Value != "" })
}

// Draw answers one question at a glance: go, ease off, recover or stop; the reason is
// one tap below. Before the engine has answered it draws what was kept of the day.
func (v *View) Draw() app.UI {
	if v.before() {
		return beforeTheDiary(v)
	}
	a := v.page.Shown()
	if a == nil {
		return ui.Box(ui.ScreenToday, v.dayNav(nil), ui.Skeleton())
	}
	if a.Level == levelStop {
		return ui.Box("stopped", v.stopped(a))
	}
	above, below := v.morning(a), app.UI(nil)
	if v.silent(a) {
		above, below = below, above
	}
	return ui.Box(ui.ScreenToday, glance(v, a).Body(
		v.dayNav(a),
		slot(above),
		v.hero(a),
		slot(below),
		app.Div().Class("columns").Body(
			app.Div().Class("stack").Body(
				v.piece(1, func() app.UI { return v.session(a) }),
				v.piece(2, func() app.UI { return app.If(!v.folded(a), func() app.UI { return signals(a) }) }),
			),
			app.Div().Class("stack").Body(
				v.piece(3, func() app.UI { return v.asks(a) }),
				v.piece(4, func() app.UI { return v.lines(a) }),
			),
		),
	))
}

// glance is around all of it: what the day is gives it its tint.
func glance(v *View, a *wire.Assessment) app.HTMLDiv {
	level := a.Level
	if a.Occasion == nothingNew {
		level = levelUnknown // what is old is no answer
	}
	d := app.Div().Class("glance", "is-"+level)
	if a.Occasion != "" {
		d = d.Class("on-" + a.Occasion)
	}
	if !v.live() {
		d = d.Class("is-past")
	}
	return d
}

// slot keeps the place of something that comes and goes: what stands below it stays the
// same element, and open where it was.
func slot(e app.UI) app.UI {
	d := app.Div().Class("slot")
	if e == nil {
		return d
	}
	return d.Body(e)
}

// What Today can be drawn in (ui.Page.Piece).
const (
	pieces  = 5
	painted = 3 // pieces that the shell may have painted (last.go)
)

// Pieces is how many there are, where the day has a verdict.
func (v *View) Pieces() int { return pieces }

// Held is how many pieces wait at first: all but the verdict, or all but what the
// shell has painted already.
func Held(last bool) int {
	if last {
		return pieces - painted
	}
	return pieces - 1
}

// piece draws the i-th piece once it is its turn.
func (v *View) piece(i int, draw func() app.UI) app.UI {
	if v.page.Verdict() == nil {
		return app.If(i < painted, draw)
	}
	return v.page.Piece(i, pieces, draw)
}

// dayNav goes from day to day, and says how old the newest reading is.
func (v *View) dayNav(a *wire.Assessment) app.UI {
	d := v.page.Date()
	name := unit.LongDay(d)
	if d.Time().Year() != v.page.Today.Time().Year() {
		name += d.Time().Format(" 2006")
	}
	step := func(to bool, d int, icon, label string) app.UI {
		if !to {
			return app.Span().Class("icon-button")
		}
		return app.A().Class("icon-button").Href(ui.Hash(v.page.Date()+diary.Date(d), v.page.Today)).Aria("label", label).Body(ui.Icon(icon))
	}
	first := d
	if v.page.State != nil {
		first = v.page.State.First
	}
	age := ""
	if a != nil && v.live() {
		age = seen(a)
	}
	return app.Nav().Class("days").Aria("label", "Days").Body(
		step(d > first || first == 0, -1, ui.IconLeft, "The day before"),
		app.P().Body(app.B().Body(app.Time().DateTime(d.String()).Text(name)), app.Text(" "), app.Small().Text(age)),
		app.If(!v.live(), func() app.UI { return app.A().Class("back").Href("#/today").Text("To today") }),
		step(d < v.page.Today, 1, ui.IconRight, "The day after"),
	)
}
