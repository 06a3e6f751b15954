package page

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/chart"
)

// rowsTable is the rows of a chart, in the order that they come in.
func rowsTable(rows chart.Rows, name string) app.UI {
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
