package samsung

import (
	"cmp"
	"slices"

	"rebound/engine/diary"
	"rebound/engine/watch/jsonin"
	"rebound/engine/watch/source"
)

// reading is one of HRV, in Unix seconds.
type reading struct {
	start, end int64
	rmssd      float32
}

// Readings less than three hours apart are of one sleep; those of three hours or more
// are of a night (ours).
const (
	apart    = 3 * 3600
	shortest = 3 * 3600
	maxHRV   = 100_000 // readings of one file: a year of them
)

func readHRV(f *source.File) ([]diary.File, error) {
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	d := jsonin.New(r)
	var list []reading
	for v := range d.Each() {
		start, ok := v.Unix("start_time")
		end, is := v.Unix("end_time")
		if !is || end < start {
			end = start
		}
		if rmssd := v.Positive("rmssd"); ok && start >= earliest && end-start < 24*3600 && rmssd > 0 && rmssd < 1000 && len(list) < maxHRV {
			list = append(list, reading{start, end, float32(rmssd)})
		}
	}
	if len(list) == 0 {
		if d.Err() != nil {
			return nil, d.Err()
		}
		return source.Other(f) // of SDNN alone, or of nothing
	}
	source.Sort(list, func(a, b reading) int {
		return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(a.end, b.end), cmp.Compare(a.rmssd, b.rmssd))
	})
	out := diary.File{Partial: d.Partial()}
	for len(list) > 0 {
		n, end := 1, list[0].end
		for n < len(list) && list[n].start-end < apart {
			end = max(end, list[n].end)
			n++
		}
		out.HRV = append(out.HRV, medianOf(list[:n], end))
		list = list[n:]
	}
	return []diary.File{out}, nil
}

// medianOf is the median of readings that belong together, as the night's or as of any hour.
func medianOf(list []reading, end int64) diary.HRVStamp {
	values := make([]float32, len(list))
	for i, r := range list {
		values[i] = r.rmssd
	}
	slices.Sort(values)
	middle := values[len(values)/2]
	if n := len(values); n%2 == 0 {
		middle = (values[n/2-1] + values[n/2]) / 2
	}
	h := diary.HRVStamp{At: end, Value: middle, Metric: diary.MetricOvernight}
	if end-list[0].start < shortest {
		h.Metric = diary.MetricAnyRMSSD
	}
	return h
}
