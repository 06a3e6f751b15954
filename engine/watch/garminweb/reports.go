package garminweb

import (
	"bytes"
	"slices"
	"strings"

	"rebound/engine/diary"
	"rebound/engine/watch/source"
	"rebound/engine/watch/table"
)

// anyRow reports whether one of a file's first rows is like that.
func anyRow(h source.Head, like func(*table.Table) bool) bool {
	t, err := table.New(bytes.NewReader(h.Text))
	for err == nil && t.Next() {
		if like(t) {
			return true
		}
	}
	return false
}

// width is the number of a header's columns that have a name.
func width(h table.Header) int {
	n := len(h.Names)
	for n > 0 && h.Names[n-1] == "" {
		n--
	}
	return n
}

func isSleep(h source.Head) bool {
	header := table.HeaderOf(h)
	n := width(header)
	switch {
	case header.Has("bedtime", "wake_time") && header.Index("sleep_need", "body_battery", "pulse_ox", "score") >= 0,
		header.Has("avg_score") && header.Index("avg_bedtime", "avg_duration", "avg_wake_time") >= 0:
		return true
	case n < 12 || n > 14:
		return false
	}
	return anyRow(h, func(t *table.Table) bool {
		_, bed := table.Clock(t.Cell(n - 2))
		_, wake := table.Clock(t.Cell(n - 1))
		_, number := t.Number(n - 4)
		_, slept := t.Minutes(n-4, table.Hour)
		_, need := t.Minutes(n-3, table.Hour)
		return bed && wake && slept && need && !number
	})
}

func readSleep(f *source.File) ([]diary.File, error) {
	r, err := open(f)
	if err != nil {
		return nil, err
	}
	n := width(r.Header)
	resting, hrv, duration, bed, wake := r.Index("resting_heart_rate"), r.Index("hrv_status"), r.Index("duration"), r.Index("bedtime"), r.Index("wake_time")
	if wake < 0 && n >= 12 { // another language
		resting, hrv, duration, bed, wake = 2, n-6, n-4, n-2, n-1
		if !isStatus(r.Names[hrv]) {
			hrv = -1
		}
	}
	for r.Next() {
		day, ok := r.day()
		if !ok {
			continue
		}
		at := noon(day)
		if asleep, ok := r.Minutes(duration, table.Hour); ok {
			if night, ok := night(day, r.Cell(bed), r.Cell(wake), asleep); ok {
				r.out.Nights = append(r.out.Nights, night)
				at = night.End
			} else {
				r.out.Slept = append(r.out.Slept, diary.Stamped{At: at, Value: float32(asleep), Day: day})
			}
		}
		if v, ok := r.Positive(resting); ok {
			r.out.Resting = append(r.out.Resting, diary.Stamped{At: at, Value: float32(v), Day: day})
		}
		r.addHRV(hrv, at, day)
	}
	return r.done()
}

// isStatus reports whether a column is the night's HRV, not the mean of seven.
func isStatus(name string) bool {
	return !strings.Contains(name, "7") && slices.ContainsFunc([]string{"status", "statut", "estado", "stato"}, func(w string) bool { return strings.Contains(name, w) })
}

// night is one that ended on a date: with its bedtime before, on that date or on the one
// before it.
func night(day diary.Date, bed, wake string, asleep float64) (n diary.Night, ok bool) {
	from, ok1 := table.Clock(bed)
	to, ok2 := table.Clock(wake)
	if !ok1 || !ok2 {
		return n, false
	}
	if from >= to {
		from -= 86400
	}
	midnight := int64(day) * 86400
	n = diary.Night{Start: midnight + int64(from), End: midnight + int64(to), Total: float32(asleep), Day: day}
	return n, asleep <= float64(to-from)/60+2
}

func (r *report) addHRV(column int, at int64, day diary.Date) {
	if v, ok := r.Positive(column); ok {
		r.out.HRV = append(r.out.HRV, diary.HRVStamp{At: at, Value: float32(v), Metric: diary.MetricOvernight, Day: day})
	}
}

// isHRV knows the report by its name, or by a cell in ms beside one with a range of them.
func isHRV(h source.Head) bool {
	header := table.HeaderOf(h)
	if header.Has("overnight_hrv") {
		return true
	}
	n := width(header)
	return n >= 3 && n <= 8 && anyRow(h, func(t *table.Table) bool {
		ms := func(cell string) bool { return strings.HasSuffix(strings.ToLower(strings.TrimSpace(cell)), "ms") }
		return ms(t.Cell(1)) && !isRange(t.Cell(1)) && ms(t.Cell(2)) && isRange(t.Cell(2))
	})
}

func readHRV(f *source.File) ([]diary.File, error) {
	r, err := open(f)
	if err != nil {
		return nil, err
	}
	hrv := r.Index("overnight_hrv")
	if hrv < 0 {
		hrv = 1
	}
	for r.Next() {
		if day, ok := r.day(); ok {
			r.addHRV(hrv, noon(day), day)
		}
	}
	return r.done()
}

// isResting knows the report by its name and a unit in its cells, without which the table
// could be anybody's.
func isResting(h source.Head) bool {
	header := table.HeaderOf(h)
	at := resting(header)
	return at > 0 && width(header) <= 5 && anyRow(h, func(t *table.Table) bool {
		return strings.HasSuffix(strings.ToLower(t.Cell(at)), "bpm")
	})
}

// resting is the column of the resting HR, which is not the first, whose header may be the
// report's title.
func resting(h table.Header) int {
	for i, name := range h.Names {
		if i > 0 && strings.HasPrefix(name, "resting") {
			return i
		}
	}
	return -1
}

func readResting(f *source.File) ([]diary.File, error) {
	r, err := open(f)
	if err != nil {
		return nil, err
	}
	at := resting(r.Header)
	for r.Next() {
		day, ok := r.day()
		if v, measured := r.Positive(at); ok && measured {
			r.out.Resting = append(r.out.Resting, diary.Stamped{At: noon(day), Value: float32(v), Day: day})
		}
	}
	return r.done()
}
