package today

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/page/ui"
	"rebound/app/wire"
)

// The dialog that shows a day before it is saved, and the file that it is saved as.
const (
	idSend   = "dialog-send"
	sentName = "rebound-day.txt"
)

// Send lets the runner see what the verdict of the screen's day rests on as a text, and
// save it for whoever works on Rebound. Nothing goes anywhere by itself.
type Send struct {
	page    *ui.Page
	Text    string // "" before it is asked for
	writing bool
}

// NewSend is nothing asked for.
func NewSend(p *ui.Page) *Send { return &Send{page: p} }

// Leave closes the dialog, which Back may have left open, and forgets the text: it is of
// one day.
func (s *Send) Leave() {
	ui.Dialog(idSend, false)
	s.Text, s.writing = "", false
}

func (s *Send) open(app.Context, app.Event) {
	if s.writing {
		return
	}
	s.page.Quiet()
	s.writing = true
	of := s.page.Date()
	s.page.Send(wire.OpStory, wire.DateArg{Date: of}, func(r wire.Reply) {
		var answer wire.Story
		s.writing = false
		if s.page.Read(r, &answer) && s.page.Route.Screen == ui.ScreenToday && s.page.Date() == of {
			s.Text = answer.Text
			s.page.Defer(func() { ui.Dialog(idSend, true) })
		}
	})
}

func (s *Send) close(app.Context, app.Event) { ui.Dialog(idSend, false) }

func (s *Send) save(app.Context, app.Event) {
	s.page.Boot("give", sentName, s.Text, false)
	ui.Dialog(idSend, false)
	s.page.Toast("Saved as "+sentName+".", nil)
}

func (s *Send) share(app.Context, app.Event) {
	s.page.Boot("give", sentName, s.Text, true)
	ui.Dialog(idSend, false)
}

// button asks for it, at the end of the reasons.
func (s *Send) button() app.UI {
	return app.If(s.page.Verdict() != nil, func() app.UI {
		text := "Send this day"
		if s.writing {
			text = "Writing it down…"
		}
		return app.Div().Class("send").Body(
			app.P().Class("fine").Text("Does this look wrong to you? The people who work on Rebound can replay the day and see why."),
			app.Button().Type("button").Class("small").Aria("haspopup", "dialog").OnClick(s.open).Text(text),
		)
	})
}

// dialog shows the text before it goes anywhere.
func (s *Send) dialog() app.UI {
	share := s.page.Booted("canShare")
	return app.Dialog().ID(idSend).Class("sent").Aria("labelledby", idSend+"-title").Body(
		app.H2().ID(idSend+"-title").Text("Send this day"),
		app.If(s.Text != "", func() app.UI {
			return app.Div().Body(
				app.P().Text("Rebound sends nothing itself. You save this text, or share it with another app, and decide who gets it."),
				app.P().Body(app.B().Text("In it: "), app.Text("the HRV, resting HR, sleep and runs of about the last eight months; what you logged, such as check-ins, niggles, illness and periods; your age, sex and maximum heart rate, where your watch or your settings have them; your other settings; and your plan, with your days off and your goal time.")),
				app.P().Body(app.B().Text("Not in it: "), app.Text("real dates (they are moved by whole weeks); places, names, devices and your own notes. Times of day are in it only where two runs could be mixed up.")),
				app.Elem("pre").TabIndex(0).Role("region").Aria("label", "The text").Text(s.Text),
				app.Div().Class("buttons").Body(
					app.Button().Type("button").OnClick(s.close).Text("Close"),
					app.If(share, func() app.UI { return app.Button().Type("button").OnClick(s.share).Text("Share") }),
					app.Button().Type("button").Class("primary").OnClick(s.save).Text("Save"),
				),
			)
		}),
	)
}
