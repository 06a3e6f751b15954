// Package suunto reads the JSON of a recording that Suunto's older app and Movescount
// wrote: {"DeviceLog":{"Header":{...},"Samples":[...],"R-R":{...},"Windows":[...]}}. What
// the app gives today is FIT, and a runner's nights it gives to nobody but by way of
// other apps.
//
// Read: the header's start, with its offset, duration and distance; of the samples heart
// rate and cadence, which are in hertz (1.5 is 90 a minute), position, which is in
// radians, speed and altitude. The beats (R-R) are left: in FIT the same watch's are read.
//
// Seen in real files: the shape, the hertz and the radians. Unverified: that Duration is
// without the pauses, and the numbers of sports but 3, a run. A sport that is not said is
// guessed by the speed.
package suunto

import (
	"math"

	"rebound/engine/diary"
	"rebound/engine/watch/jsonin"
	"rebound/engine/watch/source"
	"rebound/engine/watch/trace"
)

const via = "suunto"

// Formats is the one kind of file.
var Formats = []source.Format{{Via: via, Name: "DeviceLog", Read: read,
	Is: func(h source.Head) bool {
		return h.HasKeys("DeviceLog") && (h.HasKeys("Header") || h.HasKeys("Samples") || h.HasKeys("R-R"))
	}}}

// sports are those of Movescount's numbers that are known.
var sports = map[string]string{"3": "running", "4": "cycling", "11": "hiking", "12": "walking", "82": "trail running"}

func read(f *source.File) ([]diary.File, error) {
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	d, m := jsonin.New(r), new(trace.Maker)
	var a diary.Activity
	var start source.Moment
	var zone *source.Moment // of a sample, where the header says none
	for key := range d.Fields() {
		if key != "DeviceLog" {
			continue
		}
		for part := range d.Fields() {
			switch part {
			case "Header":
				if v := d.Value(); v != nil {
					start, a = header(v)
				}
			case "Samples":
				for range d.Elements() {
					v := d.Value()
					if v == nil {
						continue
					}
					if at, ok := v.When("TimeISO8601"); ok {
						add(m, v, at.Unix)
						if zone == nil {
							zone = &at
						}
					}
				}
			}
		}
	}
	if start.Unix == 0 && zone != nil {
		start = *zone
	}
	m.Make(&a)
	if a.Seconds <= 0 || a.Start == 0 {
		return d.Files()
	}
	if a.Sport == "" || a.Sport == "generic" {
		if a.Sport, a.Sub = trace.Guess(&a), ""; a.Sport == "" {
			a.Sport = "generic"
		}
	}
	out := source.NewSplit(diary.File{Via: via, Kind: "activity"})
	to := out.Of(start)
	to.Activities = []diary.Activity{a}
	return d.Files(out.Files()...)
}

// header reads what is said of the whole.
func header(v *jsonin.Value) (start source.Moment, a diary.Activity) {
	start, ok := v.When("DateTime")
	if ok {
		a.Start = start.Unix
	}
	within := func(key string, most float64) float32 {
		if x := v.Positive(key); x < most {
			return float32(x)
		}
		return 0
	}
	const week = 7 * 86400
	a.Seconds = within("Duration", week)
	a.Elapsed = a.Seconds + within("PauseDuration", week)
	a.Meters = within("Distance", 1e6)
	if up := within("Ascent", 5e4); up > 0 {
		a.Ascent, a.HasAscent = up, true
	}
	name := v.Text("Activity")
	if known := sports[v.Text("ActivityType")]; known != "" {
		name = known
	}
	if name != "" {
		a.Sport, a.Sub = source.Sport(name)
	}
	return start, a
}

// add adds what one sample says.
func add(m *trace.Maker, v *jsonin.Value, at int64) {
	s := trace.None()
	s.At = at
	s.HR = source.Pulse(60 * v.Positive("HR"))
	s.Cadence = uint8(min(math.Round(60*v.Positive("Cadence")), 255))
	lat, north := v.Float("Latitude")
	lon, east := v.Float("Longitude")
	if north && east {
		s.Lat, s.Lon = lat*180/math.Pi, lon*180/math.Pi
	}
	if x, ok := v.Float("Speed"); ok && x >= 0 {
		s.Speed = float32(x)
	}
	if x, ok := v.Float("Altitude"); ok && math.Abs(x) < 12000 {
		s.Altitude = float32(x)
	}
	m.Add(s)
}
