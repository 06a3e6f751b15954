package polar

import (
	"rebound/engine/watch/jsonin"
	"rebound/engine/watch/source"
	"rebound/engine/watch/trace"
)

// column is a kind of sample that is read: as the older shape names it, as the newer
// does, and what it sets.
var columns = []struct {
	old, now string
	set      func(*trace.Sample, float64)
}{
	{"heartRate", "HEART_RATE", func(s *trace.Sample, v float64) { s.HR = source.Pulse(v) }},
	{"speed", "SPEED", func(s *trace.Sample, v float64) { s.Speed = float32(v / 3.6) }},
	{"cadence", "CADENCE", func(s *trace.Sample, v float64) { s.Cadence = uint8(min(v, 255)) }},
	{"altitude", "ALTITUDE", func(s *trace.Sample, v float64) { s.Altitude = float32(v) }},
}

// samples adds those of an exercise that began at start.
func (c clock) samples(m *trace.Maker, e *jsonin.Value, start int64) {
	var list []trace.Sample // a column beside the other: most have one interval
	every := 0.0
	for v := range e.Elements("samples", "samples") { // {"type":"HEART_RATE","intervalMillis":1000,"values":[...]}
		step, kind := v.Positive("intervalMillis")/1000, v.Text("type")
		if every == 0 {
			every = step
		}
		for _, col := range columns {
			if col.now != kind || step <= 0 {
				continue
			}
			i, begun := 0, false
			for x := range v.Elements("values") {
				at := start + int64(float64(i)*step)
				if step == every && i == len(list) {
					list = append(list, trace.None())
					list[i].At = at
				}
				f, ok := x.Float()
				begun = begun || f != 0
				switch {
				case !ok || f < 0 || !begun && kind == "ALTITUDE": // which begins with zeros
				case step == every:
					col.set(&list[i], f)
				default:
					add(m, at, f, col.set)
				}
				if i++; i == most || float64(i)*step > longest {
					break
				}
			}
		}
	}
	for _, s := range list {
		m.Add(s)
	}
	for _, col := range columns { // "heartRate":[{"dateTime":"2019-01-18T12:23:33.000","value":101},...]
		begun := false
		for x := range e.Elements("samples", col.old) {
			at, timed := c.when(x, "dateTime")
			f, ok := x.Float("value")
			if begun = begun || f != 0; timed && ok && f >= 0 && (begun || col.old != "altitude") {
				add(m, at.Unix, f, col.set)
			}
		}
	}
}

// longest is how many seconds a session may have samples for, and most how many of a
// kind: two days of one a second.
const longest, most = 7 * 86400, 2 * 86400

func add(m *trace.Maker, at int64, v float64, set func(*trace.Sample, float64)) {
	s := trace.None()
	s.At = at
	set(&s, v)
	m.Add(s)
}
