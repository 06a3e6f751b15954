package load

import "rebound/engine/diary"

// Rhythm is the runner's usual gap between running days, in days, as it was when
// they ran on a date: the median of those of the rhythm_weeks before it. 1 is every
// day, and where nothing tells. A gap as long as the longest tier of a layoff is
// nobody's rhythm.
func (h *History) Rhythm(last diary.Date) float64 {
	from := last - diary.Date(7*h.rules.RhythmWeeks)
	var gaps []float64
	var before diary.Date
	runs := h.Between(from, last)
	for i := range runs {
		if !runs[i].Run {
			continue
		}
		gap := float64(runs[i].Date - before)
		if before != 0 && gap > 0 && gap < h.rules.BackTier3 {
			gaps = append(gaps, gap)
		}
		before = runs[i].Date
	}
	if len(gaps) == 0 {
		return 1
	}
	return Median(gaps)
}
