package load

import "rebound/engine/diary"

// Rates is a runner's own load a minute, TRIMP, of easy and of hard running; 0
// where it is not known.
type Rates struct{ Easy, Hard float64 }

// Of is the load of a session of so many minutes; ok is false when its kind has
// none known.
func (r Rates) Of(minutes float64, hard bool) (load float64, ok bool) {
	rate := r.Easy
	if hard {
		rate = r.Hard
	}
	return rate * minutes, rate > 0 || minutes == 0
}

// Rates is the medians of the runs of the twelve weeks up to t (the span is ours),
// each by what was measured of it. rest is the resting heart rate, 0 for unknown.
func (h *History) Rates(t diary.Date, rest float64) Rates {
	const days = 84
	m, known := h.loadMax(t), h.Max(t)
	if m.BPM == 0 || rest == 0 {
		return Rates{}
	}
	var easy, hard weighted
	past := h.Between(t-days+1, t)
	for i := range past {
		s := &past[i]
		if !s.Run || s.Minutes <= 0 || s.HRMinutes == 0 {
			continue
		}
		rate := h.measured(s, m, rest) / s.HRMinutes
		if h.Hard(s, known) {
			hard.add(rate, s.Share())
		} else {
			easy.add(rate, s.Share())
		}
	}
	return Rates{Easy: easy.median(), Hard: hard.median()}
}

// Forecast is the balance at the end of each day to come, by the same decays as
// that of the past ([Balance.Next]), from b on.
func Forecast(b Balance, loads []float64) []Balance {
	out := make([]Balance, len(loads))
	for i, load := range loads {
		b = b.Next(load)
		out[i] = b
	}
	return out
}
