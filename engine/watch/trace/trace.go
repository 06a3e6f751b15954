// Package trace makes a session's activity of what was recorded along it, sample by
// sample, as TCX, GPX and a health platform have it: with the series that the diary
// keeps, and with totals where the file says none.
//
//	var m trace.Maker
//	for ... {
//		m.Add(trace.Sample{At: at, HR: 141, Meters: 180, Speed: none, ...}) // see None
//	}
//	m.Make(&activity) // what it says already is left; m is ready for the next one
//
// Samples may come in any order, twice, with gaps, and with positions that jump. A
// sample is put into its cell of the track and no further: how long it stands for what
// follows is for engine/load.
package trace

import (
	"math"
	"slices"

	"rebound/engine/diary"
)

// Sample is what was recorded at one moment.
type Sample struct {
	At       int64   // Unix seconds
	Lat, Lon float64 // degrees; NaN: not said
	Meters   float32 // along the way so far, as the device counts it; NaN: not said
	Speed    float32 // m/s; NaN: not said
	Altitude float32 // m; NaN: not said
	Power    uint16  // W; 0: not said
	HR       uint8   // bpm; 0: not said
	Cadence  uint8   // a minute, of one foot or of both; 0: not said
	Paused   bool    // the recording stood still between the sample before and this one
}

// None is a sample that says nothing yet.
func None() Sample {
	nan := float32(math.NaN())
	return Sample{Lat: math.NaN(), Lon: math.NaN(), Meters: nan, Speed: nan, Altitude: nan}
}

// Steps is a cadence as files write it; 0 for what is none.
func Steps(perMinute float64) uint8 {
	if !(perMinute > 0 && perMinute < 255) {
		return 0
	}
	return uint8(perMinute)
}

// Watts is a power as files write it; 0 for what is none.
func Watts(v float64) uint16 {
	if !(v > 0 && v < 5000) {
		return 0
	}
	return uint16(v)
}

const (
	most    = 600_000                       // samples of one session: a week of one a second
	budget  = 365 * 86400 / diary.TrackStep // steps of the tracks of one file
	sparse  = 300 / diary.TrackStep         // steps for each sample, at most: else it is no series
	maxSpan = 7 * 86400                     // further than this from the middle sample is not of the session
	maxGap  = 60                            // seconds over which a speed is taken from two places
	rests   = 0.5                           // m/s: slower than this over a long gap is a pause
	steps   = 110                           // a minute: more than this is of both feet
)

// Maker makes activities of samples. The zero Maker is ready.
type Maker struct {
	list []Sample
	used int // steps of tracks made so far
}

// Add takes one sample, of those that one session can have.
func (m *Maker) Add(s Sample) {
	if len(m.list) < most {
		m.list = append(m.list, s)
	}
}

// Len is how many samples there are, and Last the one that came last.
func (m *Maker) Len() int      { return len(m.list) }
func (m *Maker) Last() *Sample { return &m.list[len(m.list)-1] }

// Make gives an activity its track, and what it does not say yet: Start, Elapsed,
// Seconds (without pauses), Meters, AvgHR, MaxHR. It reports whether there was any
// sample.
func (m *Maker) Make(a *diary.Activity) bool {
	list := m.inOrder()
	defer func() { m.list = m.list[:0] }()
	if len(list) == 0 {
		return false
	}
	first, last := list[0].At, list[len(list)-1].At
	if a.Start == 0 || a.Start > first {
		a.Start = first
	}
	way := travel(list, diary.Fastest(a.Sport))
	a.Elapsed = max(a.Elapsed, float32(last-a.Start))
	if a.Seconds == 0 {
		a.Seconds = a.Elapsed - way.stood
	}
	a.Elapsed = max(a.Elapsed, a.Seconds)
	if a.Meters == 0 {
		a.Meters = way.meters
	}
	if a.AvgHR == 0 || a.MaxHR == 0 {
		avg, top := pulse(list)
		if a.AvgHR == 0 {
			a.AvgHR = avg
		}
		if a.MaxHR == 0 {
			a.MaxHR = top
		}
	}
	n := int(last-a.Start)/diary.TrackStep + 1
	if n > sparse*len(list) || m.used+n > budget {
		return true
	}
	m.used += n
	a.Track = columns(list, a, n)
	return true
}

// inOrder is the samples in order of time, without those of another session.
func (m *Maker) inOrder() []Sample {
	list := m.list
	if len(list) == 0 {
		return nil
	}
	byTime := func(a, b Sample) int { return int(max(-1, min(a.At-b.At, 1))) }
	if !slices.IsSortedFunc(list, byTime) {
		diary.SortBy(list, byTime)
	}
	middle := list[len(list)/2].At
	for len(list) > 0 && middle-list[0].At > maxSpan {
		list = list[1:]
	}
	for len(list) > 0 && list[len(list)-1].At-middle > maxSpan {
		list = list[:len(list)-1]
	}
	return list
}

// pulse is the mean and the highest heart rate of the samples that have one.
func pulse(list []Sample) (avg, top uint8) {
	sum, n := 0, 0
	for i := range list {
		if hr := list[i].HR; hr > 0 {
			sum, n, top = sum+int(hr), n+1, max(top, hr)
		}
	}
	if n > 0 {
		avg = uint8((2*sum + n) / (2 * n))
	}
	return avg, top
}
