package beats

import (
	"math"
	"slices"
)

// The constants of Lipponen and Tarvainen.
const (
	alpha         = 5.2 // quartile deviations: where they are of a normal distribution, 99.95% of the beats lie within
	spread        = 91  // beats over which a quartile deviation is taken
	around        = 11  // beats of which a median is taken
	slope, offset = 0.13, 0.17
	far           = 3 // thresholds from the median
)

// The bounds of the two thresholds, as shares of the median (ours). The lower one is for a
// heart so regular that its own variability is less than a strap can tell. The upper ones
// are for a recording so full of faults that they make its variability: without them one
// in which every fifth beat is off has none that is (docs/adr/0045 has the numbers).
const (
	leastThreshold = 0.01
	mostChange     = 0.40
	mostDistance   = 0.20
)

// find marks the intervals that are no normal ones.
func find(rr []uint16) []bool {
	off := make([]bool, len(rr))
	x := make([]float64, len(rr))
	for i, v := range rr {
		x[i], off[i] = float64(v), v < shortest || v > longest
	}
	median := medians(x)
	change, distance := make([]float64, len(x)), make([]float64, len(x))
	for i := range x {
		if i > 0 {
			change[i] = x[i] - x[i-1]
		}
		if distance[i] = x[i] - median[i]; distance[i] < 0 {
			distance[i] *= 2 // one too many halves an interval, one missed doubles it
		}
	}
	ofChange, ofDistance := thresholds(change), thresholds(distance)
	for i, m := range median {
		change[i] /= min(max(ofChange[i], leastThreshold*m), mostChange*m)
		distance[i] /= min(max(ofDistance[i], leastThreshold*m), mostDistance*m)
	}
	for i := range x {
		before, d, next, after := at(change, i-1), change[i], at(change, i+1), at(change, i+2)
		switch apart := math.Abs(distance[i]) > far; {
		case !apart && math.Abs(d) <= 1:
		case d > 1 && max(before, next) < -slope*d-offset, d < -1 && min(before, next) > -slope*d+offset:
			off[max(0, i-1)], off[i] = true, true // the beat between the two came early, or is misplaced
		case apart, d > 1 && min(next, after) < -1, d < -1 && max(next, after) > 1:
			off[i] = true // the beat before it was missed, or is one too many
		}
	}
	return off
}

func at(list []float64, i int) float64 {
	if i < 0 || i >= len(list) {
		return 0
	}
	return list[i]
}

// medians is the median of the beats around each.
func medians(x []float64) []float64 {
	out := make([]float64, len(x))
	near := make([]float64, 0, around)
	for i := range x {
		near = append(near[:0], window(x, i, around)...)
		slices.Sort(near)
		out[i] = quantile(near, 0.5)
	}
	return out
}

// thresholds is what covers the sizes of nearly all normal beats around each.
func thresholds(x []float64) []float64 {
	out := make([]float64, len(x))
	size := make([]float64, 0, spread)
	for i := range x {
		size = size[:0]
		for _, v := range window(x, i, spread) {
			size = append(size, math.Abs(v))
		}
		slices.Sort(size)
		out[i] = alpha * (quantile(size, 0.75) - quantile(size, 0.25)) / 2
	}
	return out
}

func window(x []float64, i, n int) []float64 { return x[max(0, i-n/2):min(len(x), i+n/2+1)] }

// quantile is of a list in order, between its elements too.
func quantile(sorted []float64, q float64) float64 {
	at := q * float64(len(sorted)-1)
	i := int(at)
	if i+1 == len(sorted) {
		return sorted[i]
	}
	return sorted[i] + (at-float64(i))*(sorted[i+1]-sorted[i])
}
