package fitfile

import (
	"slices"

	"github.com/muktihari/fit/profile/basetype"
	"github.com/muktihari/fit/profile/untyped/fieldnum"
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
	besides  = 5       // s around a record's own heart rate, which counts
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
	if h.set && bpm != 0 && bpm != 0xFF && at > 0 && at < lastDate && len(h.rates) < maxRates {
		h.rates = append(h.rates, rate{uint32(at), bpm})
	}
}

// addHeart makes records of the strap's heart rates where the watch had none. The
// records are in order of time, and stay so.
func (r *reader) addHeart() {
	known := func(at uint32) bool {
		for _, w := range r.after(at - besides) {
			if w.at > at+besides {
				break
			}
			if w.v[colHR] != missing {
				return true
			}
		}
		return false
	}
	var rows []row
	for _, v := range r.strap.rates {
		if plausible(v.at) && !known(v.at) {
			w := emptyRow
			w.at, w.v[colHR] = v.at, uint32(v.bpm)
			rows = append(rows, w)
		}
	}
	if len(rows) == 0 || len(r.rows)+len(rows) > maxRows {
		return
	}
	r.seen |= 1 << colHR
	r.rows = append(r.rows, rows...)
	slices.SortStableFunc(r.rows, byTime)
}
