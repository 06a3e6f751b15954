package healthexport

import (
	"rebound/engine/diary"
	"rebound/engine/watch/jsonin"
	"rebound/engine/watch/source"
	"rebound/engine/watch/trace"
)

// workout reads one session, with the heart rate and the route that may be in it.
func (c *document) workout(v *jsonin.Value) {
	start, began := v.When("start")
	end, ended := v.When("end")
	const most = 3 * 86400
	if long := end.Unix - start.Unix; !began || !ended || start.Zoned != end.Zoned || long <= 0 || long > most {
		return
	}
	a := diary.Activity{Start: start.Unix, Elapsed: float32(end.Unix - start.Unix)}
	if a.Seconds = a.Elapsed; v.Positive("duration") > 0 && v.Positive("duration") <= float64(a.Elapsed)+1 {
		a.Seconds = float32(v.Positive("duration"))
	}
	a.Sport, a.Sub = source.Sport(v.Text("name"))
	if m := quantity(v, "distance") * source.Meters(v.Text("distance", "units")); m < 1e6 {
		a.Meters = float32(m)
	}
	a.AvgHR, a.MaxHR = source.Pulse(quantity(v, "avgHeartRate")), source.Pulse(quantity(v, "maxHeartRate"))
	if a.AvgHR == 0 {
		a.AvgHR, a.MaxHR = source.Pulse(quantity(v, "heartRate", "avg")), source.Pulse(quantity(v, "heartRate", "max"))
	}
	if up := quantity(v, "elevationUp") * source.Meters(v.Text("elevationUp", "units")); up > 0 && up < 20_000 {
		a.Ascent, a.HasAscent = float32(up), true
	}
	inside := func(at source.Moment) bool {
		return at.Zoned == start.Zoned && at.Unix >= start.Unix && at.Unix <= end.Unix
	}
	for p := range v.Elements("heartRateData") {
		s := trace.None()
		at, ok := p.When("date")
		if s.HR = source.Pulse(p.Positive("Avg")); s.HR == 0 {
			s.HR = source.Pulse(p.Positive("qty"))
		}
		if s.At = at.Unix; ok && s.HR > 0 && inside(at) {
			c.trace.Add(s)
		}
	}
	routed := false
	for p := range v.Elements("route") {
		s := trace.None()
		at, ok := when(p, "timestamp", "date")
		lat, north := p.Float("latitude")
		lon, east := p.Float("longitude")
		if s.At, s.Lat, s.Lon = at.Unix, lat, lon; !ok || !north || !east || !inside(at) {
			continue
		}
		if up, ok := p.Float("altitude"); ok {
			s.Altitude = float32(up)
		}
		if speed, ok := p.Float("speed"); ok && speed >= 0 {
			s.Speed = float32(speed)
		}
		routed = true
		c.trace.Add(s)
	}
	if !routed && a.Sport == diary.Running {
		c.ways(v, inside)
	}
	c.trace.Make(&a)
	to := c.out.Of(start)
	if len(to.Activities) < maxWorkouts {
		to.Activities = append(to.Activities, a)
	}
}

// ways gives a run without a route the speeds of its distances, of which there is one a
// minute, or one every few seconds, up to the next.
func (c *document) ways(v *jsonin.Value, inside func(source.Moment) bool) {
	var at []int64
	var meters []float64
	for p := range v.Elements("walkingAndRunningDistance") {
		if t, ok := p.When("date"); ok && inside(t) && (len(at) == 0 || t.Unix > at[len(at)-1]) {
			at, meters = append(at, t.Unix), append(meters, p.Positive("qty")*source.Meters(p.Text("units")))
		}
	}
	for i := range at {
		last := min(i, len(at)-2)
		if last < 0 {
			return
		}
		long := at[last+1] - at[last] // the last is as long as the one before
		if long > 60 || meters[i] == 0 {
			continue
		}
		for t := at[i]; t < at[i]+long; t += diary.TrackStep {
			s := trace.None()
			s.At, s.Speed = t, float32(meters[i]/float64(long))
			c.trace.Add(s)
		}
	}
}

// maxWorkouts is more than anybody has.
const maxWorkouts = 100_000

// quantity is a value that is an object with its quantity, or bare.
func quantity(v *jsonin.Value, path ...string) float64 {
	if q := v.Positive(append(path, "qty")...); q > 0 {
		return q
	}
	return v.Positive(path...)
}
