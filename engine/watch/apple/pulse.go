package apple

import (
	"encoding/binary"
	"math"
	"slices"
)

// chunk is heart rates of one source as they came: the seconds since the one before and
// the beats a minute, three bytes mostly.
type chunk struct {
	low, high int64 // the earliest and the latest
	last      int64
	b         []byte
}

const (
	chunkSize  = 2 << 10
	mostPulses = 40 << 20 // bytes of all: ten years of one each twenty seconds
)

// pulse keeps a heart rate. Where there are more than can be kept the oldest of the
// source that has most give way.
func (s *sources) pulse(i int, at int64, bpm uint8) {
	f := &s.list[i]
	n := len(f.pulses)
	if n == 0 || len(f.pulses[n-1].b)+binary.MaxVarintLen64+1 > chunkSize {
		if s.bytes += chunkSize; s.bytes > mostPulses {
			s.drop()
		}
		f.pulses = append(f.pulses, chunk{low: math.MaxInt64, high: math.MinInt64, b: make([]byte, 0, chunkSize)})
		n = len(f.pulses)
	}
	c := &f.pulses[n-1]
	d := at - c.last
	u := uint64(d<<1) ^ uint64(d>>63) // as binary.AppendVarint does, without the call
	for ; u >= 0x80; u >>= 7 {
		c.b = append(c.b, byte(u)|0x80)
	}
	c.b = append(c.b, byte(u), bpm)
	c.last, c.low, c.high = at, min(c.low, at), max(c.high, at)
}

func (s *sources) drop() {
	most := &s.list[0]
	for i := range s.list {
		if len(s.list[i].pulses) > len(most.pulses) {
			most = &s.list[i]
		}
	}
	if len(most.pulses) > 0 {
		most.pulses = most.pulses[1:]
		s.bytes -= chunkSize
	}
}

// between gives a source's heart rates of a time, in the order in which they came.
func (f *from) between(start, end int64, give func(at int64, bpm uint8)) {
	for i := range f.pulses {
		c := &f.pulses[i]
		if c.high < start || c.low > end {
			continue
		}
		at := int64(0)
		for b := c.b; len(b) > 0; {
			d, n := binary.Varint(b)
			at += d
			if at >= start && at <= end {
				give(at, b[n])
			}
			b = b[n+1:]
		}
	}
}

// may reports whether a source may have heart rates of a time.
func (f *from) may(start, end int64) bool {
	return slices.ContainsFunc(f.pulses, func(c chunk) bool { return c.high >= start && c.low <= end })
}
