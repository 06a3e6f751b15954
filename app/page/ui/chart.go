package ui

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/chart"
	"rebound/app/wire"
)

// RowsTable is the rows of a chart, in the order that they come in.
func RowsTable(rows chart.Rows, name string) app.UI {
	return app.Div().Class("scroll").TabIndex(0).Role("region").Aria("label", name).Body(
		app.Table().Body(
			app.THead().Body(app.Tr().Body(app.Range(rows.Head).Slice(func(i int) app.UI {
				return app.Th().Scope("col").Text(rows.Head[i])
			}))),
			app.TBody().Body(app.Range(rows.Body).Slice(func(i int) app.UI {
				r := rows.Body[i]
				return app.Tr().Body(app.Range(r).Slice(func(j int) app.UI {
					if j == 0 {
						return app.Th().Scope("row").Text(r[j])
					}
					return app.Td().Text(r[j])
				}))
			})),
		),
	)
}

// Picture is a chart whose days can be read out one by one: web/boot/reading.js does it.
// The range is for the keyboard and a screen reader; name is what the chart is of.
func Picture(picture, name string) app.UI {
	return app.Div().Class("readable").Body(
		app.Raw(picture),
		app.Label().Class("reader").Body(app.Span().Class("visually-hidden").Text(name+", day by day"), app.Input().Type("range")),
		app.Output().Class("reading").Aria("live", "polite"),
	)
}

// Legend says what is drawn, in the chart's own marks, and whose figures they are; nil for
// nobody's.
func Legend(keys []chart.Key, ref *wire.Cite) app.UI {
	return app.Ul().Class("legend").Body(
		app.Range(keys).Slice(func(i int) app.UI {
			return app.Li().Body(app.Raw(keys[i].SVG), app.Text(keys[i].Name))
		}),
		app.If(ref != nil, func() app.UI { return app.Li().Body(app.Text("from "), paper(*ref)) }),
	)
}
