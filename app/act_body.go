package app

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/wire"
	"rebound/engine/diary"
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

func (p *Page) askBody() { ask(p, wire.OpBody, wire.DateArg{Date: p.bodyDate()}, p.gotBody) }

// gotBody takes in the screen; forms that were not begun on it start from it.
func (p *Page) gotBody(s wire.BodyScreen) {
	p.body = &s
	if open := p.route.part + s.Date.String(); p.open != open {
		p.open = open
		p.begin()
		p.ctx.Defer(fillInputs)
	}
	p.titled()
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
		p.told = told{text, back}
		p.toldNow(s)
	})
}

// toldNow draws the screen as it now is, and asks what the verdict makes of it.
func (p *Page) toldNow(s wire.BodyScreen) {
	p.gotBody(s)
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
				p.told = told{text: "Taken back."}
				p.open = "" // the form starts from what stands again
			}
			p.toldNow(s)
		})
	}
}

func (p *Page) moreDays(app.Context, app.Event) { p.earlier += 5 * historyStep }

// The check-in.

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
	p.checkInMoved = false
	p.tell(order{wire.OpCheckIn, *p.checkIn}, "Saved for "+p.checkIn.Date.Time().Format("2 January")+".", order{wire.OpCheckIn, before})
	focus("title")
}

// Niggles.

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
		p.open = ""
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
	p.open = ""
	p.tell(order{wire.OpNiggle, n}, text, order{wire.OpNiggle, back})
}

func (p *Page) site() *wire.SiteLine {
	return siteOf(p.body, siteKey(&wire.SiteLine{Site: p.niggle.Site, Side: p.niggle.Side}))
}

// The day.

func (p *Page) tick(ctx app.Context, _ app.Event) {
	p.tell(order{wire.OpTick, wire.Tick{Date: p.body.Date, Code: data(ctx, "code"), Done: ctx.JSSrc().Get("checked").Bool()}}, "")
}

func (p *Page) saveEffort(ctx app.Context, e app.Event) {
	e.PreventDefault()
	start, _ := strconv.ParseInt(data(ctx, "start"), 10, 64)
	i := slices.IndexFunc(p.body.Runs, func(r wire.RunSaid) bool { return r.Start == start })
	if i < 0 {
		return
	}
	r := p.body.Runs[i]
	said := wire.EffortSaid{Date: r.Date, Start: start, RPE: picked(fmt.Sprint("rpe-", start)), Pain: picked(fmt.Sprint("pain-", start))}
	if said.RPE == nil && said.Pain == nil {
		p.fault = "Choose a number first."
		return
	}
	back := []order{{wire.OpEffort, wire.EffortSaid{Date: r.Date, Start: start, Off: true}}}
	if r.RPE != nil || r.Pain != nil {
		back = append(back, order{wire.OpEffort, wire.EffortSaid{Date: r.Date, Start: start, RPE: r.RPE, Pain: r.Pain}})
	}
	p.tell(order{wire.OpEffort, said}, "Saved.", back...)
}

// picked is the number chosen in a scale, nil for none.
func picked(name string) *int {
	e := app.Window().Get("document").Call("querySelector", `input[name="`+name+`"]:checked`)
	if !e.Truthy() {
		return nil
	}
	n, err := strconv.Atoi(e.Get("value").String())
	if err != nil {
		return nil
	}
	return &n
}

func (p *Page) strength(app.Context, app.Event) {
	said := wire.EffortSaid{Date: p.body.Date, Strength: true}
	off := said
	off.Off = true
	p.tell(order{wire.OpEffort, said}, "Strength work noted for today.", order{wire.OpEffort, off})
}

func (p *Page) saveCold(_ app.Context, e app.Event) {
	e.PreventDefault()
	minutes, ok := number(inputValue(idColdMinutes))
	celsius, ok2 := number(inputValue(idColdCelsius))
	if !ok || !ok2 {
		p.fault = "Write the minutes and the degrees as numbers."
		return
	}
	p.fault = ""
	had := len(p.body.Cold)
	said := wire.ColdSaid{Date: p.body.Date, Minutes: minutes, Celsius: celsius}
	ask(p, wire.OpCold, said, func(s wire.BodyScreen) {
		p.told = told{text: "Saved."}
		if len(s.Cold) > had {
			off := s.Cold[newest(s.Cold)]
			off.Off = true
			p.told.back = []order{{wire.OpCold, off}}
		}
		setInput(idColdMinutes, "")
		setInput(idColdCelsius, "")
		p.toldNow(s)
	})
}

// newest is the immersion that was told last.
func newest(list []wire.ColdSaid) (at int) {
	for i := range list {
		if list[i].At >= list[at].At {
			at = i
		}
	}
	return at
}

func (p *Page) dropCold(ctx app.Context, _ app.Event) {
	i, err := strconv.Atoi(data(ctx, "index"))
	if err != nil || i >= len(p.body.Cold) {
		return
	}
	c := p.body.Cold[i]
	off, again := c, c
	off.Off, again.At = true, 0
	p.tell(order{wire.OpCold, off}, "Removed.", order{wire.OpCold, again})
}

// saveScreen keeps a test's numbers: an empty side is left as it is.
func (p *Page) saveScreen(ctx app.Context, e app.Event) {
	e.PreventDefault()
	name := data(ctx, "test")
	i := slices.IndexFunc(p.body.Screen, func(t wire.ScreenTest) bool { return t.Test == name })
	if i < 0 {
		return
	}
	t := &p.body.Screen[i]
	sides := []string{""}
	if t.Sides {
		sides = []string{"left", "right"}
	}
	var said []wire.ScreenSaid
	for _, side := range sides {
		text := inputValue(testField(t.Test, side))
		if text == "" {
			continue
		}
		v, ok := number(text)
		if !ok || v < t.Min || v > t.Max {
			p.fault = fmt.Sprintf("%s: write a number from %s to %s.", t.Title, plain(t.Min), plain(t.Max))
			focus(testField(t.Test, side))
			return
		}
		said = append(said, wire.ScreenSaid{Date: p.body.Date, Test: t.Test, Side: side, Value: v})
	}
	if len(said) == 0 {
		p.fault = "Write at least one number."
		return
	}
	var back []order
	for k, one := range said {
		back = append(back, order{wire.OpScreen, before(t, one)})
		setInput(testField(t.Test, one.Side), "")
		text := ""
		if k == len(said)-1 {
			text = "Saved."
		}
		p.tell(order{wire.OpScreen, one}, text, back...)
	}
}

// before is what takes a result back: the same day's earlier one, or nothing.
func before(t *wire.ScreenTest, said wire.ScreenSaid) wire.ScreenSaid {
	r := t.Left
	if said.Side == "right" {
		r = t.Right
	}
	if r != nil && r.Date == said.Date {
		said.Value = r.Value
	} else {
		said.Off = true
	}
	return said
}

// The reaction test.

func (p *Page) startTest(ctx app.Context, _ app.Event) {
	p.told, p.fault = told{}, ""
	p.test = reactionTest{running: true, last: "Wait for the light."}
	ctx.Defer(func(app.Context) { // once the field stands
		p.run = newReactionRun(
			func(ms float64) { p.do(func() { p.answered(ms) }) },
			func(trials []float64) { p.do(func() { p.keepTest(trials) }) })
		focus(idTarget)
	})
}

func (p *Page) answered(ms float64) {
	switch {
	case ms == 0:
		p.test.early++
		p.test.last = "Too soon: wait for the light."
	case ms >= tooLate:
		p.test.done++
		p.test.last = "Missed. The next one comes."
	default:
		p.test.done++
		p.test.last = fmt.Sprintf("%.0f ms", ms)
	}
}

func (p *Page) keepTest(trials []float64) {
	early := p.test.early
	p.run, p.test = nil, reactionTest{}
	d := p.body.Date
	text := "Kept."
	if early > 0 {
		text = "Kept, with " + count(early, "press") + " before the light."
		if early > 1 {
			text = fmt.Sprintf("Kept, with %d presses before the light.", early)
		}
	}
	p.tell(order{wire.OpReaction, wire.ReactionSaid{Date: d, Trials: trials}}, text, order{wire.OpReaction, wire.ReactionSaid{Date: d, Off: true}})
	p.ctx.Defer(func(app.Context) { focus("title") })
}

func (p *Page) stopTest(app.Context, app.Event) {
	if p.run != nil {
		p.run.stop()
	}
	p.run, p.test = nil, reactionTest{}
}
