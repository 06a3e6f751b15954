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

// goalScreen asks what to train for, and shows what would come of it. Its
// elements stay in their places, hidden where they do not apply: go-app reuses
// elements by their place, and what was typed into one would stand in another.
func goalScreen(v *View) app.UI {
	d := v.Draft
	if d == nil {
		d = StartDraft(v.Plan.PlanScreen)
	}
	title := "Set a goal"
	lead := "Rebound plans the weeks up to your race, or steady weeks without one, with step-back weeks from the start. Each morning it adjusts the next seven days to how you have recovered; the weeks after them stay as planned."
	if v.Plan.Made != nil {
		title, lead = "Change the goal", "The new plan starts from what you run now. The old one stays until you follow the new one, and Undo brings it back."
	}
	return ui.Box("plan-goal",
		app.Header().Class("goal").Body(ui.Heading(title), app.P().Class("lead").Text(lead), undoLine(v.Plan, v)),
		app.If(v.Plan.Made == nil && v.Plan.Return != nil, func() app.UI {
			return app.Div().Class("stack", "back").Body(returnBanner(v.Plan), ui.Lines(returnLine(v.Plan, v)))
		}),
		app.Div().Class("columns").Body(
			goalForm(v, d),
			previewCard(v),
		),
		app.Div().Class("stack").Body(ui.Lines(cyclesLine(v.Plan))),
	)
}

func goalForm(v *View, d *Draft) app.UI {
	race := d.Kind != noRace
	return app.Form().ID(idGoalForm).DataSet("draft", v.page.Draft(formGoal, 0)).Class("goal-form", "stack").OnSubmit(v.followGoal).Attr("novalidate", "novalidate").Body(
		app.FieldSet().Class("card", "kinds").Body(
			app.Legend().Text("What are you training for?"),
			app.Div().Class("choices").Body(app.Range(goalKinds).Slice(func(i int) app.UI {
				k := goalKinds[i]
				return app.Label().Body(
					app.Input().Type("radio").Name("goal").Value(k.key).Checked(k.key == d.Kind).OnChange(v.setGoal),
					app.Span().Body(app.Text(k.name), app.If(k.hint != "", func() app.UI { return app.Small().Text(" " + k.hint) })),
				)
			})),
			goalField(d, idDistance, "How far", unitName(v.page.Miles()), "decimal", d.customText(v.page.Miles()), d.Kind != otherKind),
			dateField(d, idRaceDate, "Race day", d.was.RaceDate, v.page.Today, 0, !race),
			goalField(d, idRaceName, "Its name", "optional", "text", d.was.RaceName, !race),
			goalField(d, idRaceTime, "Goal time", "optional, h:mm:ss", "text", unit.RaceTime(d.was.RaceMinutes), !race),
			app.Details().Hidden(!race).Open(len(d.was.Tune) > 0).Body(
				app.Summary().Body(app.Text("Tune-up races"), ui.Icon(ui.IconDown)),
				app.P().Class("fine").Text("A tune-up race keeps its day: it is the hard session of its week, with easier days around it."),
				app.Div().Body(app.Range(make([]int, tunes)).Slice(func(i int) app.UI { return tuneFields(d, i, v) })),
			),
		),
		ui.Lines(ui.Line("Which days can you run?", daysValue(d), app.FieldSet().Body(
			app.Legend().Class("visually-hidden").Text("Which days can you run?"),
			app.Div().Class("toggles").Body(app.Range(weekdays).Slice(func(i int) app.UI {
				w := weekdays[i]
				return app.Button().Type("button").DataSet("day", w.key).Aria("pressed", strconv.FormatBool(d.days[w.key])).
					Title(w.name).OnClick(v.setDay).Text(w.name[:3])
			})),
			app.P().Class("fine").Text(daysHint(d)),
			app.Div().Class("field").Body(
				app.Label().For(idLong).Text("Long run on"),
				wrongly(d, idLong, app.Select().ID(idLong).OnChange(v.setLong).Body(
					append([]app.UI{ui.Option("", "The weekend if free", d.long)},
						longDays(d)...)...,
				)),
				wrongLine(d, idLong),
			),
		)).Open(d.Wrong[idLong] != ""), ui.Line("What do you run now?", nowValue(v, d), app.FieldSet().Body(
			app.Legend().Class("visually-hidden").Text("What do you run now?"),
			app.Div().Class("now-km").Hidden(d.typed).Body(
				app.P().Text(v.Plan.NowText),
				app.Button().Type("button").Class("small").DataSet("shows", idWeekly+" "+idLastRun).OnClick(v.typeWeekly).Text("Change"),
			),
			goalField(d, idWeekly, "A usual week", unitName(v.page.Miles()), "decimal", d.weeklyText(v.page.Miles()), !d.typed),
			app.P().Class("fine").Hidden(!d.typed).Text(weeklyHint(v.Plan)),
			dateField(d, idLastRun, "Your last run, if you have had a break", d.was.LastRun, 0, v.page.Today, !d.typed),
			app.P().Class("fine").Hidden(!d.typed).Text("Only where no file shows it. "+v.Plan.Paused),
		)).Open(v.Plan.NowKm == 0 || d.Wrong[idWeekly]+d.Wrong[idLastRun] != "")),
		app.Div().Class("send").Body(
			app.P().ID(idGoal).Class("wrong").TabIndex(-1).Role("alert").Text(d.Wrong[idGoal]),
			app.Div().Class("buttons").Body(
				app.Button().Type("button").OnClick(v.previewGoal).Text("Preview"),
				app.Button().Type("submit").Class("primary").Text("Follow this plan"),
				app.If(v.Plan.Made != nil, func() app.UI {
					return app.A().Class("button").Href("#/plan").OnClick(v.keepOld).Text("Keep the old one")
				}),
			),
		),
	)
}

// daysValue is the days that are chosen, on one line.
func daysValue(d *Draft) string {
	var names []string
	for _, w := range weekdays {
		if d.days[w.key] {
			names = append(names, w.name[:3])
		}
	}
	switch len(names) {
	case 0:
		return "as you run now"
	case len(weekdays):
		return "every day"
	}
	return strings.Join(names, ", ")
}

// nowValue is the volume that the plan starts from.
func nowValue(v *View, d *Draft) string {
	if d.typed || v.Plan.NowKm == 0 {
		return ""
	}
	return unit.Distance(v.Plan.NowKm, v.page.Miles()) + " a week"
}

func daysHint(d *Draft) string {
	n := 0
	for _, on := range d.days {
		if on {
			n++
		}
	}
	switch n {
	case 0:
		return "None chosen: Rebound picks the days from what you run now."
	case 7:
		return "Every day. Most runners do better with one day off."
	}
	return unit.Count(n, "day") + " a week. The others stay free."
}

func weeklyHint(p *Shown) string {
	if p.NowKm == 0 {
		return p.NowText
	}
	return "Leave it empty to go by your diary."
}

func longDays(d *Draft) (list []app.UI) {
	for _, w := range weekdays {
		list = append(list, ui.Option(w.key, w.name, d.long))
	}
	return list
}

func unitName(miles bool) string {
	if miles {
		return "mi"
	}
	return "km"
}

func kmText(km float64, miles bool) string {
	if km == 0 {
		return ""
	}
	if miles {
		km /= unit.KmPerMile
	}
	return strconv.FormatFloat(float64(int(km*100+.5))/100, 'f', -1, 64)
}

func (d *Draft) customText(miles bool) string {
	if kindOf(d.was) != otherKind {
		return ""
	}
	return kmText(d.was.RaceKm, miles)
}

func (d *Draft) weeklyText(miles bool) string {
	if d.was.WeeklyKm == nil {
		return ""
	}
	return kmText(*d.was.WeeklyKm, miles)
}

// wrongly ties a control to what is wrong with it.
func wrongly[T interface {
	app.UI
	Aria(string, any) T
}](d *Draft, id string, control T) T {
	if d.Wrong[id] == "" {
		return control
	}
	return control.Aria("invalid", "true").Aria("describedby", id+"-wrong")
}

func wrongLine(d *Draft, id string) app.UI {
	return app.If(d.Wrong[id] != "", func() app.UI { return app.P().ID(id + "-wrong").Class("wrong").Text(d.Wrong[id]) })
}

func goalField(d *Draft, id, name, unit, mode, text string, hidden bool) app.UI {
	return app.Div().Class("field").Hidden(hidden).Body(
		app.Label().For(id).Body(app.Text(name+" "), app.Small().Text(unit)),
		wrongly(d, id, app.Input().ID(id).Type("text").Attr("inputmode", mode).AutoComplete(false).Value(text)),
		wrongLine(d, id),
	)
}

// dateField asks for a day, from one day to another; 0 is no bound.
func dateField(d *Draft, id, name string, date, from, to diary.Date, hidden bool) app.UI {
	text := ""
	if date > 0 {
		text = date.String()
	}
	input := app.Input().ID(id).Type("date")
	if from > 0 {
		input = input.Min(from.String())
	}
	if to > 0 {
		input = input.Max(to.String())
	}
	return app.Div().Class("field").Hidden(hidden).Body(
		app.Label().For(id).Text(name),
		wrongly(d, id, input.Value(text)),
		wrongLine(d, id),
	)
}

func tuneFields(d *Draft, i int, v *View) app.UI {
	var r wire.Race
	if i < len(d.was.Tune) {
		r = d.was.Tune[i]
	}
	return app.Div().Class("fields").Body(
		dateField(d, idTuneDate(i), "Race "+strconv.Itoa(i+1), r.Date, v.page.Today, 0, false),
		goalField(d, idTuneKm(i), "How far", unitName(v.page.Miles()), "decimal", kmText(r.Km, v.page.Miles()), false),
	)
}

// previewCard is the block that the form's goal would give, before it is kept.
func previewCard(v *View) app.UI {
	return app.Section().ID("preview").TabIndex(-1).Aria("label", "Preview").Class("stack", "preview").Body(app.IfSlice(v.Preview != nil, func() []app.UI {
		p := v.Preview
		name, when := head(p.PlanScreen)
		return []app.UI{
			app.Div().Class("card", "of").Body(
				app.H2().Text("Preview: nothing is saved yet"),
				app.P().Class("lead").Body(app.B().Text(name), app.Text(" "), app.Span().Text(when)),
			),
			app.If(len(p.Made.Notes) > 0, func() app.UI {
				return app.Section().Class("card", "notes").Body(app.H2().Text("About this plan"), notes(p.Made.Notes))
			}),
			app.Section().Class("card").Body(app.H2().Text("Week by week: "+blockText(p.Weeks, v.page.Miles())), blockUI(p, v)),
			app.Section().Class("card").Body(
				app.H2().Text("The first seven days"),
				app.Ul().Class("plain").Body(app.Range(p.Days).Slice(func(i int) app.UI {
					d := p.Days[i]
					return app.Li().Body(app.B().Text(d.Day), app.Text(" "), app.Span().Text(session(d)))
				})),
				app.Div().Class("buttons").Body(app.Button().Type("submit").Form(idGoalForm).Class("primary").Text("Follow this plan")),
			),
		}
	}))
}
