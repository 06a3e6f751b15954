// Package gpx reads GPX 1.0 and 1.1: recorded tracks, from whatever app or watch,
// Apple's workout routes among them.
//
// A track (trk) is a session; tracks of one sport less than ten minutes apart are one.
// Of each point is read: time, position, elevation, and of its extensions heart rate
// (hr, heartrate, gpxdata:hr; both of Amazfit's count once), cadence, speed and power.
// There is no distance in it: it is that between the positions (haversine). A pause is
// a new trkseg, or a gap in which nobody moved.
//
// Seen in real files, and taken as it comes: longitude before latitude; ISO-8859-1; no
// declaration; ten spaces before it; times twice or going back; points without a time;
// empty segments; local times that call themselves UTC (diary finds the other file's run
// that they are, and without one they are hours off); files of waypoints or of metadata alone; an end anywhere. A track
// without any time is a route, which nobody ran: an Error that says so.
//
// The type of a track is free text in any language, or Strava's number of 2017, of
// which 9 is a run and the others, not verified, are none. Without a type the name is
// asked ("Running 8/3/14", "Lauf am Morgen"), then the speeds; a table beside it may
// tell better (Activity.Key), as Strava's does, and for its routes Apple's export.xml.
package gpx

import (
	"strings"

	"rebound/engine/diary"
	"rebound/engine/watch/source"
	"rebound/engine/watch/trace"
	"rebound/engine/watch/xmlin"
)

// Formats are the kinds of files that this package reads.
var Formats = []source.Format{{
	Via: "gpx", Name: "track",
	Is:   func(h source.Head) bool { return h.Root == "gpx" },
	Read: read,
}}

func read(f *source.File) ([]diary.File, error) {
	in, err := f.Open()
	if err != nil {
		return nil, err
	}
	r := reader{Reader: xmlin.New(in), key: source.FileKey(f.Path)}
	for r.Next() {
		switch {
		case r.inPoint:
			r.ofPoint()
		case r.Is("trkpt"):
			r.inPoint, r.timed = true, false
			r.point = trace.None()
			r.point.Paused, r.broken = r.broken && r.maker.Len() > 0, false
			for name, v := range r.Attrs() {
				switch string(name) {
				case "lat":
					r.point.Lat = xmlin.Float(v)
				case "lon":
					r.point.Lon = xmlin.Float(v)
				}
			}
		case r.Is("trkseg"):
			r.broken = true
		case r.Is("trk"):
			r.inTrack, r.broken, r.from = true, true, r.maker.Len()
			r.name, r.kind = "", ""
		case r.Ends("trk"):
			r.ended()
		case r.inTrack && r.Is("type"):
			r.kind = string(r.Text())
		case r.inTrack && r.Is("name"):
			r.name = string(r.Text())
		case r.Is("rtept"):
			r.untimed++
		case r.Is("gpx"):
			r.apple = string(r.Attr("creator")) == appleCreator
		}
	}
	r.ended() // of a file that is cut off
	r.finish()
	if r.out.Len() == 0 && r.untimed > 0 {
		if planned(f.Path) {
			return source.Other(f)
		}
		return nil, trace.Route()
	}
	list := r.out.Files(r.Err())
	for i := range list {
		if r.apple {
			list[i].Via = "apple"
		}
	}
	return list, nil
}

// planned reports whether a file lies where Strava's export has the routes that a runner
// drew: who drops the whole need not hear of each.
func planned(path string) bool {
	return strings.Contains("/"+strings.ToLower(path), "/routes/")
}

// appleCreator is who makes the routes in an Apple Health export.
const appleCreator = "Apple Health Export"

// reader is one file, at one track.
type reader struct {
	*xmlin.Reader
	key     uint64
	out     trace.Sorted
	maker   trace.Maker // of the session, which may be of several tracks
	apple   bool
	untimed int // points without a time

	inTrack, inPoint bool
	name, kind       string // of the track
	from             int    // samples before it
	broken           bool   // the next point begins a segment
	point            trace.Sample
	timed            bool
	first            trace.Time // of the track

	session struct { // what the samples before the track are of
		name, kind string
		start      trace.Time
	}
}

// ofPoint takes one tag within a point.
func (r *reader) ofPoint() {
	if r.Ends("trkpt") {
		r.inPoint = false
		if !r.timed {
			r.untimed++
		} else {
			r.maker.Add(r.point)
		}
		return
	}
	if !r.Starts() {
		return
	}
	p := &r.point
	switch string(r.Name()) {
	case "time":
		if t, ok := trace.When(r.Text()); ok {
			p.At, r.timed = t.At, true
			if r.maker.Len() == r.from {
				r.first = t
				r.join()
			}
		}
	case "ele":
		p.Altitude = float32(xmlin.Float(r.Text()))
	case "hr", "heartrate":
		if v := source.Pulse(xmlin.Float(r.Text())); v > 0 {
			p.HR = v
		}
	case "cad", "cadence", "RunCadence":
		if v := trace.Steps(xmlin.Float(r.Text())); v > 0 {
			p.Cadence = v
		}
	case "speed":
		p.Speed = float32(xmlin.Float(r.Text()))
	case "power", "watts", "PowerInWatts":
		if v := trace.Watts(xmlin.Float(r.Text())); v > 0 {
			p.Power = v
		}
	}
}
