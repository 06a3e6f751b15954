package inbox

import (
	"math"
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/page/ui"
	"rebound/app/wire"
	"rebound/engine/diary"
)

// The inputs of the morning's numbers.
const (
	idHR    = "typed-resting-hr"
	idHRV   = "typed-hrv"
	idSleep = "typed-sleep"
)

// Typed is the form for a morning's numbers, and where it stands.
type Typed struct {
	page  *ui.Page
	Strap *Strap
	Own   bool // another measurement, not the watch's own numbers
	Wrong ui.Faults
}

// NewTyped is the empty form.
func NewTyped(p *ui.Page) *Typed { return &Typed{page: p, Strap: NewStrap(p)} }

// Leave empties the form.
func (f *Typed) Leave() { *f = Typed{page: f.page, Strap: f.Strap} }

// form names the form's draft: that of the day which goes on stays for the day that it was
// begun for.
func (f *Typed) form() string { return dated("typed", f.page.Route.Date) }

// date is the day that the form is for.
func (f *Typed) date() diary.Date {
	if d := f.page.Begun(f.form()); d != 0 {
		return d
	}
	return f.page.Date()
}

// dated names a form of a past day, or of the one that goes on.
func dated(form string, past diary.Date) string {
	if past != 0 {
		form += "/" + past.String()
	}
	return form
}

func (f *Typed) save(_ app.Context, e app.Event) {
	e.PreventDefault()
	t, wrong := readTyped(f.date(), ui.InputValue(idHR), ui.InputValue(idHRV), ui.InputValue(idSleep))
	own := f.Own
	f.Leave()
	f.Own = own
	if m := f.morning(); m != nil && m.Watch {
		t.As = "watch"
		if own {
			t.As = "own"
		}
	}
	if f.Wrong = wrong; wrong != nil {
		f.page.Defer(func() { ui.Focus(wrong.First(idHR, idHRV, idSleep)) })
		return
	}
	form := f.form()
	var was *wire.Typed
	if m := f.morning(); m != nil {
		was = m.Said
	}
	ui.Ask(f.page, wire.OpTyped, t, func(s wire.State) {
		f.page.Drop(form)
		if f.form() == form { // the runner may look at another day by now
			f.Leave()
			for _, id := range []string{idHR, idHRV, idSleep} {
				ui.SetInput(id, "")
			}
		}
		f.page.GotState(s)
		f.page.Toast("Saved for "+t.Date.Time().Format("2 January")+".", func() {
			ui.Ask(f.page, wire.OpTyped, takenBack(t, was), func(s wire.State) {
				f.page.GotState(s)
				f.page.Toast("Undone.", nil)
			})
		})
	})
}

// readTyped reads the three inputs; an empty one is left as it is. wrong is nil
// when all are good.
func readTyped(d diary.Date, hr, hrv, sleep string) (t wire.Typed, wrong ui.Faults) {
	t.Date = d
	wrong = ui.Faults{}
	read := func(id, text string, k diary.Kind) *float64 {
		if strings.TrimSpace(text) == "" {
			return nil
		}
		v, what := readValue(k, text)
		if what != "" {
			wrong[id] = what
			return nil
		}
		return &v
	}
	t.RestingHR = read(idHR, hr, diary.RestingHR)
	t.HRVms = read(idHRV, hrv, diary.HRV)
	t.SleepMin = read(idSleep, sleep, diary.Sleep)
	if len(wrong) == 0 && t.RestingHR == nil && t.HRVms == nil && t.SleepMin == nil {
		wrong[idHR] = "Enter at least one number."
	}
	if len(wrong) > 0 {
		return t, wrong
	}
	return t, nil
}

// ReadSignal is readValue of a signal by its JSON name.
func ReadSignal(name, text string) (v float64, wrong string) {
	for k := range diary.Kind(diary.Kinds) {
		if k.String() == name {
			return readValue(k, text)
		}
	}
	return 0, "There is no such signal."
}

// readValue reads a signal's value as a runner writes it, ms, bpm or minutes; wrong says
// what to write where it is none.
func readValue(k diary.Kind, text string) (v float64, wrong string) {
	parse, wrong := ui.Number, ""
	switch k {
	case diary.RestingHR:
		wrong = "Enter beats per minute, from 30 to 110."
	case diary.HRV:
		wrong = "Enter RMSSD in milliseconds, from 5 to 250."
	case diary.Sleep:
		parse, wrong = sleepMinutes, "Enter hours and minutes, like 7:30, from 2:00 to 14:00."
	}
	v, ok := parse(text)
	if ok && k.Valid(v) {
		return v, ""
	}
	return 0, wrong
}

// sleepMinutes reads 7:30, 7h30, "7 h 30" or 7.5.
func sleepMinutes(text string) (float64, bool) {
	text = strings.ToLower(strings.TrimSpace(text))
	h, m, split := strings.Cut(strings.Replace(text, "h", ":", 1), ":")
	if !split {
		v, ok := ui.Number(text)
		return math.Round(v * 60), ok
	}
	hours, err := strconv.Atoi(strings.TrimSpace(h))
	m = strings.TrimSpace(strings.TrimRight(m, " min"))
	minutes := 0
	if err == nil && m != "" {
		minutes, err = strconv.Atoi(m)
	}
	return float64(hours*60 + minutes), err == nil && hours >= 0 && minutes >= 0 && minutes < 60
}

// takenBack undoes what was typed: what was said of the date before it counts again.
func takenBack(t wire.Typed, was *wire.Typed) wire.Typed {
	out := wire.Typed{Date: t.Date, As: t.As}
	before := wire.Typed{}
	if was != nil && was.Date == t.Date {
		before = *was
	}
	for _, v := range [...]struct{ now, before, out **float64 }{
		{&t.RestingHR, &before.RestingHR, &out.RestingHR}, {&t.HRVms, &before.HRVms, &out.HRVms}, {&t.SleepMin, &before.SleepMin, &out.SleepMin},
	} {
		switch {
		case *v.now == nil:
		case *v.before != nil:
			*v.out, out.As = *v.before, before.As
		default:
			*v.out = new(float64)
		}
	}
	return out
}

// morning is which of the day's numbers are in; nil where that is not known.
func (f *Typed) morning() *wire.Morning {
	if a := f.page.Shown(); a != nil {
		return a.Morning
	}
	return nil
}

// First reports whether the form stands first on Today: no file of the day is in, and
// nothing was measured.
func (f *Typed) First() bool {
	m := f.morning()
	return f.page.Route.Date == 0 && m != nil && !m.File && m.Strap == nil
}

func (f *Typed) choose(ctx app.Context, _ app.Event) { f.Own = ui.Data(ctx, "as") == "own" }

func (f *Typed) whose(as string, chosen bool, text string) app.UI {
	pressed := "false"
	if chosen {
		pressed = "true"
	}
	return app.Button().Type("button").DataSet("as", as).Aria("pressed", pressed).OnClick(f.choose).Text(text)
}

func (f *Typed) field(id, name, unit, mode, example string) app.UI {
	return ui.Field(id, name, unit, ui.Typing(mode, example), f.Wrong[id])
}
