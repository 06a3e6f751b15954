// Package intervals reads the wellness of intervals.icu: its CSV, and the JSON of its
// API.
//
// Known from readers of both: a row a day with date (id in JSON), restingHR, hrv (RMSSD,
// ms), hrvSDNN, sleepSecs and whatever else the runner keeps there; nothing, -- and null
// are what was not measured. Which watch or app fed a number, and at what hour, is not
// said: the moment of an HRV is "any", and the numbers are a source of their own.
//
// avgSleepingHR is no resting HR; sleepScore, sleepQuality, readiness, ctl and atl are
// scores: left.
package intervals

import (
	"rebound/engine/diary"
	"rebound/engine/watch/jsonin"
	"rebound/engine/watch/source"
	"rebound/engine/watch/table"
)

const via = "intervals_icu"

// Formats are the two forms of the wellness.
var Formats = []source.Format{
	{Via: via, Name: "wellness.json", Is: isJSON, Read: readJSON},
	{Via: via, Name: "wellness.csv", Is: isTable, Read: readTable},
}

func isJSON(h source.Head) bool {
	return h.HasKeys("id", "restingHR", "hrv") || h.HasKeys("id", "sleepSecs", "ctl")
}

func isTable(h source.Head) bool {
	header := table.HeaderOf(h)
	n := 0
	for _, name := range []string{"restinghr", "hrvsdnn", "sleepsecs", "avgsleepinghr", "sleepquality", "sleepscore", "ctl", "atl"} {
		if header.Has(name) {
			n++
		}
	}
	return header.Has("date") && n >= 2 && header.Index("restinghr", "hrv", "hrvsdnn", "sleepsecs") >= 0
}

func readTable(f *source.File) ([]diary.File, error) {
	t, err := table.OpenDated(f, table.Named("date"))
	if err != nil {
		return nil, err
	}
	var out diary.File
	for t.Next() {
		if day, ok := t.Date(t.Index("date")); ok {
			add(&out, day, func(name string) float64 {
				v, _ := t.Positive(t.Index(table.Fold(name)))
				return v
			})
		}
	}
	return done(out)
}

func readJSON(f *source.File) ([]diary.File, error) {
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	d := jsonin.New(r)
	var out diary.File
	for v := range d.Each() {
		if day, ok := v.Day("id"); ok {
			add(&out, day, func(name string) float64 { return v.Positive(name) })
		}
	}
	out.Partial = d.Partial()
	return done(out)
}

// add is what a day has, by intervals.icu's own names; 0 is nothing.
func add(out *diary.File, day diary.Date, value func(name string) float64) {
	at := int64(day)*86400 + 43200
	if v := value("restingHR"); v > 0 {
		out.Resting = append(out.Resting, diary.Stamped{At: at, Value: float32(v), Day: day})
	}
	if v := value("hrv"); v > 0 {
		out.HRV = append(out.HRV, diary.HRVStamp{At: at, Value: float32(v), Metric: diary.MetricAnyRMSSD, Day: day})
	}
	if v := value("hrvSDNN"); v > 0 {
		out.HRV = append(out.HRV, diary.HRVStamp{At: at, Value: float32(v), Metric: diary.MetricAnySDNN, Day: day})
	}
	if v := value("sleepSecs") / 60; v > 0 && v <= 24*60 {
		out.Slept = append(out.Slept, diary.Stamped{At: at, Value: float32(v), Day: day})
	}
}

func done(out diary.File) ([]diary.File, error) {
	if !out.Measured() {
		return nil, nil
	}
	out.Clocks = []diary.Clock{{}}
	return []diary.File{out}, nil
}
