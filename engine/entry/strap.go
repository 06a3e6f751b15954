package entry

import (
	"math"

	"rebound/engine/beats"
	"rebound/engine/diary"
)

// Strap is a measurement with a heart-rate strap at rest: the intervals between
// heartbeats, ms, as they came. HRV and resting heart rate are read of them here.
type Strap struct {
	Date diary.Date `json:"date"`
	At   Moment     `json:"at,omitempty"` // when the one that is taken back was entered, 0: the date's last; or, without Off, that comes back
	RR   []float64  `json:"rr,omitempty"`
	Off  bool       `json:"off,omitempty"`
}

// How long a measurement is, s: as a recording at rest in a file (engine/watch/fitfile);
// and what an interval can be, ms, for a strap that counts in 16 bits of 1/1024 s.
const (
	shortestStrap   = 2 * 60
	longestStrap    = 15 * 60
	longestInterval = 64_000

	fastestStrap = 300 // beats a minute, all that came counted: more are not looked at one by one
)

func (v Strap) of() diary.Date { return v.Date }
func (v Strap) name() string   { return "strap" }

func (v Strap) enter(d *draft) *Refusal {
	switch {
	case v.Off:
		return v.takeBack(d)
	case v.At != 0 && v.RR == nil:
		return v.bringBack(d)
	}
	out := diary.Strap{Stamp: d.stamp}
	var sum float64
	for _, ms := range v.RR {
		sum += ms
	}
	if !lasts(sum) {
		return &Refusal{Code: Range, Field: "measurement", Value: math.Round(sum / 1000), Low: shortestStrap, High: longestStrap, Unit: "s"}
	}
	if rate := 60_000 * float64(len(v.RR)) / sum; rate > fastestStrap {
		_, most := diary.RestingHR.Bounds()
		return &Refusal{Code: NoRest, Field: "resting_hr", Value: math.Round(rate), High: most, Unit: units[diary.RestingHR]}
	}
	for _, ms := range v.RR {
		if !(ms >= 1 && ms <= longestInterval) {
			return &Refusal{Code: Range, Field: "rr", Value: ms, Low: 1, High: longestInterval, Unit: "ms"}
		}
		out.RR = append(out.RR, uint16(math.Round(ms)))
	}
	read := beats.Read(out.RR)
	if !read.Clean() {
		return &Refusal{Code: Unclear, Field: "rr", Value: read.Share(), High: beats.MostOff}
	}
	out.RMSSD, out.HR, out.Wrong = float32(tenth(read.RMSSD)), float32(tenth(read.HR)), uint16(read.Off)
	for _, x := range [...]struct {
		kind  diary.Kind
		field string
		value float32
	}{{diary.RestingHR, "resting_hr", out.HR}, {diary.HRV, "hrv_ms", out.RMSSD}} {
		if !x.kind.Valid(float64(x.value)) {
			low, high := x.kind.Bounds()
			return &Refusal{Code: NoRest, Field: x.field, Value: float64(x.value), Low: low, High: high, Unit: units[x.kind]}
		}
	}
	d.Straps = append(d.Straps, out)
	return nil
}

// lasts reports whether a measurement of so many ms is of a length to be read.
func lasts(ms float64) bool {
	s := math.Round(ms / 1000)
	return s >= shortestStrap && s <= longestStrap
}

func tenth(v float64) float64 { return math.Round(v*10) / 10 }

// takeBack takes one of the date's measurements back, of those that came before in the same
// journal too.
func (v Strap) takeBack(d *draft) *Refusal {
	var known []diary.Strap
	if d.Diary != nil {
		known = diary.Between(d.Diary.Reported.Straps, v.Date, v.Date)
	}
	off := map[int64]bool{}
	for _, list := range [...][]diary.Strap{d.Straps, known} {
		for i := len(list) - 1; i >= 0; i-- {
			switch gone := list[i]; {
			case gone.Date != v.Date:
			case gone.Off:
				off[gone.At] = true
			case !off[gone.At] && (v.At == 0 || gone.At == int64(v.At)):
				gone.Off, gone.RR = true, nil // of two with one moment the diary keeps the one that is off
				d.Straps = append(d.Straps, gone)
				return nil
			}
		}
	}
	return &Refusal{Code: NoSuchStrap, Field: "at", Value: float64(v.At), Date: v.Date}
}

// bringBack enters a measurement that was taken back once more, as it was: beat for beat
// and as it was read then, at a moment of its own, since the one that it had is off.
func (v Strap) bringBack(d *draft) *Refusal {
	if d.Diary != nil {
		for _, old := range diary.Between(d.Diary.Old.Straps, v.Date, v.Date) {
			if old.At == int64(v.At) {
				old.Stamp = d.stamp
				d.Straps = append(d.Straps, old)
				return nil
			}
		}
	}
	return &Refusal{Code: NoSuchStrap, Field: "at", Value: float64(v.At), Date: v.Date}
}
