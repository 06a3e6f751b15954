package load

import "rebound/engine/diary"

// tellEfforts gives each date's session RPE to its longest session: the runner
// rates the day's training, not its warm-up. A date without a recorded session
// is known by its note alone (see [History.ToldHard]).
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

// ToldHard is the sessions from day a to day b that no file holds and that the
// runner rated hard. They have a date, an effort, and nothing else.
func (h *History) ToldHard(a, b diary.Date) (out []Session) {
	for _, e := range h.unseen {
		if e.Date >= a && e.Date <= b && e.RPE.AtLeast(h.rules.HardRPE) {
			out = append(out, Session{Date: e.Date, Effort: float64(e.RPE), Source: diary.TypedSource})
		}
	}
	return out
}
