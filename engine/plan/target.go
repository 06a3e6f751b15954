package plan

import (
	"math"

	"rebound/engine/verdict"
)

// Target is what a session asks for; what is not known is 0.
type Target struct {
	HR    [2]float64 // bpm
	Speed [2]float64 // m/s, the slower limit first; both the same for a race
	From  string     // where the maximum behind HR comes from, as Plan.MaxFrom
}

// Shares of maximal heart rate for each kind of session (ours). The easy zone
// ends where the easy-pace check does.
var (
	easyHR     = [2]float64{0.65, 0.80}
	tempoHR    = [2]float64{0.84, 0.90}
	intervalHR = [2]float64{0.90, 0.97}
)

// Target is a session's heart rate by the maximal one and its speed by VDOT. A
// walk-run goes by feel, and rest and cross-training have none.
func (p *Plan) Target(s Session) (t Target) {
	paces := p.Paces
	if paces == nil {
		paces = new(Paces)
	}
	switch s.Kind {
	case verdict.Easy, verdict.Long:
		return Target{p.heart(easyHR), speeds(paces.Easy), p.MaxFrom}
	case verdict.Tempo:
		return Target{p.heart(tempoHR), speeds(paces.Tempo), p.MaxFrom}
	case verdict.Intervals:
		return Target{p.heart(intervalHR), speeds(paces.Intervals), p.MaxFrom}
	case verdict.Race:
		if paces.VDOT > 0 && s.Km > 0 {
			pace := RaceMinutes(paces.VDOT, s.Km) / s.Km
			t.Speed = speeds([2]float64{pace, pace})
		}
	}
	return t
}

func (p *Plan) heart(share [2]float64) [2]float64 {
	return [2]float64{math.Round(share[0] * p.MaxHR), math.Round(share[1] * p.MaxHR)}
}

// speeds turns minutes a kilometre into m/s.
func speeds(pace [2]float64) (out [2]float64) {
	for i, p := range pace {
		if p > 0 {
			out[i] = 1000 / (60 * p)
		}
	}
	return out
}
