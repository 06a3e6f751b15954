package signal

import (
	"math"

	"rebound/engine/diary"
)

// Learning is how far the normal of a signal has come that is not known yet: Have of
// Need days, and From, the first date on which it can be known, if each day to come
// brings a reading.
type Learning struct {
	Have, Need int
	From       diary.Date
}

// Learning looks ahead from the state of a signal on day t, which is not known. ok is
// false for a known one, and where there is no reading to begin with.
func (v *Reader) Learning(s State, t diary.Date) (l Learning, ok bool) {
	if s.Known() || s.Missing == NoReadings {
		return l, false
	}
	for i := range v.columns[s.Kind] {
		if c := &v.columns[s.Kind][i]; c.series.Source == s.Source && c.series.Metric == s.Metric {
			l.Need = int(v.rules.WindowDays + v.rules.BaselineNeeds)
			l.From = c.known(t, v)
			l.Have = max(0, l.Need-int(l.From-t))
			return l, true
		}
	}
	return l, false
}

// known is the first date after t with enough readings, if each day after t has one.
func (c *column) known(t diary.Date, v *Reader) diary.Date {
	window := diary.Date(v.rules.WindowDays)
	for d := t + 1; ; d++ {
		recent := min(d-t, window)
		lo, hi := c.slice(d-window+1, t)
		for _, x := range c.x[lo:hi] {
			if !math.IsNaN(x) {
				recent++
			}
		}
		lo, hi = c.slice(d-window-diary.Date(v.rules.BaselineDays)+1, min(t, d-window))
		base := c.upto[hi] - c.upto[lo] + int(max(0, d-window-t))
		if float64(recent) >= v.rules.WindowNeeds && float64(base) >= v.rules.BaselineNeeds {
			return d
		}
	}
}
