package page

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/wire"
)

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
