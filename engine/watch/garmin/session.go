package garmin

import (
	"rebound/engine/diary"
	"rebound/engine/watch/jsonin"
	"rebound/engine/watch/source"
)

// readActivities reads the sessions of *_summarizedActivities.json.
func readActivities(f *source.File) ([]diary.File, error) {
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	out, d := file(f), jsonin.New(r)
	for v := range d.Each("summarizedActivitiesExport") {
		own(&out, v, "userProfileId")
		a, offset, ok := session(v)
		if !ok {
			continue
		}
		tick(&out, a.Start, offset)
		out.Activities = append(out.Activities, a)
	}
	out.Clocks = source.Clocks(out.Clocks)
	return d.Files(out)
}

// session is one row, and how far its local clock was from UTC. Times are in
// milliseconds, lengths in centimetres.
func session(v *jsonin.Value) (a diary.Activity, offset int64, ok bool) {
	start, began := v.Unix("startTimeGmt")
	if !began {
		start, began = v.Unix("beginTimestamp")
	}
	kind := v.Text("activityType")
	if !began || kind == "" || kind == "multi_sport" { // whose parts are rows of their own
		return a, 0, false
	}
	local, here := v.Unix("startTimeLocal")
	if !here {
		local = start + 1 // no offset
	}
	a.Start = start
	a.Sport, a.Sub = source.Sport(kind)
	a.Seconds = within(v.Positive("duration")/1000, 30*86400)
	a.Elapsed = max(a.Seconds, within(v.Positive("elapsedDuration")/1000, 30*86400))
	a.Meters = within(v.Positive("distance")/100, 5e6)
	if up, known := v.Float("elevationGain"); known && up >= 0 {
		a.Ascent, a.HasAscent = within(up/100, 5e4), true
	}
	a.AvgHR, a.MaxHR = source.Pulse(v.Positive("avgHr")), source.Pulse(v.Positive("maxHr"))
	return a, local - start, a.Seconds > 0
}

// within is a value, or 0, not recorded, for one that nobody reaches.
func within(v, most float64) float32 {
	if v > most {
		return 0
	}
	return float32(v)
}
