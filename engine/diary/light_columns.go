package diary

import (
	"encoding/binary"
	"math"
	"slices"
)

// columns writes lists of records one after another, or reads them: one
// description of a record serves both ways. It is quick where [packer] is small.
type columns struct {
	out     []byte
	in      []byte
	pos     int // in in, up to which it is read
	reading bool
	bad     bool
	words   []string
}

// rows is a count and that many records of size bytes, or more.
func rows[T any](c *columns, list *[]T, size int, record func(*columns, *T)) {
	n := c.count(len(*list), size)
	if c.reading {
		*list = make([]T, n)
	}
	for i := range *list {
		record(c, &(*list)[i])
	}
}

// count is how many records of size bytes follow; it is bounded by what is left.
func (c *columns) count(n, size int) int {
	v := uint32(n)
	c.u32(&v)
	if c.reading && uint64(v)*uint64(size) > uint64(len(c.in)-c.pos) {
		c.fail()
		return 0
	}
	return int(v)
}

func (c *columns) fail() { c.bad, c.in, c.pos = true, nil, 0 }

// take is the next n bytes to read; zeros after the end.
func (c *columns) take(n int) []byte {
	if len(c.in)-c.pos < n {
		c.fail()
		return make([]byte, n)
	}
	c.pos += n
	return c.in[c.pos-n : c.pos]
}

func (c *columns) copy(b []byte) {
	if c.reading {
		copy(b, c.take(len(b)))
		return
	}
	c.out = append(c.out, b...)
}

func (c *columns) u8(v *uint8) {
	if c.reading {
		*v = c.take(1)[0]
		return
	}
	c.out = append(c.out, *v)
}

func (c *columns) u16(v *uint16) {
	if c.reading {
		*v = binary.LittleEndian.Uint16(c.take(2))
		return
	}
	c.out = binary.LittleEndian.AppendUint16(c.out, *v)
}

func (c *columns) u32(v *uint32) {
	if c.reading {
		*v = binary.LittleEndian.Uint32(c.take(4))
		return
	}
	c.out = binary.LittleEndian.AppendUint32(c.out, *v)
}

func (c *columns) u64(v *uint64) {
	if c.reading {
		*v = binary.LittleEndian.Uint64(c.take(8))
		return
	}
	c.out = binary.LittleEndian.AppendUint64(c.out, *v)
}

func (c *columns) i32(v *int32) {
	u := uint32(*v)
	c.u32(&u)
	*v = int32(u)
}

func (c *columns) i64(v *int64) {
	u := uint64(*v)
	c.u64(&u)
	*v = int64(u)
}

// int is a count, of 32 bits.
func (c *columns) int(v *int) {
	u := uint32(*v)
	c.u32(&u)
	*v = int(u)
}

func (c *columns) f32(v *float32) {
	u := math.Float32bits(*v)
	c.u32(&u)
	*v = math.Float32frombits(u)
}

func (c *columns) f64(v *float64) {
	u := math.Float64bits(*v)
	c.u64(&u)
	*v = math.Float64frombits(u)
}

func (c *columns) flag(v *bool) {
	n := uint8(0)
	if *v {
		n = 1
	}
	c.u8(&n)
	*v = n == 1
}

func (c *columns) text(s *string) {
	n := c.count(len(*s), 1)
	if c.reading {
		*s = string(c.take(n))
		return
	}
	c.out = append(c.out, *s...)
}

// word is a string out of a small vocabulary, by its place in it.
func (c *columns) word(s *string) {
	var n uint32
	if !c.reading {
		i := slices.Index(c.words, *s)
		if i < 0 {
			i = len(c.words)
			c.words = append(c.words, *s)
		}
		n = uint32(i)
	}
	c.u32(&n)
	switch {
	case !c.reading:
	case n >= uint32(len(c.words)):
		c.fail()
	default:
		*s = c.words[n]
	}
}
