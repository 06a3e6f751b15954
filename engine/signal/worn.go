package signal

import (
	"math"

	"rebound/engine/diary"
)

// wornDays is how many days back, t included, wearing a device counts
// (docs/adr/0019).
const wornDays = 14

// worn is the days on which a source has a reading of a kind, by any metric.
type worn struct {
	first diary.Date
	upto  []int // for each day, how many of them are before it; one more at the end
}

// wearing counts the days of each source of a kind once.
func wearing(columns []column) {
	for i := range columns {
		if columns[i].worn != nil {
			continue
		}
		source, first, end := columns[i].series.Source, columns[i].first, columns[i].end()
		for _, c := range columns {
			if c.series.Source == source {
				first, end = min(first, c.first), max(end, c.end())
			}
		}
		w := &worn{first, make([]int, end-first+1)}
		for j := range columns {
			c := &columns[j]
			if c.series.Source != source {
				continue
			}
			c.worn = w
			for n, x := range c.x {
				if !math.IsNaN(x) {
					w.upto[int(c.first-first)+n+1] = 1
				}
			}
		}
		for n := 1; n < len(w.upto); n++ {
			w.upto[n] += w.upto[n-1]
		}
	}
}

// by is on how many of the last days up to t that was.
func (w *worn) by(t diary.Date) int {
	before := func(t diary.Date) int { return w.upto[min(max(t-w.first, 0), diary.Date(len(w.upto)-1))] }
	return before(t+1) - before(t-wornDays+1)
}

// worn is the device that was worn on most of the last days, or that the runner puts
// first, and on how many.
func (v *Reader) worn(k diary.Kind, t diary.Date) (source string, most int, tier diary.Tier) {
	for i := range v.columns[k] {
		c := &v.columns[k][i]
		if !c.device() {
			continue
		}
		if n := c.worn.by(t); n > 0 && (most == 0 || diary.Outworn(most, n, tier, c.series.Tier)) {
			source, most, tier = c.series.Source, n, c.series.Tier
		}
	}
	return source, most, tier
}

// device reports whether a device measured the series.
func (c *column) device() bool { return c.series.Metric != diary.MetricTyped }

// end is the day after the last of the series.
func (c *column) end() diary.Date { return c.first + diary.Date(len(c.x)) }
