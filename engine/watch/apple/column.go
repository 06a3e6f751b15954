package apple

import (
	"encoding/binary"
	"math"
	"slices"
)

// column is values of one kind and source in the order in which they came.
type column []chunk

// chunk is some of them: of each the seconds since the one before and the value, three
// bytes mostly for a heart rate.
type chunk struct {
	low, high int64 // the earliest and the latest
	last      int64
	b         []byte
}

const (
	chunkSize = 2 << 10
	mostKept  = 40 << 20 // bytes of all: ten years of a heart rate each twenty seconds
)

// keep adds a value to a column. Where there is more than can be kept the oldest of the
// column that has most gives way.
func (s *sources) keep(c *column, at int64, v uint32) {
	n := len(*c)
	if n == 0 || len((*c)[n-1].b)+binary.MaxVarintLen64+binary.MaxVarintLen32 > chunkSize {
		if s.bytes += chunkSize; s.bytes > mostKept {
			s.drop()
		}
		*c = append(*c, chunk{low: math.MaxInt64, high: math.MinInt64, b: make([]byte, 0, chunkSize)})
		n = len(*c)
	}
	k := &(*c)[n-1]
	d := at - k.last
	u := uint64(d<<1) ^ uint64(d>>63) // as binary.AppendVarint does, without the call
	for ; u >= 0x80; u >>= 7 {
		k.b = append(k.b, byte(u)|0x80)
	}
	k.b = append(k.b, byte(u))
	for ; v >= 0x80; v >>= 7 {
		k.b = append(k.b, byte(v)|0x80)
	}
	k.b = append(k.b, byte(v))
	k.last, k.low, k.high = at, min(k.low, at), max(k.high, at)
}

func (s *sources) drop() {
	var most *column
	for i := range s.list {
		f := &s.list[i]
		for _, c := range []*column{&f.pulses, &f.speeds, &f.ways} {
			if most == nil || len(*c) > len(*most) {
				most = c
			}
		}
	}
	if most != nil && len(*most) > 0 {
		*most = (*most)[1:]
		s.bytes -= chunkSize
	}
}

// between gives the values of a time, in the order in which they came.
func (c column) between(start, end int64, give func(at int64, v uint32)) {
	for i := range c {
		k := &c[i]
		if k.high < start || k.low > end {
			continue
		}
		at := int64(0)
		for b := k.b; len(b) > 0; {
			d, n := binary.Varint(b)
			v, m := binary.Uvarint(b[n:])
			at, b = at+d, b[n+m:]
			if at >= start && at <= end {
				give(at, uint32(v))
			}
		}
	}
}

// may reports whether there may be values of a time.
func (c column) may(start, end int64) bool {
	return slices.ContainsFunc(c, func(k chunk) bool { return k.high >= start && k.low <= end })
}
