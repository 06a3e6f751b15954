package load

import "rebound/engine/diary"

// Huge is the runs from day a to day b that took what a race takes, planned or not,
// in order of date: a race in every rule (docs/MODEL.md, A huge effort). That a run
// was a race of the plan is the plan's to say.
func (h *History) Huge(a, b diary.Date) (out []Session) {
	window := h.Between(a, b)
	for i := range window {
		if s := &window[i]; h.huge(s, h.Max(s.Date)) {
			out = append(out, *s)
		}
	}
	return out
}

// huge reports whether a run lasted huge_minutes with half of them at huge_share of
// max HR or more, or was huge_times the longest of the huge_days before it. Fewer
// runs in those than huge_needs are no usual to go beyond.
func (h *History) huge(s *Session, m MaxHR) bool {
	const half = 0.5
	r := &h.rules
	if !s.Run || s.Minutes <= 0 {
		return false
	}
	if s.Minutes >= r.HugeMinutes && m.BPM > 0 && s.MinutesAbove(r.HugeShare*m.BPM) >= half*s.Minutes {
		return true
	}
	runs, km, minutes := 0, 0.0, 0.0
	before := h.Between(s.Date-diary.Date(r.HugeDays), s.Date-1)
	for i := len(before) - 1; i >= 0; i-- {
		b := &before[i]
		switch {
		case !b.Run:
			continue
		case s.Km > 0 && s.Km < r.HugeTimes*b.Km, s.Km == 0 && s.Minutes < r.HugeTimes*b.Minutes:
			return false // whatever else was run
		}
		runs++
		km, minutes = max(km, b.Km), max(minutes, b.Minutes)
	}
	if runs < int(r.HugeNeeds) {
		return false
	}
	if s.Km > 0 && km > 0 {
		return s.Km >= r.HugeTimes*km
	}
	return s.Minutes >= r.HugeTimes*minutes
}
