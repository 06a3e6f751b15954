package page

import (
	"reflect"
	"slices"
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/wire"
)

// bodyActs is what the runner can do on the Body screens.
type bodyActs struct {
	score, tag, allFine, asLast, saveCheckIn app.EventHandler
	turn, niggleScore, niggleMark            app.EventHandler
	saveNiggle, niggleGone, niggleDrop       app.EventHandler
	tick, saveEffort, strength               app.EventHandler
	saveCold, dropCold, saveScreen           app.EventHandler
	startTest, stopTest                      app.EventHandler
	moreDays, takeBack                       app.EventHandler
}

func (p *Page) bodyActions() bodyActs {
	return bodyActs{
		score: p.score, tag: p.tag, allFine: p.fillFine, asLast: p.fillLast, saveCheckIn: p.saveCheckIn,
		turn: p.turn, niggleScore: p.niggleScore, niggleMark: p.niggleMark,
		saveNiggle: p.saveNiggle, niggleGone: p.niggleGone, niggleDrop: p.niggleDrop,
		tick: p.tick, saveEffort: p.saveEffort, strength: p.strength,
		saveCold: p.saveCold, dropCold: p.dropCold, saveScreen: p.saveScreen,
		startTest: p.startTest, stopTest: p.stopTest,
		moreDays: p.moreDays, takeBack: p.takeBack,
	}
}

// askBody asks for the screen; what is there of its day is shown meanwhile.
func (p *Page) askBody() {
	if p.body != nil && p.body.Date == p.bodyDate() {
		p.openForms()
	}
	ask(p, wire.OpBody, wire.DateArg{Date: p.bodyDate()}, p.gotBody)
}

func (p *Page) gotBody(s wire.BodyScreen) {
	old := p.body
	p.body = &s
	if old != nil && old.Date == s.Date && !reflect.DeepEqual(p.starts(old), p.starts(&s)) {
		// Another tab told it. What the runner began here stays.
		if p.begun(old) {
			p.ctx.Defer(fillInputs)
		} else {
			p.open = ""
		}
	}
	p.openForms()
	p.titled()
}

// openForms starts the forms that were not begun for this part and day.
func (p *Page) openForms() {
	if open := p.route.part + p.body.Date.String(); p.open != open {
		p.open = open
		p.begin()
		p.ctx.Defer(fillInputs)
	}
}

// starts is what the form of the part that is shown starts from.
func (v *view) starts(s *wire.BodyScreen) any {
	switch part, of := v.route.place(); part {
	case partCheckIn:
		return s.CheckIn
	case partMap:
		if l := siteOf(s, of); l != nil {
			return l.Said
		}
	}
	return nil
}

// begun says whether the form holds something else than what it started from.
func (v *view) begun(from *wire.BodyScreen) bool {
	_, of := v.route.place()
	l := siteOf(from, of)
	return v.checkInMoved || v.niggle != nil && l != nil && !reflect.DeepEqual(*v.niggle, niggleOf(l, from.Date))
}

// begin fills the form of the part that is shown from what stands.
func (p *Page) begin() {
	p.checkIn, p.niggle, p.checkInMoved = nil, nil, false
	part, of := p.route.place()
	switch part {
	case partCheckIn:
		c := wire.CheckIn{Date: p.body.Date}
		if p.body.CheckIn != nil {
			c = copyOf(p.body.CheckIn)
		}
		p.checkIn = &c
	case partMap:
		if l := siteOf(p.body, of); l != nil {
			n := niggleOf(l, p.body.Date)
			p.niggle = &n
		}
	}
}

// fillInputs puts the drafts into their inputs, once they are drawn.
func fillInputs(app.Context) {
	list := app.Window().Get("document").Call("querySelectorAll", "input[data-on]")
	for i := range list.Length() {
		e := list.Index(i)
		e.Set("checked", e.Get("dataset").Get("on").String() == "true")
	}
}

// leaveBody ends what cannot go on elsewhere.
func (p *Page) leaveBody() {
	p.open, p.told, p.earlier = "", told{}, 0
	if p.run != nil {
		p.run.stop()
		p.run, p.test = nil, reactionTest{}
	}
}

// tell keeps something; text says so, and back takes it back.
func (p *Page) tell(o order, text string, back ...order) {
	p.fault = ""
	ask(p, o.op, o.args, func(s wire.BodyScreen) {
		p.told, p.open = told{text, back}, "" // the form starts from what stands again
		p.toldNow(s)
	})
}

// toldNow draws the screen as it now is, and asks what the verdict makes of it.
func (p *Page) toldNow(s wire.BodyScreen) {
	p.gotBody(s)
	p.holdFocus(idTold)
	if p.state.Empty {
		p.hello()
		return
	}
	ask(p, wire.OpAssess, wire.DateArg{Date: p.today}, func(a wire.Assessment) { p.now = &a })
}

// takeBack undoes what was told last, the latest part of it first.
func (p *Page) takeBack(app.Context, app.Event) {
	back := p.told.back
	p.told.back = nil
	for i, o := range back {
		ask(p, o.op, o.args, func(s wire.BodyScreen) {
			if i == len(back)-1 {
				p.told, p.open = told{text: "Taken back."}, ""
			}
			p.toldNow(s)
		})
	}
}

func (p *Page) moreDays(app.Context, app.Event) { p.earlier += 5 * historyStep }

func (p *Page) moved() { p.checkInMoved, p.fault = true, "" }

func (p *Page) score(ctx app.Context, _ app.Event) {
	key, value := data(ctx, "key"), data(ctx, "value")
	yes := value == "Yes"
	switch key {
	case "fever":
		p.checkIn.Fever = &yes
	case "chest_symptoms":
		p.checkIn.Chest = &yes
	default:
		if n, err := strconv.Atoi(value); err == nil {
			setScore(p.checkIn, key, n)
		}
	}
	p.moved()
}

func (p *Page) tag(ctx app.Context, _ app.Event) {
	key, on := data(ctx, "key"), ctx.JSSrc().Get("checked").Bool()
	switch {
	case key == "period":
		p.checkIn.Period = &on
	case on:
		p.checkIn.Tags = append(p.checkIn.Tags, key)
	default:
		p.checkIn.Tags = slices.DeleteFunc(p.checkIn.Tags, func(t string) bool { return t == key })
	}
	p.moved()
}

func (p *Page) fillFine(app.Context, app.Event) {
	allFine(p.checkIn)
	p.moved()
	p.ctx.Defer(fillInputs)
}

func (p *Page) fillLast(app.Context, app.Event) {
	asLast(p.checkIn, p.body.Last)
	p.moved()
	p.ctx.Defer(fillInputs)
}

func (p *Page) saveCheckIn(app.Context, app.Event) {
	if !saysSomething(p.checkIn) {
		p.fault = "Answer at least one line, or press All fine."
		return
	}
	before := wire.CheckIn{Date: p.checkIn.Date, Off: true}
	if p.body.CheckIn != nil {
		before = copyOf(p.body.CheckIn)
		if before.Period == nil {
			before.Period = new(bool)
		}
	}
	p.tell(order{wire.OpCheckIn, *p.checkIn}, "Saved for "+p.checkIn.Date.Time().Format("2 January")+".", order{wire.OpCheckIn, before})
}
