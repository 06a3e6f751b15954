package load

import (
	"slices"

	"rebound/engine/diary"
)

// stride is the medians over the steps in which the runner was moving.
func stride(t *diary.Track) Stride {
	return Stride{
		Cadence:    2 * median(t, t.Cadence),
		StepLength: median(t, t.StepLength),
		StanceTime: median(t, t.StanceTime) / 10,
		Balance:    median(t, t.Balance) / 100,
		VertRatio:  median(t, t.VertRatio) / 100,
	}
}

func median[T uint8 | uint16](t *diary.Track, col []T) float64 {
	var x []T
	for i, v := range col {
		if v > 0 && (i >= len(t.Speed) || float64(t.Speed[i])/1000 > Moving) {
			x = append(x, v)
		}
	}
	if len(x) == 0 {
		return 0
	}
	slices.Sort(x)
	n := len(x)
	return (float64(x[(n-1)/2]) + float64(x[n/2])) / 2
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
