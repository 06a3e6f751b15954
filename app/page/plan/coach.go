package plan

import (
	"fmt"
	"slices"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/chart"
	"rebound/app/page/ui"
	"rebound/app/unit"
	"rebound/app/wire"
)

// cycleQuestion is what a cycle answers.
const cycleQuestion = "Did the last block work?"

// returnBanner stands above everything else for the first weeks back.
func returnBanner(p *Shown) app.UI {
	r := p.Return
	return app.If(r != nil && r.Banner != "", func() app.UI {
		return app.P().Class("banner").Body(app.Span().Class("glyph").Aria("hidden", "true").Text("▲"), app.Span().Text(r.Banner))
	})
}

// returnLine is the return to run after a pause: where one stands, what the pause cost,
// and what heart and lungs do not tell.
func returnLine(p *Shown, v *View) app.UI {
	r := p.Return
	if r == nil {
		return nil
	}
	now := ""
	if r.DaysOff > 0 {
		now = unit.Count(r.DaysOff, "day") + " off"
	}
	if i := slices.IndexFunc(r.Stages, func(s wire.RunStage) bool { return s.State == "now" }); i >= 0 {
		now = fmt.Sprintf("stage %d of %d", i+1, len(r.Stages))
	}
	return ui.Line("Your return to running", now,
		app.If(r.Text != "", func() app.UI { return app.P().Text(r.Text) }),
		app.If(len(r.Stages) > 0, func() app.UI {
			return app.Ol().Class("stages").Body(app.Range(r.Stages).Slice(func(i int) app.UI { return stage(r.Stages[i]) }))
		}),
		app.If(r.Lungs != "", func() app.UI {
			return app.P().Class("lungs").Body(app.Span().Class("glyph").Aria("hidden", "true").Text("◆"), app.Span().Text(r.Lungs))
		}),
		chartBody(p, p.loss, v),
	)
}

var stageMarks = map[string]struct{ glyph, word string }{
	"done": {"✓", "done"}, "now": {"▶", "now"}, "to_come": {"○", "to come"},
}

func stage(s wire.RunStage) app.UI {
	m, ok := stageMarks[s.State]
	if !ok {
		m = stageMarks["to_come"]
	}
	li := app.Li().Class("stage-" + s.State)
	if s.State == "now" {
		li = li.Aria("current", "step")
	}
	return li.Body(
		app.Span().Class("glyph").Aria("hidden", "true").Text(m.glyph),
		app.Div().Body(
			app.P().Body(app.Text(s.Text+" "), app.Small().Text(m.word)),
			app.If(s.Note != "", func() app.UI { return app.P().Class("fine").Text(s.Note) }),
		),
	)
}

// forecastLine sets the week as it now stands beside the plan as it was made, so
// that a cut does not look like a loss.
func forecastLine(p *Shown, v *View) app.UI {
	if p.Forecast == nil {
		return nil
	}
	return ui.Line("With and without these changes", p.Forecast.Short,
		app.P().Text(p.Forecast.Text), // the picture's summary says the same
		chartBody(p, p.forecast, v),
	)
}

// chartBody is a picture with its legend and its table.
func chartBody(p *Shown, c picture, v *View) app.UI {
	return app.If(c.svg != "", func() app.UI {
		return app.Div().Class("trend").Body(
			app.H3().Body(app.Text(c.Title+" "), app.Small().Text(c.Unit)),
			app.If(c.Summary != "" && c.Key != "forecast", func() app.UI { return app.P().Class("summary").Text(c.Summary) }),
			ui.Picture(c.svg, c.Title),
			ui.Legend(chart.Keys(c.Chart), c.Ref),
			app.Details().DataSet("key", c.Key).On("toggle", v.planTable).Body(
				app.Summary().Body(app.Text("Show as table"), ui.Icon(ui.IconDown)),
				app.If(p.Open[c.Key], func() app.UI {
					return ui.RowsTable(chart.Table(c.Chart, c.from, c.to), c.Title+" as a table")
				}),
			),
		)
	})
}

// cyclesLine is stress, response, adaptation: the latest cycle, and those before
// it folded.
func cyclesLine(p *Shown) app.UI {
	if len(p.Cycles) == 0 {
		return nil
	}
	last := len(p.Cycles) - 1
	return ui.Line(cycleQuestion, p.Cycles[last].Short,
		app.P().Text(p.Cycles[last].Answer),
		cycleUI(p.Cycles[last]),
		app.If(last > 0, func() app.UI {
			return app.Details().Body(
				app.Summary().Body(app.Text("Earlier blocks"), ui.Icon(ui.IconDown)),
				app.Div().Body(app.Range(p.Cycles[:last]).Slice(func(i int) app.UI {
					c := p.Cycles[last-1-i]
					return app.Div().Class("earlier").Body(app.P().Text(c.Answer), cycleUI(c))
				})),
			)
		}),
	)
}

func cycleUI(c wire.Cycle) app.UI {
	return app.Div().Class("cycle-row").Body(
		app.P().Class("fine").Text(unit.Span(c.From, c.To)),
		app.Ol().Body(
			cyclePart("Training stress", c.Stress), cyclePart("Response", c.Response), cyclePart("Adaptation", c.Adaptation),
		),
	)
}

var partMarks = map[string]struct{ glyph, word string }{"yes": {"●", "yes"}, "no": {"○", "no"}, "unknown": {"◌", "not known"}}

func cyclePart(name string, c wire.CyclePart) app.UI {
	m, ok := partMarks[c.State]
	if !ok {
		m = partMarks["unknown"]
	}
	return app.Li().Class("part-"+c.State).Body(
		app.H3().Text(name),
		app.P().Class("mark").Body(app.Span().Class("glyph").Aria("hidden", "true").Text(m.glyph), app.Text(" "+m.word)),
		app.P().Class("fine").Body(
			app.If(c.Number != "", func() app.UI { return app.B().Text(c.Number) }),
			app.Text(" "+c.Text),
		),
	)
}

// offerCard is a plan that may be taken.
func offerCard(p *Shown, v *View) app.UI {
	take := "Take it"
	if p.Offer != nil && p.Offer.Keep {
		take = "Make a new plan from where you are"
	}
	return app.If(p.Offer != nil, func() app.UI {
		return app.Section().Class("card", "offer").Body(
			app.H2().Text("A suggestion"),
			app.P().Text(p.Offer.Text),
			app.Div().Class("buttons").Body(
				app.Button().Type("button").Class("primary").OnClick(v.takeOffer).Text(take),
				app.If(p.Offer.Keep, func() app.UI { return app.Button().Type("button").OnClick(v.keepPlan).Text("Keep this plan") }),
			),
		)
	})
}
