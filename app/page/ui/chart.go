package ui

import (
	"strings"

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

// Legend says what is drawn, in the chart's own marks.
func Legend(c wire.Chart) app.UI {
	var items []app.UI
	item := func(glyph, name string) {
		items = append(items, app.Li().Body(app.Raw(`<svg class="chart key" viewBox="0 0 18 10" aria-hidden="true">`+glyph+`</svg>`), app.Text(name)))
	}
	if len(c.Band) > 0 {
		item(`<path class="band" d="M1 1h16v8H1z"/>`, "your normal")
	}
	if len(c.Dots) > 1 { // a single one is named by its mark
		name := "a day"
		if c.Key == "easy_hr" || c.Key == "stride" {
			name = "a run"
		}
		item(`<path class="dots large" d="M9 5h.01"/>`, name)
	}
	if len(c.Hollow) > 0 {
		item(`<circle class="hollow" cx="9" cy="5" r="2.6"/>`, "far from it")
	}
	for i, l := range c.Lines {
		if len(l.Points) > 0 {
			item(`<path class="`+chart.LineClass(i)+`" d="M1 5h16"/>`, strings.ToLower(l.Name[:1])+l.Name[1:])
		}
	}
	for _, l := range c.Lines {
		for _, out := range l.Out {
			if out {
				item(`<path class="out" d="M1 5h16"/>`, "out of your normal")
				break
			}
		}
	}
	for _, k := range chart.MarkKeys(c.Marks) {
		items = append(items, app.Li().Body(app.Raw(k.SVG), app.Text(k.Name)))
	}
	source := c.Source
	return app.Ul().Class("legend").Body(append(items, app.If(source != "", func() app.UI {
		return app.Li().Text("from " + source)
	}))...)
}
