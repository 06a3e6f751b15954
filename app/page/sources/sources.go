// Package sources draws *Where are my files?*: for the watch or app that the runner
// picks, the quickest way to today's numbers and the way to all of them, by phone and
// by computer, with what comes of it (engine/gives) and what does not; and the sheet
// of what every source gives.
//
// Texts are here (ways.go), facts are in engine/gives. A source that is read has its
// place in both: a test fails otherwise.
package sources

import (
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/brand"
	"rebound/app/page/ui"
	"rebound/engine/gives"
)

const idMaker = "maker"

// View is what is drawn from, and what the runner can do.
type View struct {
	page  *ui.Page
	Sheet bool // the sheet is open: its rows are drawn only then
}

// New is the list before anything is picked.
func New(p *ui.Page) *View { return &View{page: p} }

// pick remembers which watch or app the runner has.
func (v *View) pick(ctx app.Context, _ app.Event) {
	v.page.Maker = ctx.JSSrc().Get("value").String()
	_ = ctx.LocalStorage().Set(ui.KeyMaker, v.page.Maker) // a browser that keeps nothing asks again
}

func (v *View) openSheet(ctx app.Context, _ app.Event) { v.Sheet = ctx.JSSrc().Get("open").Bool() }

// Draw says where the runner's files are.
func (v *View) Draw(open bool) app.UI {
	d := app.Details().Class("card", "brands")
	if open {
		d = d.Open(true)
	}
	picked := find(v.page.Maker)
	return d.Body(
		app.Summary().Body(app.Text("Where are my files?"), ui.Icon(ui.IconDown)),
		app.Div().Class("field").Body(
			app.Label().For(idMaker).Text("Your watch or app"),
			app.Select().ID(idMaker).OnChange(v.pick).Body(
				app.Option().Value("").Selected(picked == nil).Text("Choose"),
				app.Range(makers).Slice(func(i int) app.UI {
					return app.Option().Value(makers[i].name).Selected(makers[i].name == v.page.Maker).Text(makers[i].name)
				}),
			),
		),
		app.If(picked != nil, func() app.UI { return ways(picked) }),
		app.Details().Class("sheet").On("toggle", v.openSheet).Body(
			app.Summary().Body(app.Text("What each source gives"), ui.Icon(ui.IconDown)),
			app.If(v.Sheet, sheet),
		),
	)
}

// find is the maker of a name; nil for none.
func find(name string) *maker {
	for i := range makers {
		if makers[i].name == name {
			return &makers[i]
		}
	}
	return nil
}

func ways(m *maker) app.UI {
	daily := "The quickest, day by day"
	if m.history == nil {
		daily = "How to get them"
	}
	return app.Div().Class("ways").Aria("live", "polite").Body(
		wayList(daily, m.daily),
		app.If(m.history != nil, func() app.UI { return wayList("Your whole history", m.history) }),
		app.H3().Text("What you get"),
		app.Ul().Body(app.Range(m.vias).Slice(func(i int) app.UI {
			r, _ := gives.Of(m.vias[i])
			return app.Li().Body(app.If(len(m.vias) > 1, func() app.UI { return app.B().Text(viaName(m.vias[i]) + ": ") }), app.Text(got(r)))
		})),
		app.If(m.note != "", func() app.UI { return app.P().Text(m.note) }),
	)
}

func wayList(title string, list []way) app.UI {
	return app.Div().Body(
		app.H3().Text(title),
		app.Ul().Body(app.Range(list).Slice(func(i int) app.UI {
			return app.Li().Body(app.B().Text(list[i].on+": "), app.Text(list[i].text))
		})),
	)
}

// viaName is a row's name in the sheet.
func viaName(via string) string {
	if via == "" {
		return "The watch's FIT files"
	}
	return brand.Name(via)
}

// got says what comes of a source, and what does not: "Sleep with its stages, resting
// HR, runs. No HRV."
func got(r gives.Row) string {
	var has, lacks []string
	add := func(p gives.Part, text, name string) {
		switch {
		case text == "":
			lacks = append(lacks, name)
		case may(r, p):
			has = append(has, text+" (not always)")
		default:
			has = append(has, text)
		}
	}
	add(gives.OfSleep, map[gives.Sleep]string{gives.Stages: "sleep with its stages", gives.Total: "hours slept"}[r.Sleep], "sleep")
	add(gives.OfResting, map[gives.Resting]string{gives.Daily: "resting HR", gives.Lowest: "resting HR (the night's lowest)"}[r.Resting], "resting HR")
	hrv := ""
	if len(r.HRV) > 0 {
		hrv = "HRV: " + metrics(r.HRV)
	}
	add(gives.OfHRV, hrv, "HRV")
	add(gives.OfRuns, map[gives.Runs]string{gives.Series: "runs, second by second", gives.Summary: "runs in summary"}[r.Runs], "runs")
	text := strings.Join(has, "; ")
	text = strings.ToUpper(text[:1]) + text[1:] + "."
	if len(lacks) > 0 {
		text += " No " + strings.Join(lacks, ", no ") + "."
	}
	return text
}

func may(r gives.Row, p gives.Part) bool {
	for _, m := range r.May {
		if m == p {
			return true
		}
	}
	return false
}

// metrics writes "RMSSD of the night", "SDNN of the night or of any hour".
func metrics(list []gives.HRV) string {
	moments := map[string]string{"night": "of the night", "morning": "of a morning reading", "any": "of any hour"}
	text := ""
	for i, h := range list {
		switch {
		case i > 0 && h.Metric == list[i-1].Metric:
			text += " or " + moments[h.Moment]
			continue
		case i > 0:
			text += ", "
		}
		text += strings.ToUpper(h.Metric) + " " + moments[h.Moment]
	}
	return text
}

// sheet is the table of all sources.
func sheet() app.UI {
	return app.Div().Body(
		app.Div().Class("scroll").TabIndex(0).Role("region").Aria("label", "What each source gives").Body(
			app.Table().Body(
				app.THead().Body(app.Tr().Body(app.Range(heads).Slice(func(i int) app.UI { return app.Th().Scope("col").Text(heads[i]) }))),
				app.TBody().Body(app.Range(gives.Sheet).Slice(func(i int) app.UI {
					cells := Cells(gives.Sheet[i])
					return app.Tr().Body(app.Range(cells).Slice(func(j int) app.UI {
						if j == 0 {
							return app.Th().Scope("row").Text(cells[j])
						}
						return app.Td().Text(cells[j])
					}))
				})),
			),
		),
		app.P().Class("fine").Text("* if your watch or app measures it, and you chose to export it. RMSSD and SDNN are two measures of HRV, and are never mixed."),
	)
}

var heads = []string{"Source", "Sleep", "Resting HR", "HRV", "Runs"}

// Cells are a row of the sheet as it is written: its name, then the four parts.
func Cells(r gives.Row) []string {
	hrv := ""
	for i, h := range r.HRV {
		if i > 0 {
			hrv += ", "
		}
		if i == 0 || r.HRV[i-1].Metric != h.Metric {
			hrv += strings.ToUpper(h.Metric) + " "
		}
		hrv += h.Moment
	}
	cell := func(p gives.Part, text string) string {
		switch {
		case text == "":
			return "–"
		case may(r, p):
			return text + "*"
		}
		return text
	}
	return []string{
		viaName(r.Via), cell(gives.OfSleep, string(r.Sleep)),
		cell(gives.OfResting, map[gives.Resting]string{gives.Daily: "yes", gives.Lowest: "night's lowest"}[r.Resting]),
		cell(gives.OfHRV, hrv),
		cell(gives.OfRuns, map[gives.Runs]string{gives.Series: "whole", gives.Summary: "summary"}[r.Runs]),
	}
}
