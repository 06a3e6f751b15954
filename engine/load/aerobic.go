package load

import (
	"slices"

	"rebound/engine/diary"
)

// Aerobic is the training in other endurance sports of a pause from running: the curve
// of those who stopped training is not that of one who rode on. Tissue is another matter.
type Aerobic struct {
	Weekly float64 // minutes a week of the pause
	Before float64 // minutes a week of all endurance sports, running too, in the 42 days up to the last run
	Held   bool    // the pause held aerobic_held of that or more
}

// Aerobic looks at a pause from the day after its last run to day b.
func (h *History) Aerobic(lastRun, b diary.Date) (out Aerobic) {
	if b <= lastRun {
		return out
	}
	out.Weekly = 7 * h.enduring(lastRun+1, b) / float64(b-lastRun)
	out.Before = 7 * h.enduring(lastRun-LoadDays+1, lastRun) / LoadDays
	out.Held = out.Weekly > 0 && out.Weekly >= h.rules.AerobicHeld*out.Before-1e-6
	return out
}

// enduring is the minutes of endurance sports from day a to day b.
func (h *History) enduring(a, b diary.Date) (minutes float64) {
	window := h.Between(a, b)
	for i := range window {
		if s := &window[i]; !slices.Contains(idle, s.Sport) {
			minutes += s.Minutes
		}
	}
	return minutes
}

// idle are the sports, in FIT's names, that are strength work, a stroll or not said.
var idle = []diary.Sport{"", "generic", "training", "walking", "golf", "driving", "flying", "fishing", "hunting", "shooting", "motorcycling"}
