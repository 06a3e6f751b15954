package plan

import (
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/page/ui"
	"rebound/app/unit"
	"rebound/app/wire"
	"rebound/engine/diary"
)

// The controls of the lines on the runner's own days and race.
const (
	idOffFrom  = "off-from"
	idOffTo    = "off-to"
	idOffWhy   = "off-why"
	idOffEasy  = "off-easy"
	idDaysOff  = "days-off" // the line's name, which the keyboard goes to when an entry is gone
	idCallName = "race-name"
	idCallTime = "race-time"
	formOff    = "plan/off"
	formTime   = "plan/time"
	formCall   = "plan/race"
)

func idTime(day string) string { return "time-" + day }

// offWhys are the reasons that can be given for days off.
var offWhys = []struct{ key, name string }{{"", "No reason"}, {"travel", "Travel"}, {"work", "Work"}, {"family", "Family"}}

// lifeLine is the days on which the runner cannot run, and how long there is on the
// others.
func lifeLine(v *View) app.UI {
	g := v.Plan.Goal
	return ui.Line("Days off and time limits", v.Plan.Life,
		app.P().ID(idDaysOff).TabIndex(-1).Class("fine").Text("Your plan leaves your days off free. Long and hard sessions move to another day of that week where there is room; the rest is dropped, not made up for. A race stays on its day."),
		app.If(len(g.Off) > 0, func() app.UI {
			return app.Ul().Class("take", "offs").Body(app.Range(g.Off).Slice(func(i int) app.UI { return offRow(v, i, g.Off[i]) }))
		}),
		app.Form().DataSet("draft", v.page.Draft(formOff, 0)).Class("life").OnSubmit(v.addOff).Attr("novalidate", "novalidate").Body(
			app.H3().Text("Days you can't run"),
			app.Div().Class("fields").Body(
				ui.Field(idOffFrom, "From", "", app.Input().Type("date").Min(v.page.Today.String()), v.lifeWrong[idOffFrom]),
				ui.Field(idOffTo, "To", "empty for one day", app.Input().Type("date").Min(v.page.Today.String()), v.lifeWrong[idOffTo]),
			),
			app.Div().Class("field").Body(
				app.Label().For(idOffWhy).Text("Reason"),
				app.Select().ID(idOffWhy).Body(app.Range(offWhys).Slice(func(i int) app.UI {
					return ui.Option(offWhys[i].key, offWhys[i].name, "")
				})),
			),
			app.Label().Class("check").Body(app.Input().ID(idOffEasy).Type("checkbox"), app.Span().Text("I can still run easy, with nothing hard or long")),
			app.Div().Class("buttons").Body(app.Button().Type("submit").Class("small").Text("Add days off")),
		),
		app.Form().DataSet("draft", v.page.Draft(formTime, 0)).Class("life").OnSubmit(v.setTimes).Attr("novalidate", "novalidate").Body(
			app.H3().Text("Time you have, in minutes"),
			app.Div().Class("times").Body(app.Range(weekdays).Slice(func(i int) app.UI {
				w, text := weekdays[i], ""
				if m := g.Minutes[w.key]; m > 0 {
					text = strconv.FormatFloat(m, 'f', -1, 64)
				}
				return ui.Field(idTime(w.key), w.name[:3], "", ui.Typing("numeric", "").Value(text).Aria("label", w.name+", minutes"), v.lifeWrong[idTime(w.key)])
			})),
			app.P().Class("fine").Text("A longer session moves to another day or is cut short. Leave a day empty for no limit."),
			app.Div().Class("buttons").Body(app.Button().Type("submit").Class("small").Text("Save minutes")),
		),
	).Open(len(v.lifeWrong) > 0 && v.lifeWrong[idCallTime] == "" || v.offOpen)
}

// offRow is an entry of days off, which can be taken back.
func offRow(v *View, i int, o wire.PlanOff) app.UI {
	name := unit.Span(o.From, o.To)
	var notes []string
	for _, w := range offWhys[1:] {
		if w.key == o.Why {
			notes = append(notes, w.name)
		}
	}
	if o.Easy {
		notes = append(notes, "easy running only")
	}
	return app.Li().Body(
		app.P().Body(app.B().Text(name), app.Text(" "), app.Small().Text(strings.Join(notes, ", "))),
		app.Button().Type("button").Class("small").DataSet("off", i).OnClick(v.dropOff).Aria("label", "Remove "+name).Text("Remove"),
	)
}

// callLine is what the runner calls the race, and the time that they are after.
func callLine(v *View) app.UI {
	if v.Plan.Made.Race == nil {
		return nil
	}
	r := v.Plan.Made.Race
	value := ""
	if r.Minutes > 0 {
		value = "goal " + unit.RaceTime(r.Minutes)
	}
	return ui.Line("Race name and goal time", value,
		app.Form().DataSet("draft", v.page.Draft(formCall, 0)).Class("life").OnSubmit(v.callRace).Attr("novalidate", "novalidate").Body(
			ui.Field(idCallName, "Name", "", ui.Typing("text", "").MaxLength(maxRaceName).Value(r.Name), v.lifeWrong[idCallName]),
			ui.Field(idCallTime, "Goal time", "h:mm:ss", ui.Typing("text", "").Value(unit.RaceTime(r.Minutes)), v.lifeWrong[idCallTime]),
			app.P().Class("fine").Text("Your goal time is shown with the race. It changes no session: those go by what you run now."),
			app.Div().Class("buttons").Body(app.Button().Type("submit").Class("small").Text("Save race")),
		),
	).Open(v.lifeWrong[idCallTime] != "")
}

const maxRaceName = 60

// raceMinutes reads what a race is to take, "3:45", "1:45:00", "44:30": of two numbers
// that could be either, what somebody can run. 0 for no text; ok is false for no time.
func raceMinutes(text string, km float64) (minutes float64, ok bool) {
	if text = strings.TrimSpace(text); text == "" {
		return 0, true
	}
	parts := strings.Split(text, ":")
	n := [3]float64{}
	for i, p := range parts {
		v, err := strconv.ParseUint(p, 10, 16)
		if err != nil || len(parts) < 2 || len(parts) > 3 || i > 0 && v > 59 {
			return 0, false
		}
		n[i] = float64(v)
	}
	if len(parts) == 3 {
		return 60*n[0] + n[1] + n[2]/60, true
	}
	if minutes = n[0] + n[1]/60; minutes < 2*km {
		minutes *= 60
	}
	return minutes, true
}

// without is days off but a date, which may lie within some.
func without(list []wire.PlanOff, d diary.Date) (out []wire.PlanOff) {
	for _, o := range list {
		if d < o.From || d > o.To || o.Easy {
			out = append(out, o)
			continue
		}
		head, tail := o, o
		head.To, tail.From = d-1, d+1
		if head.To >= head.From {
			out = append(out, head)
		}
		if tail.To >= tail.From {
			out = append(out, tail)
		}
	}
	return out
}
