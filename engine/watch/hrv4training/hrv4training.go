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
package hrv4training

import (
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
	order, err := orderOf(f)
	if err != nil {
		return nil, err
	}
	t, err := table.Open(f)
	if err != nil {
		return nil, err
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

// orderOf is how dates are written: Android puts the day before the month, unless one of
// them says that it does not.
func orderOf(f *source.File) (table.Order, error) {
	t, err := table.Open(f)
	if err != nil || t.Index("timestamp_measurement") >= 0 {
		return table.OrderISO, err
	}
	var iso, ydm int
	date := t.Index("date")
	for t.Next() {
		_, a := table.Parse(t.Cell(date), table.OrderISO)
		_, b := table.Parse(t.Cell(date), table.OrderYDM)
		switch {
		case a && !b:
			iso++
		case b && !a:
			ydm++
		}
	}
	if iso > ydm {
		return table.OrderISO, nil
	}
	return table.OrderYDM, nil
}
