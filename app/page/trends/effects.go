package trends

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/chart"
	"rebound/app/page/ui"
	"rebound/app/unit"
	"rebound/app/wire"
)

// The parts of Trends that ask the runner's own data; each is worked out when it is
// opened.
const (
	partMatters = "matters"
	partSays    = "says"
)

// questions are the parts by their names.
var questions = map[string]string{
	partMatters: "Does it matter for me?",
	partSays:    "Do these signals say anything about you?",
}

// askEffects asks what the runner's own days say. While files come in, what was answered
// stays: each of them would ask anew.
func (v *View) askEffects() {
	if v.Effects != nil && v.page.Importing() {
		return
	}
	ui.Ask(v.page, wire.OpEffects, wire.DateArg{Date: v.page.Today}, func(e wire.Effects) {
		if e.Date == v.page.Today {
			v.Effects = &e
			v.page.Arrived()
		}
	})
}

// asks leads to the questions, and to what was.
func asks() app.UI {
	return ui.Lines(
		ui.LineTo(questions[partMatters], "", "#/trends/"+partMatters),
		ui.LineTo(questions[partSays], "", "#/trends/"+partSays),
		ui.LineTo(lookingBack, "", "#/trends/"+partBack),
	)
}

// effectsScreen is the answers to one of the questions.
func effectsScreen(v *View) app.UI {
	part := v.page.Route.Part
	head := ui.HeadBelow(questions[part], "#/trends", "Back to Trends")
	if v.Effects == nil {
		return ui.Box(part, head, app.P().Class("muted").Aria("live", "polite").Text("Comparing your days…"),
			app.Div().Class("skeleton", "skeleton-card"))
	}
	if part == partSays {
		return ui.Box(part, head,
			app.P().Class("says").Text(v.Effects.Verdict),
			answers(v.Effects.Says, "out of range", "in range", "Mornings "),
			app.P().Class("fine").Text(v.Effects.How),
		)
	}
	return ui.Box(part, head,
		app.If(len(v.Effects.Matters) == 0, func() app.UI {
			return app.P().Class("card").Text("Nothing to compare yet. Check in on most mornings, and tap anything unusual. An answer takes several nights with it, and as many without.")
		}).Else(func() app.UI { return answers(v.Effects.Matters, "with it", "without", "Nights ") }),
		app.P().Class("muted").Text(v.Effects.Waits),
		app.P().Class("fine").Text(v.Effects.How),
	)
}

// answers is a line for each answer, which opens; with and without are what is compared,
// and of is what they are of.
func answers(list []wire.Effect, with, without, of string) app.UI {
	return app.Div().Class("card", "lines", "effects").Body(app.Range(list).Slice(func(i int) app.UI {
		e := list[i]
		return ui.Line(e.Name, e.Value,
			app.P().Text(e.Text),
			app.Range(e.Shifts).Slice(func(j int) app.UI { return difference(e.Shifts[j], len(e.Shifts) > 1) }),
			app.If(len(e.Shifts) > 0, func() app.UI {
				return app.Details().Class("as-table").Body(
					app.Summary().Body(app.Text("Show as table"), app.Small().Text(counted(e, with, without)), ui.Icon(ui.IconDown)),
					ui.RowsTable(chart.ShiftTable(e.Shifts, of+with, of+without), e.Name+" as a table"),
				)
			}),
		)
	}))
}

// difference is one reading: its name where there are several, its picture, what it comes
// to.
func difference(s wire.Shift, several bool) app.UI {
	return app.Div().Class("difference").Body(
		app.If(several, func() app.UI { return app.H2().Text(s.Name) }),
		app.P().Text(s.Text),
		app.Raw(chart.Shift(s)),
	)
}

// counted says of how many nights or mornings an answer is.
func counted(e wire.Effect, with, without string) string {
	s := e.Shifts[0]
	for _, o := range e.Shifts[1:] {
		if o.With > s.With {
			s = o
		}
	}
	return unit.Thousands(s.With) + " " + with + ", " + unit.Thousands(s.Without) + " " + without
}
