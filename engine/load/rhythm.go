package load

import (
	"slices"

	"rebound/engine/diary"
)

// Rhythm is the runner's usual gap between running days, in days, as it was when
// they ran on a date: the median of those of the rhythm_weeks before it. 1 is every
// day, and where nothing tells. A gap as long as the longest tier of a layoff is
// nobody's rhythm.
func (h *History) Rhythm(last diary.Date) float64 {
	from := last - diary.Date(7*h.rules.RhythmWeeks)
	var days []diary.Date
	runs := h.Between(from, last)
	for i := range runs {
		if runs[i].Run {
			days = append(days, runs[i].Date)
		}
	}
	for _, r := range diary.Between(h.word, from, last) {
		days = append(days, r.Date)
	}
	slices.Sort(days)
	var gaps []float64
	for i := 1; i < len(days); i++ {
		if gap := float64(days[i] - days[i-1]); gap > 0 && gap < h.rules.BackTier3 {
			gaps = append(gaps, gap)
		}
	}
	if len(gaps) == 0 {
		return 1
	}
	return Median(gaps)
}
