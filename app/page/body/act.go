package body

import (
	"reflect"
	"slices"
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/page/ui"
	"rebound/app/wire"
)

// Ask asks for the screen; what is there of its day is shown meanwhile.
func (v *View) Ask() {
	if v.page.Body != nil && v.page.Body.Date == v.day() {
		v.openForms()
	}
	ui.Ask(v.page, wire.OpBody, wire.DateArg{Date: v.day()}, v.got)
}

func (v *View) got(s wire.BodyScreen) {
	old := v.page.Body
	v.page.Body = &s
	if old != nil && old.Date == s.Date && !reflect.DeepEqual(v.starts(old), v.starts(&s)) {
		// Another tab entered it. What the runner began here stays.
		if v.moved {
			v.page.Defer(fillInputs)
		} else {
			v.open = ""
		}
	}
	v.openForms()
	v.page.Arrived()
}

// openForms starts the forms that were not begun for this part and day.
func (v *View) openForms() {
	if open := v.page.Route.Part + v.page.Body.Date.String(); v.open != open {
		v.open = open
		v.begin()
		v.page.Defer(fillInputs)
	}
}

// starts is what the form of the part that is shown starts from.
func (v *View) starts(s *wire.BodyScreen) any {
	switch part, of := v.place(); part {
	case PartCheckIn:
		return s.CheckIn
	case PartMap:
		if l := siteOf(s, of); l != nil {
			return l.Said
		}
	case PartIll:
		return s.Ill
	}
	return nil
}

// begin fills the form of the part that is shown from what holds.
func (v *View) begin() {
	v.CheckIn, v.Niggle, v.Ill, v.moved = nil, nil, nil, false
	part, of := v.place()
	switch part {
	case PartCheckIn:
		c := wire.CheckIn{Date: v.page.Body.Date}
		if v.page.Body.CheckIn != nil {
			c = copyOf(v.page.Body.CheckIn)
		}
		v.CheckIn = &c
	case PartMap:
		if l := siteOf(v.page.Body, of); l != nil {
			n := niggleOf(l, v.page.Body.Date)
			v.Niggle = &n
		}
	case PartIll:
		i := illOf(v.page.Body)
		v.Ill = &i
	}
}

// fillInputs puts the drafts into their inputs, once they are drawn.
func fillInputs() {
	list := app.Window().Get("document").Call("querySelectorAll", "input[data-on]")
	for i := range list.Length() {
		e := list.Index(i)
		e.Set("checked", e.Get("dataset").Get("on").String() == "true")
	}
}

// enter keeps something; text says so, and undo takes it back.
func (v *View) enter(o Request, text string, undo ...Request) {
	v.enterAll([]Request{o}, text, undo...)
}

// enterAll keeps several things that are one to the runner, in order.
func (v *View) enterAll(ops []Request, text string, undo ...Request) {
	v.save("", ops, text, undo...)
}

// save is enterAll for what stood in a form.
func (v *View) save(form string, ops []Request, text string, undo ...Request) {
	v.page.Quiet()
	v.moved, v.Wrong = false, nil
	for i, o := range ops {
		then := ui.Answered(v.page, func(s wire.State) {
			if i < len(ops)-1 {
				v.page.GotState(s)
				return
			}
			if !v.moved { // the form starts from what holds again
				v.open = ""
				if form != "" {
					v.page.Drop(form)
				}
			}
			v.entered(s, text, undo)
		})
		v.page.Send(o.Op, o.Args, func(r wire.Reply) {
			if r.Error != nil && form != "" {
				v.wrong(form, r.Error.Error())
				return
			}
			then(r)
		})
	}
}

// wrong says what is wrong with an input, or with a form as a whole, where it stands.
func (v *View) wrong(at, what string) {
	v.page.Quiet()
	v.Wrong = ui.Faults{at: what}
	ui.FocusWrong(v.page, at)
}

// wrongLine is what is wrong with the form as a whole, above what sends it.
func (v *View) wrongLine(form string) app.UI { return ui.WrongLine(form, v.Wrong[form]) }

// entered draws the screen and the verdict as they now are, says so, and offers to undo
// it: the latest part of it first.
func (v *View) entered(s wire.State, text string, undo []Request) {
	v.saved = len(undo) > 0 && !v.moved
	v.page.GotState(s)
	var back func()
	if len(undo) > 0 {
		back = func() { v.enterAll(undo, "Undone.") }
	}
	v.page.Toast(text, back)
	ui.HoldFocus(v.page, ui.IDToast)
}

func (v *View) moreDays(app.Context, app.Event) { v.earlier += 5 * historyStep }

func (v *View) answered() { v.moved, v.saved, v.Wrong = true, false, nil }

func (v *View) score(ctx app.Context, _ app.Event) {
	key, value := ui.Data(ctx, "key"), ui.Data(ctx, "value")
	yes := value == "Yes"
	switch key {
	case "fever":
		v.CheckIn.Fever = &yes
	case "chest_symptoms":
		v.CheckIn.Chest = &yes
	case "where":
		v.Ill.Where = value
	default:
		if n, err := strconv.Atoi(value); err == nil {
			setScore(v.CheckIn, key, n)
		}
	}
	v.answered()
}

func (v *View) tag(ctx app.Context, _ app.Event) {
	key, on := ui.Data(ctx, "key"), ctx.JSSrc().Get("checked").Bool()
	tagged(v.CheckIn, key, on)
	v.answered()
}

// tagged has a check-in bear a tag or not; how much there was of it goes with it.
func tagged(c *wire.CheckIn, key string, on bool) {
	switch {
	case key == "period":
		c.Period = &on
	case on:
		c.Tags = append(c.Tags, key)
	default:
		c.Tags = slices.DeleteFunc(c.Tags, func(t string) bool { return t == key })
		delete(c.Doses, key)
	}
}

// fillFine is the whole of a check-in on most days: it saves too.
func (v *View) fillFine(app.Context, app.Event) {
	allFine(v.CheckIn)
	v.page.Defer(fillInputs)
	v.saveCheckIn(app.Context{}, app.Event{})
}

func (v *View) fillLast(app.Context, app.Event) {
	asLast(v.CheckIn, v.page.Body.Last)
	v.answered()
	v.page.Defer(func() {
		fillInputs()
		v.page.NoteDraft(v.form())
	})
}

func (v *View) saveCheckIn(app.Context, app.Event) {
	if !saysSomething(v.CheckIn) {
		v.wrong(v.form(), "Answer at least one question, or tap All fine.")
		return
	}
	before := wire.CheckIn{Date: v.CheckIn.Date, Off: true}
	if v.page.Body.CheckIn != nil {
		before = copyOf(v.page.Body.CheckIn)
		if before.Period == nil {
			before.Period = new(bool)
		}
	}
	v.save(v.form(), []Request{{wire.OpCheckIn, *v.CheckIn}}, "Saved for "+v.CheckIn.Date.Time().Format("2 January")+".", Request{wire.OpCheckIn, before})
}
