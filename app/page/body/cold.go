package body

import (
	"fmt"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/page/ui"
	"rebound/app/unit"
)

// The inputs of an immersion.
const (
	idColdMinutes = "cold-minutes"
	idColdCelsius = "cold-celsius"
)

func coldScreen(v *View) app.UI {
	c, scale := &v.page.Body.ColdCard, unit.Temperature(v.page.Miles())
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
					v.number(idColdMinutes, "Time", "min", "12"), v.number(idColdCelsius, "Water", scale.Name, scale.Number(scale.Of(12)))),
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
					app.Span().Text(fmt.Sprintf("%s: %g min at %s", d.Date.Time().Format("Mon 2 Jan"), d.Minutes, scale.Say(d.Celsius))),
					app.Button().Type("button").Class("small").DataSet("index", i).OnClick(v.dropCold).Text("Remove"))
			})),
		),
	)
}

// number is an input for one number.
func (v *View) number(id, name, unit, example string) app.UI {
	return ui.Field(id, name, unit, ui.Typing("decimal", example), v.Wrong[id])
}
