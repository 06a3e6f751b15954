package fitfile

import (
	"fmt"
	"math"
	"slices"

	"rebound/engine/diary"
)

// What makes a recording with beat-to-beat intervals a resting one: a minute of
// them at least, nobody went anywhere, the heart beat slowly. Past a quarter of
// an hour it is a night or a yoga class, not the morning's reading (ours).
const (
	minResting       = 60 * 1000 // ms
	maxResting       = 15 * 60 * 1000
	maxRestingMeters = 100
	minRestingRR     = 600 // ms
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

// addResting turns a resting recording into an HRV reading; false when the part
// holds none and is an activity like any other.
func (r *reader) addResting() bool {
	var total int
	for _, v := range r.beats {
		total += int(v)
	}
	if total < minResting || total > maxResting || total/len(r.beats) < minRestingRR {
		return false
	}
	at := r.beatsAt
	var far, near uint32 = 0, missing
	for i := range r.rows {
		if d := r.rows[i].v[colDistance]; d != missing {
			far, near = max(far, d), min(near, d)
		}
	}
	meters := float32(far-min(near, far)) / 100
	for _, s := range r.sessions {
		meters = max(meters, s.Meters)
		if s.start != 0 {
			at = s.start
		}
	}
	if !plausible(at) {
		at = r.started
	}
	v, removed := RMSSD(r.beats)
	switch {
	case meters > maxRestingMeters || v == 0 && meters > 0 || !plausible(at):
		return false
	case v == 0: // nobody moved: no activity either
		r.artefacts = removed
	default:
		r.out.HRV = append(r.out.HRV, diary.HRVStamp{At: unix(at), Value: float32(v), Metric: diary.MetricRestingRR})
	}
	return true
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
