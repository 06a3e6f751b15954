package tcx

import (
	"rebound/engine/diary"
	"rebound/engine/watch/trace"
)

// finish makes the activity that is open of its laps and points. One of which no
// moment is known is none.
func (r *reader) finish() {
	if !r.open {
		return
	}
	r.open, r.in = false, outside
	a := &r.a
	if r.start.At == 0 {
		return
	}
	last := r.fromLaps()
	laps := a.Meters
	a.Meters = 0
	a.Start = r.start.At
	if len(r.laps) > 0 && r.laps[0].at != 0 && a.Start-r.laps[0].at <= mostWait {
		a.Start = r.laps[0].at
	}
	recorded := r.maker.Make(a)
	a.Meters = further(laps, a.Meters, a.Seconds, a.Sport)
	if !recorded && a.Seconds == 0 && a.Meters == 0 {
		return
	}
	if !recorded {
		a.Elapsed = max(float32(last-a.Start), a.Seconds)
	}
	r.pulseFromLaps()
	if a.Sport == "" {
		a.Sport = trace.Guess(a)
	}
	r.out.Add(*a, r.start)
}

// mostWait is how long after its beginning a lap may have its first point, in seconds:
// longer than that it began at another clock.
const mostWait = 3600

// fromLaps takes the sums of the laps, and gives the end of the last.
func (r *reader) fromLaps() (last int64) {
	for _, l := range r.laps {
		r.a.Seconds += l.Seconds
		r.a.Meters += l.Meters
		if l.at != 0 {
			last = max(last, l.at+int64(l.Seconds))
		}
		if l.Seconds > 0 {
			r.a.Laps = append(r.a.Laps, l.Lap)
		}
	}
	return last
}

// pulseFromLaps takes the laps' heart rates where no point has one.
func (r *reader) pulseFromLaps() {
	if r.a.AvgHR > 0 {
		return
	}
	var beats, seconds float32
	for _, l := range r.laps {
		if l.AvgHR > 0 {
			beats, seconds = beats+l.Seconds*float32(l.AvgHR), seconds+l.Seconds
		}
		r.a.MaxHR = max(r.a.MaxHR, l.maxHR)
	}
	if seconds > 0 {
		r.a.AvgHR = uint8(beats/seconds + 0.5)
	}
}

// further is the larger of two distances that somebody can have gone in the time: laps
// and points do not always agree, and what is missing is mostly missing from one.
func further(a, b, seconds float32, sport diary.Sport) float32 {
	fastest := float32(25) // m/s, on average, on wheels
	if sport == diary.Running || sport == "" || sport == "generic" {
		fastest = 7
	}
	more, less := max(a, b), min(a, b)
	if less > 0 && seconds > 0 && more > fastest*seconds {
		return less
	}
	return more
}
