package fitbit

import (
	"slices"
	"strings"

	"rebound/engine/diary"
	"rebound/engine/watch/source"
	"rebound/engine/watch/table"
)

// mostRows is how many rows of a table are kept: many times the days of a life.
const mostRows = 100_000

// readDays reads a table of a value a day: HRV, or resting heart rate.
func readDays(f *source.File) ([]diary.File, error) {
	t, err := table.Open(f)
	if err != nil {
		return nil, err
	}
	at, from := t.Index("timestamp"), t.Index("data_source")
	hrv, bpm := t.Index("rmssd", "average_heart_rate_variability_milliseconds"), t.Index("beats_per_minute")
	var list []diary.File
	for n := 0; t.Next() && n < mostRows; n++ {
		m, ok := t.Time(at)
		if !ok || t.Len() < len(t.Names) { // or cut off
			continue
		}
		day := diary.DateAt(m.Unix()+12*3600, 0) // of the nearest midnight
		out := of(&list, t.Cell(from))
		if v, ok := t.Positive(hrv); ok && v < mostHRV {
			out.HRV = append(out.HRV, diary.HRVStamp{At: source.Noon(day), Value: float32(v), Metric: diary.MetricOvernight, Day: day})
		}
		if v, ok := t.Positive(bpm); ok && v < mostHR {
			out.Resting = append(out.Resting, diary.Stamped{At: source.Noon(day), Value: float32(v), Day: day})
		}
	}
	return finish(t, list)
}

// of is the file of what one device measured. Fitbit's own have no name of their own
// here, as they have none in the JSON.
func of(list *[]diary.File, name string) *diary.File {
	name = strings.ToLower(strings.TrimSpace(name))
	for _, own := range []string{"fitbit", "google", "pixel", "unknown"} {
		if strings.Contains(name, own) {
			name = ""
		}
	}
	if len(*list) > 50 || len(name) > 80 { // more are none
		name = ""
	}
	i := slices.IndexFunc(*list, func(f diary.File) bool { return f.Device.Maker == name })
	if i < 0 {
		i = len(*list)
		*list = append(*list, diary.File{Via: Via, Device: diary.Device{Maker: name}})
	}
	return &(*list)[i]
}

// finish is what was read of a table. One without a value is of no use, and no fault.
func finish(t *table.Table, list []diary.File) ([]diary.File, error) {
	list = slices.DeleteFunc(list, func(f diary.File) bool { return !f.Measured() })
	switch {
	case t.Err() != nil && len(list) == 0:
		return nil, t.Err()
	case len(list) == 0:
		return source.Other(nil)
	}
	return list, nil
}

// readSleeps reads the nights of UserSleeps_*.csv.
func readSleeps(f *source.File) ([]diary.File, error) {
	t, err := table.Open(f)
	if err != nil {
		return nil, err
	}
	start, end, asleep := t.Index("sleep_start"), t.Index("sleep_end"), t.Index("minutes_asleep")
	began, ended := t.Index("start_utc_offset"), t.Index("end_utc_offset")
	out := diary.File{Via: Via}
	for t.Next() && len(out.Nights) < mostRows {
		a, okA := t.Time(start)
		b, okB := t.Time(end)
		min, known := t.Positive(asleep)
		n := diary.Night{Start: a.Unix(), End: b.Unix(), Total: float32(min)}
		if long := n.End - n.Start; t.Len() < len(t.Names) || !okA || !okB || !known || n.Start < source.Earliest || long <= 0 || long > 24*3600 || min > float64(long)/60+1 {
			continue
		}
		for _, c := range []struct {
			at  int64
			col int
		}{{n.Start, began}, {n.End, ended}} {
			if offset, ok := table.Offset(t.Cell(c.col)); ok && offset != 0 {
				out.Clocks = append(out.Clocks, diary.Clock{At: c.at, Offset: int32(offset)})
			}
		}
		out.Nights = append(out.Nights, n)
	}
	out.Clocks = source.Clocks(out.Clocks)
	return finish(t, []diary.File{out})
}
