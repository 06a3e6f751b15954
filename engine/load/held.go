package load

import (
	"cmp"
	"slices"

	"rebound/engine/diary"
)

// hold is how long a heart-rate sample stands for what follows it while the timer
// runs, in steps: a minute, the longest interval at which a watch records (ours).
const hold = 60 / diary.TrackStep

// held is an activity's heart rate, speed and power with each sample held until the
// next, for a minute at most, so that a run says the same however often its watch wrote.
// Heart rate is held through a strap that fails, the others only where nothing at all was
// recorded. None is held while the timer stood still.
func held(a *diary.Activity) (hr []uint8, speed, power []uint16) {
	steps := recorded(&a.Track)
	standing := stops(steps, a.Elapsed-a.Seconds)
	return keep(a.Track.HR, standing, nil), keep(a.Track.Speed, standing, steps), keep(a.Track.Power, standing, steps)
}

// keep holds a column's values, not through steps that stood still, nor over one that
// has been recorded without it.
func keep[T uint8 | uint16](col []T, standing, recorded []bool) []T {
	out, age := slices.Clone(col), hold
	for i, v := range out {
		switch age++; {
		case v > 0:
			age = 0
		case standing[i] || recorded != nil && recorded[i]:
			age = hold
		case age < hold:
			out[i] = out[i-1]
		}
	}
	return out
}

// recorded is the steps in which anything was.
func recorded(t *diary.Track) []bool {
	out := make([]bool, t.Len())
	seen(out, t.HR)
	seen(out, t.Speed)
	seen(out, t.Cadence)
	seen(out, t.Power)
	for i, v := range t.Altitude {
		out[i] = out[i] || v != diary.NoAltitude
	}
	return out
}

func seen[T uint8 | uint16](out []bool, col []T) {
	for i, v := range col {
		out[i] = out[i] || v > 0
	}
}

// stops is the steps for which the timer stood still, stood seconds in all. A series
// does not say which they are: they are sought in its longest silences, as far as
// those are longer than the usual distance of two samples, and at their end.
func stops(recorded []bool, stood float32) []bool {
	out := make([]bool, len(recorded))
	if stood < diary.TrackStep {
		return out
	}
	type silence struct{ end, steps int } // steps since the sample before it
	var list []silence
	last, close := 0, 0 // close: samples in the step after the one before
	for i, r := range recorded {
		switch {
		case !r:
			continue
		case i-last > 1:
			list = append(list, silence{i, i - last})
		default:
			close++
		}
		last = i
	}
	diary.SortBy(list, func(a, b silence) int { return cmp.Or(-cmp.Compare(a.steps, b.steps), cmp.Compare(a.end, b.end)) })
	usual, left := 1, int(stood/diary.TrackStep+0.5)
	if n := (len(list) + close) / 2; n >= close && len(list) > 0 {
		usual = list[len(list)-1-(n-close)].steps
	}
	for _, s := range list {
		n := min(s.steps-usual, left)
		if n <= 0 {
			break
		}
		for i := s.end - n; i < s.end; i++ {
			out[i] = true
		}
		left -= n
	}
	return out
}
