package body

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/page/ui"
	"rebound/app/wire"
	"rebound/engine/diary"
)

func (v *View) turn(ctx app.Context, _ app.Event) { v.Behind = ui.Data(ctx, "value") == "back" }

// niggleOf is the entry of a day that a form starts from: the one that holds.
func niggleOf(l *wire.SiteLine, d diary.Date) wire.NiggleSaid {
	n := wire.NiggleSaid{Site: l.Site, Side: l.Side}
	if l.Said != nil {
		n = *l.Said
	}
	n.Date, n.Off = d, false
	return n
}

func (v *View) niggleScore(ctx app.Context, _ app.Event) {
	if n, err := strconv.Atoi(ui.Data(ctx, "value")); err == nil {
		v.Niggle.Severity = n
		v.answered()
	}
}

func (v *View) niggleMark(ctx app.Context, _ app.Event) {
	on := ctx.JSSrc().Get("checked").Bool()
	switch key := ui.Data(ctx, "key"); key {
	case "tightness":
		v.Niggle.Tightness = on
	case "worse_next_day":
		v.Niggle.Worse = on
	case "swelling":
		v.Niggle.Swelling = on
	default:
		*flagOf(v.Niggle, key) = &on
	}
	v.answered()
}

func (v *View) saveNiggle(app.Context, app.Event) {
	n := *v.Niggle
	if n == (wire.NiggleSaid{Date: n.Date, Site: n.Site, Side: n.Side, Seen: n.Seen}) {
		v.wrong(v.form(), "Say what you feel there: a number, or one of the marks below.")
		return
	}
	v.keepNiggle(n, "Saved.")
}

// niggleGone says of everything that it is not there: red flags too, which stand
// until that is said.
func (v *View) niggleGone(app.Context, app.Event) {
	v.keepNiggle(wire.NiggleSaid{Date: v.Niggle.Date, Site: v.Niggle.Site, Side: v.Niggle.Side,
		NightPain: new(bool), Limp: new(bool), BonePoint: new(bool), Seen: v.Niggle.Seen}, "Logged as gone.")
}

func (v *View) niggleDrop(app.Context, app.Event) {
	if l := v.site(); l != nil && l.Said != nil {
		off := *l.Said
		off.Off = true
		v.save(v.form(), []Request{{wire.OpNiggle, off}}, "Entry deleted.", Request{wire.OpNiggle, *l.Said})
	}
}

// keepNiggle keeps an entry. Undo takes it back, and then brings the same day's earlier
// one back: what was only replaced would have been there that day.
func (v *View) keepNiggle(n wire.NiggleSaid, text string) {
	off := n
	off.Off = true
	undo := []Request{{wire.OpNiggle, off}}
	if l := v.site(); l != nil && l.Said != nil && l.Said.Date == n.Date {
		undo = append(undo, Request{wire.OpNiggle, *l.Said})
	}
	v.save(v.form(), []Request{{wire.OpNiggle, n}}, text, undo...)
}

func (v *View) site() *wire.SiteLine {
	return siteOf(v.page.Body, siteKey(&wire.SiteLine{Site: v.Niggle.Site, Side: v.Niggle.Side}))
}
