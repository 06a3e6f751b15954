package body

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/page/ui"
	"rebound/app/wire"
	"rebound/engine/diary"
)

// programmeCard is the day's list, each item with a box to tick and, folded, how
// it is done.
func programmeCard(s *wire.BodyScreen, v *View) app.UI {
	return app.If(s.Body != nil && len(s.Body.Programme) > 0, func() app.UI {
		list, done := s.Body.Programme, 0
		for i := range list {
			if ticked(s, list[i].Code) {
				done++
			}
		}
		return app.Section().Class("card", "programme").Body(
			app.H2().Body(app.Text("Today's exercises "), app.Small().Text(fmt.Sprintf("%d of %d done", done, len(list)))),
			app.If(s.Skipped != "", func() app.UI { return app.P().Class("fine").Text(s.Skipped) }),
			app.Ul().Body(app.Range(list).Slice(func(i int) app.UI {
				return programmeItem(list[i], ticked(s, list[i].Code), v)
			})),
		)
	})
}

func programmeItem(e wire.Exercise, done bool, v *View) app.UI {
	return app.Li().Body(
		app.Label().Class("tick").Body(
			app.Input().Type("checkbox").DataSet("code", e.Code).Checked(done).OnChange(v.tick),
			app.Span().Class("visually-hidden").Text("Done: "+e.Title)),
		ui.Exercise(e),
	)
}

// runsCard is the week's runs: how hard each felt, against what its pace and
// heart rate make expect.
func runsCard(v *View) app.UI {
	list := v.page.Body.Runs
	return app.Section().Class("card", "runs").Body(
		app.H2().Text("How the week's runs felt"),
		app.If(len(list) == 0, func() app.UI { return app.P().Text("No run in the last seven days.") }),
		app.Div().Body(app.Range(list).Slice(func(i int) app.UI { return runRow(list[i], v) })),
		app.Div().Class("buttons").Body(app.Button().Type("button").OnClick(v.strength).Text("I did strength work today")),
		v.Report.DrawAlone(),
	)
}

// effortForm names the form of how a run felt.
func effortForm(start int64) string { return "effort/" + strconv.FormatInt(start, 10) }

func runRow(r wire.RunSaid, v *View) app.UI {
	start := strconv.FormatInt(r.Start, 10)
	said := "How hard was it?"
	if r.RPE != nil {
		said = fmt.Sprintf("Effort %d of 10", *r.RPE)
		if r.Expected != nil {
			said += fmt.Sprintf(", %.0f expected", *r.Expected)
		}
	}
	if r.Pain != nil {
		said += fmt.Sprintf(" · pain %d", *r.Pain)
	}
	tone := "unknown"
	if r.Harder {
		tone = "ease"
	} else if r.RPE != nil {
		tone = "go"
	}
	return app.Details().Class("run").Body(
		app.Summary().Body(
			app.Span().Body(app.Span().Class("what").Text(r.Text), app.Text(" "),
				app.Span().Class("state", "tone-"+tone).Body(app.Span().Class("glyph").Aria("hidden", "true").Text(ui.Tones[tone].Glyph), app.Text(" "+said))),
			ui.Icon(ui.IconDown)),
		app.If(r.Note != "", func() app.UI { return app.P().Class("fine").Text(r.Note) }),
		app.Form().Attr("novalidate", "novalidate").DataSet("draft", v.page.Draft(effortForm(r.Start), r.Date)).DataSet("title", r.Text).DataSet("start", start).DataSet("date", r.Date.String()).OnSubmit(v.saveEffort).Body(
			scale{key: "rpe-" + start, name: "Effort of the whole run", most: int(diary.MaxEffort), now: r.RPE, low: "rest", high: "all-out"}.draw(),
			scale{key: "pain-" + start, name: "Worst pain during the run", most: int(diary.MaxPain), now: r.Pain, low: "none", high: "worst"}.draw(),
			v.wrongLine(effortForm(r.Start)),
			app.Button().Type("submit").Class("primary").Text("Save"),
			app.If(r.Reported, func() app.UI {
				return app.Button().Type("button").DataSet("start", start).DataSet("date", r.Date.String()).OnClick(v.dropRun).Text("Remove this run")
			}),
		),
	)
}

// coldDoor says whether cold water has its place today.
func coldDoor(s *wire.BodyScreen) app.UI {
	return door(PartCold, "Cold water", capital(s.ColdCard.Word))
}

// The inputs of an immersion.
const (
	idColdMinutes = "cold-minutes"
	idColdCelsius = "cold-celsius"
)

func coldScreen(v *View) app.UI {
	c := &v.page.Body.ColdCard
	tone := map[string]string{"allowed": "go", "wait": "ease", "not_today": "recover"}[c.Advice]
	return ui.Box("cold", below(v.Title()),
		app.Section().Class("card", "cold-card", "tone-"+tone).Body(
			app.P().Class("means").Body(
				app.Span().Class("glyph").Aria("hidden", "true").Text(ui.Tones[tone].Glyph), app.Text(" "), app.Span().Text(c.Title)),
			app.P().Text(c.Text),
			app.If(c.Dose != "", func() app.UI { return app.P().Text(c.Dose) }),
			app.If(c.Habit != "", func() app.UI { return app.P().Text(c.Habit) }),
			app.If(c.Kind != "", func() app.UI { return app.P().Class("fine").Body(app.Span().Class("chip").Text(c.Kind)) }),
			ui.Cite(c.Cite),
		),
		app.Section().Class("card", "typed").Body(
			app.H2().Text("Log a cold bath"),
			app.Form().Attr("novalidate", "novalidate").DataSet("draft", v.draft()).OnSubmit(v.saveCold).Body(
				app.Div().Class("fields").Body(
					v.number(idColdMinutes, "Time", "min", "12"), v.number(idColdCelsius, "Water", "°C", "12")),
				v.wrongLine(v.form()),
				app.Button().Type("submit").Class("primary").Text("Save"),
			),
		),
		app.Section().Class("card", "sites").Body(
			app.H2().Text(fmt.Sprintf("The last seven days: %d", len(v.page.Body.Cold))),
			app.If(len(v.page.Body.Cold) == 0, func() app.UI { return app.P().Text("None.") }),
			app.Ul().Body(app.Range(v.page.Body.Cold).Slice(func(i int) app.UI {
				d := v.page.Body.Cold[i]
				return app.Li().Class("entry").Body(
					app.Span().Text(fmt.Sprintf("%s: %g min at %g °C", d.Date.Time().Format("Mon 2 Jan"), d.Minutes, d.Celsius)),
					app.Button().Type("button").Class("small").DataSet("index", i).OnClick(v.dropCold).Text("Remove"))
			})),
		),
	)
}

// number is an input for one number.
func (v *View) number(id, name, unit, example string) app.UI {
	return ui.Field(id, name, unit, ui.Typing("decimal", example), v.Wrong[id])
}

// ticked reports whether an item of the programme is done.
func ticked(s *wire.BodyScreen, code string) bool { return slices.Contains(s.Ticks, code) }
