package apple

import (
	"bytes"
	"cmp"

	"rebound/engine/diary"
	"rebound/engine/watch/source"
	"rebound/engine/watch/trace"
	"rebound/engine/watch/xmlin"
)

// A run's speed comes from three places, of which the first that covers half of it
// counts: what its watch recorded as running speed (iOS 16 on), the distance that it
// counted every few seconds, and the route, a GPX beside the export. Those of one watch
// are one recording with its heart rate; another device's are left.

const (
	longestWay = 60 // seconds that a record of distance may last: longer ones are of the day
	holds      = 15 // seconds for which a speed stands until the next (ours)
	mostPoints = 200_000
)

// A speed is kept with how long it was measured over, in one number: seconds in the six
// low bits, mm/s above.
func pack(speed float64, seconds int64) uint32 { return uint32(1000*speed+0.5)<<6 | uint32(seconds) }

// speed keeps a record of running speed, and way one of distance as the speed that it
// makes. Their units are the runner's.
func (r *reader) speed() {
	f, unit, ok := r.brief(speedLead)
	per := 0.0
	switch string(unit) {
	case "km/hr":
		per = 1 / 3.6
	case "mi/hr":
		per = 1609.344 / 3600
	case "m/s":
		per = 1
	}
	if ok && per > 0 {
		r.pace(&r.sources.list[f.source].speeds, f, per*xmlin.Float(f.value))
	}
}

func (r *reader) way() {
	f, unit, ok := r.brief(wayLead)
	if per := source.Meters(string(unit)); ok && per > 0 && f.end > f.start {
		r.pace(&r.sources.list[f.source].ways, f, per*xmlin.Float(f.value)/float64(f.end-f.start))
	}
}

// brief reads the record that is open, in place where it stands as it always does, if it
// is of a minute at most and of a source.
func (r *reader) brief(lead string) (f facts, unit []byte, ok bool) {
	const (
		start  = ` startDate="` + "2024-05-04 03:10:00 +0200" + `" endDate="`
		before = `" creationDate="` + "2024-05-04 03:10:00 +0200" + `"`
		named  = ` unit="`
	)
	tag := r.Tag()
	from, at, value, times, ok := r.inPlace(tag, lead)
	if !ok {
		f, ok = r.facts()
	} else {
		f = facts{source: from, start: at, value: value}
		f.end, ok = when(tag[times+len(start) : times+len(start)+stamp])
	}
	if ok = ok && f.end >= f.start && f.end-f.start <= longestWay && f.source < len(r.sources.list); !ok {
		return f, nil, false
	}
	if n := times - len(before); n > 0 && begins(tag[n+1:], before[1:]) {
		if i := bytes.LastIndexByte(tag[:n], '"'); i >= len(named) && string(tag[i+1-len(named):i+1]) == named {
			return f, tag[i+1 : n], true
		}
	}
	return f, r.Attr("unit"), true
}

func (r *reader) pace(c *column, f facts, speed float64) {
	if speed >= 0 && speed <= diary.Fastest(diary.Running) {
		r.sources.keep(c, f.start, pack(speed, f.end-f.start))
	}
}

// pacesOf is a run's speeds along the way, of so many seconds without pauses: by its
// records, or by its route where those do not cover it, or do not say how far it rose.
func (r *reader) pacesOf(w *workout, heart int, seconds float32) []trace.Sample {
	list := r.recorded(w, heart, seconds)
	if w.route == "" || r.file.Beside == nil || list != nil && (w.HasAscent || w.Sub == "treadmill") {
		return list
	}
	if route := r.routeOf(w); covers(route, seconds) {
		return route
	}
	return list
}

// recorded is a run's speeds by the first of its sources that covers it; heart is whose
// heart rate it has.
func (r *reader) recorded(w *workout, heart int, seconds float32) []trace.Sample {
	for _, i := range []int{int(w.source), heart} {
		if i < 0 || i >= len(r.sources.list) {
			continue
		}
		f := &r.sources.list[i]
		for _, c := range []column{f.speeds, f.ways} {
			if list := c.samples(w); covers(list, seconds) {
				return list
			}
		}
	}
	return nil
}

// samples is a column's speeds in a workout's time, each every few seconds for as long
// as it stands.
func (c column) samples(w *workout) (out []trace.Sample) {
	type one struct {
		at int64
		v  uint32
	}
	var list []one
	c.between(w.Start, w.end, func(at int64, v uint32) {
		if !w.paused(at) {
			list = append(list, one{at, v})
		}
	})
	diary.SortBy(list, func(a, b one) int { return cmp.Or(cmp.Compare(a.at, b.at), cmp.Compare(a.v, b.v)) })
	for i, p := range list {
		until := p.at + max(1, int64(p.v&63))
		if i+1 < len(list) {
			if next := list[i+1].at; next <= p.at+holds || next < until {
				until = next
			}
		}
		for at := p.at; at < min(until, w.end+1); at += diary.TrackStep {
			s := trace.None()
			s.At, s.Speed = at, float32(p.v>>6)/1000
			out = append(out, s)
		}
	}
	return out
}

// routeOf is the points of a workout's route in its time.
func (r *reader) routeOf(w *workout) (out []trace.Sample) {
	in := r.file.Beside(w.route)
	if in == nil {
		return nil
	}
	s := trace.None()
	for x := xmlin.New(in); x.Next() && len(out) < mostPoints; {
		switch {
		case x.Is("trkpt"):
			s = trace.None()
			s.Lat, s.Lon = xmlin.Float(x.Attr("lat")), xmlin.Float(x.Attr("lon"))
		case x.Is("ele"):
			s.Altitude = float32(xmlin.Float(x.Text()))
		case x.Is("speed"):
			s.Speed = float32(xmlin.Float(x.Text()))
		case x.Is("time"):
			t, _ := trace.When(x.Text())
			s.At = t.At
		case x.Ends("trkpt") && s.At >= w.Start && s.At <= w.end && !w.paused(s.At):
			out = append(out, s)
		}
	}
	return out
}

// covers reports whether there are samples in half of the steps of so many seconds.
func covers(list []trace.Sample, seconds float32) bool {
	n, last := float32(0), int64(-1)
	for i := range list {
		if step := list[i].At / diary.TrackStep; step != last {
			n, last = n+1, step
		}
	}
	return 2*diary.TrackStep*n >= seconds && n > 0
}

// paused reports whether the workout was paused at a moment.
func (w *workout) paused(at int64) bool {
	for _, p := range w.pauses {
		if at > p.start && at < p.end {
			return true
		}
	}
	return false
}
