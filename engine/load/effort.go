package load

import (
	"slices"

	"rebound/engine/diary"
)

// tellEfforts gives each date's session RPE to its longest session: the runner
// rates the day's training, not its warm-up. A date without a recorded session
// is known by its note alone (see [History.HardBetween]).
func (h *History) tellEfforts(efforts []diary.Effort) {
	for _, e := range efforts {
		if e.Strength || !e.RPE.Said() {
			continue
		}
		lo, hi := h.index(e.Date, e.Date)
		if lo == hi {
			h.unseen = append(h.unseen, e)
			continue
		}
		longest := lo
		for i := lo; i < hi; i++ {
			if h.Sessions[i].Minutes > h.Sessions[longest].Minutes {
				longest = i
			}
		}
		h.Sessions[longest].Effort = float64(e.RPE)
	}
}

// HardBetween is the hard sessions from day a to day b, in order, those that
// were only told of included (they have a date, an effort and nothing else).
func (h *History) HardBetween(a, b diary.Date, m MaxHR) []Session {
	var out []Session
	window := h.Between(a, b)
	for i := range window {
		if h.Hard(&window[i], m) {
			out = append(out, window[i])
		}
	}
	told := false
	for _, e := range h.unseen {
		if e.Date >= a && e.Date <= b && e.RPE.AtLeast(h.rules.HardRPE) {
			out, told = append(out, Session{Date: e.Date, Effort: float64(e.RPE), Source: diary.TypedSource}), true
		}
	}
	if told {
		slices.SortStableFunc(out, func(x, y Session) int { return int(x.Date) - int(y.Date) })
	}
	return out
}
