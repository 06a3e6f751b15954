package inbox

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/chart"
	"rebound/app/page/ui"
	"rebound/app/unit"
	"rebound/app/wire"
)

// idExplain is the heading of the table that is asked about.
const idExplain = "explain"

// explaining is what the runner says of a table, before it is kept.
type explaining struct {
	id    int
	say   wire.Mapping
	trial *wire.Trial // what would be read; nil while that is not known
	wrong string      // why nothing would be
}

// waiting is the table that is asked about; nil for none.
func (f *Files) waiting() *wire.Table {
	if f.List == nil || len(f.List.Tables) == 0 {
		return nil
	}
	return &f.List.Tables[0]
}

// explain begins with the guess, where another table is asked about than before.
func (f *Files) explain() {
	t := f.waiting()
	if t == nil || t.ID == f.explaining.id {
		return
	}
	f.explaining = explaining{id: t.ID, say: t.Guess}
	f.explaining.say.Columns = make([]wire.Column, len(t.Header))
	copy(f.explaining.say.Columns, t.Guess.Columns)
	for _, d := range t.Doubts {
		if kinds(d) && d.Column >= 0 && d.Column < len(t.Header) {
			f.explaining.say.Columns[d.Column] = wire.Column{} // a wrong guess would be a wrong normal
		}
	}
	f.try()
}

// kinds reports whether a doubt is which kind of HRV or heart rate a column has.
func kinds(d wire.TableDoubt) bool { return d.Code == "hrv_kind" || d.Code == "heart_kind" }

// try asks what would be read.
func (f *Files) try() {
	arg := wire.TableArg{ID: f.explaining.id, Mapping: f.explaining.say}
	f.page.Send(wire.OpTableTry, arg, func(r wire.Reply) {
		if r.Error != nil {
			f.explaining.trial, f.explaining.wrong = nil, r.Error.Error()
			return
		}
		ui.Answered(f.page, func(t wire.Trial) {
			if arg.ID == f.explaining.id {
				f.explaining.trial, f.explaining.wrong = &t, ""
			}
		})(r)
	})
}

// column is the one that a handler stands on.
func (f *Files) column(ctx app.Context) *wire.Column {
	i, err := strconv.Atoi(ui.Data(ctx, "column"))
	if err != nil || i >= len(f.explaining.say.Columns) {
		return new(wire.Column)
	}
	return &f.explaining.say.Columns[i]
}

func (f *Files) setMeans(ctx app.Context, _ app.Event) {
	c := f.column(ctx)
	*c = wire.Column{Means: ui.Chosen(ctx)}
	if c.Means == "asleep" {
		c.Unit = "h"
	}
	f.try()
}

func (f *Files) setUnit(ctx app.Context, _ app.Event) {
	f.column(ctx).Unit = ui.Chosen(ctx)
	f.try()
}

func (f *Files) setOrder(ctx app.Context, _ app.Event) {
	f.explaining.say.Order = ui.Chosen(ctx)
	f.try()
}

func (f *Files) readTable(app.Context, app.Event) { f.answer(f.explaining.say, "") }

func (f *Files) leaveTable(app.Context, app.Event) {
	f.answer(wire.Mapping{Columns: make([]wire.Column, len(f.explaining.say.Columns))}, "Left out, along with any table like it from now on. To be asked again, forget it in Settings.")
}

func (f *Files) answer(m wire.Mapping, said string) {
	f.page.Quiet()
	form := formTable(f.waiting())
	ui.Ask(f.page, wire.OpTable, wire.TableArg{ID: f.explaining.id, Mapping: m}, func(l wire.FileList) {
		f.page.Drop(form)
		f.explaining = explaining{}
		f.got(l)
		if len(l.Tables) == 0 {
			f.page.Boot("tablesAnswered")
		}
		f.page.Toast(said, nil)
		ui.FocusNext(f.page, idExplain, ui.IDTitle)
	})
}

// what a column can be, and how that is called.
var meanings = [][2]string{
	{"", "Not needed"}, {"date", "Date of the morning"}, {"resting_hr", "Resting heart rate"},
	{"rmssd", "HRV (RMSSD), ms"}, {"sdnn", "HRV (SDNN), ms"}, {"asleep", "Time asleep"},
}

var sleepUnits = [][2]string{{"h", "hours, or 7:30"}, {"min", "minutes"}, {"s", "seconds"}}

var dateOrders = [][2]string{{"", "Year, month, day"}, {"dmy", "Day, month, year"}, {"mdy", "Month, day, year"}, {"ydm", "Year, day, month"}}

// doubts say why a table is asked about, of a column or of the whole.
var doubts = map[string]string{
	"no_date": "Which column has the date?", "date_order": "Is the day or the month first?",
	"no_signal": "Which columns have resting heart rate, HRV or sleep?", "hrv_kind": "Choose RMSSD or SDNN: the app that made the table says which.",
	"heart_kind": "If this is resting heart rate, not the day's average, choose Resting heart rate.", "sleep_unit": "Is sleep in hours or in minutes?",
	"implausible": "Some of these values cannot be right.", "several": "More than one column could be this.",
	"no_header": "The columns have no names.", "unnamed": "Is this guess right?",
}

// formTable names the draft of what the runner says of a table.
func formTable(t *wire.Table) string { return "table/" + t.Path }

// TableCard asks what is in a table; nothing where none waits.
func (f *Files) TableCard() app.UI {
	t := f.waiting()
	return app.If(t != nil && t.ID == f.explaining.id, func() app.UI {
		x := &f.explaining
		more := ""
		if n := len(f.List.Tables) - 1; n > 0 {
			more = " Then " + unit.Count(n, "more table") + " to go."
		}
		var first, rest []int
		for i, c := range t.Guess.Columns {
			if c.Means != "" || slices.ContainsFunc(t.Doubts, func(d wire.TableDoubt) bool { return d.Column == i }) {
				first = append(first, i)
			} else {
				rest = append(rest, i)
			}
		}
		if len(first) == 0 || len(rest) < 4 {
			first, rest = nil, nil
			for i := range t.Header {
				first = append(first, i)
			}
		}
		return app.Section().Class("card", "explain").DataSet("draft", f.page.Draft(formTable(t), 0)).Body(
			app.H2().ID(idExplain).TabIndex(-1).Text("What is in this table?"),
			app.P().Text("Rebound is not sure what is in these columns. Tell it once which is which, and it will read the next table like this without asking."+more),
			app.P().Class("path").Text(t.Path),
			ui.RowsTable(chart.Rows{Head: names(t), Body: t.Rows}, "The first rows"),
			f.columns(t, first),
			app.If(len(rest) > 0, func() app.UI {
				return app.Details().Body(app.Summary().Body(app.Text("Other columns ("+strconv.Itoa(len(rest))+")"), ui.Icon(ui.IconDown)), f.columns(t, rest))
			}),
			app.If(t.Guess.Order != "" || doubted(t, "date_order", -2) != "", func() app.UI {
				return app.Div().Class("field").Body(
					app.Label().For("explain-order").Text("Dates are written as"),
					choose("explain-order", "", dateOrders, x.say.Order).OnChange(f.setOrder),
					hint(doubted(t, "date_order", -2)),
				)
			}),
			app.Div().Role("status").Body(
				app.If(x.wrong != "", func() app.UI { return app.P().Class("wrong").Text(x.wrong) }).
					ElseIf(x.trial != nil, func() app.UI { return app.P().Body(app.B().Text("Rebound will read: "), app.Text(found(x.trial))) })),
			app.If(x.wrong == "" && x.trial != nil && len(x.trial.Rows) > 0, func() app.UI { return ui.RowsTable(trialRows(x.trial), "What Rebound will read from the last rows") }),
			app.Div().Class("buttons").Body(
				app.Button().Type("button").Class("primary").OnClick(f.readTable).Disabled(x.trial == nil || x.trial.Days == 0).Text("Read it"),
				app.Button().Type("button").OnClick(f.leaveTable).Text("Leave it out"),
			),
		)
	})
}

// columns are a choice a column.
func (f *Files) columns(t *wire.Table, list []int) app.UI {
	return app.Div().Class("columns-said").Body(app.Range(list).Slice(func(n int) app.UI {
		i := list[n]
		id, at := "explain-"+strconv.Itoa(i), strconv.Itoa(i)
		c := f.explaining.say.Columns[i]
		return app.Div().Class("field").Body(
			app.Label().For(id).Body(app.Text(name(t, i)+" "), app.Small().Text(cells(t, i))),
			choose(id, at, meanings, c.Means).OnChange(f.setMeans),
			app.If(c.Means == "asleep", func() app.UI {
				return choose(id+"-unit", at, sleepUnits, c.Unit).Aria("label", "Unit of "+name(t, i)).OnChange(f.setUnit)
			}),
			hint(asking(t, i, c)),
		)
	}))
}

func hint(text string) app.UI {
	return app.If(text != "", func() app.UI { return app.P().Class("hint").Text(text) })
}

// doubted is the question about a column, or with a code; "" for none.
func doubted(t *wire.Table, code string, column int) string {
	for _, d := range t.Doubts {
		if d.Column == column && d.Code != "date_order" || d.Code == code {
			return doubts[d.Code]
		}
	}
	return ""
}

// asking is what is still asked about a column: which kind of HRV or heart rate it is only
// until that is said.
func asking(t *wire.Table, i int, c wire.Column) string {
	if at := slices.IndexFunc(t.Doubts, func(d wire.TableDoubt) bool { return d.Column == i }); at >= 0 && kinds(t.Doubts[at]) && c.Means != "" {
		return ""
	}
	return doubted(t, "", i)
}

func choose(id, column string, list [][2]string, now string) app.HTMLSelect {
	return app.Select().ID(id).DataSet("column", column).Body(app.Range(list).Slice(func(i int) app.UI {
		return ui.Option(list[i][0], list[i][1], now)
	}))
}

// name is what a column is called.
func name(t *wire.Table, i int) string {
	if t.Header[i] != "" {
		return t.Header[i]
	}
	return "Column " + strconv.Itoa(i+1)
}

func names(t *wire.Table) (list []string) {
	for i := range t.Header {
		list = append(list, name(t, i))
	}
	return list
}

// cells are a few of a column's.
func cells(t *wire.Table, i int) string {
	var list []string
	for _, r := range t.Rows[:min(len(t.Rows), 3)] {
		if i < len(r) && r[i] != "" {
			list = append(list, r[i])
		}
	}
	return strings.Join(list, " · ")
}

// found says what would be read: "212 days, 3 Jan 2025 to 14 Mar 2026: 212 of resting
// HR, 200 of HRV (RMSSD)".
func found(t *wire.Trial) string {
	if t.Days == 0 {
		return "nothing. Choose again, or leave it out."
	}
	var parts []string
	for _, p := range [][2]string{{"resting_hr", "resting HR"}, {"rmssd", "HRV (RMSSD)"}, {"sdnn", "HRV (SDNN)"}, {"asleep", "sleep"}} {
		if n := t.Count[p[0]]; n > 0 {
			parts = append(parts, fmt.Sprintf("%d of %s", n, p[1]))
		}
	}
	return unit.Count(t.Days, "day") + ", " + unit.Span(t.First, t.Last) + ": " + strings.Join(parts, ", ") + "."
}

// trialRows are the last days that would be read: the columns that something was found
// for.
func trialRows(t *wire.Trial) chart.Rows {
	number := func(v float64) string {
		if v == 0 {
			return "–"
		}
		return strconv.FormatFloat(v, 'f', -1, 64)
	}
	r := chart.Rows{Head: []string{"Date"}, Body: make([][]string, len(t.Rows))}
	for i, d := range t.Rows {
		r.Body[i] = []string{unit.FullDay(d.Date)}
	}
	for _, c := range []struct {
		means, head string
		cell        func(d wire.TrialDay) string
	}{
		{"resting_hr", "Resting HR", func(d wire.TrialDay) string { return number(d.RestingHR) }},
		{"rmssd", "RMSSD", func(d wire.TrialDay) string { return number(d.RMSSD) }},
		{"sdnn", "SDNN", func(d wire.TrialDay) string { return number(d.SDNN) }},
		{"asleep", "Slept", func(d wire.TrialDay) string {
			if d.Asleep == 0 {
				return "–"
			}
			return unit.Clock(d.Asleep)
		}},
	} {
		if t.Count[c.means] == 0 {
			continue
		}
		r.Head = append(r.Head, c.head)
		for i, d := range t.Rows {
			r.Body[i] = append(r.Body[i], c.cell(d))
		}
	}
	return r
}
