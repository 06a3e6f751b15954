package load

import "math"

// Weights are the two constants of Banister's TRIMP.
type Weights struct{ A, B float64 }

// Banister 1991: TRIMP = min * r * a * e^(b*r), with r the share of heart-rate
// reserve. Other tools use a = 0.64 or 0.822 for women, up to 34% apart.
var (
	Men   = Weights{0.64, 1.92}
	Women = Weights{0.86, 1.67}
)

// WeightsFor chooses by sex. Where it is not said, men's are used, and the
// reader hears so.
func WeightsFor(sex string) Weights {
	if sex == "female" {
		return Women
	}
	return Men
}

// PerMinute is the TRIMP of one minute at hr with a resting and maximal heart
// rate, all bpm. Below rest it is 0, above maximum it is that of the maximum.
func (w Weights) PerMinute(hr, rest, max float64) float64 {
	if max <= rest {
		return 0
	}
	r := math.Min(math.Max((hr-rest)/(max-rest), 0), 1)
	return r * w.A * math.Exp(w.B*r)
}

// table is TRIMP per second at each bpm for one pair of rest and maximum; a
// runner's sessions share a few pairs, so it is worth keeping the last.
type table struct {
	w         Weights
	rest, max float64
	perSecond [256]float64
}

func (t *table) trimp(s *Session, w Weights, rest, max float64) float64 {
	if t.w != w || t.rest != rest || t.max != max {
		t.w, t.rest, t.max = w, rest, max
		for h := range t.perSecond {
			t.perSecond[h] = w.PerMinute(float64(h), rest, max) / 60
		}
	}
	sum := 0.0
	for h := int(rest); h < len(s.HR); h++ { // nothing counts at rest
		if secs := s.HR[h]; secs > 0 {
			sum += float64(secs) * t.perSecond[h]
		}
	}
	return sum
}
