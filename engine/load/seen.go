package load

import (
	"cmp"
	"slices"

	"rebound/engine/diary"
)

// records is a date that holds a record of the runner, and what kinds of records.
type records struct {
	date diary.Date
	of   uint8
}

const (
	trainedOn uint8 = 1 << iota // a session of a file, or a run by word
	spokenOn                    // another record of a file, or the runner's word that they did not run
	wokeOn                      // a typed value or a check-in
)

// Seen is the newest date up to t that holds a record of the runner: a night, a
// reading, an activity, a typed value, a check-in, a run by their word, or their word
// that they did not run. Of the days after it nothing is known. Where there is no
// record at all it is t.
func (h *History) Seen(t diary.Date) diary.Date { return h.newest(t, trainedOn|spokenOn|wokeOn) }

// Spoken is the newest date up to t that a file speaks of, or of which the runner said
// whether they ran: numbers that were typed say nothing of it. t where there is none.
func (h *History) Spoken(t diary.Date) diary.Date { return h.newest(t, trainedOn|spokenOn) }

// newest is the newest date up to t with a record of some kinds.
func (h *History) newest(t diary.Date, of uint8) diary.Date {
	i, found := slices.BinarySearchFunc(h.seen, t, func(r records, t diary.Date) int { return cmp.Compare(r.date, t) })
	if !found {
		i--
	}
	for ; i >= 0; i-- {
		r := h.seen[i]
		if r.date == h.morning {
			r.of &^= trainedOn
		}
		if r.of&of != 0 {
			return r.date
		}
	}
	return t
}

// daysSeen is the dates that hold a record of the runner, in order.
func daysSeen(d *diary.Diary) (out []records) {
	each := func(see func(diary.Date, uint8)) {
		as := func(of uint8) func(diary.Date) { return func(t diary.Date) { see(t, of) } }
		d.FileDates(as(spokenOn), as(trainedOn))
		r := &d.Reported
		for i := range r.Ran {
			see(r.Ran[i].Date, trainedOn)
		}
		for i := range r.Runs {
			see(r.Runs[i].Date, trainedOn)
		}
		for i := range r.Typed {
			see(r.Typed[i].Date, wokeOn)
		}
		for i := range r.CheckIns {
			see(r.CheckIns[i].Date, wokeOn)
		}
		for _, v := range r.NotRan {
			for t := v.Date; t <= v.To; t++ {
				see(t, spokenOn)
			}
		}
	}
	first, last := diary.Date(1), diary.Date(0)
	each(func(t diary.Date, _ uint8) {
		if first > last {
			first, last = t, t
		}
		first, last = min(first, t), max(last, t)
	})
	if first > last {
		return nil
	}
	days := make([]uint8, last-first+1) // a diary has far more records than days
	each(func(t diary.Date, of uint8) { days[t-first] |= of })
	for i, of := range days {
		if of != 0 {
			out = append(out, records{first + diary.Date(i), of})
		}
	}
	return out
}
