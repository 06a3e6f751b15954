package fitfile

import (
	"fmt"

	"rebound/engine/beats"
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
	read := beats.Read(r.beats)
	if !read.Clean() {
		r.artefacts = read.Share()
		return
	}
	r.out.HRV = append(r.out.HRV, diary.HRVStamp{At: when, Value: float32(read.RMSSD), Metric: diary.MetricRestingRR})
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
		if s, c := v[colSpeed], v[colCadence]; s != missing && s > trace.Still || c != missing && c > 0 {
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

func faultNoisy(share float64) *fault {
	s := fmt.Sprintf("%.0f %% of its heartbeats are artefacts", share*100)
	return &fault{"noisy", s + ", too many for an HRV reading",
		"This resting recording gives no HRV: " + s + ".", "Wet the strap's electrodes, sit still, and record again."}
}
