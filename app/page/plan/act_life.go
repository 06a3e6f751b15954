package plan

import (
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/page/ui"
	"rebound/app/wire"
	"rebound/engine/diary"
)

// life is what the runner has said so far, to be said again with a change: of two quick
// taps the second is beside the first.
func (v *View) life() (l wire.PlanLife) {
	if v.saying != nil {
		return *v.saying
	}
	l.Off, l.Minutes = v.Plan.Goal.Off, v.Plan.Goal.Minutes
	if r := v.Plan.Made.Race; r != nil {
		l.Name, l.Time = r.Name, r.Minutes
	}
	return l
}

// sayLife sends it; what is wrong with it as a whole is said beside an input.
func (v *View) sayLife(l wire.PlanLife, form, at, toast string, focus ...string) {
	v.lifeWrong, v.offOpen = nil, form == formOff || form == formTime
	saying := &l
	if !l.Keep {
		v.saying = saying
	}
	v.page.Send(wire.OpPlanLife, l, func(r wire.Reply) {
		if v.saying == saying {
			v.saying = nil
		}
		if r.Error != nil && at != "" {
			v.lifeWrong = ui.Faults{at: r.Error.Error()}
			ui.FocusWrong(v.page, at)
			return
		}
		ui.Answered(v.page, func(s wire.State) {
			if form != "" {
				v.page.Drop(form)
			}
			v.changed(s)
			v.page.Toast(toast, nil)
			ui.FocusNext(v.page, focus...)
		})(r)
	})
}

func (v *View) addOff(_ app.Context, e app.Event) {
	e.PreventDefault()
	wrong := ui.Faults{}
	o := wire.PlanOff{Why: ui.ChosenIn(idOffWhy), Easy: checked(idOffEasy)}
	o.From = offDay(idOffFrom, "Choose the first day.", wrong)
	if o.To = o.From; strings.TrimSpace(ui.InputValue(idOffTo)) != "" {
		o.To = offDay(idOffTo, "Choose the last day, or leave it empty for one day.", wrong)
	}
	if len(wrong) == 0 && o.To < o.From {
		wrong[idOffTo] = "The last day is before the first: choose a later one."
	}
	if v.lifeWrong = wrong; len(wrong) > 0 {
		ui.FocusWrong(v.page, wrong.First(idOffFrom, idOffTo))
		return
	}
	l := v.life()
	l.Off = with(l.Off, o)
	v.sayLife(l, formOff, idOffFrom, "Saved. Your plan fits around these days.", idOffFrom)
}

// with is days with some more, which a double tap names twice.
func with(list []wire.PlanOff, o wire.PlanOff) []wire.PlanOff {
	for _, had := range list {
		if had == o {
			return list
		}
	}
	return append(list[:len(list):len(list)], o)
}

func offDay(id, what string, wrong ui.Faults) diary.Date {
	d, err := diary.ParseDate(strings.TrimSpace(ui.InputValue(id)))
	if err != nil {
		wrong[id] = what
	}
	return d
}

func checked(id string) bool {
	box := app.Window().GetElementByID(id)
	return box.Truthy() && box.Get("checked").Bool()
}

func (v *View) dropOff(ctx app.Context, _ app.Event) {
	drawn := v.Plan.Goal.Off
	i, err := strconv.Atoi(ui.Data(ctx, "off"))
	if err != nil || i < 0 || i >= len(drawn) {
		return
	}
	l, left := v.life(), []wire.PlanOff{}
	for _, o := range l.Off {
		if o != drawn[i] {
			left = append(left, o)
		}
	}
	l.Off = left
	v.sayLife(l, "", "", "Removed.", idDaysOff)
	v.offOpen = true
}

// dayOff makes a day of the seven one off, or takes that back.
func (v *View) dayOff(ctx app.Context, _ app.Event) {
	d, err := diary.ParseDate(ui.Data(ctx, "date"))
	if err != nil || v.Plan == nil {
		return
	}
	l := v.life()
	if ui.Data(ctx, "back") == "true" {
		l.Off = without(l.Off, d)
	} else {
		l.Off = with(l.Off, wire.PlanOff{From: d, To: d})
	}
	v.sayLife(l, "", "", "", ui.IDSeven)
}

func (v *View) setTimes(_ app.Context, e app.Event) {
	e.PreventDefault()
	wrong, order, minutes := ui.Faults{}, []string{}, map[string]float64{}
	for _, w := range weekdays {
		id := idTime(w.key)
		text := strings.TrimSpace(ui.InputValue(id))
		order = append(order, id)
		if text == "" {
			continue
		}
		if m, ok := ui.Number(text); ok && m >= 10 && m <= 600 {
			minutes[w.key] = m
		} else {
			wrong[id] = "Enter 10 to 600 minutes."
		}
	}
	if v.lifeWrong = wrong; len(wrong) > 0 {
		ui.FocusWrong(v.page, wrong.First(order...))
		return
	}
	l := v.life()
	l.Minutes = minutes
	v.sayLife(l, formTime, idTime("mon"), "Saved. Your plan fits the time you have.", idDaysOff)
}

func (v *View) callRace(_ app.Context, e app.Event) {
	e.PreventDefault()
	l, ok := v.life(), false
	l.Name = strings.TrimSpace(ui.InputValue(idCallName))
	if l.Time, ok = raceMinutes(ui.InputValue(idCallTime), v.Plan.Made.Race.Km); !ok {
		v.lifeWrong = ui.Faults{idCallTime: "Enter a time as 3:45:00 or 44:30, or leave it empty."}
		ui.FocusWrong(v.page, idCallTime)
		return
	}
	v.sayLife(l, formCall, idCallTime, "Saved.", ui.IDTitle)
}

// keepPlan declines a plan that was offered because little of this one was run.
func (v *View) keepPlan(app.Context, app.Event) {
	v.sayLife(wire.PlanLife{Keep: true}, "", "", "You are staying with this plan.", ui.IDSeven, ui.IDTitle)
}
