package plan

import (
	"fmt"
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/chart"
	"rebound/app/page/ui"
	"rebound/app/unit"
	"rebound/app/wire"
)

// idWeek is the slider over the block's weeks.
const idWeek = "block-week"

// blockLine is the whole block, behind what it sums up to.
func blockLine(p *Shown, v *View) app.UI {
	if len(p.Weeks) == 0 {
		return nil
	}
	return ui.Line("Week by week", blockText(p.Weeks, v.page.Miles()), blockUI(p, v))
}

// blockUI is the whole block, a bar a week. A week is read by touching its bar
// or by the slider below, which the keyboard reaches.
func blockUI(p *Shown, v *View) app.UI {
	return app.If(len(p.Weeks) > 0, func() app.UI {
		at := min(max(v.Week, 0), len(p.Weeks)-1)
		w := p.Weeks[at]
		return app.Div().Class("block").Body(
			app.Div().Class("bars").OnClick(v.tapWeek).Body(app.Raw(chart.Block(p.Weeks, at, blockText(p.Weeks, v.page.Miles()), v.page.Miles()))),
			app.Label().For(idWeek).Class("visually-hidden").Text("Week of the block"),
			app.Input().ID(idWeek).Type("range").Class("weeks").Min(0).Max(len(p.Weeks)-1).Step(1).Value(strconv.Itoa(at)).
				Aria("valuetext", w.Text).OnInput(v.pickWeek),
			app.P().Class("week-text").Body(app.B().Text(weekOf(w)), app.Text(" "), app.Span().Text(w.Text)),
			ui.Legend(chart.BlockKeys(p.Weeks), nil),
			app.Details().DataSet("key", "block").On("toggle", v.planTable).Body(
				app.Summary().Body(app.Text("Show as table"), ui.Icon(ui.IconDown)),
				app.If(p.Open["block"], func() app.UI { return ui.RowsTable(chart.BlockTable(p.Weeks, v.page.Miles()), "The block as a table") }),
			),
		)
	})
}

func weekOf(w wire.BlockWeek) string { return "From " + w.Start.Time().Format("Mon 2 Jan") + ":" }

// blockText sums the block up.
func blockText(weeks []wire.BlockWeek, miles bool) string {
	most := 0.0
	for _, w := range weeks {
		most = max(most, w.Planned)
	}
	if miles {
		most /= unit.KmPerMile
	}
	return fmt.Sprintf("%s, up to %.0f %s", unit.Count(len(weeks), "week"), most, unitName(miles))
}
