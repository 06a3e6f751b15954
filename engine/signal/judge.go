package signal

import (
	"rebound/engine/diary"
	"rebound/engine/rule"
)

// window is the valid days of the recent window, at most 7 of them.
type window struct {
	n       int
	x, w    [7]float64
	sum, tw float64
}

func (v *window) add(x, w float64) {
	v.x[v.n], v.w[v.n] = x, w
	v.n++
	v.sum += x * w
	v.tw += w
}

// mean is the weighted mean without day skip; skip -1 leaves none out.
func (v *window) mean(skip int) float64 {
	sum, tw := v.sum, v.tw
	if skip >= 0 {
		sum, tw = sum-v.x[skip]*v.w[skip], tw-v.w[skip]
	}
	return sum / tw
}

// count is the days without skip, and how many of them are under limit.
func (v *window) count(skip int, limit float64) (n, under int) {
	for i := range v.n {
		if i == skip {
			continue
		}
		n++
		if v.x[i] < limit {
			under++
		}
	}
	return n, under
}

// holds reports whether a condition holds on the whole window, and whether it
// still does with any one day left out.
func (v *window) holds(c condition) (whole, robust bool) {
	if !c.on(v, -1) {
		return false, false
	}
	for i := range v.n {
		if !c.on(v, i) {
			return true, false
		}
	}
	return true, true
}

// judge sets Name, Cut, Held, Short and Past from the window and the baseline.
func judge(s *State, v *window, r *rule.Settings) {
	_, s.Short = v.count(-1, r.SleepShort)
	gate, robust := v.holds(adverse(s, r, r.GateK))
	s.Held = gate && !robust
	if robust {
		s.Name = Adverse
	}
	if s.Cut = robust; s.Kind != diary.Sleep { // whose condition knows no k
		_, s.Cut = v.holds(adverse(s, r, r.CutK))
	}
	if s.Kind == diary.HRV && s.Name == InRange {
		if _, high := v.holds(condition{over: true, at: s.Baseline.Mean + r.UnusualK*s.Baseline.SD}); high {
			s.Name = Unusual
		}
	}
	s.Past = past(s, v, r)
}

// Rise is how far above normal resting HR is out, bpm: k SD, and at least the smaller of
// resting_hr_rise and resting_hr_rise_share of normal. Overreached runners' nights rose
// by 3.2% (Nuuttila 2024), which is under 2 bpm where normal is under 63.
func (b Baseline) Rise(k float64, r *rule.Settings) float64 {
	return max(k*b.SD, min(r.RestRise, r.RestShare*b.Mean))
}

// condition is what is asked of the window without one day.
type condition struct {
	over  bool           // its mean is at at or over it; else at it or under it
	at    float64        // the limit of the mean
	sleep *rule.Settings // of sleep by these instead
	drift float64        // of sleep, 30 min under the own normal
}

// adverse is the condition for one kind at k SDs, on the window without one
// day. HRV: mean at or below normal by k SD. Resting HR: at or above by [Baseline.Rise].
// Sleep, whose condition knows no k: under 7 h on average, on 3 nights
// or more, and 30 min under the own normal; or under 6 h with 5 nights known.
func adverse(s *State, r *rule.Settings, k float64) condition {
	if s.Kind == diary.Sleep {
		return condition{sleep: r, drift: s.Baseline.Mean - r.SleepDrop}
	}
	return condition{over: s.Kind == diary.RestingHR, at: s.limit(k, r)}
}

// on reports whether the condition holds on a window without day skip.
func (c *condition) on(v *window, skip int) bool {
	m := v.mean(skip)
	switch r := c.sleep; {
	case r != nil:
		n, short := v.count(skip, r.SleepShort)
		drift := m < r.SleepShort && short >= int(r.SleepShortDays) && (r.SleepLiteral != 0 || m <= c.drift)
		return drift || m < r.SleepVeryShort && n >= int(r.SleepVeryDays)
	case c.over:
		return m >= c.at
	}
	return m <= c.at
}

// Limit is where the mean of the window begins to be adverse, in the unit of the
// comparison, for pictures. Of sleep it is the highest mean that can be: short nights
// have to be as many as sleep_short_nights too.
func (s State) Limit(r *rule.Settings) float64 { return s.limit(r.GateK, r) }

func (s State) limit(k float64, r *rule.Settings) float64 {
	b := s.Baseline
	switch {
	case s.Kind == diary.HRV:
		return b.Mean - k*b.SD
	case s.Kind == diary.RestingHR:
		return b.Mean + b.Rise(k, r)
	case r.SleepLiteral != 0:
		return r.SleepShort
	}
	return max(r.SleepVeryShort, min(r.SleepShort, b.Mean-r.SleepDrop))
}
