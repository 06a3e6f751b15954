// Package trends is the Trends screen: the signals and the load over a span of
// days, each as a picture with its table; and below it what the runner's own days
// say, asked when it is opened.
package trends

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/chart"
	"rebound/app/page/ui"
	"rebound/app/unit"
	"rebound/app/wire"
)

// View is what the screen draws from, and what the runner can do on it.
type View struct {
	page   *ui.Page
	Days   int // of the span that is wanted; 0: all
	Answer *Answer

	Effects *wire.Effects // of the runner's own data; nil: not asked yet
	Season  *Season
}

// New is the screen before anything is asked: the last six weeks.
func New(p *ui.Page) *View { return &View{page: p, Days: 42, Season: NewSeason(p)} }

// keySpan is what the browser remembers of the span that was chosen last.
const keySpan = "span"

// remember takes the span up that was chosen last.
func (v *View) remember() {
	kept := v.page.Told("noted", keySpan)
	for _, s := range spans {
		if strconv.Itoa(s.days) == kept {
			v.Days = s.days
		}
	}
}

// Title names the document.
func (v *View) Title() string {
	if name := questions[v.page.Route.Part]; name != "" {
		return name
	}
	if v.page.Route.Part == partBack {
		return lookingBack
	}
	return "Trends"
}

// Ready reports whether the screen has something to read.
func (v *View) Ready() bool { return v.Answer != nil || v.below() }

// below reports whether a part of the screen is shown, which waits for no chart.
func (v *View) below() bool {
	part := v.page.Route.Part
	return part == partBack || questions[part] != ""
}

// Leave does nothing: the span that was chosen stays.
func (v *View) Leave() {}

// Forget drops the answers.
func (v *View) Forget() {
	v.Answer, v.Effects = nil, nil
	v.Season.Forget()
}

// Ask asks for the charts of the span, or for the answers to a question.
func (v *View) Ask() {
	if questions[v.page.Route.Part] != "" {
		v.askEffects()
		return
	}
	if v.page.Route.Part == partBack {
		v.Season.Ask()
		return
	}
	if v.Answer == nil {
		v.remember()
	}
	arg := wire.TrendsArg{To: v.page.Today, Days: v.Days}
	ui.Ask(v.page, wire.OpTrends, arg, func(t wire.Trends) {
		if arg.Days == v.Days && arg.To == v.page.Today {
			v.Answer = Show(t, arg.Days, v.Answer)
			v.page.Arrived()
		}
	})
}

func (v *View) setSpan(ctx app.Context, _ app.Event) {
	days, err := strconv.Atoi(ui.Data(ctx, "days"))
	if err != nil || days == v.Days && v.Answer != nil {
		return
	}
	v.Days = days
	v.page.Boot("note", keySpan, strconv.Itoa(days))
	v.Ask()
}

// openTable draws a chart's rows only once they are wanted.
func (v *View) openTable(ctx app.Context, _ app.Event) {
	if v.Answer != nil {
		v.Answer.Open[ui.Data(ctx, "key")] = ctx.JSSrc().Get("open").Bool()
	}
}

// spans are what Trends can show, in days; 0 is all of them.
var spans = []struct {
	days       int
	name, long string
}{
	{14, "2 wk", "2 weeks"}, {42, "6 wk", "6 weeks"}, {91, "3 mo", "3 months"}, {365, "1 yr", "a year"}, {0, "All", "all of it"},
}

// Answer is what the backend answered with its pictures, which are drawn once an
// answer, not once a frame.
type Answer struct {
	wire.Trends
	days     int // that were asked for
	pictures []string
	legend   []chart.Key     // of them all
	Open     map[string]bool // charts whose table is open
}

// Show makes the pictures. Tables that are open stay so.
func Show(t wire.Trends, days int, old *Answer) *Answer {
	a := &Answer{Trends: t, days: days, Open: map[string]bool{}}
	if old != nil {
		a.Open = old.Open
	}
	for _, c := range t.Charts {
		a.pictures = append(a.pictures, chart.Trend(c, t.From, t.To))
	}
	a.legend = chart.KeysOf(t.Charts)
	return a
}

// Draw draws the screen.
func (v *View) Draw() app.UI {
	if questions[v.page.Route.Part] != "" {
		return effectsScreen(v)
	}
	if v.page.Route.Part == partBack {
		return v.Season.draw()
	}
	head := app.Div().Class("head").Body(
		ui.Heading("Trends"),
		app.If(v.Answer != nil && v.Answer.From <= v.Answer.To, func() app.UI {
			return app.P().Class("muted").Text(unit.Span(v.Answer.From, v.Answer.To))
		}),
	)
	if v.Answer == nil {
		return ui.Box(ui.ScreenTrends, head, spanPicker(v),
			app.Div().Class("skeleton", "skeleton-card"), app.Div().Class("skeleton", "skeleton-card"))
	}
	return ui.Box(ui.ScreenTrends, head, spanPicker(v),
		app.If(len(v.Answer.Charts) == 0, func() app.UI {
			return app.P().Class("card").Text("Nothing to draw yet. Each night and each run that you add gets a dot here; a few nights make the first line.")
		}).ElseIf(len(v.Answer.legend) > 0, func() app.UI { return legend(v.Answer.legend) }).
			ElseIf(v.Days != 0, func() app.UI { return v.elsewhere() }), // no chart of these days has a dot
		app.Div().Class("charts").Aria("busy", v.Answer.days != v.Days).Body(
			app.Range(v.Answer.Charts[:v.drawn()]).Slice(func(i int) app.UI { return chartCard(v, i) }),
		),
		app.If(len(v.Answer.Charts) > 0, asks),
	)
}

// elsewhere leads from days of which nothing is known to all that is.
func (v *View) elsewhere() app.UI {
	return app.Section().Class("card", "elsewhere").Body(
		app.P().Text("Nothing has come in from this period."),
		app.Div().Class("buttons").Body(
			app.Button().Type("button").Class("primary").DataSet("days", 0).OnClick(v.setSpan).Text("Show your whole diary"),
			app.A().Class("button").Href("#/files").Text("Add files")),
	)
}

// Pieces is how many the charts are drawn in.
func (v *View) Pieces() int {
	if v.Answer == nil || v.below() {
		return 1
	}
	return max(1, (len(v.Answer.Charts)+together-1)/together)
}

// together is how many charts are drawn in one piece.
const together = 2

// drawn is how many charts are drawn by now.
func (v *View) drawn() int {
	return min(len(v.Answer.Charts), together*max(1, v.Pieces()-v.page.Held))
}

// legend says once what is drawn in every chart, and how a day is read.
func legend(keys []chart.Key) app.UI {
	return app.Div().Class("how").Body(
		app.P().Class("fine").Text("Tap a chart to read a day."),
		app.Details().Body(
			app.Summary().Body(app.Text("What the marks mean"), ui.Icon(ui.IconDown)),
			ui.Legend(keys, nil),
		),
	)
}

func spanPicker(v *View) app.UI {
	return app.Div().Class("segments").Role("group").Aria("label", "Span").Body(
		app.Range(spans).Slice(func(i int) app.UI {
			s := spans[i]
			pressed := "false"
			if s.days == v.Days {
				pressed = "true"
			}
			return app.Button().Type("button").DataSet("days", s.days).Aria("pressed", pressed).
				Title(s.long).OnClick(v.setSpan).Text(s.name)
		}),
	)
}

func chartCard(v *View, i int) app.UI {
	t := v.Answer
	c, picture := t.Charts[i], t.pictures[i]
	return app.Section().Class("card", "trend").Body(
		app.H2().Body(app.Text(c.Title+" "), app.Small().Text(unitOf(c))),
		app.P().Class("summary").Text(c.Summary),
		app.If(picture != "", func() app.UI { return ui.Picture(picture, c.Title) }).
			Else(func() app.UI { return app.P().Class("none").Text(drawnBy(c.Key)) }),
		app.If(picture != "", func() app.UI {
			return app.Details().DataSet("key", c.Key).On("toggle", v.openTable).Body(
				app.Summary().Body(
					app.Text("Show as table"),
					app.If(c.Source != "", func() app.UI { return app.Small().Text("from " + c.Source) }),
					ui.Icon(ui.IconDown)),
				app.If(t.Open[c.Key], func() app.UI { return ui.RowsTable(chart.Table(c, t.From, t.To), c.Title+" as a table") }),
			)
		}),
	)
}

// unitOf says in words what a chart's scale counts.
func unitOf(c wire.Chart) string {
	switch c.Key {
	case "hrv":
		return "milliseconds"
	case "resting_hr", "easy_hr":
		return "beats a minute"
	case "sleep":
		return "hours a night"
	case "load":
		return "a day"
	}
	return c.Unit
}

// drawnBy says what a chart without anything waits for.
func drawnBy(key string) string {
	switch key {
	case "hrv", "resting_hr", "sleep":
		return "Nights from your watch, or what you type in the morning, are drawn here."
	case "load":
		return "Runs with heart rate are drawn here."
	case "easy_hr":
		return "Steady easy runs with heart rate are drawn here."
	}
	return "Runs of a watch that counts steps are drawn here."
}
