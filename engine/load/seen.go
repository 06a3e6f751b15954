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

// daysSeen is the dates that hold a record of the runner, and those of them on which
// there is more than a session, each in order.
func daysSeen(d *diary.Diary) (seen, woken []diary.Date) {
	woke := func(see func(diary.Date)) {
		for i := range d.Series {
			for _, p := range d.Series[i].Points {
				see(p.Date)
			}
		}
		for i := range d.Nights {
			see(d.Nights[i].Date)
		}
		for i := range d.Reported.CheckIns {
			see(d.Reported.CheckIns[i].Date)
		}
		for _, v := range d.Reported.NotRan {
			for t := v.Date; t <= v.To; t++ {
				see(t)
			}
		}
	}
	trained := func(see func(diary.Date)) {
		for i := range d.Activities {
			see(d.Activities[i].Date)
		}
		for i := range d.Reported.Ran {
			see(d.Reported.Ran[i].Date)
		}
		for i := range d.Reported.Runs {
			see(d.Reported.Runs[i].Date)
		}
	}
	first, last := diary.Date(1), diary.Date(0)
	span := func(t diary.Date) {
		if first > last {
			first, last = t, t
		}
		first, last = min(first, t), max(last, t)
	}
	woke(span)
	trained(span)
	if first > last {
		return nil, nil
	}
	const trainedOn, wokeOn = 1, 2
	days := make([]uint8, last-first+1) // a diary has far more records than days
	trained(func(t diary.Date) { days[t-first] |= trainedOn })
	woke(func(t diary.Date) { days[t-first] |= wokeOn })
	for i, of := range days {
		if of != 0 {
			seen = append(seen, first+diary.Date(i))
		}
		if of&wokeOn != 0 {
			woken = append(woken, first+diary.Date(i))
		}
	}
	return seen, woken
}
