package load

import (
	"math"
	"slices"

	"rebound/engine/diary"
)

// What tells running from walking; all ours.
const (
	surelyRuns = 1.8 // m/s: few walk that fast
	surelyWalk = 1.5 // m/s: a run whose upper quartile is under it is a walk
	slowRunner = 0.9 // of the upper quartile: what a runner slower than surelyRuns runs at
	walkRest   = 30  // seconds at a walk that end a stretch: a traffic light does not
)

// Unbroken is the longest stretch of a run without a walk, minutes; known is
// false when its speed was not recorded.
func (s *Session) Unbroken() (minutes float64, known bool) { return s.Stretch, s.Paced }

// stretch is the steps of the longest of a track's speeds, mm/s, and those of all
// its running. A step that is not known is taken for a walk.
func stretch(speeds []uint16) (longest, all int, known bool) {
	least, known := runningSpeed(speeds)
	ran, walked := 0, 0
	for _, v := range speeds {
		if known && float64(v) >= least {
			ran, walked, all = ran+walked+1, 0, all+1
		} else if walked++; walked*diary.TrackStep >= walkRest {
			ran, walked = 0, 0
		}
		longest = max(longest, ran)
	}
	return longest, all, known
}

// runningSpeed is the speed from which a track's steps are running, mm/s.
func runningSpeed(speeds []uint16) (least float64, known bool) {
	var sorted []float64 // as what else is sorted: a sort of its own type would be 13 kB
	for _, v := range speeds {
		if v > 0 {
			sorted = append(sorted, float64(v))
		}
	}
	if len(sorted) == 0 {
		return 0, false
	}
	slices.Sort(sorted)
	upper := sorted[len(sorted)*3/4]
	if upper < 1000*surelyWalk {
		return math.Inf(1), true
	}
	return min(1000*surelyRuns, slowRunner*upper), true
}
