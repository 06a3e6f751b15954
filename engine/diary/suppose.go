package diary

import "slices"

// Suppose is the diary with numbers typed and runs reported that nobody gave: what
// would be known if. Like [Diary.Hear] it shares the measured half with d.
func (d *Diary) Suppose(typed []Typed, runs []Run) *Diary {
	out := *d
	out.Reported.Typed = append(slices.Clone(d.Reported.Typed), typed...)
	SortBy(out.Reported.Typed, func(a, b Typed) int { return int(a.Date - b.Date) })
	out.Reported.Runs = append(slices.Clone(d.Reported.Runs), runs...)
	SortBy(out.Reported.Runs, func(a, b Run) int { return int(a.Date - b.Date) })
	h := byHand(d.measured, &out.Reported)
	out.Series, out.Amended, out.Doubted = h.out, h.amended, h.doubted
	for _, v := range typed {
		out.see(v.Date)
	}
	for _, v := range runs {
		out.see(v.Date)
	}
	return &out
}
