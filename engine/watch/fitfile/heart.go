package fitfile

import (
	"cmp"
	"slices"

	"github.com/muktihari/fit/profile/basetype"
	"github.com/muktihari/fit/profile/untyped/fieldnum"

	"rebound/engine/diary"
)

// In water no watch hears the strap: it keeps the heart rate and hands it over
// afterwards, in hr messages. A beat's time is by the strap's own clock, in 1/1024 s;
// one message says when that was by the watch's.
type strap struct {
	base  int64 // the strap's 0 by the watch's clock, 1/1024 s
	event uint32
	set   bool
	rates []rate
}

// rate is the heart rate at a beat.
type rate struct {
	at  uint32
	bpm uint8
}

const (
	ticks    = 1024
	maxRates = 1 << 18 // a day of them
)

// heartRates reads an hr message.
func (r *reader) heartRates(m message) {
	bpm, _ := m.find(fieldnum.HrFilteredBpm)
	h := &r.strap
	if b, base := m.find(fieldnum.HrEventTimestamp); len(b) >= 4 && base&basetype.BaseTypeNumMask == basetype.Uint32&basetype.BaseTypeNumMask {
		if m.at != 0 {
			fraction, _ := m.number(fieldnum.HrFractionalTimestamp) // 1/32768 s
			h.base, h.set = int64(m.at)*ticks+fraction/32-int64(m.uint32(b)), true
		}
		for ; len(b) >= 4 && len(bpm) > 0; b, bpm = b[4:], bpm[1:] {
			h.event = m.uint32(b)
			h.beat(bpm[0])
		}
		return
	}
	// The low twelve bits of two times in three bytes.
	packed, _ := m.find(fieldnum.HrEventTimestamp12)
	for ; len(packed) >= 3 && len(bpm) > 0; packed = packed[3:] {
		for _, low := range [...]uint32{uint32(packed[0]) | uint32(packed[1]&0x0F)<<8, uint32(packed[1])>>4 | uint32(packed[2])<<4} {
			if len(bpm) > 0 {
				h.event += (low - h.event) & 0xFFF
				h.beat(bpm[0])
				bpm = bpm[1:]
			}
		}
	}
}

func (h *strap) beat(bpm uint8) {
	at := (h.base + int64(h.event)) / ticks
	if h.set && bpm != 0 && bpm != 0xFF && at >= systemTime && at < lastDate && len(h.rates) < maxRates {
		h.rates = append(h.rates, rate{uint32(at), bpm})
	}
}

// addHeart puts the strap's heart rates, of all parts of a file (some hand them over
// in a part of their own), where the sessions have none.
func (r *reader) addHeart() {
	rates := r.strap.rates
	diary.SortBy(rates, func(a, b rate) int { return cmp.Compare(a.at, b.at) })
	for i := range r.out.Activities {
		a := &r.out.Activities[i]
		first, _ := slices.BinarySearchFunc(rates, a.Start-fitEpoch, func(v rate, at int64) int { return cmp.Compare(int64(v.at), at) })
		last, _ := slices.BinarySearchFunc(rates, a.Start-fitEpoch+int64(a.Elapsed)+1, func(v rate, at int64) int { return cmp.Compare(int64(v.at), at) })
		if first < last {
			r.fillHeart(a, rates[first:last])
		}
	}
}

// fillHeart gives an Activity the heart rates of its time.
func (r *reader) fillHeart(a *diary.Activity, rates []rate) {
	step := func(v rate) int { return int((unix(v.at) - a.Start) / diary.TrackStep) }
	steps := step(rates[len(rates)-1]) + 1
	if more := steps - a.Track.Len(); more > 0 {
		if r.steps+more > maxSteps {
			return
		}
		r.steps += more
		lengthen(&a.Track, more)
	}
	if a.Track.HR == nil {
		a.Track.HR = make([]uint8, a.Track.Len())
	}
	for i := 0; i < len(rates); {
		at, sum, n := step(rates[i]), 0, 0
		for ; i < len(rates) && step(rates[i]) == at; i++ {
			sum, n = sum+int(rates[i].bpm), n+1
		}
		if a.Track.HR[at] == 0 {
			a.Track.HR[at] = uint8((sum + n/2) / n)
		}
	}
	if a.AvgHR != 0 {
		return
	}
	sum, n := 0, 0
	for _, v := range a.Track.HR {
		if v > 0 {
			sum, n = sum+int(v), n+1
			a.MaxHR = max(a.MaxHR, v)
		}
	}
	a.AvgHR = uint8((sum + n/2) / n)
}

// lengthen adds steps of which nothing is known to the columns that there are.
func lengthen(t *diary.Track, by int) {
	if len(t.HR) > 0 {
		t.HR = append(t.HR, make([]uint8, by)...)
	}
	if len(t.Cadence) > 0 {
		t.Cadence = append(t.Cadence, make([]uint8, by)...)
	}
	if len(t.Altitude) > 0 {
		for range by {
			t.Altitude = append(t.Altitude, diary.NoAltitude)
		}
	}
	for _, c := range []*[]uint16{&t.Speed, &t.Power, &t.StanceTime, &t.Balance, &t.StepLength, &t.VertRatio, &t.Oscillation} {
		if len(*c) > 0 {
			*c = append(*c, make([]uint16, by)...)
		}
	}
	if t.Len() == 0 {
		t.HR = make([]uint8, by)
	}
}
