package diary

import "slices"

// Suppose is the diary with numbers typed or measured with a strap and runs reported that
// nobody gave: what would be known if. Like [Diary.Hear] it shares the measured half with d.
func (d *Diary) Suppose(typed []Typed, straps []Strap, runs []Run) *Diary {
	out := *d
	out.Reported.Typed = append(slices.Clone(d.Reported.Typed), typed...)
	SortBy(out.Reported.Typed, func(a, b Typed) int { return int(a.Date - b.Date) })
	all := append([]Strap(nil), d.Reported.Straps...)
	for _, v := range straps { // no sort of their own: a program's weight
		all = append(all, v)
		for i := len(all) - 1; i > 0 && all[i-1].Date > v.Date; i-- {
			all[i-1], all[i] = all[i], all[i-1]
		}
	}
	out.Reported.Straps = all
	out.Reported.Runs = append(slices.Clone(d.Reported.Runs), runs...)
	SortBy(out.Reported.Runs, func(a, b Run) int { return int(a.Date - b.Date) })
	h := byHand(d.measured, &out.Reported)
	out.Series, out.Amended, out.Doubted = h.out, h.amended, h.doubted
	for _, v := range typed {
		out.see(v.Date)
	}
	for _, v := range straps {
		out.see(v.Date)
	}
	for _, v := range runs {
		out.see(v.Date)
	}
	return &out
}
