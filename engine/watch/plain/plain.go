// Package plain reads tables that are no vendor's: a spreadsheet of the runner's own, an
// app's CSV that nobody has described yet. It wants a row a day and a column with the
// date; of the others it reads resting heart rate, HRV (RMSSD or SDNN, in ms) and
// minutes asleep.
//
// Which column is which it guesses from the words of the header, in English, German,
// French, Spanish, Italian, Dutch and Portuguese, and from the values. Where the words
// say it and every value could be true, the table is read as it is. Where not ("HRV"
// alone does not say which; 03/04/2025 in one row alone can be either), the file is
// refused as needs_mapping: [Look] gives its first rows and the guess, the runner
// chooses, and what they choose is a [Mapping], which is remembered by the header
// ([Preview.Key]) and read by from then on.
//
// What is left: scores, goals, means over several days, stages, time in bed; a table a
// week or a month is refused with the reason. The moment of an HRV is not known, so the
// metric is "any". A row's date is taken for that of waking. Of two rows of a date the later
// counts, and the file says how many gave way.
package plain

import (
	"encoding/json"
	"fmt"
	"slices"

	"rebound/engine/diary"
	"rebound/engine/watch/source"
	"rebound/engine/watch/table"
)

// Formats is the kind of file that this package reads. It is the last to be asked.
var Formats = []source.Format{{Via: "table", Name: "plain table", Is: is, Read: read}}

// is reports whether a file is a table with dates, and with something beside them that
// could be one of the signals.
func is(h source.Head) bool {
	if len(table.HeaderOf(h).Names) == 0 {
		return false
	}
	s, err := look(whole(h.Text))
	if err != nil {
		return false
	}
	date := s.dates()
	if date < 0 {
		return s.rows == 0 && s.named()
	}
	return s.daily(date) && (s.named() || s.numbers())
}

func read(f *source.File) ([]diary.File, error) {
	s, err := look(f.Open)
	if err != nil {
		return nil, err
	}
	m, known := Mapping{}, false
	if f.Mapping != nil {
		if b := f.Mapping(s.key()); b != nil {
			known = json.Unmarshal(b, &m) == nil && m.fits(len(s.columns))
		}
	}
	switch {
	case known && m.empty():
		return source.Other(f)
	case s.rows == 0:
		return nil, &source.Error{Code: "empty", What: "The table has a header but no rows.", Hint: "Export it again, for the days you want."}
	case !known:
		var doubts []Doubt
		if m, doubts = s.guess(); len(doubts) > 0 {
			return nil, &source.Error{Code: "needs_mapping", What: "Rebound cannot be sure what is in this table's columns.",
				Hint: "Tell Rebound which column is the date, and which are resting heart rate, HRV or sleep. It will remember for tables like this one."}
		}
	}
	return take(f, m)
}

// take reads a table by a mapping.
func take(f *source.File, m Mapping) ([]diary.File, error) {
	days, twice, err := readDays(f, m)
	if err != nil {
		return nil, err
	}
	var out diary.File
	for _, d := range dates(days) {
		at, v := int64(d)*86400+43200, days[d]
		if x := v[index(RestingHR)]; x > 0 {
			out.Resting = append(out.Resting, diary.Stamped{At: at, Value: float32(x), Day: d})
		}
		if x := v[index(RMSSD)]; x > 0 {
			out.HRV = append(out.HRV, diary.HRVStamp{At: at, Value: float32(x), Metric: diary.MetricAnyRMSSD, Day: d})
		}
		if x := v[index(SDNN)]; x > 0 {
			out.HRV = append(out.HRV, diary.HRVStamp{At: at, Value: float32(x), Metric: diary.MetricAnySDNN, Day: d})
		}
		if x := v[index(Asleep)]; x > 0 {
			out.Slept = append(out.Slept, diary.Stamped{At: at, Value: float32(x), Day: d})
		}
	}
	if !out.Measured() {
		return nil, nil
	}
	if twice > 0 {
		out.Partial = fmt.Sprintf("%d rows were left out, because a later row has the same date", twice)
		if twice == 1 {
			out.Partial = "1 row was left out, because a later row has the same date"
		}
	}
	out.Clocks = []diary.Clock{{}}
	return []diary.File{out}, nil
}

// readDays are the readings of each date, by the index of their Meaning, and how many
// rows a later one of their date took the place of, whole: two are two accounts of a day,
// and a mix of them is none. Its error is a
// *source.Error, or that of the stream.
func readDays(f *source.File, m Mapping) (days map[diary.Date][Means]float64, twice int, err error) {
	t, err := table.Open(f)
	if err != nil {
		return nil, 0, err
	}
	t.Order = m.order()
	date := m.column(Date)
	days = map[diary.Date][Means]float64{}
	for t.Next() {
		d, ok := t.Date(date)
		if !ok {
			continue
		}
		row, any := [Means]float64{}, false
		for i, c := range m.Columns {
			if v, ok := m.value(t.Cell(i), c); ok {
				row[index(c.Means)], any = v, true
			}
		}
		if any {
			if _, ok := days[d]; ok {
				twice++
			}
			days[d] = row
		}
	}
	return days, twice, apart(days)
}

func dates[T any](days map[diary.Date]T) []diary.Date {
	list := make([]diary.Date, 0, len(days))
	for d := range days {
		list = append(list, d)
	}
	slices.Sort(list)
	return list
}

// apart refuses a table whose rows are weeks or months.
func apart[T any](days map[diary.Date]T) error {
	if !table.Apart(dates(days)) {
		return nil
	}
	return &source.Error{Code: "weekly", What: "This table has one row for a week or more, and Rebound needs one for each day: an average says nothing about single days.",
		Hint: "Export it again with one row for each day."}
}
