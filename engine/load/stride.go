package load

import (
	"slices"

	"rebound/engine/diary"
)

// stride is the means over the steps in which the runner was moving.
func stride(t *diary.Track) Stride {
	return Stride{
		Speed:      moving(t, t.Speed) / 1000,
		Cadence:    2 * moving(t, t.Cadence),
		StepLength: moving(t, t.StepLength),
		StanceTime: moving(t, t.StanceTime) / 10,
		Balance:    moving(t, t.Balance) / 100,
		VertRatio:  moving(t, t.VertRatio) / 100,
	}
}

func moving[T uint8 | uint16](t *diary.Track, col []T) float64 {
	sum, n := 0, 0
	for i, v := range col {
		if v > 0 && (i >= len(t.Speed) || t.Speed[i] > Moving*1000) {
			sum += int(v)
			n++
		}
	}
	if n == 0 {
		return 0
	}
	return float64(sum) / float64(n)
}

// Median of values; 0 for none.
func Median(x []float64) float64 {
	if len(x) == 0 {
		return 0
	}
	y := slices.Clone(x)
	slices.Sort(y)
	return (y[(len(y)-1)/2] + y[len(y)/2]) / 2
}
