package load

import "math"

// Decays of fitness and fatigue per day: e^(-1/42) and e^(-1/7) (GoldenCheetah's
// PMC). Other tools use 2/(N+1); the two give different numbers.
var (
	fitnessDecay = math.Exp(-1.0 / 42)
	fatigueDecay = math.Exp(-1.0 / 7)
)

// Balance is fitness and fatigue, both in load units a day.
type Balance struct{ Fitness, Fatigue float64 }

// Form is fitness less fatigue, in load units a day.
func (b Balance) Form() float64 { return b.Fitness - b.Fatigue }

// Next is the balance at the end of a day with a load.
func (b Balance) Next(load float64) Balance {
	return Balance{
		Fitness: b.Fitness*fitnessDecay + load*(1-fitnessDecay),
		Fatigue: b.Fatigue*fatigueDecay + load*(1-fatigueDecay),
	}
}

// monotonyCap is where Foster's quotient stops meaning anything: seven equal
// days divide by nothing.
const monotonyCap = 10

// Monotony is the mean of seven daily loads over their population SD, at most
// 10, and strain their sum times it (Foster 1998). A week without load has
// neither: 0, 0.
func Monotony(week [7]float64) (monotony, strain float64) {
	sum := 0.0
	for _, v := range week {
		sum += v
	}
	if sum == 0 {
		return 0, 0
	}
	mean, ss := sum/7, 0.0
	for _, v := range week {
		ss += (v - mean) * (v - mean)
	}
	sd := math.Sqrt(ss / 7)
	monotony = monotonyCap
	if sd > mean/monotonyCap {
		monotony = mean / sd
	}
	return monotony, sum * monotony
}
