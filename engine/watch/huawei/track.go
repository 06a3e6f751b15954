package huawei

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"rebound/engine/diary"
)

// cell is the sum and the number of the samples of diary.TrackStep seconds.
type cell struct {
	sum float64
	n   int
}

func (c *cell) add(v float64) { c.sum, c.n = c.sum+v, c.n+1 }

// place is where the runner was, and when.
type place struct{ at, lat, lon float64 }

const (
	maxGap   = 60 // seconds between two places of which a speed is made
	maxSpeed = 12 // m/s: beyond it a place is wrong
)

// trackOf makes the columns of a session of so many steps from its lines.
func trackOf(lines string, start int64, steps int) (t diary.Track) {
	heart, speed, altitude := make([]cell, steps), make([]cell, steps), make([]cell, steps)
	high := false // one is other than 0, which is also what a phone without one writes
	var last place
	for line := range strings.SplitSeq(lines, "\n") {
		kind, rest, _ := strings.Cut(line, ";")
		switch strings.TrimSpace(kind) {
		case "tp=h-r":
			at, v := when(field(rest, "k"), start), number(field(rest, "v"))
			if i, ok := step(at, start, steps); ok && v > 0 && v < 250 {
				heart[i].add(v)
			}
		case "tp=lbs":
			p := place{when(field(rest, "t"), start), number(field(rest, "lat")), number(field(rest, "lon"))}
			i, ok := step(p.at, start, steps)
			if !ok || p.lat == 90 && p.lon == -80 || p.lat == 0 && p.lon == 0 || !(math.Abs(p.lat) <= 90 && math.Abs(p.lon) <= 180) {
				last = place{}
				continue
			}
			if up := number(field(rest, "alt")); up > -1000 && up < 12_000 {
				altitude[i].add(up)
				high = high || up != 0
			}
			if dt := p.at - last.at; last.at > 0 && dt > 0 && dt <= maxGap {
				if v := meters(last, p) / dt; v <= maxSpeed {
					speed[i].add(v)
				}
			}
			if p.at != last.at {
				last = p
			}
		}
	}
	for i, c := range heart {
		if c.n > 0 {
			if t.HR == nil {
				t.HR = make([]uint8, steps)
			}
			t.HR[i] = uint8(math.Round(c.sum / float64(c.n)))
		}
	}
	for i, c := range speed {
		if c.n > 0 {
			if t.Speed == nil {
				t.Speed = make([]uint16, steps)
			}
			t.Speed[i] = uint16(max(1, math.Round(1000*c.sum/float64(c.n)))) // 1 is standing still
		}
	}
	for i, c := range altitude {
		if high && c.n > 0 {
			if t.Altitude == nil {
				t.Altitude = slices.Repeat([]int16{diary.NoAltitude}, steps)
			}
			t.Altitude[i] = int16(math.Round(2 * c.sum / float64(c.n)))
		}
	}
	return t
}

// step is the place of a moment among the steps; ok is false outside of the session.
func step(at float64, start int64, steps int) (i int, ok bool) {
	d := at - float64(start)
	if !(d >= 0 && d < float64(steps*diary.TrackStep)) {
		return 0, false
	}
	return int(d) / diary.TrackStep, true
}

// when is a time in Unix seconds, as its size says: milliseconds, seconds, or seconds
// from the start.
func when(s string, start int64) float64 {
	switch v := number(s); {
	case v > 1e11:
		return v / 1000
	case v > 1e8:
		return v
	default:
		return float64(start) + v
	}
}

// field is the value of a key in "k=1;v=2;".
func field(line, key string) string {
	for part := range strings.SplitSeq(line, ";") {
		if v, ok := strings.CutPrefix(part, key+"="); ok {
			return v
		}
	}
	return ""
}

// number is a number; NaN for what is none, which no comparison takes.
func number(s string) float64 {
	v, err := strconv.ParseFloat(strings.TrimSpace(s), 64)
	if err != nil {
		return math.NaN()
	}
	return v
}

// meters is the distance of two places along a sphere of the Earth's mean radius
// (the haversine formula).
func meters(a, b place) float64 {
	const radius, degree = 6_371_008.8, math.Pi / 180
	dLat, dLon := (b.lat-a.lat)*degree, (b.lon-a.lon)*degree
	h := math.Pow(math.Sin(dLat/2), 2) + math.Cos(a.lat*degree)*math.Cos(b.lat*degree)*math.Pow(math.Sin(dLon/2), 2)
	return 2 * radius * math.Asin(math.Min(1, math.Sqrt(h)))
}
