package diary

import (
	"encoding/binary"
	"math"
	"slices"
)

// packer walks a value in one fixed order, and either appends it to out or
// fills it from in: one description of the layout serves both directions, so
// they cannot come apart. After the first bad byte it reads only zeros.
type packer struct {
	out     []byte
	in      []byte
	reading bool
	version byte
	withRan bool // of version 3 (see pack_old.go)
	bad     bool
	newer   bool // a kind of entry was met that is not known

	last    int64    // the moment before this one
	name    string   // the path before this one
	words   []string // short strings met so far, written once each
	devices []Device
}

func (p *packer) fail() { p.bad, p.in = true, nil }

// uint writes v, or reads a number and ignores v.
func (p *packer) uint(v uint64) uint64 {
	if !p.reading {
		p.out = binary.AppendUvarint(p.out, v)
		return v
	}
	v, n := binary.Uvarint(p.in)
	if n <= 0 {
		p.fail()
		return 0
	}
	p.in = p.in[n:]
	return v
}

// int is uint for numbers of either sign: small ones of both stay short.
func (p *packer) int(v int64) int64 {
	u := p.uint(uint64(v<<1) ^ uint64(v>>63))
	return int64(u>>1) ^ -int64(u&1)
}

// raw copies len(b) bytes.
func (p *packer) raw(b []byte) {
	if !p.reading {
		p.out = append(p.out, b...)
		return
	}
	if len(b) > len(p.in) {
		p.fail()
		return
	}
	p.in = p.in[copy(b, p.in):]
}

// text is a length and its bytes.
func (p *packer) text(s string) string {
	n := p.uint(uint64(len(s)))
	if !p.reading {
		p.out = append(p.out, s...)
		return s
	}
	if n > uint64(len(p.in)) {
		p.fail()
		return ""
	}
	s = string(p.in[:n])
	p.in = p.in[n:]
	return s
}

// path leaves out what it shares with the path before it: the files of one
// export lie in few folders.
func (p *packer) path(s *string) {
	shared := 0
	for shared < min(len(*s), len(p.name)) && (*s)[shared] == p.name[shared] {
		shared++
	}
	n := p.uint(uint64(shared))
	if n > uint64(len(p.name)) {
		p.fail()
		return
	}
	rest := p.text((*s)[shared:])
	if p.reading {
		*s = p.name[:n] + rest
	}
	// Only short paths are shared, so that hostile bytes cannot make one long
	// path into many.
	if p.name = *s; len(*s) > maxPath {
		p.name = ""
	}
}

// maxPath is the longest path whose bytes the next one may share.
const maxPath = 512

// word is a string out of a small vocabulary, spelled out at its first use.
func (p *packer) word(s *string) {
	n := p.uint(uint64(slices.Index(p.words, *s) + 1))
	switch {
	case n > uint64(len(p.words)):
		p.fail()
	case n > 0:
		*s = p.words[n-1]
	default:
		*s = p.text(*s)
		p.words = append(p.words, *s)
	}
}

// device is a watch, spelled out at its first use.
func (p *packer) device(d *Device) {
	n := p.uint(uint64(slices.Index(p.devices, *d) + 1))
	switch {
	case n > uint64(len(p.devices)):
		p.fail()
	case n > 0:
		*d = p.devices[n-1]
	default:
		p.word(&d.Maker)
		unsigned(p, &d.Product)
		unsigned(p, &d.Serial)
		if p.version >= 6 {
			p.word(&d.Model)
		}
		p.devices = append(p.devices, *d)
	}
}

// moment is Unix seconds, as the difference from the moment before.
func (p *packer) moment(at *int64) {
	*at = p.last + p.int(*at-p.last)
	p.last = *at
}

func (p *packer) flag(v *bool) {
	var n uint8
	if *v {
		n = 1
	}
	unsigned(p, &n)
	*v = n == 1
}

// steps are the units that watches measure in: a float32 that is a whole number
// of one of them is kept as that number. The last form is the bits as they are.
var steps = [...]float64{1, 100, 128}

func (p *packer) float(v *float32) {
	if p.reading {
		u := p.uint(0)
		if form := u & 3; form < uint64(len(steps)) {
			u >>= 2
			*v = float32(float64(int64(u>>1)^-int64(u&1)) / steps[form])
			return
		}
		var b [4]byte
		p.raw(b[:])
		*v = math.Float32frombits(binary.LittleEndian.Uint32(b[:]))
		return
	}
	for form, step := range steps {
		n := math.Round(float64(*v) * step)
		if !(math.Abs(n) < 1<<40) {
			continue
		}
		i := int64(n)
		if math.Float32bits(float32(float64(i)/step)) == math.Float32bits(*v) {
			p.uint((uint64(i<<1)^uint64(i>>63))<<2 | uint64(form))
			return
		}
	}
	p.uint(3)
	p.raw(binary.LittleEndian.AppendUint32(nil, math.Float32bits(*v)))
}

func (p *packer) double(v *float64) {
	b := binary.LittleEndian.AppendUint64(nil, math.Float64bits(*v))
	p.raw(b)
	*v = math.Float64frombits(binary.LittleEndian.Uint64(b))
}

// unsigned and signed are one number of its own width; a number read that does
// not fit it is damage, not a wrapped value.
func unsigned[T ~uint8 | ~uint16 | ~uint32](p *packer, v *T) {
	n := p.uint(uint64(*v))
	if *v = T(n); uint64(*v) != n {
		p.fail()
	}
}

func signed[T ~int32](p *packer, v *T) {
	n := p.int(int64(*v))
	if *v = T(n); int64(*v) != n {
		p.fail()
	}
}

// column is a column of a Track, as differences. Nearly all of a diary is
// these, so they are read without a call for each cell of one byte.
func column[T ~uint8 | ~uint16 | ~int16](p *packer, s *[]T) {
	n := p.count(len(*s))
	if p.reading {
		*s = nil
		if n > 0 {
			*s = make([]T, n)
		}
	}
	last := int64(0)
	for i := range *s {
		if p.reading && len(p.in) > 0 && p.in[0] < 0x80 {
			u := p.in[0]
			p.in = p.in[1:]
			last += int64(u>>1) ^ -int64(u&1)
		} else {
			last += p.int(int64((*s)[i]) - last)
		}
		v := T(last)
		if int64(v) != last {
			p.fail()
		}
		if p.bad {
			return
		}
		(*s)[i] = v
	}
}

// count is how many elements follow. Each takes a byte at least, which bounds
// the count by what is left to read.
func (p *packer) count(n int) int {
	u := p.uint(uint64(n))
	if p.reading && u > uint64(len(p.in)) {
		p.fail()
		return 0
	}
	return int(u)
}

// stamp is an entry's; before version 4 the clock was not kept.
func (p *packer) stamp(s *Stamp) {
	p.moment(&s.At)
	signed(p, &s.Date)
	if p.version >= 4 {
		signed(p, &s.Offset)
	}
}

// entries is a list of one kind of them: a count and that many.
func (p *packer) entries(k kind) {
	n := p.count(k.count())
	if p.reading {
		k.cut(0)
	}
	for i := range n {
		if p.bad {
			return
		}
		if p.reading {
			k.add(nil)
		}
		k.at(i).pack(p)
	}
}

// list is a count and that many elements.
func list[T any](p *packer, s *[]T, element func(*packer, *T)) {
	n := p.count(len(*s))
	if p.reading {
		*s = nil
		if n == 0 {
			return
		}
		*s = make([]T, 0, min(n, 1024))
	}
	for i := range n {
		if p.bad {
			return
		}
		if p.reading {
			var zero T
			*s = append(*s, zero)
		}
		element(p, &(*s)[i])
	}
}
