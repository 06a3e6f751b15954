package apple

import (
	"bytes"
	"path"
	"strings"

	"rebound/engine/diary"
	"rebound/engine/watch/source"
	"rebound/engine/watch/xmlin"
)

// workout is a session as its element says, before the heart rates of its time.
type workout struct {
	diary.Activity
	end    int64
	source uint16
	pauses []span
	route  string // the name of the GPX beside the export; "": none
}

const distances = "HKQuantityTypeIdentifierDistance" // WalkingRunning, Cycling, Swimming ...

// workout reads a Workout to its end.
func (r *reader) workout() {
	w := workout{Activity: diary.Activity{Sport: "generic"}}
	var device []byte
	for name, v := range r.Attrs() {
		switch string(name) {
		case "workoutActivityType":
			kind, _ := strings.CutPrefix(string(v), "HKWorkoutActivityType")
			w.Sport, w.Sub = source.Sport(kind)
		case "duration":
			w.Seconds = float32(amount(v))
		case "sourceName":
			w.source = uint16(r.sources.index(v))
		case "device":
			device = bytes.Clone(v)
		case "startDate":
			w.Start, _ = when(v)
		case "endDate":
			w.end, _ = when(v)
		}
	}
	switch string(r.Attr("durationUnit")) {
	case "", "min":
		w.Seconds *= 60
	case "hr", "h":
		w.Seconds *= 3600
	}
	w.Meters = float32(amount(r.Attr("totalDistance")) * source.Meters(string(r.Attr("totalDistanceUnit"))))
	ok := w.Start > 0 && w.end > w.Start && w.end-w.Start < 7*86400
	r.zoned = func(z uint8) { r.zones.see(w.end, z) }
	paused := int64(0)
	for r.Next() && !r.Ends("Workout") {
		switch {
		case r.Is("WorkoutActivity"):
			r.past("WorkoutActivity") // the same once more
		case r.Is("WorkoutStatistics"):
			w.statistics(r)
		case r.Is("WorkoutEvent"):
			paused = w.event(r, paused)
		case r.Is("MetadataEntry"):
			w.metadata(r)
		case r.Is("FileReference"):
			if p := string(r.Attr("path")); ok && p != "" && w.route == "" && len(p) < 200 {
				w.route = path.Base(p)
			}
		}
	}
	r.zoned = nil
	if !ok || len(r.workouts) >= mostWorkouts {
		r.lost = r.lost || ok
		return
	}
	r.sources.measured(int(w.source), w.Start, device, false)
	r.workouts = append(r.workouts, w)
}

// statistics takes the distance and the heart rate.
func (w *workout) statistics(r *reader) {
	kind := r.Attr("type")
	unit := r.Attr("unit")
	switch {
	case string(kind) == ofPulse:
		w.AvgHR, w.MaxHR = source.Pulse(xmlin.Float(r.Attr("average"))), source.Pulse(xmlin.Float(r.Attr("maximum")))
	case bytes.HasPrefix(kind, []byte(distances)):
		w.Meters = max(w.Meters, float32(amount(r.Attr("sum"))*source.Meters(string(unit))))
	}
}

// event takes the pauses that the runner made; those that the watch made by itself it
// takes back as motion comes and goes, and its duration counts them as time.
func (w *workout) event(r *reader, paused int64) int64 {
	at, ok := when(r.Attr("date"))
	switch kind := string(r.Attr("type")); {
	case !ok:
	case kind == "HKWorkoutEventTypePause" && paused == 0:
		return at
	case kind == "HKWorkoutEventTypeResume" && paused > 0:
		if at > paused && r.pauses < mostPauses {
			r.pauses++
			w.pauses = append(w.pauses, span{start: paused, end: at})
		}
		return 0
	}
	return paused
}

// metadata takes whether it was indoors and how far it rose.
func (w *workout) metadata(r *reader) {
	switch string(r.Attr("key")) {
	case "HKIndoorWorkout":
		if string(r.Attr("value")) == "1" && w.Sport == diary.Running {
			w.Sub = "treadmill"
		}
	case "HKElevationAscended":
		number, unit, _ := bytes.Cut(r.Attr("value"), []byte(" "))
		if m := xmlin.Float(number) * source.Meters(string(unit)); m >= 0 && m < 20_000 {
			w.Ascent, w.HasAscent = float32(m), true
		}
	default:
		r.metadata()
	}
}

// amount is a number of something; 0 for none.
func amount(b []byte) float64 {
	if v := xmlin.Float(b); v > 0 && v < 1e7 {
		return v
	}
	return 0
}
