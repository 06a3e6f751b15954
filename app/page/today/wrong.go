package today

import (
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/page/inbox"
	"rebound/app/page/ui"
	"rebound/app/wire"
)

// idRight is where the right value of a wrong reading is written.
const idRight = "right-value"

// Wrong lets the runner say that a device's reading of the screen's day is wrong: with
// the right value, or that the day has none. Nothing is overwritten, and it can be taken
// back.
type Wrong struct {
	page  *ui.Page
	Open  string // the signal that is being corrected; "" for none
	Fault string // what is wrong with what was written
}

// NewWrong is nothing being corrected.
func NewWrong(p *ui.Page) *Wrong { return &Wrong{page: p} }

// Leave closes the form.
func (w *Wrong) Leave() { w.Open, w.Fault = "", "" }

func (w *Wrong) open(ctx app.Context, _ app.Event) {
	w.Open, w.Fault = ui.Data(ctx, "signal"), ""
	ui.FocusNext(w.page, idRight)
}

// draft names the draft of a signal's right value, of the screen's day.
func (w *Wrong) draft(kind string) string { return "wrong/" + kind + "/" + w.page.Date().String() }

// opened is the signal that is being corrected: by its button, or with what was typed
// before; "" for none.
func (w *Wrong) opened() string {
	if w.Open != "" {
		return w.Open
	}
	for _, kind := range []string{"hrv", "resting_hr", "sleep"} {
		if w.page.Begun(w.draft(kind)) != 0 {
			return kind
		}
	}
	return ""
}

func (w *Wrong) cancel(ctx app.Context, _ app.Event) {
	w.Leave()
	w.page.Drop(w.draft(ui.Data(ctx, "signal")))
	ui.FocusNext(w.page, idOf(ui.Data(ctx, "signal")))
}

func (w *Wrong) save(ctx app.Context, e app.Event) {
	e.PreventDefault()
	kind := w.opened()
	v, fault := inbox.ReadSignal(kind, ui.InputValue(idRight))
	if w.Fault = fault; fault != "" {
		w.page.Defer(func() { ui.Focus(idRight) })
		return
	}
	w.send(wire.Correction{Signal: kind, Value: &v}, "Corrected.")
}

func (w *Wrong) leaveOut(ctx app.Context, _ app.Event) {
	w.send(wire.Correction{Signal: ui.Data(ctx, "signal"), Discard: true}, "Left out.")
}

func (w *Wrong) takeBack(ctx app.Context, _ app.Event) {
	w.send(wire.Correction{Signal: ui.Data(ctx, "signal"), Off: true}, "The watch's own reading counts again.")
}

// use takes what was typed for the right value.
func (w *Wrong) use(ctx app.Context, _ app.Event) {
	for _, s := range w.page.Verdict().Signals {
		if s.Kind == ui.Data(ctx, "signal") && s.Doubt != nil {
			w.send(wire.Correction{Signal: s.Kind, Value: &s.Doubt.Value}, "Corrected.")
		}
	}
}

// keep takes back what was typed: the file is right.
func (w *Wrong) keep(ctx app.Context, _ app.Event) {
	t, none := wire.Typed{Date: w.page.Date()}, new(float64)
	kind := ui.Data(ctx, "signal")
	switch kind {
	case "hrv":
		t.HRVms = none
	case "resting_hr":
		t.RestingHR = none
	case "sleep":
		t.SleepMin = none
	}
	ui.Ask(w.page, wire.OpTyped, t, w.saved(kind, "The file's number counts."))
}

func (w *Wrong) send(c wire.Correction, said string) {
	c.Date = w.page.Date()
	ui.Ask(w.page, wire.OpCorrect, c, w.saved(c.Signal, said))
}

// saved draws what an entry on a signal came to. What was pressed is gone with it: the
// keyboard goes on with what can be said of that signal now.
func (w *Wrong) saved(kind, said string) func(wire.State) {
	return func(s wire.State) {
		w.Leave()
		w.page.Drop(w.draft(kind))
		w.page.GotState(s)
		w.page.Toast(said, nil)
		ui.FocusNext(w.page, idOf(kind), ui.IDTitle)
	}
}

// idOf is the first of the buttons that a signal's own reading has, whatever it says.
func idOf(kind string) string { return "wrong-" + kind }

// Draw is what can be said of a signal's own reading of the day, under its row; nothing
// where there is none.
func (w *Wrong) Draw(s wire.Signal) app.UI {
	button := func(text string, press app.EventHandler) app.HTMLButton {
		return app.Button().Type("button").Class("small").DataSet("signal", s.Kind).OnClick(press).Text(text)
	}
	first := func(text string, press app.EventHandler) app.UI { return button(text, press).ID(idOf(s.Kind)) }
	switch {
	case w.opened() == s.Kind:
		return w.form(s)
	case s.Doubt != nil:
		return w.line("You typed "+s.Doubt.Typed+", but the watch's file says "+s.Doubt.Read+". The file counts.",
			first("Use "+s.Doubt.Typed, w.use), button("The file is right", w.keep))
	case s.LeftOut:
		return w.line("Left out: the watch had "+s.Was+".", first("Undo", w.takeBack))
	case s.By == "corrected":
		return w.line("Corrected by you: the watch had "+s.Was+".", first("Undo", w.takeBack))
	case s.Today == "" || s.Metric == "typed":
		return app.Text("")
	}
	said := ""
	if s.By == "typed" {
		said = "You typed this; your watch's file will replace it."
	}
	return w.line(said, app.Button().Type("button").ID(idOf(s.Kind)).Class("link").DataSet("signal", s.Kind).OnClick(w.open).Text(isWrong(s)))
}

// isWrong says that a signal's own reading of the day is: of sleep, and of HRV that was
// measured through the night, the night.
func isWrong(s wire.Signal) string {
	if s.Kind == "sleep" || s.Kind == "hrv" && strings.HasPrefix(s.Metric, "overnight_") {
		return "This night is wrong"
	}
	return "This reading is wrong"
}

// line is some words and buttons. The words are drawn where there are none too, so that
// the button beside them stays the one that the keyboard is on.
func (w *Wrong) line(text string, buttons ...app.UI) app.UI {
	return app.Div().Class("own").Body(
		app.P().Text(text),
		app.Div().Class("buttons").Body(buttons...),
	)
}

// form asks for the right value.
func (w *Wrong) form(s wire.Signal) app.UI {
	in, unit := ui.Typing("decimal", ""), s.Unit
	if s.Kind == "sleep" {
		in, unit = ui.Typing("text", "7:30"), "h:mm"
	}
	return app.Form().Class("own").DataSet("draft", w.page.Draft(w.draft(s.Kind), w.page.Date())).DataSet("title", "a correction").OnSubmit(w.save).Attr("novalidate", "novalidate").Body(
		app.P().Text("Your watch says "+s.Today+". You can undo this at any time."),
		ui.Field(idRight, "What it should be", unit, in, w.Fault),
		app.Div().Class("buttons").Body(
			app.Button().Type("submit").Class("small", "primary").Text("Save"),
			app.Button().Type("button").Class("small").DataSet("signal", s.Kind).OnClick(w.leaveOut).Text("Leave it out"),
			app.Button().Type("button").Class("small").DataSet("signal", s.Kind).OnClick(w.cancel).Text("Cancel"),
		),
	)
}
