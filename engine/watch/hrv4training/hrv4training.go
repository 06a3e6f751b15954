// Package hrv4training reads the CSV that HRV4Training exports: a row a day, with the
// morning's reading.
//
// Seen in real files: iPhone 2017 (timestamp_measurement first), iPhone 2018 (a date in
// front, CR alone at line ends, a clock of twelve hours in the phone's language, "-" for
// nothing, days with a date and no more), Android (date and time apart, the date as
// year, day, month; 0.0 for nothing; blank lines; a trailing comma). The "+0000" of the
// iPhone's times may be true or not: the date is taken as it is written.
//
// rMSSD is that of a reading on waking. HR is the pulse during it, which is not the
// resting HR of a night, and is left, as are SDNN, points and what the runner told the
// app (sleep_time among it). Of several readings of a date the first counts.
//
// Where Android's dates could be either (2025-03-04), the whole column says which. Of a few
// rows that do not say it the runner is asked, as of a table of their own ([Guess]): a date
// that is wrong by months is a reading on a day on which there was none.
package hrv4training

import (
	"encoding/json"
	"fmt"
	"slices"

	"rebound/engine/diary"
	"rebound/engine/watch/source"
	"rebound/engine/watch/table"
)

// Formats is the app's one table.
var Formats = []source.Format{{Via: "hrv4training", Name: "readings", Is: is, Read: read}}

func is(h source.Head) bool {
	header := table.HeaderOf(h)
	return header.Has("rmssd", "avnn") && (header.Index("timestamp_measurement", "hrv4t_recovery_points") >= 0 || header.Has("date", "time", "pnn50"))
}

func read(f *source.File) ([]diary.File, error) {
	order, sure, err := orderOf(f)
	if err != nil {
		return nil, err
	}
	t, err := table.Open(f)
	if err != nil {
		return nil, err
	}
	switch said, known := mapping(f, t.Header); {
	case known && !slices.Contains(said.Columns, column{"rmssd"}):
		return source.Other(f)
	case !sure && !known:
		return nil, &source.Error{Code: "needs_mapping", What: "The dates in this table can be read in two ways: the day or the month may come first.",
			Hint: "Tell Rebound which it is. A longer export would say it by itself."}
	case !sure:
		order = pick(said.Order != orderYDM)
	}
	t.Order = order
	date, stamp, clock, rmssd := t.Index("date"), t.Index("timestamp_measurement"), t.Index("time"), t.Index("rmssd")
	first := map[diary.Date]diary.HRVStamp{}
	for t.Next() {
		v, ok := t.Positive(rmssd)
		if !ok {
			continue
		}
		m, ok := t.Time(stamp)
		if d, dated := t.Time(date); dated && d.HasYear {
			m.Date, ok = d.Date, true
		}
		if s, clocked := table.Clock(t.Cell(clock)); clocked {
			m.Seconds, m.HasTime = s, true
		}
		if !ok {
			continue
		}
		if !m.HasTime {
			m.Seconds = 12 * 3600
		}
		at := diary.HRVStamp{At: int64(m.Date)*86400 + int64(m.Seconds), Value: float32(v), Metric: diary.MetricMorningRMSSD, Day: m.Date}
		if was, again := first[m.Date]; !again || at.At < was.At {
			first[m.Date] = at
		}
	}
	out := diary.File{Clocks: []diary.Clock{{}}}
	for _, at := range first {
		out.HRV = append(out.HRV, at)
	}
	diary.SortBy(out.HRV, func(a, b diary.HRVStamp) int { return int(a.Day - b.Day) })
	if len(out.HRV) == 0 {
		return nil, nil
	}
	return []diary.File{out}, nil
}

// answer is what the runner said of the table: a plain.Mapping.
type answer struct {
	Columns []column `json:"columns"`
	Order   string   `json:"order"`
}

type column struct {
	Means string `json:"means"`
}

const orderYDM = "ydm"

// mapping is what the runner said of tables with this header.
func mapping(f *source.File, h table.Header) (a answer, known bool) {
	if f.Mapping == nil {
		return a, false
	}
	b := f.Mapping(fmt.Sprintf("%016x", h.Key()))
	return a, b != nil && json.Unmarshal(b, &a) == nil
}

// Guess is which columns of the app's table are the date and the RMSSD, and the order of its dates as
// Android writes them, by which the question to the runner begins; ok is false for another table.
func Guess(h source.Head) (date, rmssd int, order string, ok bool) {
	if !is(h) {
		return 0, 0, "", false
	}
	t := table.HeaderOf(h)
	date, rmssd = t.Index("date"), t.Index("rmssd")
	return date, rmssd, orderYDM, date >= 0 && rmssd >= 0
}

// orderOf is how dates are written, and whether that is known. Android puts the day before
// the month; where no number says so (all are 12 or less) the one order counts in which
// the rows go one way in time, else the one in which they lie much nearer each other, and
// else it is not known.
func orderOf(f *source.File) (o table.Order, sure bool, err error) {
	t, err := table.Open(f)
	if err != nil || t.Index("timestamp_measurement") >= 0 {
		return table.OrderISO, true, err
	}
	ways := [2]way{{order: table.OrderISO}, {order: table.OrderYDM}}
	date, differ := t.Index("date"), false
	for t.Next() {
		cell := t.Cell(date)
		a, first := table.Parse(cell, ways[0].order)
		b, second := table.Parse(cell, ways[1].order)
		switch {
		case first && second:
			differ = differ || a.Date != b.Date
			ways[0].see(a.Date)
			ways[1].see(b.Date)
		case first:
			ways[0].only++
		case second:
			ways[1].only++
		}
	}
	iso, ydm := &ways[0], &ways[1]
	switch {
	case iso.only != ydm.only:
		return pick(iso.only > ydm.only), true, nil
	case !differ:
		return table.OrderYDM, true, nil
	case iso.straight() != ydm.straight():
		return pick(iso.straight()), true, nil
	case iso.seen >= 3 && (2*iso.apart < ydm.apart || 2*ydm.apart < iso.apart):
		return pick(iso.apart < ydm.apart), true, nil
	}
	return table.OrderYDM, false, nil
}

func pick(iso bool) table.Order {
	if iso {
		return table.OrderISO
	}
	return table.OrderYDM
}

// way is a column's dates as one order has them.
type way struct {
	order    table.Order
	only     int // dates in this order and in no other
	seen     int // in either
	last     diary.Date
	up, down bool
	apart    int64 // days between the rows, added up
}

func (w *way) see(d diary.Date) {
	if w.seen++; w.seen > 1 {
		step := int64(d - w.last)
		w.up, w.down = w.up || step > 0, w.down || step < 0
		w.apart += max(step, -step)
	}
	w.last = d
}

// straight reports whether the rows go one way in time.
func (w *way) straight() bool { return !(w.up && w.down) }
