package samsung

import (
	"cmp"
	"slices"

	"rebound/engine/diary"
	"rebound/engine/watch/jsonin"
	"rebound/engine/watch/source"
)

// reading is one of HRV, in Unix seconds and ms; 0 is not measured.
type reading struct {
	start, end  int64
	rmssd, sdnn float32
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
		rmssd, sdnn := min(v.Positive("rmssd"), 1000), min(v.Positive("sdnn"), 1000)
		if ok && start >= source.Earliest && end-start < 24*3600 && rmssd+sdnn > 0 && len(list) < maxHRV {
			list = append(list, reading{start, end, float32(rmssd), float32(sdnn)})
		}
	}
	if len(list) == 0 {
		if d.Err() != nil {
			return nil, d.Err()
		}
		return source.Other(f)
	}
	last, cut := list[len(list)-1], d.Partial() != ""
	diary.SortBy(list, func(a, b reading) int {
		return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(a.end, b.end), cmp.Compare(a.rmssd, b.rmssd), cmp.Compare(a.sdnn, b.sdnn))
	})
	var out diary.File
	for len(list) > 0 {
		n, end := 1, list[0].end
		for n < len(list) && list[n].start-end < apart {
			end = max(end, list[n].end)
			n++
		}
		if cut && list[0].start <= last.start && last.start <= list[n-1].start { // its other readings are lost
			list = list[n:]
			continue
		}
		night := end-list[0].start >= shortest
		out.HRV = medianOf(out.HRV, list[:n], end, rmssd, metric(night, diary.MetricOvernight, diary.MetricAnyRMSSD))
		out.HRV = medianOf(out.HRV, list[:n], end, sdnn, metric(night, diary.MetricNightSDNN, diary.MetricAnySDNN))
		list = list[n:]
	}
	return d.Files(out)
}

func rmssd(r reading) float32 { return r.rmssd }
func sdnn(r reading) float32  { return r.sdnn }

func metric(night bool, nightly, any diary.Metric) diary.Metric {
	if night {
		return nightly
	}
	return any
}

// medianOf adds the median of what was measured of readings that belong together.
func medianOf(to []diary.HRVStamp, list []reading, end int64, of func(reading) float32, as diary.Metric) []diary.HRVStamp {
	var values []float32
	for _, r := range list {
		if v := of(r); v > 0 {
			values = append(values, v)
		}
	}
	if len(values) == 0 {
		return to
	}
	slices.Sort(values)
	middle := values[len(values)/2]
	if n := len(values); n%2 == 0 {
		middle = (values[n/2-1] + values[n/2]) / 2
	}
	return append(to, diary.HRVStamp{At: end, Value: middle, Metric: as})
}
