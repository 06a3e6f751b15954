package plan

import "math"

// The Daniels-Gilbert formula (Daniels & Gilbert 1979, Oxygen Power): the
// oxygen cost of a speed v in m/min is -4.60 + 0.182258 v + 0.000104 v^2
// ml/kg/min, and of VO2max a race of t minutes can use the share
// 0.8 + 0.1894393 e^(-0.012778 t) + 0.2989558 e^(-0.1932605 t).

func cost(v float64) float64 { return -4.60 + 0.182258*v + 0.000104*v*v }

func share(minutes float64) float64 {
	return 0.8 + 0.1894393*math.Exp(-0.012778*minutes) + 0.2989558*math.Exp(-0.1932605*minutes)
}

// VDOT is what a race of km in minutes was worth, ml/kg/min.
func VDOT(km, minutes float64) float64 { return cost(1000*km/minutes) / share(minutes) }

// RaceMinutes is the time over km that a VDOT stands for, by bisection: the
// longer a race takes, the lower its VDOT.
func RaceMinutes(vdot, km float64) float64 {
	fast, slow := km, 30*km // 1 to 30 minutes a kilometre
	for range 60 {
		if mid := (fast + slow) / 2; VDOT(km, mid) > vdot {
			fast = mid
		} else {
			slow = mid
		}
	}
	return slow
}

// pace is the minutes a kilometre that cost a share of VDOT.
func pace(vdot, share float64) float64 {
	const a, b = 0.000104, 0.182258
	c := -4.60 - vdot*share
	return 1000 / ((-b + math.Sqrt(b*b-4*a*c)) / (2 * a))
}

// Paces is what a VDOT asks of each kind of session, in minutes a kilometre,
// the slower limit first. The shares of VDOT are Daniels': easy 59 to 74%,
// threshold 83 to 88%, intervals 95 to 100%.
type Paces struct {
	VDOT      float64    `json:"vdot"`
	Easy      [2]float64 `json:"easy"`
	Tempo     [2]float64 `json:"tempo"`
	Intervals [2]float64 `json:"intervals"`
	Race      float64    `json:"race,omitempty"` // 0 without a race
}

func pacesOf(vdot float64, race *Race) *Paces {
	if vdot <= 0 {
		return nil
	}
	p := &Paces{
		VDOT:      vdot,
		Easy:      [2]float64{pace(vdot, 0.59), pace(vdot, 0.74)},
		Tempo:     [2]float64{pace(vdot, 0.83), pace(vdot, 0.88)},
		Intervals: [2]float64{pace(vdot, 0.95), pace(vdot, 1)},
	}
	if race != nil {
		p.Race = RaceMinutes(vdot, race.Km) / race.Km
	}
	return p
}
