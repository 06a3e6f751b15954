package polar

import (
	"cmp"

	"rebound/engine/diary"
	"rebound/engine/watch/jsonin"
	"rebound/engine/watch/source"
	"rebound/engine/watch/trace"
)

// sports are the ids of the newer shape, whose names no file of the export tells.
var sports = map[string]string{"1": "running", "2": "cycling", "3": "walking", "11": "hiking", "17": "treadmill running", "27": "trail running"}

// readSession reads a training session, each exercise of it as one.
func readSession(f *source.File) ([]diary.File, error) {
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	out, d := source.NewSplit(diary.File{Via: Via}), jsonin.New(r)
	m := new(trace.Maker)
	for v := range d.Each() {
		c := clockOf(v)
		var parts []jsonin.Value
		for e := range v.Elements("exercises") {
			if e.Kind("startTime") == jsonin.String {
				parts = append(parts, e.Get())
			}
		}
		for i := range parts {
			totals := &parts[i]
			if len(parts) == 1 {
				totals = v // which says what the only exercise may not
			}
			c.exercise(out, m, &parts[i], totals)
		}
		if len(parts) == 0 {
			c.exercise(out, m, v, v)
		}
	}
	return d.Files(out.Files()...)
}

// clock is how far the times of a session are from UTC.
type clock struct {
	offset int32
	known  bool
}

// clockOf is that of a session, which has it under one of several names, in minutes.
func clockOf(v *jsonin.Value) (c clock) {
	for _, key := range []string{"timezoneOffsetMinutes", "timeZoneOffset", "timezoneOffset"} {
		if min, ok := v.Float(key); ok && min >= -14*60 && min <= 14*60 {
			return clock{int32(min) * 60, true}
		}
	}
	return c
}

// when is a time of a session: local, and so with the session's offset, unless it
// bears one of its own.
func (c clock) when(v *jsonin.Value, key string) (source.Moment, bool) {
	m, ok := v.When(key)
	if ok && !m.Zoned && c.known {
		m = source.Moment{Unix: m.Unix - int64(c.offset), Offset: c.offset, Zoned: true}
	}
	return m, ok
}

// exercise adds one exercise, whose totals may be the session's.
func (c clock) exercise(out *source.Split, m *trace.Maker, e, totals *jsonin.Value) {
	if own := clockOf(e); !c.known && own.known {
		c = own
	}
	start, began := c.when(e, "startTime")
	if !began {
		if start, began = c.when(totals, "startTime"); !began {
			return
		}
	}
	a := diary.Activity{Start: start.Unix}
	a.Sport, a.Sub = sport(e, totals)
	a.Seconds = float32(cmp.Or(seconds(totals), seconds(e)))
	if end, ok := c.when(totals, "stopTime"); ok && end.Zoned == start.Zoned && end.Unix-start.Unix < 7*86400 {
		a.Elapsed = float32(end.Unix - start.Unix)
	}
	a.Elapsed = max(a.Elapsed, a.Seconds)
	if a.Seconds = cmp.Or(a.Seconds, a.Elapsed); a.Seconds <= 0 {
		return
	}
	a.Meters = float32(min(cmp.Or(first(totals, "distanceMeters", "distance"), first(e, "distanceMeters", "distance")), 1e6))
	a.AvgHR = source.Pulse(cmp.Or(first(totals, "hrAvg", "averageHeartRate"), e.Positive("heartRate", "avg")))
	a.MaxHR = source.Pulse(cmp.Or(first(totals, "hrMax", "maximumHeartRate"), e.Positive("heartRate", "max")))
	if up := cmp.Or(first(e, "ascentMeters", "ascent"), first(totals, "ascentMeters", "ascent")); up > 0 && up < 5e4 {
		a.Ascent, a.HasAscent = float32(up), true
	}
	c.samples(m, e, a.Start)
	m.Make(&a)
	to := out.Of(start)
	to.Activities = append(to.Activities, a)
}

// sport is that of an exercise: a name in the older shape, an id in the newer.
func sport(e, totals *jsonin.Value) (diary.Sport, string) {
	name := cmp.Or(e.Text("sport"), e.Text("sport", "id"), totals.Text("sport"), totals.Text("sport", "id"))
	return source.Sport(cmp.Or(sports[name], name))
}

// seconds is how long a value says that it was recorded.
func seconds(v *jsonin.Value) float64 {
	s := v.Positive("durationMillis") / 1000
	if s == 0 {
		s, _ = v.Seconds("duration")
	}
	if s > 7*86400 {
		return 0
	}
	return s
}

// first is the value of the first of the keys that has one.
func first(v *jsonin.Value, keys ...string) float64 {
	for _, key := range keys {
		if f := v.Positive(key); f > 0 {
			return f
		}
	}
	return 0
}
