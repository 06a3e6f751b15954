package vendor

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"

	"rebound/engine/diary"
)

// stage is a level of sleep.
type stage int

const (
	awake stage = iota
	light
	deep
	rem
)

// span is a stretch of one stage.
type span struct {
	stage      stage
	start, end int64
}

// stages lays a night's minutes out as four cycles, deep sleep before REM, the waking
// at the end of each.
func (d *day) stages() []span {
	const cycles = 4
	n, at := &d.night, d.night.Start
	var out []span
	for c := range int64(cycles) {
		for _, s := range []struct {
			stage   stage
			minutes float32
		}{{light, n.Light}, {deep, n.Deep}, {rem, n.REM}, {awake, n.Wake}} {
			whole := int64(math.Round(float64(s.minutes) * 60))
			if length := whole*(c+1)/cycles - whole*c/cycles; length > 0 {
				out = append(out, span{s.stage, at, at + length})
				at += length
			}
		}
	}
	return out
}

// inBed and asleep are a night's whole minutes.
func (d *day) inBed() int  { return int(d.night.End-d.night.Start) / 60 }
func (d *day) asleep() int { return int(d.night.Asleep()) }

// efficiency is the share of the window asleep, in percent.
func (d *day) efficiency() int { return 100 * d.asleep() / d.inBed() }

// score is a sleep score: a number that is no signal.
func (d *day) score() int { return min(99, 40+d.asleep()/10) }

// pulse is the heart rate at an instant of the day, outside runs: about the resting one
// asleep, and half as much again by day.
func (d *day) pulse(at int64) int {
	h := noise(at)
	if at >= d.night.Start && at < d.night.End {
		return d.resting - 2 + int(h%9)
	}
	return d.resting + 14 + int(h%31)
}

// noise is a number that an instant always gives.
func noise(at int64) uint64 {
	u := uint64(at) * 0x9E3779B97F4A7C15
	u ^= u >> 29
	u *= 0xBF58476D1CE4E5B9
	return u ^ u>>32
}

// pulseEvery is how often a watch writes a heart rate by day, in seconds.
const pulseEvery = 5 * 60

// midnight is when a date begins on her clock.
func (x *export) midnight(t diary.Date) int64 { return int64(t)*86400 - x.offset }

// point is one moment of a run as it is recorded.
type point struct {
	at       int64
	meters   float64 // from the start
	speed    float64 // m/s
	hr       int
	cadence  int // strides a minute
	altitude float64
}

// points are a run's samples: a second apart in bulk, wavering about each step's mean so
// that they pack like real ones, else a step apart; and one at its last second.
func (x *export) points(a *diary.Activity) []point {
	every := diary.TrackStep
	if x.Bulk {
		every = 1
	}
	total := a.Track.Len() * diary.TrackStep
	out := make([]point, 0, total/every+1)
	meters := 0.0
	for s := range total {
		i := s / diary.TrackStep
		speed := float64(a.Track.Speed[i]) / 1000
		if s%every == 0 || s == total-1 {
			p := point{at: a.Start + int64(s), meters: meters, speed: speed, hr: int(a.Track.HR[i]), cadence: int(a.Track.Cadence[i]),
				altitude: float64(a.Track.Altitude[i]) / 2}
			if x.Bulk {
				p.hr += [...]int{0, 1, 0, -1, 0}[s%diary.TrackStep]
			}
			out = append(out, p)
		}
		meters += speed
	}
	return out
}

// place is where she is so many metres into a run of so many: north along a meridian
// and back, so that distances are what the metres say.
func place(meters, whole float64) (lat, lon float64) {
	const degree = 6371000 * math.Pi / 180
	if meters > whole/2 {
		meters = whole - meters
	}
	return 47.5 + meters/degree, 9.25
}

// on writes an instant as her clock had it; inUTC as UTC has it.
func (x *export) on(at int64, layout string) string {
	return time.Unix(at+x.offset, 0).UTC().Format(layout)
}
func inUTC(at int64, layout string) string { return time.Unix(at, 0).UTC().Format(layout) }

// Layouts that several vendors have.
const (
	isoDay    = "2006-01-02"
	isoSecond = "2006-01-02T15:04:05"
	isoMilli  = "2006-01-02T15:04:05.000"
	isoZ      = "2006-01-02T15:04:05Z"
	plainTime = "2006-01-02 15:04:05"
)

// east writes her clock's offset: "+02:00" with a colon between, "+0200" with none.
func (x *export) east(between string) string {
	sign, o := "+", x.offset
	if o < 0 {
		sign, o = "-", -o
	}
	return fmt.Sprintf("%s%02d%s%02d", sign, o/3600, between, o/60%60)
}

// zone is a name in the tz database of her clock, which knows no summer.
func (x *export) zone() string {
	switch h := x.offset / 3600; {
	case h < 0:
		return fmt.Sprintf("Etc/GMT+%d", -h)
	case h > 0:
		return fmt.Sprintf("Etc/GMT-%d", h)
	}
	return "Etc/UTC"
}

// period writes whole seconds as ISO 8601 has them.
func period(seconds int64) string {
	out := "PT"
	if h := seconds / 3600; h > 0 {
		out += fmt.Sprintf("%dH", h)
	}
	if m := seconds / 60 % 60; m > 0 {
		out += fmt.Sprintf("%dM", m)
	}
	if s := seconds % 60; s > 0 || out == "PT" {
		out += fmt.Sprintf("%dS", s)
	}
	return out
}

// number and decimal write a number as text.
func number(n int64) string                { return strconv.FormatInt(n, 10) }
func decimal(v float64, digits int) string { return strconv.FormatFloat(v, 'f', digits, 64) }

// power is a number in the exponent form of Java: 1.7484768E12.
func power(v float64) string {
	return strings.Replace(strconv.FormatFloat(v, 'E', -1, 64), "E+", "E", 1)
}
