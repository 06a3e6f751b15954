package trends

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/chart"
	"rebound/app/page/ui"
	"rebound/app/wire"
)

// The part of Trends that looks back on a year.
const (
	partBack    = "back"
	lookingBack = "Looking back"
)

// Season is a year that is looked back on. It costs the backend an assessment a day, so
// that it is asked for when it is opened and not before.
type Season struct {
	page   *ui.Page
	Year   int // that is wanted; 0: the last twelve months
	Answer *wire.Season
	Week   int  // that is read
	slid   bool // by the range, which says it itself
	All    bool // of what changed a day is shown, and not the latest alone

	picture string
	table   bool // is open
}

// NewSeason is nothing looked back on.
func NewSeason(p *ui.Page) *Season { return &Season{page: p} }

// Forget drops the answer.
func (s *Season) Forget() { s.Answer = nil }

// Ask asks for the year. While files come in, what was answered of it stays: each of them
// would ask anew.
func (s *Season) Ask() {
	if s.Answer != nil && s.Answer.Year == s.Year && s.page.Importing() {
		return
	}
	want := s.Year
	ui.Ask(s.page, wire.OpSeason, wire.SeasonArg{Year: want}, func(a wire.Season) {
		if want == s.Year {
			s.Show(a)
			s.page.Arrived()
		}
	})
}

// Show takes a year in. The week that is read stays while the year does; of another it is
// the latest.
func (s *Season) Show(a wire.Season) {
	if s.Answer == nil || s.Answer.Year != a.Year {
		s.Week, s.All = len(a.Weeks)-1, false
	}
	s.Answer, s.Year = &a, a.Year
	s.read(s.Week, false)
}

// read takes the week up that is read, and draws the picture anew: once, not once a frame.
func (s *Season) read(week int, slid bool) {
	s.slid = slid
	s.Week = max(0, min(week, len(s.Answer.Weeks)-1))
	s.picture = chart.Season(s.Answer.Weeks, s.Week, s.Answer.Name, s.Answer.Summary)
}

func (s *Season) choose(ctx app.Context, _ app.Event) {
	if year, err := strconv.Atoi(ui.Chosen(ctx)); err == nil {
		s.Year = year
		s.Ask()
	}
}

// tap finds the week under the finger.
func (s *Season) tap(ctx app.Context, e app.Event) {
	box := ctx.JSSrc().Call("getBoundingClientRect")
	if w := box.Get("width").Float(); w > 0 {
		s.read(chart.BlockAt((e.Get("clientX").Float()-box.Get("left").Float())/w, len(s.Answer.Weeks)), false)
	}
}

func (s *Season) slide(ctx app.Context, _ app.Event) {
	if week, err := strconv.Atoi(ctx.JSSrc().Get("value").String()); err == nil {
		s.read(week, true)
	}
}

func (s *Season) step(ctx app.Context, _ app.Event) {
	if by, err := strconv.Atoi(ui.Data(ctx, "by")); err == nil {
		s.read(s.Week+by, false)
	}
}

func (s *Season) showAll(app.Context, app.Event)         { s.All = true }
func (s *Season) openTable(ctx app.Context, _ app.Event) { s.table = ctx.JSSrc().Get("open").Bool() }

// draw is the year: its picture, in which a week can be read, what it counts, and what
// came after each change.
func (s *Season) draw() app.UI {
	a := s.Answer
	head := ui.HeadBelow(lookingBack, "#/trends", "Back to Trends", s.years())
	switch {
	case a == nil || a.Year != s.Year: // what is open of one year is not of another
		return ui.Box(partBack, head, app.P().Class("muted").Aria("live", "polite").Text("Going through the days one by one…"),
			app.Div().Class("skeleton", "skeleton-card"))
	case len(a.Weeks) == 0:
		return ui.Box(partBack, head, app.P().Class("card").Text("There is no day to look back on yet."))
	}
	return ui.Box(partBack, head,
		app.Section().Class("card", "season").Aria("label", a.Name).Body(
			s.weeks(),
			counts(a.Counts),
			app.Div().Class("how").Body(
				app.Details().Body(
					app.Summary().Body(app.Text("What the marks mean"), ui.Icon(ui.IconDown)),
					ui.Legend(chart.SeasonKeys(a.Weeks), nil)),
				app.Details().On("toggle", s.openTable).Body(
					app.Summary().Body(app.Text("Show as table"), ui.Icon(ui.IconDown)),
					app.If(s.table, func() app.UI { return ui.RowsTable(chart.SeasonTable(a.Weeks), "The weeks as a table") })),
			),
		),
		s.turned(),
	)
}

// years is which of them is shown, where there are several.
func (s *Season) years() app.UI {
	return app.If(s.Answer != nil && len(s.Answer.Years) > 1, func() app.UI {
		now := strconv.Itoa(s.Year)
		return app.Select().Class("which").Aria("label", "Show").OnChange(s.choose).Body(
			ui.Option("0", "Last 12 months", now),
			app.Range(s.Answer.Years).Slice(func(i int) app.UI {
				year := strconv.Itoa(s.Answer.Years[i])
				return ui.Option(year, year, now)
			}),
		)
	})
}

// weeks is the picture. A week is read by a tap on it, by the arrow keys and by the
// buttons beside what it was.
func (s *Season) weeks() app.UI {
	weeks := s.Answer.Weeks
	w := &weeks[s.Week]
	week := "Week of " + w.Start.Time().Format("2 Jan")
	text := w.Text
	if text == "" {
		text = "Nothing is known about it"
	}
	live := "polite"
	if s.slid {
		live = "off"
	}
	turn := func(by int, name, icon string, ends bool) app.UI {
		return app.Button().Type("button").Class("icon-button").DataSet("by", by).Disabled(ends).Aria("label", name).OnClick(s.step).Body(ui.Icon(icon))
	}
	return app.Div().Body(
		app.Div().Class("readable").OnClick(s.tap).Body(
			app.Raw(s.picture),
			app.Label().Class("reader").Body(
				app.Span().Class("visually-hidden").Text("Week"),
				app.Input().ID("season-week").Type("range").Min(0).Max(len(weeks)-1).Step(1).Value(strconv.Itoa(s.Week)).
					Aria("valuetext", week+": "+text).OnInput(s.slide)),
		),
		app.Div().Class("one-week").Body(
			turn(-1, "The week before", ui.IconLeft, s.Week == 0),
			app.Div().Aria("live", live).Body(
				app.P().Body(app.B().Text(week), app.Text(" "), app.Span().Text(text+".")),
				app.If(w.Day != 0, func() app.UI { return why(ui.Why(w.Day, s.page.Today), w.Day.Time().Format(dayOf)) }),
			),
			turn(1, "The week after", ui.IconRight, s.Week == len(weeks)-1),
		),
	)
}

const dayOf = "Mon 2 Jan"

// why leads to the reasons of a day.
func why(href, day string) app.UI {
	return app.A().Class("to-day").Href(href).Body(app.Text("Why? "+day), ui.Icon(ui.IconRight))
}

// counts is what a year comes to, a figure each.
func counts(list []wire.TurnCount) app.UI {
	return app.Dl().Class("counts").Body(app.Range(list).Slice(func(i int) app.UI {
		c := list[i]
		return app.Div().Body(
			app.Dt().Text(c.Name), app.Text(" "), app.Dd().Text(c.N),
			app.If(c.Note != "", func() app.UI { return app.Dd().Class("note").Text(c.Note) }))
	}))
}

// latest is how many changes of a day are shown before all are asked for.
const latest = 6

// turned lists what changed a day, a line each, which opens to what came after.
func (s *Season) turned() app.UI {
	list, all := s.Answer.Turns, len(s.Answer.Turns)
	if all == 0 {
		return nil
	}
	if !s.All && all > latest+1 {
		list = list[:latest]
	}
	return app.Div().Class("turns").Body(
		app.Div().Class("card", "lines").Body(app.Range(list).Slice(func(i int) app.UI {
			x := list[i]
			return ui.Line(x.Title, x.When,
				app.Range(x.After).Slice(func(j int) app.UI { return app.P().Text(x.After[j]) }),
				why(ui.Why(x.From, s.page.Today), x.From.Time().Format(dayOf)))
		})),
		app.If(len(list) < all, func() app.UI {
			return app.Button().Type("button").Class("small").OnClick(s.showAll).Text("Show all " + strconv.Itoa(all))
		}),
		app.P().Class("fine").Text("What came after a change did not necessarily come from it. Weather, work and luck play a part too."),
	)
}
