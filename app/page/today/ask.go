package today

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/page/ui"
	"rebound/app/wire"
	"rebound/engine/diary"
)

// morning is what the morning asks for, above the verdict: the numbers while none of the
// day is in, else the check-in while there is none. With nothing new for days, what came
// of the runs meanwhile too.
func (v *View) morning(a *wire.Assessment) app.UI {
	switch {
	case !v.live() || a.Asks == nil:
		return nil
	case v.silent(a):
		return app.Div().Class("stack").Body(v.Typed.DrawFirst(), v.Report.DrawAsk())
	case v.Typed.First() && len(a.Morning.Typed) == 0:
		return v.Typed.DrawFirst()
	case v.asksHow(a):
		return app.Section().Class("card", "check").Body(
			app.H2().Text("How are you?"),
			app.Div().Class("ways").Body(
				app.Button().Type("button").Class("small").OnClick(v.allFine).Text("All fine"),
				app.If(!a.Asks.Ill, func() app.UI { return app.A().Class("button", "small").Href(ui.Ill).Text("I'm ill") }),
				app.A().Class("button", "small").Href(ui.CheckIn).Text("Check in"),
			),
		)
	}
	return nil
}

// asksHow reports whether the check-in is what Today asks for.
func (v *View) asksHow(a *wire.Assessment) bool {
	return v.live() && a.Asks != nil && !v.silent(a) && !(v.Typed.First() && len(a.Morning.Typed) == 0) && !a.Asks.CheckedIn
}

// allFine is the whole of a check-in on most days: it saves, and can be taken back.
func (v *View) allFine(app.Context, app.Event) {
	zero := func() *int { return new(int) }
	c := wire.CheckIn{Date: v.page.Today, Signs: map[string]int{}, Fatigue: zero(), Tension: zero(), Soreness: zero(), Stress: zero(), Fever: new(bool), Chest: new(bool)}
	for _, s := range diary.SignNames {
		c.Signs[s] = 0
	}
	ui.Ask(v.page, wire.OpCheckIn, c, func(s wire.State) {
		v.page.GotState(s)
		v.page.Toast("Saved: all fine.", func() {
			ui.Ask(v.page, wire.OpCheckIn, wire.CheckIn{Date: c.Date, Off: true}, func(s wire.State) {
				v.page.GotState(s)
				v.page.Toast("Undone.", nil)
			})
		})
		ui.HoldFocus(v.page, ui.IDToast)
	})
}

// asks is the question whether there was a run, where nothing stands before it.
func (v *View) asks(a *wire.Assessment) app.UI {
	if v.silent(a) || !v.live() {
		return slot(nil)
	}
	return slot(v.Report.DrawAsk())
}
