package inbox

import (
	"encoding/json"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/page/ui"
	"rebound/app/wire"
	"rebound/engine/diary"
)

// Strap is the door to a measurement with a chest strap, and what came of it. The
// measurement itself is web/strap's, which is fetched when it is wanted.
type Strap struct {
	page  *ui.Page
	heard app.Func // what the browser calls, made once
	none  app.Func
}

// NewStrap is the door.
func NewStrap(p *ui.Page) *Strap { return &Strap{page: p} }

// Door offers a measurement of now, and says what was measured on the day that is shown;
// nothing on a past day without one.
func (s *Strap) Door() app.UI {
	m := s.measured()
	now := s.page.Route.Date == 0
	if m == nil && !now {
		return nil
	}
	if s.page.Sample() { // which goes, and a real measurement in it would go too
		return app.P().Class("fine").Text("To measure with a chest strap, leave the sample first. What you measure in it would be lost.")
	}
	name, text := "Measure with a chest strap", "HRV and resting heart rate in three minutes, with a normal range of their own."
	if m != nil {
		name, text = "Measure again", ""
	}
	return app.Div().Class("strap-door").Body(
		app.If(m != nil, func() app.UI { return s.kept(m) }),
		app.If(text != "", func() app.UI { return app.P().Class("fine").Text(text) }),
		app.If(now, func() app.UI { return app.Button().Type("button").OnClick(s.measure).Text(name) }),
	)
}

// Used is the door in a place where there is room for it once it is used.
func (s *Strap) Used() app.UI {
	if a := s.page.Shown(); a == nil || a.Morning == nil || !a.Morning.Worn {
		return nil
	}
	return s.Door()
}

// kept is what was measured.
func (s *Strap) kept(m *wire.Strap) app.UI {
	return app.Div().Class("saved").Body(
		app.Span().Text("Chest strap: "+read(m)),
		app.Button().Type("button").Class("link").OnClick(func(app.Context, app.Event) { s.remove(s.page.Date(), m.At) }).Aria("label", "Remove the measurement").Text("Remove"),
	)
}

func read(m *wire.Strap) string { return "HRV " + m.HRV + ", resting heart rate " + m.RestingHR }

// measured is the shown day's measurement; nil for none.
func (s *Strap) measured() *wire.Strap {
	if a := s.page.Shown(); a != nil && a.Morning != nil {
		return a.Morning.Strap
	}
	return nil
}

// measure opens the measurement, which gives its intervals, as JSON, and who is to hear
// what came of them.
func (s *Strap) measure(app.Context, app.Event) {
	if s.heard == nil {
		s.heard = app.FuncOf(func(_ app.Value, args []app.Value) any {
			s.page.Do(func() { s.take(args[0].String(), func(text, hint string) { args[1].Invoke(text, hint) }) })
			return nil
		})
		s.none = app.FuncOf(func(app.Value, []app.Value) any {
			s.page.Do(func() {
				s.page.Fault = wire.Problem{Code: "strap", Text: "The measurement did not load.", Hint: "Check the connection, then try again."}
			})
			return nil
		})
	}
	s.page.Quiet()
	s.page.Boot("strap", s.heard, s.none)
}

// take keeps a measurement, or has said why it cannot be.
func (s *Strap) take(intervals string, answer func(text, hint string)) {
	said := wire.StrapSaid{Date: s.page.Today}
	if err := json.Unmarshal([]byte(intervals), &said.RR); err != nil {
		answer("The measurement could not be read.", "Measure again.")
		return
	}
	s.page.Send(wire.OpStrap, said, func(r wire.Reply) {
		if r.Error != nil {
			answer(r.Error.Text, r.Error.Hint)
			return
		}
		answer("", "")
		ui.Answered(s.page, func(state wire.State) {
			s.page.GotState(state)
			ui.Ask(s.page, wire.OpAssess, wire.DateArg{Date: said.Date}, func(a wire.Assessment) {
				if a.Morning == nil || a.Morning.Strap == nil {
					return // taken back in another tab meanwhile
				}
				m := a.Morning.Strap
				s.page.Toast("Saved: "+read(m)+".", func() {
					s.enter(wire.StrapSaid{Date: said.Date, At: m.At, Off: true}, "Undone.", nil)
				})
				ui.HoldFocus(s.page, ui.IDToast)
			})
		})(r)
	})
}

// remove takes the date's measurement of a moment back, and offers to bring it back.
func (s *Strap) remove(d diary.Date, at int64) {
	s.enter(wire.StrapSaid{Date: d, At: at, Off: true}, "Removed.", func() {
		s.enter(wire.StrapSaid{Date: d, At: at}, "Undone.", nil)
	})
}

// enter keeps what is said of a measurement; text says so, and undo takes it back.
func (s *Strap) enter(said wire.StrapSaid, text string, undo func()) {
	s.page.Quiet()
	ui.Ask(s.page, wire.OpStrap, said, func(state wire.State) {
		s.page.GotState(state)
		s.page.Toast(text, undo)
		ui.HoldFocus(s.page, ui.IDToast)
	})
}
