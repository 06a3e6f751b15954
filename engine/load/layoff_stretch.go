package load

import (
	"cmp"
	"slices"

	"rebound/engine/diary"
)

const (
	running  = 1.8 // m/s: slower is walking (ours)
	walkRest = 30  // seconds at a walk that end a stretch: a traffic light does not (ours)
)

// Unbroken is the longest stretch of a run without a walk, minutes; known is
// false when its speed was not recorded.
func Unbroken(d *diary.Diary, s *Session) (minutes float64, known bool) {
	i, _ := slices.BinarySearchFunc(d.Activities, s.Start, func(a diary.Activity, start int64) int {
		return cmp.Compare(a.Start, start)
	})
	for ; i < len(d.Activities) && d.Activities[i].Start == s.Start; i++ {
		if a := &d.Activities[i]; a.Sport == diary.Running && a.Date == s.Date {
			return stretch(a.Track.Speed)
		}
	}
	return 0, false
}

// stretch is the longest of a track's speeds, mm/s. A step that is not known is
// taken for a walk.
func stretch(speeds []uint16) (minutes float64, known bool) {
	ran, walked, longest := 0, 0, 0
	for _, v := range speeds {
		known = known || v > 0
		if float64(v)/1000 >= running {
			ran, walked = ran+walked+1, 0
		} else if walked++; walked*diary.TrackStep >= walkRest {
			ran, walked = 0, 0
		}
		longest = max(longest, ran)
	}
	return float64(longest) * diary.TrackStep / 60, known
}
