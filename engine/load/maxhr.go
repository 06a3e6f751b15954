package load

import (
	"math"

	"rebound/engine/diary"
)

// MaxSource says where a maximal heart rate comes from.
type MaxSource uint8

const (
	MaxUnknown MaxSource = iota
	MaxSetting           // the runner's own setting
	MaxSeen              // the highest 30-s mean of the last 12 months that two days have witnessed
	MaxWatch             // the watch's own setting
	MaxAge               // 208 - 0.7 age (Tanaka 2001)
)

// String is the JSON name of the source; "" for not known.
func (s MaxSource) String() string { return [...]string{"", "setting", "seen", "watch", "age"}[s] }

// MaxHR is the maximal heart rate in use and where it comes from; zero where it is
// not known. Then there are no zones, and heart rate makes no session hard.
type MaxHR struct {
	BPM    float64
	Source MaxSource
}

// Max is the maximal heart rate as known on t. What was seen in the runs counts if it
// can be a maximum: near enough to the age formula's, or reached in a race or in a
// session that was rated as one, or above what the watch has set. Else a few easy runs
// would make every easy run look hard.
func (h *History) Max(t diary.Date) MaxHR {
	r := &h.rules
	if r.MaxHR > 0 {
		return MaxHR{r.MaxHR, MaxSetting}
	}
	formula, seen := 0.0, h.witnessed(t)
	if age := h.age(); age > 0 {
		formula = 208 - 0.7*age
	}
	if seen > 0 && formula > 0 && seen >= r.MaxShare*formula-1e-9 {
		return MaxHR{seen, MaxSeen}
	}
	set := h.watchMax(t)
	switch {
	case seen > 0 && (set > 0 && seen >= set || h.allOut(t, seen)):
		return MaxHR{seen, MaxSeen}
	case set > 0:
		return MaxHR{set, MaxWatch}
	case formula > 0:
		return MaxHR{formula, MaxAge}
	}
	return MaxHR{}
}

// loadMax is the maximum that load goes by. Where none is known it is the highest that
// was seen: load is held against the runner's own alone, and one scale of it is as good
// as another, where a zone or a hard session would be wrong.
func (h *History) loadMax(t diary.Date) MaxHR {
	m := h.Max(t)
	if m.BPM == 0 {
		if m.BPM = h.witnessed(t); m.BPM == 0 {
			lo, hi := h.index(t-year+1, t)
			m.BPM = h.highest(lo, hi, math.Inf(1)).bpm
		}
	}
	return m
}

// age is the setting, else what the watch's settings last said; 0 where it is not known.
func (h *History) age() float64 {
	if h.rules.Age > 0 {
		return h.rules.Age
	}
	return float64(h.wearer.Age)
}

// wear keeps of what the watch's settings say of its wearer what a maximum is asked for, on
// every day of a session: the age, and each maximum from when it was set.
func (h *History) wear() {
	for _, p := range h.persons {
		if p.Age > 0 {
			h.wearer.Age = p.Age
		}
		if p.MaxHR > 0 && p.MaxHR != h.wearer.MaxHR {
			h.wearer.MaxHR = p.MaxHR
			h.set = append(h.set, peak{float64(p.MaxHR), diary.DateAt(p.At, 0)})
		}
	}
}

// watchMax is the maximum that the watch had set by t, 0 where it had none or a default:
// 220 - age, within a birthday, or one of the round numbers that watches begin with.
func (h *History) watchMax(t diary.Date) float64 {
	for i := len(h.set) - 1; i >= 0; i-- {
		v := h.set[i].bpm
		if h.set[i].date > t {
			continue
		}
		if age := h.age(); age > 0 && math.Abs(v-(220-age)) <= 1 || v == 190 || v == 200 {
			return 0
		}
		return v
	}
	return 0
}

// A 30-second mean above this is a sensor's error, not a heart (ours).
const maxPlausible = 220

// year is how far back a maximal heart rate is looked for, in days.
const year = 365

// peak is the highest 30-s mean of a session.
type peak struct {
	bpm  float64
	date diary.Date
}

// witnessed is the highest peak of the year that ends on t for which a second day vouches,
// within max_witness: one dry strap's 215 decides nothing. 0 for none.
func (h *History) witnessed(t diary.Date) float64 {
	lo, hi := h.index(t-year+1, t)
	for limit := math.Inf(1); ; {
		top := h.highest(lo, hi, limit)
		if top.bpm == 0 {
			return 0
		}
		for _, p := range h.peaks[lo:hi] {
			if p.date != top.date && p.bpm <= top.bpm && p.bpm >= (1-h.rules.MaxWitness)*top.bpm-1e-9 {
				return top.bpm
			}
		}
		limit = top.bpm
	}
}

// together is how many sessions running are passed over at once where none of them can
// have the highest peak.
const together = 16

// highest is the first of the highest peaks under a limit, of sessions lo to hi.
func (h *History) highest(lo, hi int, limit float64) (top peak) {
	for i := lo; i < hi; i++ {
		if i%together == 0 && h.tops[i/together] <= top.bpm {
			i += together - 1
			continue
		}
		if p := h.peaks[i]; p.bpm > top.bpm && p.bpm < limit {
			top = p
		}
	}
	return top
}

// allOut reports whether a race, or a session rated max_rpe or more, of the year up to t
// is among those that vouch for what was seen.
func (h *History) allOut(t diary.Date, seen float64) bool {
	lo, hi := h.index(t-year+1, t)
	for i := lo; i < hi; i++ {
		s := &h.Sessions[i]
		if math.Abs(h.peaks[i].bpm-seen) > h.rules.MaxWitness*seen+1e-9 {
			continue
		}
		if s.Rated && s.Effort >= h.rules.MaxRPE || s.Run && h.Raced != nil && h.Raced(s.Date) {
			return true
		}
	}
	return false
}
