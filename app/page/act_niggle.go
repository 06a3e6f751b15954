package page

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/wire"
	"rebound/engine/diary"
)

func (p *Page) turn(ctx app.Context, _ app.Event) { p.behind = data(ctx, "value") == "back" }

// niggleOf is the entry of a day that a form starts from: what stands.
func niggleOf(l *wire.SiteLine, d diary.Date) wire.NiggleSaid {
	n := wire.NiggleSaid{Site: l.Site, Side: l.Side}
	if l.Said != nil {
		n = *l.Said
	}
	n.Date, n.Off = d, false
	return n
}

func (p *Page) niggleScore(ctx app.Context, _ app.Event) {
	if n, err := strconv.Atoi(data(ctx, "value")); err == nil {
		p.niggle.Severity = n
	}
}

func (p *Page) niggleMark(ctx app.Context, _ app.Event) {
	on := ctx.JSSrc().Get("checked").Bool()
	switch key := data(ctx, "key"); key {
	case "tightness":
		p.niggle.Tightness = on
	case "worse_next_day":
		p.niggle.Worse = on
	case "swelling":
		p.niggle.Swelling = on
	default:
		*flagOf(p.niggle, key) = &on
	}
}

func (p *Page) saveNiggle(app.Context, app.Event) {
	n := *p.niggle
	if n == (wire.NiggleSaid{Date: n.Date, Site: n.Site, Side: n.Side}) {
		p.fault = "Say what you feel there: a number, or one of the marks below it."
		return
	}
	p.keepNiggle(n, "Saved.")
}

// niggleGone says of everything that it is not there: red flags too, which stand
// until that is said.
func (p *Page) niggleGone(app.Context, app.Event) {
	p.keepNiggle(wire.NiggleSaid{Date: p.niggle.Date, Site: p.niggle.Site, Side: p.niggle.Side,
		NightPain: new(bool), Limp: new(bool), BonePoint: new(bool)}, "Noted as gone.")
}

func (p *Page) niggleDrop(app.Context, app.Event) {
	if l := p.site(); l != nil && l.Said != nil {
		off := *l.Said
		off.Off = true
		p.tell(order{wire.OpNiggle, off}, "Entry deleted.", order{wire.OpNiggle, *l.Said})
	}
}

// keepNiggle keeps an entry. Undo brings the same day's earlier one back, or
// takes this one off.
func (p *Page) keepNiggle(n wire.NiggleSaid, text string) {
	back := n
	back.Off = true
	if l := p.site(); l != nil && l.Said != nil && l.Said.Date == n.Date {
		back = *l.Said
	}
	p.tell(order{wire.OpNiggle, n}, text, order{wire.OpNiggle, back})
}

func (p *Page) site() *wire.SiteLine {
	return siteOf(p.body, siteKey(&wire.SiteLine{Site: p.niggle.Site, Side: p.niggle.Side}))
}
