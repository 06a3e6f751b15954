package body

import (
	"fmt"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/page/ui"
	"rebound/app/wire"
	"rebound/engine/diary"
)

const (
	idWalked   = "walked-minutes"
	walkedPain = "walked-pain"
)

// walkScreen asks for the walking that comes before running, and whether someone has
// looked at what may have been bone.
func walkScreen(v *View, w *wire.WalkCard) app.UI {
	return ui.Box("walk", below(v.Title()),
		app.Section().Class("card", "meaning").Body(
			app.H2().Text(capital(w.Name)),
			app.P().Text(w.Text),
			app.If(w.Walking, func() app.UI {
				return app.P().Class("fine").Text(fmt.Sprintf("%.0f minutes or more a day, at your usual pace. A walk that hurts starts the count again.", w.Minutes))
			}),
			app.If(!w.Seen, func() app.UI {
				return app.Div().Body(
					app.P().Text("Has a physiotherapist or doctor looked at it?"),
					app.Div().Class("buttons").Body(app.Button().Type("button").OnClick(v.saySeen).Text("Someone has looked at it")))
			}),
		),
		app.If(w.Walking, func() app.UI { return walkForm(v, w) }),
	)
}

func walkForm(v *View, w *wire.WalkCard) app.UI {
	said := "No walk logged today."
	var pain *int
	if t := w.Today; t != nil {
		pain = t.Pain
		said = fmt.Sprintf("Logged for today: %.0f minutes.", t.Minutes)
	}
	return app.Section().Class("card", "typed").Body(
		app.H2().Text("Today's walk"),
		app.P().Class("fine").Text(said),
		app.Form().Attr("novalidate", "novalidate").DataSet("draft", v.draft()).OnSubmit(v.saveWalk).Body(
			app.Div().Class("fields").Body(v.number(idWalked, "Walked", "min", fmt.Sprintf("%.0f", w.Minutes))),
			scale{key: walkedPain, name: "Worst pain during the walk", most: int(diary.MaxPain), now: pain, low: "none", high: "worst"}.draw(),
			v.wrongLine(v.form()),
			app.Button().Type("submit").Class("primary").Text("Save"),
		),
	)
}

// walkDoor leads there from the hub, and tells how far the walking is.
func walkDoor(s *wire.BodyScreen) app.UI {
	return app.If(s.Walk != nil, func() app.UI { return door(PartWalk, "After the red flag: "+s.Walk.Name, s.Walk.Text) })
}

func (v *View) saveWalk(_ app.Context, e app.Event) {
	e.PreventDefault()
	minutes, ok := ui.Number(ui.InputValue(idWalked))
	pain := picked(walkedPain)
	switch {
	case !ok:
		v.wrong(idWalked, "Enter the minutes as a number, like 30.")
		return
	case pain == nil:
		v.wrong(v.form(), "Choose how much it hurt: 0 for not at all.")
		return
	}
	said := wire.WalkSaid{Date: v.page.Body.Date, Minutes: minutes, Pain: pain}
	back := wire.WalkSaid{Date: said.Date, Off: true}
	if t := v.page.Body.Walk.Today; t != nil {
		back = *t
	}
	ui.SetInput(idWalked, "")
	v.save(v.form(), []Request{{wire.OpWalk, said}}, "Saved.", Request{wire.OpWalk, back})
}

// saySeen says that someone has looked at it: an entry of the place, where nothing hurts
// any more.
func (v *View) saySeen(app.Context, app.Event) {
	w, seen := v.page.Body.Walk, true
	n := wire.NiggleSaid{Date: v.page.Body.Date, Site: w.Site, Side: w.Side, NightPain: new(bool), Limp: new(bool), BonePoint: new(bool), Seen: &seen}
	back := n
	back.Off = true
	if l := siteOf(v.page.Body, siteKey(&wire.SiteLine{Site: w.Site, Side: w.Side})); l != nil && l.Said != nil { // it still aches
		n = *l.Said
		n.Date, n.Seen = v.page.Body.Date, &seen
		if back = n; l.Said.Date == n.Date {
			back = *l.Said
		} else {
			back.Off = true
		}
	}
	v.enter(Request{wire.OpNiggle, n}, "Noted.", Request{wire.OpNiggle, back})
}
