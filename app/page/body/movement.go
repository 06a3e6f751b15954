package body

import (
	"slices"
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/chart"
	"rebound/app/page/ui"
	"rebound/app/unit"
	"rebound/app/wire"
)

// screenStates are how a test's result is drawn and said.
var screenStates = map[string]struct{ tone, word string }{
	"fine": {"go", "fine"}, "low": {"ease", "low"}, "uneven": {"ease", "uneven"}, "unknown": {"unknown", "not done"},
}

func stateOf(t *wire.ScreenTest) (tone, word string) {
	s, ok := screenStates[t.State]
	if !ok {
		s = screenStates["unknown"]
	}
	if s.tone == "unknown" && t.Left != nil {
		s.word = "not known"
	}
	return s.tone, s.word
}

var screenParts = [...][2]string{{"mobility", "Mobility"}, {"strength", "Strength"}, {"mechanics", "Mechanics"}}

// movementScreen is the four-part self-screen: gait from the files, and three
// parts by tests that need a wall, a step and a watch.
func movementScreen(v *View) app.UI {
	s := v.page.Body
	kids := []app.UI{gaitCard(s)}
	for _, part := range screenParts {
		var tests []*wire.ScreenTest
		for i := range s.Screen {
			if s.Screen[i].Part == part[0] {
				tests = append(tests, &s.Screen[i])
			}
		}
		if len(tests) > 0 {
			kids = append(kids, app.Section().Class("card", "tests").Body(
				app.H2().Text(part[1]),
				app.Div().Body(app.Range(tests).Slice(func(i int) app.UI { return testRow(tests[i], v) })),
			))
		}
	}
	return ui.Box("movement", below(v.Title()),
		app.P().Class("fine", "intro").Text("Warm up first, and use the same shoes and place each time. If a test hurts, stop and log the spot on the body map."),
		app.Div().Class("stack").Body(kids...),
	)
}

// gaitCard is what the watch's own dynamics say, at matched pace.
func gaitCard(s *wire.BodyScreen) app.UI {
	return app.Section().Class("card", "gait").Body(
		app.H2().Body(app.Text("Running dynamics"), app.Text(" "), app.Small().Text("from your files, at the same pace")),
		app.If(s.GaitText != "", func() app.UI { return app.P().Text(s.GaitText) }),
		app.If(len(s.Gait) == 0 && s.GaitText == "", func() app.UI {
			return app.P().Text("There are no running dynamics in your files yet. Some watches need a chest strap or a pod to record them.")
		}),
		app.Ul().Body(app.Range(s.Gait).Slice(func(i int) app.UI { return gaitRow(s.Gait[i]) })),
	)
}

func gaitRow(g wire.GaitLine) app.UI {
	tone, word := "unknown", "Not known"
	switch g.State {
	case "in_range":
		tone, word = "go", "As usual"
	case "out":
		tone, word = "ease", "Off your usual"
	}
	return app.Li().Class("tone-"+tone).Body(
		app.Span().Text(g.Name),
		app.Span().Class("now").Body(app.B().Text(g.Now), app.Text(" "), app.If(g.Usual != "", func() app.UI { return app.Small().Text("usual " + g.Usual) })),
		app.P().Class("note").Body(app.Span().Class("glyph").Aria("hidden", "true").Text(ui.Tones[tone].Glyph),
			app.Text(" "), app.Span().Text(word), app.If(g.Note != "", func() app.UI { return app.Span().Text(". " + g.Note) })),
	)
}

// testRow is one test: the result at a glance, the rest folded.
func testRow(t *wire.ScreenTest, v *View) app.UI {
	tone, word := stateOf(t)
	return app.Details().Class("test").Body(
		app.Summary().Body(
			app.Span().Body(app.Span().Class("what").Text(t.Title), app.Text(" "),
				app.Span().Class("state", "tone-"+tone).Body(app.Span().Class("glyph").Aria("hidden", "true").Text(ui.Tones[tone].Glyph), app.Text(" "+word+latest(t)))),
			ui.Icon(ui.IconDown)),
		ui.Drawing("test-"+t.Test),
		app.P().Text(t.How),
		app.P().Class("fine").Text(t.Norm),
		app.Form().Attr("novalidate", "novalidate").DataSet("draft", v.page.Draft(testForm(t), v.page.Body.Date)).DataSet("test", t.Test).OnSubmit(v.saveScreen).Body(
			app.Div().Class("fields").Body(testFields(t, v)...),
			v.wrongLine(testForm(t)),
			app.Button().Type("submit").Class("primary").Text("Save"),
		),
		app.If(t.Text != "", func() app.UI { return app.P().Text(t.Text) }),
		testChart(t),
		app.If(t.Repeat != 0, func() app.UI { return app.P().Class("fine").Text("Do it again on " + unit.LongDay(t.Repeat) + ".") }),
		ui.Cite(t.Cite),
	)
}

// testForm names the form of a test: below its screen's, which is for its day too.
func testForm(t *wire.ScreenTest) string { return "body/" + PartScreen + "/" + t.Test }

// latest is the latest numbers: ", left 9 cm, right 11 cm".
func latest(t *wire.ScreenTest) string {
	text := ""
	add := func(side string, r *wire.ScreenResult) {
		if r != nil {
			text += ", " + side + plain(r.Value)
			if t.Unit != "" && (t.Unit[0] < '0' || t.Unit[0] > '9') { // "0-3" is a scale, not a unit
				text += " " + t.Unit
			}
		}
	}
	if !t.Sides {
		add("", t.Left)
		return text
	}
	add("left ", t.Left)
	add("right ", t.Right)
	return text
}

// plain writes a number without idle zeros.
func plain(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// testField is the input of a test's side.
func testField(test, side string) string { return "test-" + test + "-" + side }

func testFields(t *wire.ScreenTest, v *View) []app.UI {
	example := plain(t.Min) + " to " + plain(t.Max)
	if !t.Sides {
		return []app.UI{v.number(testField(t.Test, ""), "Result", t.Unit, example)}
	}
	return []app.UI{
		v.number(testField(t.Test, "left"), "Left", t.Unit, example),
		v.number(testField(t.Test, "right"), "Right", t.Unit, example),
	}
}

// testChart compares the results over time.
func testChart(t *wire.ScreenTest) app.UI {
	past := slices.SortedStableFunc(slices.Values(t.Past), func(a, b wire.ScreenPast) int { return int(a.Date - b.Date) })
	left, right := chart.SparkLine{}, chart.SparkLine{Kind: chart.Dashed, Name: "right"} // a test without sides is all left
	for _, p := range past {
		at := wire.Point{Date: p.Date, Value: p.Value}
		if p.Side == "right" {
			right.Points = append(right.Points, at)
		} else {
			left.Points = append(left.Points, at)
		}
	}
	return app.If(max(len(left.Points), len(right.Points)) > 1, func() app.UI {
		name := t.Title + ", " + t.Unit
		if t.Sides {
			left.Name = "left"
			name += ": left a whole line, right a dashed one"
		}
		return spark(name, left, right)
	})
}

var markerStates = map[string]struct{ tone, word string }{
	"better": {"go", "better"}, "same": {"go", "the same"}, "worse": {"ease", "worse"}, "unknown": {"unknown", "not enough to say"},
}

func markerRow(m *wire.Marker) app.UI {
	st, ok := markerStates[m.State]
	if !ok {
		st = markerStates["unknown"]
	}
	return app.Div().Class("marker", "tone-"+st.tone).Body(
		app.H3().Body(app.Text(m.Title), app.Text(" "), app.Span().Class("state").Body(
			app.Span().Class("glyph").Aria("hidden", "true").Text(ui.Tones[st.tone].Glyph), app.Span().Class("visually-hidden").Text(st.word))),
		app.If(m.Text != "", func() app.UI { return app.P().Text(m.Text) }),
		app.If(m.Chart != nil && len(m.Chart.Dots) > 1, func() app.UI { return markerChart(m) }).
			Else(func() app.UI { return app.P().Class("fine").Text(m.From) }),
	)
}

// markerChart is the days, and the means that are compared as two level lines.
func markerChart(m *wire.Marker) app.UI {
	lines := []chart.SparkLine{{Points: m.Chart.Dots, Kind: chart.Days}}
	for _, l := range m.Chart.Lines {
		lines = append(lines, chart.SparkLine{Points: l.Points, Kind: chart.Level, Name: l.Name})
	}
	return spark(m.From+": "+m.Chart.Unit, lines...)
}
