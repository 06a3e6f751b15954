package fitfile

import (
	"fmt"
	"math"
	"slices"

	"rebound/engine/diary"
	"rebound/engine/watch/trace"
)

// What makes a recording with beat-to-beat intervals one of rest, as far as the file
// knows (docs/MODEL.md, Signals): two minutes of them at least, no sport but a
// generic one or breathing, nobody went anywhere, the heart beat slowly. Past a
// quarter of an hour it is a night or a yoga class, not the morning's reading (ours).
// Whether the heart was near the resting rate is for diary.Build to say, which knows
// that rate.
const (
	minResting       = 2 * 60 * 1000 // ms
	maxResting       = 15 * 60 * 1000
	maxRestingMeters = 100
	minRestingRR     = 600 // ms
	maxMoving        = 10  // one record in so many
	maxBeats         = 1 << 20
)

// intervals reads an array of beat-to-beat intervals in ms.
func (r *reader) intervals(m message, num byte) {
	b, _ := m.find(num)
	if len(r.beats) == 0 {
		r.beatsAt = max(m.at, r.at) // hrv messages have no time of their own
	}
	for ; len(b) >= 2 && len(r.beats) < maxBeats; b = b[2:] {
		if v := m.uint16(b); v != 0xFFFF && v != 0 {
			r.beats = append(r.beats, v)
		}
	}
}

// addResting makes an HRV reading of a recording at rest. It remains a session, so
// that none is lost where the diary finds that it was no rest.
func (r *reader) addResting() {
	var total int
	for _, v := range r.beats {
		total += int(v)
	}
	if total < minResting || total > maxResting || total/len(r.beats) < minRestingRR || !r.still() {
		return
	}
	at := r.beatsAt
	for _, s := range r.sessions {
		if s.start != 0 {
			at = s.start
		}
	}
	if !plausible(at) {
		at = r.started
	}
	if !plausible(at) {
		return
	}
	when := unix(at)
	if n := len(r.out.Activities); n > r.before {
		a := &r.out.Activities[n-1]
		if when = a.Start; a.AvgHR == 0 {
			a.AvgHR = uint8(60_000 * len(r.beats) / total)
		}
	}
	v, removed := RMSSD(r.beats)
	if v == 0 {
		r.artefacts = removed
		return
	}
	r.out.HRV = append(r.out.HRV, diary.HRVStamp{At: when, Value: float32(v), Metric: diary.MetricRestingRR})
}

// still reports whether a part's one recording is of no sport that moves, and nobody
// moved in it.
func (r *reader) still() bool {
	if len(r.sessions) > 1 || len(r.sessions) == 0 && len(r.sports) > 0 {
		return false
	}
	var far, near uint32 = 0, missing
	moving := 0
	for i := range r.rows {
		v := &r.rows[i].v
		if d := v[colDistance]; d != missing {
			far, near = max(far, d), min(near, d)
		}
		if s, c := v[colSpeed], v[colCadence]; s != missing && s > trace.Stands || c != missing && c > 0 {
			moving++
		}
	}
	meters := float32(far-min(near, far)) / 100
	for _, s := range r.sessions {
		if !s.generic() {
			return false
		}
		meters = max(meters, s.Meters)
	}
	return meters <= maxRestingMeters && moving*maxMoving <= len(r.rows)
}

// maxArtefacts is the share of intervals that may be removed before a recording
// is too noisy to say anything (ours; published limits lie between 5 and 20 %).
const maxArtefacts = 0.15

// RMSSD is the root mean square of successive differences of beat-to-beat
// intervals (ms), after removal of artefacts, and the share of intervals that
// were removed. It is 0 when more than 15 % were, or no two neighbours remain.
// Only pairs that followed each other in the recording count: closing the gap
// of a removed beat would invent a difference.
func RMSSD(rr []uint16) (ms, removed float64) {
	ok := accepted(rr)
	var sum float64
	pairs, kept := 0, 0
	for i := range rr {
		if !ok[i] {
			continue
		}
		kept++
		if i > 0 && ok[i-1] {
			d := float64(rr[i]) - float64(rr[i-1])
			sum += d * d
			pairs++
		}
	}
	if len(rr) == 0 {
		return 0, 0
	}
	removed = float64(len(rr)-kept) / float64(len(rr))
	if removed > maxArtefacts || pairs == 0 {
		return 0, removed
	}
	return math.Sqrt(sum / float64(pairs)), removed
}

// accepted marks the intervals that are no artefacts: within 300 to 2000 ms, as
// a human heart is, and within 20 % (Malik's limit) of the median of the ones
// around them. The median, not the interval before, so that one missed beat
// does not condemn the good one that follows it.
func accepted(rr []uint16) []bool {
	const half = 5
	ok := make([]bool, len(rr))
	inRange := func(v uint16) bool { return v >= 300 && v <= 2000 }
	var near []uint16
	for i, v := range rr {
		if !inRange(v) {
			continue
		}
		near = near[:0]
		for _, w := range rr[max(0, i-half):min(len(rr), i+half+1)] {
			if inRange(w) {
				near = append(near, w)
			}
		}
		slices.Sort(near)
		median := (float64(near[(len(near)-1)/2]) + float64(near[len(near)/2])) / 2
		ok[i] = math.Abs(float64(v)-median) <= 0.20*median
	}
	return ok
}

func faultNoisy(removed float64) *fault {
	s := fmt.Sprintf("%.0f %% of its heartbeats are artefacts", removed*100)
	return &fault{"noisy", s + ", too many for an HRV reading",
		"This resting recording gives no HRV: " + s + ".", "Wet the strap's electrodes, sit still, and record again."}
}
