package body

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/page/ui"
	"rebound/app/unit"
	"rebound/app/wire"
)

// historyStep is how many days of the history are drawn at a time.
const historyStep = 14

// historyScreen is everything that was entered, a day at a time.
func historyScreen(v *View) app.UI {
	h := v.page.Body.History
	var days [][]wire.HistoryLine
	for i := range h {
		if i == 0 || h[i].Date != h[i-1].Date {
			days = append(days, nil)
		}
		days[len(days)-1] = append(days[len(days)-1], h[i])
	}
	shown := min(len(days), historyStep+v.earlier)
	return ui.Box("history", below(v.Title()),
		app.If(len(days) == 0, func() app.UI { return app.P().Text("Nothing here yet.") }),
		app.Div().Class("stack").Body(app.Range(days[:shown]).Slice(func(i int) app.UI {
			return app.Section().Class("card", "entry-day").Body(
				app.H2().Body(app.Time().DateTime(days[i][0].Date.String()).Text(unit.LongDay(days[i][0].Date))),
				app.Ul().Body(app.Range(days[i]).Slice(func(j int) app.UI { return historyRow(days[i][j]) })),
			)
		})),
		app.If(shown < len(days), func() app.UI {
			return app.Div().Class("buttons").Body(app.Button().Type("button").OnClick(v.moreDays).Text("Show earlier days"))
		}),
	)
}

// historyRow keeps what was replaced readable: it was said.
func historyRow(l wire.HistoryLine) app.UI {
	row := app.Li().DataSet("kind", l.Kind)
	if !l.Old {
		return row.Text(l.Text)
	}
	return row.Class("old").Body(app.S().Text(l.Text), app.Text(" "), app.Small().Text("replaced or taken back"))
}
