package source

import (
	"cmp"
	"slices"

	"rebound/engine/diary"
)

// Clocks are the observations of an export's clock that say all there is: in order,
// of those in a row with one offset the first and the last. The last too, since a time
// between two observations takes the offset of the nearer one. A zero Clock (no zone
// is known) is said once, alone: what has a zone goes into a file of its own.
func Clocks(list []diary.Clock) []diary.Clock {
	slices.SortFunc(list, func(a, b diary.Clock) int {
		return cmp.Or(cmp.Compare(a.At, b.At), cmp.Compare(a.Offset, b.Offset))
	})
	var out []diary.Clock
	for i, c := range list {
		first := i == 0 || list[i-1].Offset != c.Offset
		last := i+1 == len(list) || list[i+1].Offset != c.Offset
		if (first || last) && (len(out) == 0 || out[len(out)-1] != c) {
			out = append(out, c)
		}
	}
	return out
}
