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
	formula, seen, set := 0.0, h.witnessed(t), h.watchMax(t)
	if age := h.age(); age > 0 {
		formula = 208 - 0.7*age
	}
	switch {
	case seen > 0 && (formula > 0 && seen >= r.MaxShare*formula-1e-9 || set > 0 && seen >= set || h.allOut(t, seen)):
		return MaxHR{seen, MaxSeen}
	case set > 0:
		return MaxHR{set, MaxWatch}
	case formula > 0:
		return MaxHR{formula, MaxAge}
	}
	return MaxHR{}
}

// age is the setting, else what the watch was last told; 0 where it is not known.
func (h *History) age() float64 {
	age := h.rules.Age
	for i := len(h.persons) - 1; i >= 0 && age == 0; i-- {
		age = float64(h.persons[i].Age)
	}
	return age
}

// watchMax is the maximum that the watch had set by t, 0 where it had none or a default:
// 220 - age, within a birthday, or one of the round numbers that watches begin with.
func (h *History) watchMax(t diary.Date) float64 {
	for i := len(h.persons) - 1; i >= 0; i-- {
		p := &h.persons[i]
		if p.MaxHR == 0 || diary.DateAt(p.At, 0) > t {
			continue
		}
		v := float64(p.MaxHR)
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
	list := h.peaks[lo:hi]
	for limit := math.Inf(1); ; {
		top := peak{}
		for _, p := range list {
			if p.bpm > top.bpm && p.bpm < limit {
				top = p
			}
		}
		if top.bpm == 0 {
			return 0
		}
		for _, p := range list {
			if p.date != top.date && p.bpm <= top.bpm && p.bpm >= (1-h.rules.MaxWitness)*top.bpm-1e-9 {
				return top.bpm
			}
		}
		limit = top.bpm
	}
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
