package fitbit

import (
	"cmp"

	"rebound/engine/diary"
	"rebound/engine/watch/jsonin"
	"rebound/engine/watch/source"
)

// sports are the ids of activities that are known, whatever their name's language.
var sports = map[string]string{"90009": "running", "90013": "walking", "90001": "cycling"}

// units are those of a distance, in metres.
var units = map[string]float64{"Kilometer": 1000, "Mile": 1609.344, "Meter": 1}

// readExercise reads the sessions of exercise-*.json.
func readExercise(f *source.File) ([]diary.File, error) {
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	out, d := diary.File{Via: Via}, jsonin.New(r)
	seen := map[string]bool{}
	for v := range d.Each() {
		start, ok := stamp(v.Text("startTime"))
		id := v.Text("logId")
		a := diary.Activity{Start: start, Elapsed: seconds(v, "duration")}
		a.Seconds = cmp.Or(seconds(v, "activeDuration"), a.Elapsed)
		a.Elapsed = max(a.Elapsed, a.Seconds)
		if !ok || a.Seconds == 0 || seen[id] {
			continue
		}
		seen[id] = id != ""
		a.Sport, a.Sub = source.Sport(v.Text("activityName"))
		if name := sports[v.Text("activityTypeId")]; name != "" && a.Sport == "generic" {
			a.Sport, a.Sub = source.Sport(name)
		}
		if m := v.Positive("distance") * units[v.Text("distanceUnit")]; m < 1e6 {
			a.Meters = float32(m)
		}
		a.AvgHR = source.Pulse(v.Positive("averageHeartRate"))
		out.Activities = append(out.Activities, a)
	}
	return d.Files(out)
}

// seconds is a duration in milliseconds; 0 for none that can be.
func seconds(v *jsonin.Value, key string) float32 {
	s := v.Positive(key) / 1000
	if s > 7*86400 {
		return 0
	}
	return float32(s)
}
