// Package sources draws *Where are my files?* for the watch or app that the runner picks,
// and the sheet of what every source gives. What it says is app/sources', which the site
// has as a file of its own, fetched when a screen shows it.
package sources

import (
	"encoding/json"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/chart"
	"rebound/app/page/ui"
)

const idMaker = "maker"

// list is the file of app/sources.
type list struct {
	Makers []maker    `json:"makers"`
	Heads  []string   `json:"heads"`
	Rows   [][]string `json:"rows"`
}

type maker struct {
	Name    string `json:"name"`
	Daily   []line `json:"daily"`
	History []line `json:"history"`
	Gets    []line `json:"gets"`
	Note    string `json:"note"`
	Menus   string `json:"menus"`
}

// line is a text with what it is about: a phone, a computer, one kind of files.
type line struct {
	On   string `json:"on"`
	Name string `json:"name"`
	Text string `json:"text"`
}

// View is what is drawn from, and what the runner can do.
type View struct {
	page  *ui.Page
	list  *list
	asked bool
	Sheet bool // the sheet is open: its rows are drawn only then
}

// New is the list before anything is picked.
func New(p *ui.Page) *View { return &View{page: p} }

// Ask fetches the list, once.
func (v *View) Ask() {
	if v.asked {
		return
	}
	v.asked = true
	v.page.Boot("sources", app.FuncOf(func(_ app.Value, args []app.Value) any {
		text := args[0].String()
		v.page.Do(func() { v.asked = v.Got([]byte(text)) })
		return nil
	}))
}

// Got takes in the list, and reports whether it is one.
func (v *View) Got(text []byte) bool {
	var l list
	if json.Unmarshal(text, &l) != nil || len(l.Makers) == 0 {
		return false
	}
	v.list = &l
	return true
}

// pick remembers which watch or app the runner has.
func (v *View) pick(ctx app.Context, _ app.Event) {
	v.page.Maker = ui.Chosen(ctx)
	v.page.Boot("note", ui.NotedMaker, v.page.Maker) // a browser that keeps nothing asks again
}

func (v *View) openSheet(ctx app.Context, _ app.Event) { v.Sheet = ctx.JSSrc().Get("open").Bool() }

// Draw says where the runner's files are.
func (v *View) Draw(open bool) app.UI {
	d := app.Details().Class("card", "brands")
	if open {
		d = d.Open(true)
	}
	return d.Body(
		app.Summary().Body(app.Text("Where are my files?"), ui.Icon(ui.IconDown)),
		app.If(v.list == nil, func() app.UI { return app.Div().Class("skeleton", "skeleton-line") }).
			Else(func() app.UI { return v.listed() }),
	)
}

// listed is the choice of a maker with its ways, and the table of all sources.
func (v *View) listed() app.UI {
	l := v.list
	var picked *maker
	for i := range l.Makers {
		if l.Makers[i].Name == v.page.Maker {
			picked = &l.Makers[i]
		}
	}
	return app.Div().Body(
		app.Div().Class("field").Body(
			app.Label().For(idMaker).Text("Your watch or app"),
			app.Select().ID(idMaker).OnChange(v.pick).Body(
				ui.Option("", "Choose", v.page.Maker),
				app.Range(l.Makers).Slice(func(i int) app.UI {
					return ui.Option(l.Makers[i].Name, l.Makers[i].Name, v.page.Maker)
				}),
			),
		),
		app.Div().Class("ways").Aria("live", "polite").Body(app.IfSlice(picked != nil, func() []app.UI { return ways(picked) })),
		app.Details().Class("sheet").On("toggle", v.openSheet).Body(
			app.Summary().Body(app.Text("What each source gives"), ui.Icon(ui.IconDown)),
			app.If(v.Sheet, func() app.UI {
				return app.Div().Body(
					ui.RowsTable(chart.Rows{Head: l.Heads, Body: l.Rows}, "What each source gives"),
					app.P().Class("fine").Text("* only if your watch or app measures it and you chose to export it. RMSSD and SDNN are two measures of HRV and are never mixed. For runs, whole is heart rate and pace throughout, heart rate is the same without pace, and totals are time, distance and average heart rate."),
				)
			}),
		),
	)
}

func ways(m *maker) []app.UI {
	daily := "The quickest way, day by day"
	if len(m.History) == 0 {
		daily = "How to get them"
	}
	return []app.UI{
		lines(daily, m.Daily),
		app.If(len(m.History) > 0, func() app.UI { return lines("Your whole history", m.History) }),
		lines("What you get", m.Gets),
		app.If(m.Note != "", func() app.UI { return app.P().Text(m.Note) }),
		app.If(m.Menus != "", func() app.UI { return app.P().Class("fine").Text(m.Menus) }),
	}
}

func lines(title string, list []line) app.UI {
	return app.Div().Body(
		app.H2().Text(title),
		app.Ul().Body(app.Range(list).Slice(func(i int) app.UI {
			name := list[i].On + list[i].Name
			return app.Li().Body(app.If(name != "", func() app.UI { return app.B().Text(name + ": ") }), app.Text(list[i].Text))
		})),
	)
}
