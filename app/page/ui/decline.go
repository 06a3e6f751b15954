package ui

import (
	"slices"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/wire"
	"rebound/engine/diary"
)

const (
	idWhy    = "keep-why" // where the runner says why they keep the original
	formKeep = "keep/"    // its draft's name; the day follows
)

// The headings that the keyboard goes to when what it stood on is gone: of Plan's
// seven days, and of Today's session.
const (
	IDSeven   = "seven-days"
	IDSession = "session"
)

// Decline lets the runner keep what a day was before a change that leaves them
// the last word, on Today and in the plan.
type Decline struct {
	page   *Page
	Asking diary.Date // the day whose original is about to be kept
}

// NewDecline is the offer on a page, not yet asked for.
func NewDecline(p *Page) Decline { return Decline{page: p} }

// Leave forgets what was asked.
func (k *Decline) Leave() { k.Asking = 0 }

func (k *Decline) ask(ctx app.Context, _ app.Event) {
	k.Asking, _ = diary.ParseDate(Data(ctx, "date"))
	FocusNext(k.page, idWhy)
}

// asks reports whether the runner is asked why they keep a day's original.
func (k *Decline) asks(d diary.Date) bool {
	return k.Asking == d || k.Asking == 0 && k.page.Begun(formKeep+d.String()) != 0
}

func (k *Decline) cancel(ctx app.Context, _ app.Event) {
	k.Asking = 0
	k.page.DropDrafts(formKeep)
	FocusNext(k.page, "keep-"+Data(ctx, "date"))
}

func (k *Decline) keep(ctx app.Context, e app.Event) {
	e.PreventDefault()
	k.decide(Data(ctx, "decide"), false, strings.TrimSpace(InputValue(idWhy)))
}

func (k *Decline) takeBack(ctx app.Context, _ app.Event) {
	k.decide(Data(ctx, "decide"), true, "")
}

func (k *Decline) decide(action string, accepted bool, why string) {
	at := k.Asking
	d := wire.Decide{Date: k.page.Today, Action: action, Accepted: accepted, Why: why}
	Ask(k.page, wire.OpDecide, d, func(s wire.State) {
		k.Asking = 0
		k.page.DropDrafts(formKeep)
		k.page.GotState(s)
		if accepted {
			k.page.Toast("Your week is adjusted again.", nil)
		} else {
			k.page.Toast("You declined the change.", func() { k.decide(action, true, "") })
		}
		FocusNext(k.page, "move-"+at.String(), IDSeven, IDSession)
	})
}

// OfTheDay offers the week as it was, while a day is changed by what may be
// declined, and to take that back once it was.
func (k *Decline) OfTheDay(a *wire.Assessment) app.UI {
	if k.page.Route.Date != 0 {
		return app.If(false, nil)
	}
	if a.Declined != "" {
		return app.P().Class("kept").Body(
			app.Span().Text("You declined the change. "),
			app.Button().Type("button").Class("small").DataSet("decide", a.Declined).OnClick(k.takeBack).Text("Undo"),
		)
	}
	if !slices.ContainsFunc(a.Week, func(d wire.DayPlan) bool { return d.Declinable != "" }) {
		return app.If(false, nil)
	}
	return k.offer(k.page.Today, a.Declinable, "small", "Keep my original week")
}

// InPlan is the same for a day of the plan.
func (k *Decline) InPlan(d wire.PlanDay) app.UI {
	switch {
	case d.Declined != "":
		return app.P().Class("kept").Body(
			app.Span().Text("You declined the change. "),
			app.Button().Type("button").Class("link").DataSet("decide", d.Declined).OnClick(k.takeBack).Text("Undo"),
		)
	case d.Declinable == "":
		return app.If(false, nil)
	}
	return k.offer(d.Date, d.Declinable, "link", "Keep my original week")
}

// offer asks why, which may be left empty, before the original is kept.
func (k *Decline) offer(d diary.Date, action, look, text string) app.UI {
	day := d.String()
	if !k.asks(d) {
		return app.P().Class("kept").Body(app.Button().Type("button").ID("keep-"+day).Class(look).DataSet("date", day).
			OnClick(k.ask).Text(text))
	}
	return app.Form().Class("keep").OnSubmit(k.keep).DataSet("draft", k.page.Draft(formKeep+day, k.page.Today)).DataSet("title", "why you keep your original week").DataSet("decide", action).Body(
		app.Div().Class("field").Body(
			app.Label().For(idWhy).Body(app.Text("Reason "), app.Small().Text("optional")),
			app.Input().ID(idWhy).Type("text").MaxLength(200).AutoComplete(false),
		),
		app.P().Class("fine").Text("All the days that were changed for the same reason go back to what they were."),
		app.Div().Class("buttons").Body(
			app.Button().Type("submit").Class("small", "primary").Text("Keep my original week"),
			app.Button().Type("button").Class("small").DataSet("date", day).OnClick(k.cancel).Text("Cancel"),
		),
	)
}
