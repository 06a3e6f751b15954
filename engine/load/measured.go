package load

import (
	"cmp"

	"rebound/engine/diary"
)

// Share is the share of a session over which heart rate is known, 0 to 1.
func (s *Session) Share() float64 {
	switch {
	case s.HRMinutes == 0:
		return 0
	case s.HRMinutes >= s.Minutes:
		return 1
	}
	return s.HRMinutes / s.Minutes
}

// Measured is the share of the minutes from day a to day b over which heart rate is
// known, of all sessions; 1 where there were none.
func (h *History) Measured(a, b diary.Date) float64 {
	with, all := 0.0, 0.0
	window := h.Between(a, b)
	for i := range window {
		s := &window[i]
		with, all = with+s.Share()*s.Minutes, all+s.Minutes
	}
	if all == 0 {
		return 1
	}
	return with / all
}

// trimp is a session's load on t; ok is false where it cannot be said at all. Its
// minutes without heart rate count at a blend of its own mean, by the share that was
// measured, and of the runner's median minute of that sport, by the rest: a strap that
// dies a minute later changes little, wherever in the session that is.
func (h *History) trimp(s *Session, m MaxHR, rest float64, t diary.Date) (load float64, ok bool) {
	if m.BPM == 0 || rest == 0 {
		return 0, false
	}
	if s.Reported {
		return h.byEffort(s, m, rest, t)
	}
	share := s.Share()
	load = h.measured(s, m, rest)
	if share == 1 {
		return load, true
	}
	own, usual := 0.0, h.usualMinute(s, m, rest, t)
	if share > 0 {
		own = load / s.HRMinutes
	}
	switch {
	case usual == 0 && share == 0:
		return 0, false
	case usual == 0:
		usual = own
	}
	return load + (s.Minutes-s.HRMinutes)*(share*own+(1-share)*usual), true
}

// measured is the load of a session's minutes with heart rate. It is kept, since the
// sessions of six weeks are asked for it again and again.
func (h *History) measured(s *Session, m MaxHR, rest float64) float64 {
	if k := &s.cached; k.rest != rest || k.max != m.BPM {
		*k = cached{rest, m.BPM, h.table.trimp(s, h.weights, rest, m.BPM)}
	}
	return s.cached.load
}

// cached is the load of a session for one resting and maximal heart rate.
type cached struct{ rest, max, load float64 }

// LoadDays is how far back load is spoken of: the time constant of fitness.
const LoadDays = 42

// usualMinute is the runner's median load a minute in a session's sport over the 42
// days before t; 0 where heart rate was never recorded in it.
func (h *History) usualMinute(s *Session, m MaxHR, rest float64, t diary.Date) float64 {
	var rates weighted
	past := h.Between(t-LoadDays, t-1)
	for i := range past {
		if p := &past[i]; p.Sport == s.Sport && p.HRMinutes > 0 {
			rates.add(h.measured(p, m, rest)/p.HRMinutes, p.Share())
		}
	}
	return rates.median()
}

// weighted is values, each with the weight that it has.
type weighted [][2]float64

func (w *weighted) add(v, weight float64) { *w = append(*w, [2]float64{v, weight}) }

// median is the value with as much weight below it as above, between two values by a
// straight line: of equal weights the common median, and without a step as one of them
// grows. 0 for none.
func (w weighted) median() float64 {
	diary.SortBy(w, func(a, b [2]float64) int { return cmp.Compare(a[0], b[0]) })
	half := 0.0
	for _, v := range w {
		half += v[1] / 2
	}
	at, before, value := 0.0, 0.0, 0.0 // the weight up to the middle of the value before, and that value
	sum := 0.0
	for i, v := range w {
		at = sum + v[1]/2
		if at >= half {
			if i == 0 || at == before {
				return v[0]
			}
			return value + (v[0]-value)*(half-before)/(at-before)
		}
		sum, before, value = sum+v[1], at, v[0]
	}
	return value
}
