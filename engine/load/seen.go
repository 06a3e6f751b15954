package load

import (
	"slices"

	"rebound/engine/diary"
)

// Seen is the newest date up to t that holds a record of the runner: a night, a
// reading, an activity, a typed value, a check-in, a run by their word, or their word
// that they did not run. Of the days after it nothing is known. Where there is no
// record at all it is t.
func (h *History) Seen(t diary.Date) diary.Date { return newest(h.seen, t) }

func newest(days []diary.Date, t diary.Date) diary.Date {
	if i, found := slices.BinarySearch(days, t); !found && i > 0 {
		return days[i-1]
	}
	return t
}

// daysSeen is the dates that hold a record of the runner, in order.
func daysSeen(d *diary.Diary) (out []diary.Date) {
	each := func(see func(diary.Date)) {
		d.MeasuredDates(see)
		for i := range d.Reported.CheckIns {
			see(d.Reported.CheckIns[i].Date)
		}
		for i := range d.Reported.Ran {
			see(d.Reported.Ran[i].Date)
		}
		for i := range d.Reported.Runs {
			see(d.Reported.Runs[i].Date)
		}
		for _, v := range d.Reported.NotRan {
			for t := v.Date; t <= v.To; t++ {
				see(t)
			}
		}
	}
	first, last := diary.Date(1), diary.Date(0)
	each(func(t diary.Date) {
		if first > last {
			first, last = t, t
		}
		first, last = min(first, t), max(last, t)
	})
	if first > last {
		return nil
	}
	days := make([]bool, last-first+1) // a diary has far more records than days
	each(func(t diary.Date) { days[t-first] = true })
	for i, seen := range days {
		if seen {
			out = append(out, first+diary.Date(i))
		}
	}
	return out
}
