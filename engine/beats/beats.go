// Package beats reads heart rate variability from the intervals between heartbeats: it
// finds those that are no normal ones, and works out RMSSD from the others. It is the one
// place that does, for recordings in files (engine/watch/fitfile) and for a measurement
// with a strap (engine/entry).
//
//	r := beats.Read(rr) // ms, in the order in which they came
//	if r.Clean() { ... r.RMSSD, r.HR ... }
//
// What is off is found as Lipponen and Tarvainen do (J Med Eng Technol 2019; 43:173-181):
// the change from one interval to the next, and how far each lies from the median of the
// eleven around it, are held against thresholds that follow the heart's own variability
// over ninety-one beats, and their pattern tells a beat that came early, was missed, is one
// too many or was misplaced. Two things are ours (docs/adr/0045): the thresholds are
// bounded; and what is off is left out, with the two differences that it has a part in,
// and not filled in with a guess, which would make the heart look steadier than it is.
package beats

import "math"

// What a human heart at rest does, ms: outside of it an interval is none.
const (
	shortest = 300
	longest  = 2000
)

// Reading is what a recording's intervals say.
type Reading struct {
	Beats int     // intervals that came
	Off   int     // beats that were missed, too many, early or misplaced
	RMSSD float64 // ms; 0 where no two normal intervals follow each other
	HR    float64 // beats a minute, of the normal intervals; 0 without any
}

// MostOff is the share of beats that may be off before a recording says nothing of the
// heart (ours: up to it RMSSD is right within a few percent, at twice that by no means).
const MostOff = 0.05

// Clean reports whether the recording is good enough to be read.
func (r Reading) Clean() bool { return r.RMSSD > 0 && r.Share() <= MostOff }

// Share is the share of the beats that were off.
func (r Reading) Share() float64 {
	if r.Beats == 0 {
		return 0
	}
	return float64(r.Off) / float64(r.Beats)
}

// Read reads intervals in ms, in the order in which they came.
func Read(rr []uint16) Reading {
	off := find(rr)
	r := Reading{Beats: len(rr)}
	var sum, squares float64
	normal, pairs := 0, 0
	for i, v := range rr {
		if off[i] {
			continue
		}
		normal, sum = normal+1, sum+float64(v)
		if i > 0 && !off[i-1] {
			d := float64(v) - float64(rr[i-1])
			squares, pairs = squares+d*d, pairs+1
		}
	}
	if normal > 0 {
		r.HR = 60_000 * float64(normal) / sum
	}
	if pairs > 0 {
		r.RMSSD = math.Sqrt(squares / float64(pairs))
	}
	r.Off = count(off)
	return r
}

// count is how many beats are off, of the intervals that are: a beat that came early or was
// misplaced spoils the two that it stands between, one that was missed a single one.
func count(off []bool) (n int) {
	run := 0
	for i := range off {
		if off[i] {
			run++
		}
		if run > 0 && (!off[i] || i+1 == len(off)) {
			n, run = n+max(1, run-1), 0
		}
	}
	return n
}
