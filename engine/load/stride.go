package load

import (
	"slices"

	"rebound/engine/diary"
)

// strideOf is the means over the steps in which the runner was moving.
func strideOf(s *diary.Summary) Stride {
	mean := func(column int) float64 {
		t := s.Stride[column]
		if t.N == 0 {
			return 0
		}
		return float64(t.Sum) / float64(t.N)
	}
	return Stride{
		Speed:      mean(diary.StrideSpeed) / 1000,
		Cadence:    2 * mean(diary.StrideCadence),
		StepLength: mean(diary.StrideLength),
		StanceTime: mean(diary.StrideStance) / 10,
		Balance:    mean(diary.StrideBalance) / 100,
		VertRatio:  mean(diary.StrideRatio) / 100,
	}
}

func strides(t *diary.Track) (out [diary.StrideColumns]diary.Total) {
	out[diary.StrideSpeed] = moving(t, t.Speed)
	out[diary.StrideCadence] = moving(t, t.Cadence)
	out[diary.StrideLength] = moving(t, t.StepLength)
	out[diary.StrideStance] = moving(t, t.StanceTime)
	out[diary.StrideBalance] = moving(t, t.Balance)
	out[diary.StrideRatio] = moving(t, t.VertRatio)
	return out
}

// moving sums a column while the runner moved; where speed is not known they did.
func moving[T uint8 | uint16](t *diary.Track, col []T) (out diary.Total) {
	for i, v := range col {
		if v > 0 && (i >= len(t.Speed) || t.Speed[i] > Moving*1000) {
			out.Sum += uint32(v)
			out.N++
		}
	}
	return out
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
