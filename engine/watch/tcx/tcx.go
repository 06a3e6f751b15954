// Package tcx reads Training Center XML: recorded sessions, from whatever app or
// watch.
//
// A TrainingCenterDatabase has Activities (or MultiSportSessions of them) of Laps of
// Tracks of Trackpoints; many exports hold one activity, some all of a runner's years.
// Of each is read: its sport, the laps with their times, distances and intensity, and
// of each point time, position, distance, altitude, heart rate, cadence, speed and
// power. Nothing else is in it: no beats, no sleep, no resting heart rate.
//
// Seen in real files, and taken as it comes: a first point that is empty; points
// before the first lap begins; times twice or going back; a lap whose seconds are
// fewer than its span (a pause); a lap's distance that is not the points' (299 m and
// 42,293 m; 72,420 m and 3,810 m of a cut file): the larger that can have been run
// counts; a heart rate of 0, or here and there; a treadmill's cadence of both feet;
// 18,720 m/s; a trailing space in StartTime; ns2:, ns3:, x: or no prefix; times with
// Z, with an offset, or with no zone at all.
//
// Sport is only Running, Biking or Other, so that walks and swims are Other: what it
// is then a table beside it may say (Activity.Key), as Strava's does. Without any
// Sport the speeds tell a run or a ride, or nothing.
//
// Not verified: which way the times of Polar's files of April 2016 are wrong, which
// write +01:00 throughout; they are taken at their word.
package tcx

import (
	"rebound/engine/diary"
	"rebound/engine/watch/source"
	"rebound/engine/watch/trace"
	"rebound/engine/watch/xmlin"
)

// Formats are the kinds of files that this package reads.
var Formats = []source.Format{{
	Via: "tcx", Name: "activity",
	Is:   func(h source.Head) bool { return h.Root == "TrainingCenterDatabase" },
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
		case r.Is("Activity"):
			r.begin()
		case r.Ends("Activity"):
			r.finish()
		case r.Is("Course"):
			r.course = true
			r.Skip()
		case r.open:
			r.tag()
		}
	}
	r.finish() // of a file that is cut off
	if r.out.Len() == 0 && (r.course || r.untimed > 0) {
		return nil, trace.Route()
	}
	return r.out.Files(r.Err()), nil
}

// reader is one file, at one activity.
type reader struct {
	*xmlin.Reader
	key     uint64
	out     trace.Sorted
	maker   trace.Maker
	course  bool // it holds a course, which nobody ran
	untimed int  // points without a time

	open  bool
	a     diary.Activity
	start trace.Time // of its first moment
	laps  []lap
	point trace.Sample
	timed bool // the point has its time
	track int  // tracks of the lap
	in    place
}

// lap is one lap as it says itself.
type lap struct {
	diary.Lap
	at    int64
	maxHR uint8
}

// place is where in an activity the stream is.
type place uint8

const (
	outside place = iota
	inLap
	inPoint
	inAverage // of a lap: the next Value is its mean heart rate
	inHighest
	inPulse
)

func (r *reader) begin() {
	r.finish()
	*r = reader{Reader: r.Reader, key: r.key, out: r.out, maker: r.maker, course: r.course, untimed: r.untimed, laps: r.laps[:0]}
	r.open, r.start = true, trace.Time{}
	switch sport := string(r.Attr("Sport")); sport {
	case "":
		r.a.Key = r.key
	case "Biking":
		r.a.Sport = "cycling"
	case "Other":
		r.a.Sport, r.a.Key = "generic", r.key
	default:
		if r.a.Sport, r.a.Sub = source.Sport(sport); r.a.Sport == "generic" {
			r.a.Key = r.key
		}
	}
}

// tag takes one tag within an activity.
func (r *reader) tag() {
	name := string(r.Name())
	if !r.Starts() {
		r.ended(name)
		return
	}
	switch name {
	case "Lap":
		r.in, r.track = inLap, 0
		l := lap{}
		if t, ok := r.seen(r.Attr("StartTime")); ok {
			l.at = t.At
		}
		if len(r.laps) < mostLaps {
			r.laps = append(r.laps, l)
		}
	case "Track":
		r.track++
	case "Trackpoint":
		r.in, r.timed = inPoint, false
		r.point = trace.None()
		r.point.Paused = r.track > 1 && r.maker.Len() > 0
		if r.track > 1 {
			r.track = 1
		}
	case "Id":
		if r.in == outside {
			r.seen(r.Text())
		}
	case "Creator", "Author", "Training", "Plan":
		r.Skip()
	default:
		if r.in >= inPoint && r.in != inAverage && r.in != inHighest {
			r.ofPoint(name)
		} else if r.in != outside && len(r.laps) > 0 {
			r.ofLap(name, &r.laps[len(r.laps)-1])
		}
	}
}

// mostLaps is more laps than any session has.
const mostLaps = 10_000

// ended takes the end of an element.
func (r *reader) ended(name string) {
	switch name {
	case "Trackpoint":
		if r.in = inLap; r.timed {
			r.maker.Add(r.point)
		} else if r.point.Lat == r.point.Lat {
			r.untimed++
		}
	case "Lap":
		r.in = outside
	case "AverageHeartRateBpm", "MaximumHeartRateBpm":
		r.in = inLap
	case "HeartRateBpm":
		r.in = inPoint
	}
}

// seen reads a moment, and keeps the first as the activity's own.
func (r *reader) seen(text []byte) (trace.Time, bool) {
	t, ok := trace.When(text)
	if ok && r.start.At == 0 {
		r.start = t
	}
	return t, ok
}

// ofPoint takes what a point says.
func (r *reader) ofPoint(name string) {
	p := &r.point
	switch name {
	case "Time":
		if t, ok := trace.When(r.Text()); ok {
			if r.maker.Len() == 0 { // a point's clock is surer than its lap's
				r.start = t
			}
			p.At, r.timed = t.At, true
		}
	case "LatitudeDegrees":
		p.Lat = xmlin.Float(r.Text())
	case "LongitudeDegrees":
		p.Lon = xmlin.Float(r.Text())
	case "AltitudeMeters":
		p.Altitude = float32(xmlin.Float(r.Text()))
	case "DistanceMeters":
		p.Meters = float32(xmlin.Float(r.Text()))
	case "HeartRateBpm":
		r.in = inPulse
	case "Value":
		if r.in == inPulse {
			p.HR = source.Pulse(xmlin.Float(r.Text()))
		}
	case "Cadence", "RunCadence":
		if v := trace.Steps(xmlin.Float(r.Text())); v > 0 {
			p.Cadence = v
		}
	case "Speed":
		p.Speed = float32(xmlin.Float(r.Text()))
	case "Watts":
		if v := trace.Watts(xmlin.Float(r.Text())); v > 0 {
			p.Power = v
		}
	}
}

// ofLap takes what a lap says of itself.
func (r *reader) ofLap(name string, l *lap) {
	switch name {
	case "TotalTimeSeconds":
		l.Seconds = amount(r.Text(), 7*86400)
	case "DistanceMeters":
		l.Meters = amount(r.Text(), 2_000_000)
	case "AverageHeartRateBpm":
		r.in = inAverage
	case "MaximumHeartRateBpm":
		r.in = inHighest
	case "Value":
		v := source.Pulse(xmlin.Float(r.Text()))
		switch r.in {
		case inAverage:
			l.AvgHR = v
		case inHighest:
			l.maxHR = v
		}
	case "Intensity":
		switch string(r.Text()) {
		case "Active":
			l.Intensity = diary.LapActive
		case "Resting":
			l.Intensity = diary.LapRest
		}
	}
}

// amount is a number of something, 0 where it is none or too much.
func amount(text []byte, most float64) float32 {
	if v := xmlin.Float(text); v > 0 && v <= most {
		return float32(v)
	}
	return 0
}
