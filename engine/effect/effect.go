// Package effect asks of a runner's own days whether something that comes before some
// of them goes with another reading: a late drink with a lower HRV, say.
//
//	shift := effect.Of(nights, effect.Middle, effect.Nights, &rules)
//	seen := effect.Seen(shifts, rules.EffectFalse)
//
// Nights with it are set against the runner's own other nights of the same weekday, the
// same season and the same series, so that neither a weekend nor a winter nor a new
// watch passes for the drink. The answer is the Hodges-Lehmann shift (the median of all
// differences between the two kinds of nights; Hodges and Lehmann 1963), or of what is
// yes or no the mean of them, with an interval from resampling whole weeks, since
// neighbouring nights are alike (a block bootstrap; Künsch 1989), or several weeks in a row
// where it is asked of what lasts ([Block]); of few blocks it is wider (few.go). With too few nights
// on a side, or nights of too few weeks, there is no answer: where there was nothing, one
// journey of ten nights seemed to do something 30 times in 100. Of many questions some
// seem answered by chance: [Seen] corrects for their number (Benjamini and Hochberg 1995).
//
// A shift is what goes together, never a cause. The same nights give the same shift, in
// any order, natively and in wasm: weeks are drawn with a fixed seed, and counted in
// whole numbers.
package effect

import (
	"math"

	"rebound/engine/diary"
	"rebound/engine/rule"
)

// Night is one reading and what came before it. A night of which that is not known is
// none: leave it out.
type Night struct {
	Date   diary.Date // at most one of a date
	Value  float64    // in any unit; HRV as ln ms
	With   bool       // what is asked about came before it
	Series int        // what was measured otherwise is another series, and compared with none
}

// Measure is what is made of the differences.
type Measure uint8

const (
	Middle Measure = iota // their median
	Mean                  // their mean: of values that are 0 or 1
)

// Block is how many weeks in a row are drawn at once: as many as days go on alike.
type Block int

const (
	Nights Block = 1 // what comes and goes from night to night: a drink
	Spells Block = 3 // what lasts: a signal's state, which is of a week, or what came within a week (ours)
)

// Shift is by how much nights with it differ from those without, in the unit of the
// nights.
type Shift struct {
	Known         bool // there are enough nights of both kinds
	By, Low, High float64
	P             float64 // of as much by chance, two-sided, from the spread of the drawn shifts
	With, Without int     // the nights that were compared
	Had, Lacked   int     // all nights with it and without, those that nothing could be set against too

	WeeksWith, WeeksWithout int // the weeks that those which were compared are of
}

// Of is the shift of nights in any order.
func Of(nights []Night, m Measure, b Block, r *rule.Settings) Shift {
	c := compare(nights, int(r.EffectSeason))
	out := c.Shift
	if min(out.With, out.Without) < int(r.EffectNeeds) || min(out.WeeksWith, out.WeeksWithout) < int(r.EffectWeeks) {
		return out
	}
	out.Known = true
	for w := range c.drawn {
		c.drawn[w] = 1
	}
	out.By = c.statistic(m)
	shifts := c.resample(m, int(b))
	blocks := float64(len(c.used)) / float64(b)
	out.Low, out.High = ends(shifts, widened(r.EffectInterval, blocks))
	out.P = chance(out.By, shifts, float64(min(out.WeeksWith, out.WeeksWithout))/float64(b), blocks)
	return out
}

// Seen reports for each shift whether it is to be believed beside the others that were
// asked about at once, so that of those believed a share is wrong at most, on average
// (Benjamini and Hochberg 1995). What is not known counts as not asked.
func Seen(shifts []Shift, share float64) []bool {
	var order []int
	for i := range shifts {
		if shifts[i].Known {
			order = append(order, i)
		}
	}
	diary.SortBy(order, func(i, j int) int {
		switch a, b := shifts[i].P, shifts[j].P; {
		case a < b:
			return -1
		case a > b:
			return 1
		}
		return 0
	})
	seen, last := make([]bool, len(shifts)), 0
	for rank, i := range order {
		if shifts[i].P <= share*float64(rank+1)/float64(len(order)) {
			last = rank + 1
		}
	}
	for _, i := range order[:last] {
		seen[i] = true
	}
	return seen
}

// chance is how probable a shift of by or more either way is where there is none, with the
// spread of the drawn ones: a little more of it where one side is of few blocks, whose spread
// comes out too small. Shifts are normal, or of so few blocks in all as Student's t has them.
func chance(by float64, drawn []float64, side, blocks float64) float64 {
	mean, squares := 0.0, 0.0
	for _, v := range drawn {
		mean += v / float64(len(drawn))
	}
	for _, v := range drawn {
		squares += (v - mean) * (v - mean)
	}
	if squares == 0 {
		if by == 0 {
			return 1
		}
		return 0
	}
	z := math.Abs(by) / math.Sqrt(squares/float64(len(drawn)-1)*side/(side-1))
	if blocks < fewBlocks {
		z = normal(z, blocks-1)
	}
	return tails(z)
}
