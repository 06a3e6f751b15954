package page

import (
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/chart"
	"rebound/app/wire"
	"rebound/engine/diary"
)

// spans are what Trends can show, in days; 0 is all of them.
var spans = []struct {
	days       int
	name, long string
}{
	{14, "2 wk", "2 weeks"}, {42, "6 wk", "6 weeks"}, {91, "3 mo", "3 months"}, {365, "1 yr", "a year"}, {0, "All", "all of it"},
}

// trendsView is the Trends screen's answer with its pictures, which are drawn
// once an answer, not once a frame.
type trendsView struct {
	wire.Trends
	days     int // that were asked for
	pictures []string
	open     map[string]bool // charts whose table is open
}

// draw makes the pictures. Tables that are open stay so.
func draw(t wire.Trends, days int, old *trendsView) *trendsView {
	v := &trendsView{Trends: t, days: days, open: map[string]bool{}}
	if old != nil {
		v.open = old.open
	}
	for _, c := range t.Charts {
		v.pictures = append(v.pictures, chart.Trend(c, t.From, t.To))
	}
	return v
}

func trendsScreen(v *view, on *acts) app.UI {
	head := app.Div().Class("head").Body(
		heading("Trends"),
		app.If(v.trends != nil && v.trends.From <= v.trends.To, func() app.UI {
			return app.P().Class("muted").Text(spanText(v.trends.From, v.trends.To))
		}),
	)
	if v.trends == nil {
		return box(screenTrends, head, spanPicker(v, on),
			app.Div().Class("skeleton", "skeleton-card"), app.Div().Class("skeleton", "skeleton-card"))
	}
	return box(screenTrends, head, spanPicker(v, on),
		app.Div().Class("charts").Aria("busy", v.trends.days != v.days).Body(
			app.Range(v.trends.Charts).Slice(func(i int) app.UI { return chartCard(v.trends, i, on) }),
		),
	)
}

// spanText names the year once where one is enough.
func spanText(from, to diary.Date) string {
	first := from.Time().Format("2 Jan 2006")
	if from.Time().Year() == to.Time().Year() {
		first = from.Time().Format("2 Jan")
	}
	return first + " to " + to.Time().Format("2 Jan 2006")
}

func spanPicker(v *view, on *acts) app.UI {
	return app.Div().Class("segments").Role("group").Aria("label", "Span").Body(
		app.Range(spans).Slice(func(i int) app.UI {
			s := spans[i]
			pressed := "false"
			if s.days == v.days {
				pressed = "true"
			}
			return app.Button().Type("button").DataSet("days", s.days).Aria("pressed", pressed).
				Title(s.long).OnClick(on.span).Text(s.name)
		}),
	)
}

func chartCard(t *trendsView, i int, on *acts) app.UI {
	c, picture := t.Charts[i], t.pictures[i]
	return app.Section().Class("card", "trend").Body(
		app.H2().Body(app.Text(c.Title+" "), app.Small().Text(unitOf(c))),
		app.P().Class("summary").Text(c.Summary),
		app.If(picture != "", func() app.UI { return app.Raw(picture) }).
			Else(func() app.UI { return app.P().Class("none").Text("Nothing measured in these days.") }),
		app.If(picture != "", func() app.UI { return legend(c) }),
		app.If(picture != "", func() app.UI {
			return app.Details().DataSet("key", c.Key).On("toggle", on.table).Body(
				app.Summary().Body(app.Text("Show as table"), icon(iconDown)),
				app.If(t.open[c.Key], func() app.UI { return rowsTable(chart.Table(c, t.From, t.To), c.Title+" as a table") }),
			)
		}),
	)
}

func unitOf(c wire.Chart) string {
	if c.Clock {
		return "h:mm"
	}
	return c.Unit
}

// legend says what is drawn, in the chart's own marks.
func legend(c wire.Chart) app.UI {
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
