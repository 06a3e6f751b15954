package body

import (
	"fmt"
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/page/ui"
	"rebound/app/wire"
	"rebound/engine/diary"
)

// runsLine is the week's runs: how hard each felt, against what its pace and
// heart rate make expect.
func runsLine(v *View) app.UI {
	list := v.page.Body.Runs
	ask := 0
	for i := range list {
		if list[i].RPE == nil {
			ask++
		}
	}
	value := "none this week"
	switch {
	case ask > 0:
		value = fmt.Sprintf("%d to rate", ask)
	case len(list) > 0:
		value = "all rated"
	}
	return ui.Line("How hard were your runs?", value,
		app.Div().Class("runs").Body(app.Range(list).Slice(func(i int) app.UI { return runRow(list[i], v) })),
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
