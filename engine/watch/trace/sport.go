package trace

import (
	"slices"

	"rebound/engine/diary"
)

// Moving speeds, mm/s, by which the sport of a recording is guessed (ours): the
// median of a run lies between a walk's and a bicycle's, and no tenth of it is
// downhill on wheels. Between running and cycling nothing is said.
const (
	SlowestRun   = 2100 // 7:56 min/km
	FastestRun   = 5000 // 3:20 min/km
	FastestTenth = 6000
	SlowestRide  = 5600 // 20 km/h
)

// Still is the speed in mm/s up to which nothing moves.
const Still = 500

// LooksLike tells a run or a ride by speeds in mm/s, 0 for unknown: "" where they do
// not tell, or where there are fewer than so many that move.
func LooksLike[T uint16 | uint32](speeds []T, fewest int) diary.Sport {
	var moving []int
	for _, v := range speeds {
		if v > Still {
			moving = append(moving, int(v))
		}
	}
	if len(moving) < max(1, fewest) {
		return ""
	}
	slices.Sort(moving)
	median, fast := moving[len(moving)/2], moving[len(moving)*9/10]
	switch {
	case median >= SlowestRun && median <= FastestRun && fast <= FastestTenth:
		return diary.Running
	case median >= SlowestRide:
		return "cycling"
	}
	return ""
}

// Guess is the sport that an activity's track looks like, of a file that says none.
func Guess(a *diary.Activity) diary.Sport {
	return LooksLike(a.Track.Speed, 60/diary.TrackStep)
}
