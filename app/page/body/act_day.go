package body

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/page/ui"
	"rebound/app/unit"
	"rebound/app/wire"
)

func (v *View) tick(ctx app.Context, _ app.Event) {
	v.enter(Request{wire.OpTick, wire.Tick{Date: v.page.Body.Date, Code: ui.Data(ctx, "code"), Done: ctx.JSSrc().Get("checked").Bool()}}, "")
}

func (v *View) saveEffort(ctx app.Context, e app.Event) {
	e.PreventDefault()
	start, _ := strconv.ParseInt(ui.Data(ctx, "start"), 10, 64)
	i := slices.IndexFunc(v.page.Body.Runs, func(r wire.RunSaid) bool { return r.Start == start })
	if i < 0 {
		return
	}
	r := v.page.Body.Runs[i]
	said := wire.EffortSaid{Date: r.Date, Start: start, RPE: picked(fmt.Sprint("rpe-", start)), Pain: picked(fmt.Sprint("pain-", start))}
	if said.RPE == nil && said.Pain == nil {
		v.wrong(effortForm(start), "Choose a number first.")
		return
	}
	back := []Request{{wire.OpEffort, wire.EffortSaid{Date: r.Date, Start: start, Off: true}}}
	if r.RPE != nil || r.Pain != nil {
		back = append(back, Request{wire.OpEffort, wire.EffortSaid{Date: r.Date, Start: start, RPE: r.RPE, Pain: r.Pain}})
	}
	v.save(effortForm(r.Start), []Request{{wire.OpEffort, said}}, "Saved.", back...)
}

// dropRun takes a reported run back.
func (v *View) dropRun(ctx app.Context, _ app.Event) {
	start, date := ui.Data(ctx, "start"), ui.Data(ctx, "date")
	i := slices.IndexFunc(v.page.Body.Reports, func(r wire.RunReported) bool {
		return strconv.FormatInt(r.Start, 10) == start && r.Date.String() == date
	})
	if i < 0 {
		return
	}
	r := v.page.Body.Reports[i]
	off := wire.RunReported{Date: r.Date, Start: r.Start, Off: true}
	v.enter(Request{wire.OpRun, off}, "Removed.", Request{wire.OpRun, r})
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

func (v *View) strength(app.Context, app.Event) {
	said := wire.EffortSaid{Date: v.page.Body.Date, Strength: true}
	off := said
	off.Off = true
	v.enter(Request{wire.OpEffort, said}, "Strength work logged for today.", Request{wire.OpEffort, off})
}

func (v *View) saveCold(_ app.Context, e app.Event) {
	e.PreventDefault()
	minutes, ok := ui.Number(ui.InputValue(idColdMinutes))
	degrees, ok2 := ui.Number(ui.InputValue(idColdCelsius))
	switch {
	case !ok:
		v.wrong(idColdMinutes, "Enter the minutes as a number, like 12.")
		return
	case !ok2:
		v.wrong(idColdCelsius, "Enter the degrees as a number, like 12.")
		return
	}
	v.page.Quiet()
	v.Wrong = nil
	had := len(v.page.Body.Cold)
	said := wire.ColdSaid{Date: v.page.Body.Date, Minutes: minutes, Celsius: unit.Temperature(v.page.Miles()).Metric(degrees)}
	v.page.Send(wire.OpCold, said, func(r wire.Reply) {
		var s wire.State
		if r.Error != nil {
			v.wrong(v.form(), r.Error.Error())
			return
		}
		if !v.page.Read(r, &s) {
			return
		}
		v.page.Drop(v.form())
		ui.SetInput(idColdMinutes, "")
		ui.SetInput(idColdCelsius, "")
		v.page.GotState(s)
		var undo []Request
		if len(v.page.Body.Cold) > had {
			off := v.page.Body.Cold[newest(v.page.Body.Cold)]
			off.Off = true
			undo = []Request{{wire.OpCold, off}}
		}
		v.entered(s, "Saved.", undo)
	})
}

// newest is the immersion that was entered last.
func newest(list []wire.ColdSaid) (at int) {
	for i := range list {
		if list[i].At >= list[at].At {
			at = i
		}
	}
	return at
}

func (v *View) dropCold(ctx app.Context, _ app.Event) {
	i, err := strconv.Atoi(ui.Data(ctx, "index"))
	if err != nil || i >= len(v.page.Body.Cold) {
		return
	}
	c := v.page.Body.Cold[i]
	off, again := c, c
	off.Off, again.At = true, 0
	v.enter(Request{wire.OpCold, off}, "Removed.", Request{wire.OpCold, again})
}

// saveScreen keeps a test's numbers: an empty side is left as it is.
func (v *View) saveScreen(ctx app.Context, e app.Event) {
	e.PreventDefault()
	name := ui.Data(ctx, "test")
	i := slices.IndexFunc(v.page.Body.Screen, func(t wire.ScreenTest) bool { return t.Test == name })
	if i < 0 {
		return
	}
	t := &v.page.Body.Screen[i]
	sides := []string{""}
	if t.Sides {
		sides = []string{"left", "right"}
	}
	var said []wire.ScreenSaid
	for _, side := range sides {
		text := ui.InputValue(testField(t.Test, side))
		if text == "" {
			continue
		}
		n, ok := ui.Number(text)
		if !ok || n < t.Min || n > t.Max {
			v.wrong(testField(t.Test, side), fmt.Sprintf("Enter a number from %s to %s.", plain(t.Min), plain(t.Max)))
			return
		}
		said = append(said, wire.ScreenSaid{Date: v.page.Body.Date, Test: t.Test, Side: side, Value: n})
	}
	if len(said) == 0 {
		v.wrong(testForm(t), "Enter at least one number.")
		return
	}
	var ops, back []Request
	for _, one := range said {
		ops, back = append(ops, Request{wire.OpScreen, one}), append(back, Request{wire.OpScreen, before(t, one)})
		ui.SetInput(testField(t.Test, one.Side), "")
	}
	v.save(testForm(t), ops, "Saved.", back...)
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
