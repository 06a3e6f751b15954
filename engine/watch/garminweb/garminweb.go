// Package garminweb reads the CSVs that the website of Garmin Connect saves, which are
// what most people have without waiting for their account's export.
//
//	Sleep.csv             the sleep report of 7 days or 4 weeks
//	HRV Status.csv        the HRV report: "34 ms", and a range as its baseline
//	Resting Heart Rate    the report of it: "51 bpm"
//	Activities.csv        the list of activities
//
// Known from readers, and Activities.csv from real files: the title of the span stands in
// the first cell of the header in the place of "Date"; dates are 2025-11-07, Jun 26, 2026
// or Nov 7, which takes the newest year that is not after the day on which the file was
// written; -- is nothing; nights have a bedtime and a wake time of a clock of twelve or
// twenty-four hours; all times are the runner's own clock, without a zone. Headers are
// English; in other languages (not seen) the sleep report, the HRV report and the
// activities are known by what is in their rows, and read by place.
//
// "HRV Status" of the older sleep report is that night's RMSSD. "7 Day Average HRV", which
// newer ones have in its place, is no night's, and is left, as are the scores, body
// battery and the baseline. Reports of a year have a row a week, and are refused.
//
// A distance is in the unit of the runner's settings, which no cell names: it is read where
// stride and cadence prove which, or a decimal comma that it is no mile.
package garminweb

import (
	"strings"

	"rebound/engine/diary"
	"rebound/engine/watch/source"
	"rebound/engine/watch/table"
)

const via = "garmin_web"

var device = diary.Device{Maker: "garmin"}

// Formats are the website's reports.
var Formats = []source.Format{
	{Via: via, Name: "activities", Is: isActivities, Read: readActivities},
	{Via: via, Name: "sleep", Is: isSleep, Read: readSleep},
	{Via: via, Name: "hrv", Is: isHRV, Read: readHRV},
	{Via: via, Name: "resting hr", Is: isResting, Read: readResting},
}

var (
	errWeekly = &source.Error{Code: "weekly", What: "This report has one row for each week, and Rebound needs one for each night: an average says nothing about single nights.",
		Hint: "In Garmin Connect on the web, choose 4 Weeks instead of 1 Year and export that."}
	errNoYear = &source.Error{Code: "no_date", What: "The dates in this report have no year, and the file does not say when it was saved.",
		Hint: "Export it again from Garmin Connect on the web and add the file just as it was saved."}
)

// report is a table a row a day, whose first column is the date.
type report struct {
	*table.Table
	written diary.Date
	out     diary.File
	weeks   int // rows of more than a day
	undated int // rows without a year that cannot be placed
	rows    int
}

func open(f *source.File) (*report, error) {
	t, err := table.OpenDated(f, func(table.Header) int { return 0 })
	if err != nil {
		return nil, err
	}
	r := &report{Table: t, out: diary.File{Device: device}}
	if f.Written > 0 {
		r.written = diary.Date(f.Written/86400) + 1 // the runner may live east of Greenwich
	}
	return r, nil
}

// day is the date of a row.
func (r *report) day() (diary.Date, bool) {
	cell := r.Cell(0)
	m, ok := table.Parse(cell, r.Order)
	switch {
	case !ok && isRange(cell):
		r.weeks++
	case !ok:
	case m.HasYear:
		r.rows++
		return m.Date, true
	default:
		if d, ok := newest(m.Date, r.written); ok {
			r.rows++
			return d, true
		}
		r.undated++
	}
	return 0, false
}

// newest is the last day of a month and a day that is not after another one.
func newest(monthDay, not diary.Date) (diary.Date, bool) {
	t := monthDay.Time()
	for y := not.Time().Year(); not > 0 && y > not.Time().Year()-8; y-- {
		d := diary.DateOf(y, t.Month(), t.Day())
		if d <= not && d.Time().Day() == t.Day() {
			return d, true
		}
	}
	return 0, false
}

// isRange reports whether a cell is a span of days: "Nov 1-7", "Oct 26 - Nov 1".
func isRange(cell string) bool {
	const digits = "0123456789"
	for _, dash := range []string{"-", "–", " to "} {
		if a, b, ok := strings.Cut(cell, dash); ok && strings.ContainsAny(a, digits) && strings.ContainsAny(b, digits) {
			return true
		}
	}
	return false
}

// done is what was read, or why nothing could be.
func (r *report) done() ([]diary.File, error) {
	switch {
	case r.weeks > r.rows:
		return nil, errWeekly
	case !r.out.Measured() && r.undated > 0:
		return nil, errNoYear
	case !r.out.Measured():
		return nil, nil
	}
	r.out.Clocks = []diary.Clock{{}}
	return []diary.File{r.out}, nil
}

func noon(d diary.Date) int64 { return int64(d)*86400 + 43200 }
