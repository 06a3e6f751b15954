package chart

import (
	"cmp"
	"maps"
	"slices"

	"rebound/app/wire"
	"rebound/engine/diary"
)

// Rows is a chart as a table.
type Rows struct {
	By   string // what a row is: "day", "week" or "month"
	Head []string
	Body [][]string // the newest first; "" where nothing is known
}

// A table by days is read to about here; longer ones are by weeks, then months.
const (
	tableDays  = 100
	tableWeeks = 800
)

// cell is a mean being gathered.
type cell struct {
	sum float64
	n   int
}

func (c *cell) add(v float64) { c.sum += v; c.n++ }

type row struct {
	start     diary.Date
	day       cell
	far       int
	limit     cell
	lines     []cell
	low, high cell
	mark      string
}

// Table is the chart's days as rows; of long spans the means of weeks (from
// Monday) or months.
func Table(c wire.Chart, from, to diary.Date) Rows {
	out := Rows{By: "day"}
	start := func(d diary.Date) diary.Date { return d }
	if n := int(to-from) + 1; n > tableWeeks {
		out.By = "month"
		start = func(d diary.Date) diary.Date { t := d.Time(); return diary.DateOf(t.Year(), t.Month(), 1) }
	} else if n > tableDays {
		out.By = "week"
		start = func(d diary.Date) diary.Date { return d - (diary.Date(d.Weekday())+6)%7 }
	}
	rows := map[diary.Date]*row{}
	at := func(d diary.Date) *row {
		r := rows[start(d)]
		if r == nil {
			r = &row{start: start(d), lines: make([]cell, len(c.Lines))}
			rows[r.start] = r
		}
		return r
	}
	for _, p := range c.Dots {
		at(p.Date).day.add(p.Value)
	}
	for _, p := range c.Hollow {
		r := at(p.Date)
		r.day.add(p.Value)
		r.far++
	}
	for i, l := range c.Lines {
		for _, p := range l.Points {
			at(p.Date).lines[i].add(p.Value)
		}
	}
	for _, b := range c.Band {
		r := at(b.Date)
		r.low.add(b.Low)
		r.high.add(b.High)
	}
	for _, p := range c.Limit {
		at(p.Date).limit.add(p.Value)
	}
	for _, m := range c.Marks {
		r := at(m.Date)
		if r.mark != "" {
			r.mark += ", "
		}
		r.mark += m.Text
	}
	out.Head = head(c, out.By)
	newestFirst := func(a, b *row) int { return cmp.Compare(b.start, a.start) }
	for _, r := range slices.SortedFunc(maps.Values(rows), newestFirst) {
		out.Body = append(out.Body, r.write(c, out.By))
	}
	return out
}

func head(c wire.Chart, by string) []string {
	h := []string{map[string]string{"day": "Day", "week": "Week of", "month": "Month"}[by]}
	switch {
	case !hasDays(c): // lines alone
	case c.Unit == "":
		h = append(h, c.Title)
	default:
		h = append(h, c.Title+", "+c.Unit)
	}
	for _, l := range c.Lines {
		h = append(h, l.Name)
	}
	if len(c.Band) > 0 {
		h = append(h, "Your normal range")
	}
	if len(c.Limit) > 0 {
		h = append(h, "Limit")
	}
	return append(h, "Note")
}

// hasDays says whether the chart has values of single days beside its lines.
func hasDays(c wire.Chart) bool { return len(c.Dots)+len(c.Hollow) > 0 || len(c.Lines) == 0 }

func (r *row) write(c wire.Chart, by string) []string {
	format := map[string]string{"day": "2 Jan", "week": "2 Jan 2006", "month": "Jan 2006"}[by]
	step := 1.0
	if !c.Clock {
		step = 0.5 // one decimal
	}
	write := func(v cell) string {
		if v.n == 0 {
			return ""
		}
		return value(v.sum/float64(v.n), c.Clock, step)
	}
	out := []string{r.start.Time().Format(format)}
	if hasDays(c) {
		out = append(out, write(r.day))
	}
	for _, l := range r.lines {
		out = append(out, write(l))
	}
	if len(c.Band) > 0 {
		text := ""
		if r.low.n > 0 {
			text = write(r.low) + " to " + write(r.high)
		}
		out = append(out, text)
	}
	if len(c.Limit) > 0 {
		out = append(out, write(r.limit))
	}
	note := r.mark
	if r.far > 0 {
		if note != "" {
			note += "; "
		}
		note += "outlier"
	}
	return append(out, note)
}
