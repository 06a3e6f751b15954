package summary

import (
	"fmt"
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/page/ui"
	"rebound/app/unit"
	"rebound/app/wire"
)

// sheet is the paper.
func (v *View) sheet() app.UI {
	a := v.Answer
	return app.Section().Class("one-page").Aria("label", "The page").Body(
		v.letterhead(),
		app.If(a.Empty != "", func() app.UI { return app.P().Class("nothing").Text(a.Empty) }),
		app.Div().Class("drawn").Body(
			v.page.Piece(1, pieces, func() app.UI { return inTime(v) }),
			v.page.Piece(2, pieces, func() app.UI { return niggles(a) }),
		),
		v.page.Piece(3, pieces, func() app.UI {
			return app.Div().Class("notes-of").Body(app.Range(a.Notes).Slice(func(i int) app.UI { return section(a.Notes[i]) }))
		}),
		v.page.Piece(3, pieces, func() app.UI { return limits(a) }),
	)
}

// inTime is the pictures that share one axis of days.
func inTime(v *View) app.UI {
	a := v.Answer
	return app.Div().Class("in-time").Body(
		app.Range(a.Charts).Slice(func(i int) app.UI {
			c := a.Charts[i]
			return app.Div().Body(panelHead(c.Title, unitOf(c), c.Summary, c.Source), app.Raw(a.pictures[i]))
		}),
		app.Div().Body(panelHead("Running", unit.Name(a.miles)+" in each 7 days", "", ""), app.Raw(a.weeks)),
		app.If(a.events != "", func() app.UI {
			return app.Div().Body(panelHead("What else happened", "", "", ""), app.Raw(a.events))
		}),
		app.Raw(a.axis),
		ui.Legend(a.keys, nil),
	)
}

// letterhead says whose page it is, of which days, and who made it.
func (v *View) letterhead() app.UI {
	a := v.Answer
	return app.Header().Body(
		app.Div().Body(
			app.H2().Text("Training and recovery"),
			app.P().Text(unit.Span(a.From, a.To)+" · 12 weeks"),
		),
		app.Div().Body(
			app.If(v.page.Sample(), func() app.UI { return app.P().Class("whose").Text("Sample runner, not a person") }).
				ElseIf(v.Name != "", func() app.UI { return app.P().Class("whose").Text(v.Name) }),
			app.P().Text("Printed "+unit.FullDay(v.page.Today)+" from Rebound"),
		),
	)
}

// panelHead is the line above a picture: what it is of, where it stands, who measured it.
func panelHead(name, of, now, source string) app.UI {
	return app.Div().Class("panel-head").Body(
		app.H3().Body(app.Text(name), app.If(of != "", func() app.UI { return app.Small().Text(" " + of) })),
		app.If(now != "", func() app.UI { return app.P().Class("now").Text(now) }),
		app.If(source != "", func() app.UI { return app.P().Class("by").Text(source) }),
	)
}

// unitOf is what a chart's numbers are of, where they do not say so themselves.
func unitOf(c wire.Chart) string {
	switch c.Key {
	case "sleep":
		return "h:mm"
	case "load":
		return "a day"
	}
	return c.Unit
}

// niggles is the body with its niggles, and their courses, numbered alike.
func niggles(a *Answer) app.UI {
	return app.Div().Class("niggles").Body(
		app.H3().Text("Niggles"),
		app.Div().Class("figures", "small").Aria("hidden", "true").Body(figure(a, false), figure(a, true), app.P().Text("Front"), app.P().Text("Back")),
		app.If(len(a.Niggles) == 0, func() app.UI { return app.P().Text("None logged.") }),
		app.Ol().Body(app.Range(a.Niggles).Slice(func(i int) app.UI {
			n := a.Niggles[i]
			class := "number"
			if n.Gone != 0 {
				class = "number past"
			}
			return app.Li().Body(
				app.Span().Class(class).Text(i+1),
				app.P().Body(app.B().Text(n.Name), app.Text(" "+n.Text)))
		})),
		app.If(a.Earlier > 0, func() app.UI { return app.P().Text(fmt.Sprintf("and %d earlier.", a.Earlier)) }),
	)
}

// figure is one view of the body with the numbers of the niggles that it shows. Of two at
// one place the later one is shown.
func figure(a *Answer, back bool) app.UI {
	var on []app.UI
	for j := range ui.FigureParts {
		p := &ui.FigureParts[j]
		if p.Back != back {
			continue
		}
		for _, side := range [...]string{"left", "right", ""} {
			if (side == "") != (p.Site == "lower_back") {
				continue
			}
			mirrored := ui.Mirrored(side, back)
			class, kids := "site", p.Drawn(mirrored)
			for i := range a.Niggles {
				if n := &a.Niggles[i]; n.Site == p.Site && (n.Side == side || side == "") {
					class = "site noted"
					if n.Gone != 0 {
						class = "site past"
					}
					kids = append(kids, ui.SVG("g", "class", "mark", "transform", p.At(mirrored)).Body(
						ui.SVG("circle", "r", "21"), ui.SVG("text", "y", "10.500", "text-anchor", "middle").Text(strconv.Itoa(i+1))))
					break
				}
			}
			on = append(on, ui.SVG("g", "class", class).Body(kids...))
		}
	}
	for _, side := range [...]string{"left", "right"} { // a letter is as much as the small picture has room for
		x := "92"
		if ui.Mirrored(side, back) {
			x = "-92"
		}
		on = append(on, ui.SVG("text", "class", "hand-of", "x", x, "y", "70", "text-anchor", "middle").Text(map[string]string{"left": "L", "right": "R"}[side]))
	}
	return ui.Figure(back, ui.FigureBox, on)
}

func section(s wire.SummarySection) app.UI {
	return app.Section().Class("of-"+s.Key).Body(
		app.H3().Text(s.Name),
		app.Ul().Body(app.Range(s.Lines).Slice(func(i int) app.UI { return app.Li().Text(s.Lines[i]) })),
	)
}

// limits is what the page cannot say. It is no <footer>: another kind of element costs the
// download 20 kB of methods.
func limits(a *Answer) app.UI {
	return app.Div().Class("limits").Body(app.H3().Text("What this page cannot say"), app.P().Text(a.Limits))
}
