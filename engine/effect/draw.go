package effect

import (
	"math"
	"slices"
)

// draws is how many times the weeks are drawn anew (ours): beyond each end of a 90% interval
// lie 30 of them.
const draws = 600

// resample is the shifts of weeks drawn with replacement, so many in a row, in order. After
// the last comes the first.
func (c *comparison) resample(m Measure, block int) []float64 {
	out := make([]float64, 0, draws)
	random := source(seed)
	for range draws {
		clear(c.drawn)
		at := 0
		for i := range c.used {
			if i%block == 0 {
				at = random.below(len(c.used))
			}
			c.drawn[c.used[(at+i%block)%len(c.used)]]++
		}
		if v := c.statistic(m); !math.IsNaN(v) { // else no two weeks of a pair were drawn
			out = append(out, v)
		}
	}
	slices.Sort(out)
	return out
}

func (c *comparison) statistic(m Measure) float64 {
	if m == Mean {
		return c.mean()
	}
	return c.middle()
}

// ends are the bounds of the middle share of sorted values.
func ends(sorted []float64, share float64) (low, high float64) {
	last := len(sorted) - 1
	cut := int(math.Round((1 - share) / 2 * float64(last)))
	return sorted[cut], sorted[last-cut]
}

// source is a stream of numbers, SplitMix64 (Steele, Lea and Flood 2014): of a
// seed always the same.
type source uint64

const seed source = 2026

// below is the next number from 0 to n-1; n is small, so that what is left over weighs
// nothing.
func (s *source) below(n int) int {
	*s += 0x9e3779b97f4a7c15
	z := uint64(*s)
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	z ^= z >> 31
	return int((z >> 32) * uint64(n) >> 32)
}
