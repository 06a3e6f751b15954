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
	Year   int // that is wanted; 0: the last
	Answer *wire.Season

	picture string
	table   bool // is open
	asked   bool
}

// NewSeason is nothing looked back on.
func NewSeason(p *ui.Page) *Season { return &Season{page: p} }

// Forget drops the answer.
func (s *Season) Forget() { s.Answer = nil }

// Ask asks for the year. While files come in, what was answered stays: each of them would
// ask anew.
func (s *Season) Ask() {
	if s.Answer != nil && s.page.Importing() {
		return
	}
	s.asked = true
	want := s.Year
	s.page.Send(wire.OpSeason, wire.SeasonArg{Year: want}, func(r wire.Reply) {
		if want != s.Year {
			return
		}
		s.asked = false
		if a := (wire.Season{}); s.page.Read(r, &a) {
			s.Show(a)
			s.page.Arrived()
		}
	})
}

// Show takes a year in. Its picture is drawn once an answer, not once a frame.
func (s *Season) Show(a wire.Season) {
	s.Answer, s.picture = &a, chart.Season(a.Weeks, a.Year, a.Summary)
}

func (s *Season) choose(ctx app.Context, _ app.Event) {
	if year, err := strconv.Atoi(ui.Chosen(ctx)); err == nil {
		s.Year = year
		s.Ask()
	}
}

func (s *Season) openTable(ctx app.Context, _ app.Event) { s.table = ctx.JSSrc().Get("open").Bool() }

// draw is the year: its picture with its table, and what came after each change.
func (s *Season) draw() app.UI {
	a, head := s.Answer, ui.HeadBelow(lookingBack, "#/trends", "Back to Trends")
	switch {
	case a == nil:
		return ui.Box(partBack, head, app.P().Class("muted").Aria("live", "polite").Text("Looking back through your year…"),
			app.Div().Class("skeleton", "skeleton-card"))
	case len(a.Weeks) == 0:
		return ui.Box(partBack, head, app.P().Class("card").Text("There is no day to look back on yet."))
	}
	return ui.Box(partBack, head,
		app.If(len(a.Years) > 1, func() app.UI { return s.years() }),
		app.Section().Class("card", "season").Aria("busy", s.asked).Body(
			app.H2().Text(strconv.Itoa(a.Year)),
			app.P().Class("summary").Text(a.Summary),
			app.Raw(s.picture),
			ui.Legend(chart.SeasonKeys(a.Weeks), ""),
			app.Details().On("toggle", s.openTable).Body(
				app.Summary().Body(app.Text("Show as table"), ui.Icon(ui.IconDown)),
				app.If(s.table, func() app.UI { return ui.RowsTable(chart.SeasonTable(a.Weeks), "The weeks as a table") }),
			),
		),
		app.If(len(a.Turns) > 0, func() app.UI { return turned(a.Turns) }),
	)
}

func (s *Season) years() app.UI {
	now := strconv.Itoa(s.Answer.Year)
	return app.Div().Class("field").Body(
		app.Label().For("season-year").Text("Year"),
		app.Select().ID("season-year").OnChange(s.choose).Body(
			app.Range(s.Answer.Years).Slice(func(i int) app.UI {
				year := strconv.Itoa(s.Answer.Years[i])
				return ui.Option(year, year, now)
			}),
		),
	)
}

// turned lists what changed a day, and what came after.
func turned(list []wire.Turn) app.UI {
	return app.Section().Class("card", "season").Body(
		app.H2().Text("What came after"),
		app.P().Class("fine").Text("What came after a change did not necessarily come from it. Weather, work and luck play a part too."),
		app.Ul().Class("turns").Body(app.Range(list).Slice(func(i int) app.UI {
			x := list[i]
			return app.Li().Body(
				app.P().Body(app.B().Text(x.Title), app.Text(" "), app.A().Href("#/today/"+x.From.String()).Text(x.When)),
				app.If(x.Decided != "", func() app.UI { return app.P().Text(x.Decided) }),
				app.Range(x.After).Slice(func(j int) app.UI { return app.P().Text(x.After[j]) }),
			)
		})),
	)
}
