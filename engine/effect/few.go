package effect

import "math"

// fewBlocks is from how many on blocks are many (ours, as tables of Student's t mostly end
// there): of fewer, the drawn shifts spread too little, and by how much is not known either.
const fewBlocks = 30

// widened is the share of the draws that holds the truth as often as the share that is asked
// for would of many blocks, where there are n (the expanded percentile interval; Hesterberg
// 2015).
func widened(share, n float64) float64 {
	if n >= fewBlocks {
		return share
	}
	low, z := 0.0, 8.0
	for range 50 { // half by half, to where the normal leaves the rest of the share
		if mid := (low + z) / 2; tails(mid) > 1-share {
			low = mid
		} else {
			z = mid
		}
	}
	return 1 - tails(student(z, n-1)*math.Sqrt(n/(n-1)))
}

// student is what Student's t of so many degrees of freedom has in the place of a normal's
// z, and normal the other way round (Wallace 1959: of two degrees within 2%).
func student(z, free float64) float64 {
	z /= shrunk(free)
	return math.Sqrt(free * (math.Exp(z*z/free) - 1))
}

func normal(t, free float64) float64 { return shrunk(free) * math.Sqrt(free*math.Log(1+t*t/free)) }

func shrunk(free float64) float64 { return (8*free + 1) / (8*free + 3) }

// tails is how much of a normal lies z SD or more from its middle, either way, by Abramowitz
// and Stegun 7.1.26: within 2 in 10 million.
func tails(z float64) float64 {
	z /= math.Sqrt2
	t := 1 / (1 + 0.3275911*z)
	return t * (0.254829592 + t*(-0.284496736+t*(1.421413741+t*(-1.453152027+t*1.061405429)))) * math.Exp(-z*z)
}
