package fitfile

import (
	"encoding/binary"
	"math"

	"github.com/muktihari/fit/profile/basetype"
	"github.com/muktihari/fit/profile/untyped/mesgnum"
)

// fieldDef is one field of a message as its definition in the file has it.
type fieldDef struct {
	num  byte
	base basetype.BaseType
	off  int // in the message, its header byte counted
	size int
}

// layout is how the messages of one local number lie in the file until the
// next definition of that number. Developer fields lie behind the others and
// are never looked at.
type layout struct {
	size   int    // of a message, its header byte counted; 0 when not defined
	num    uint16 // global message number
	big    bool   // big-endian
	fields []fieldDef
	slots  []slot // records only: where the columns are
	plain  bool   // every slot is loaded directly
	stamp  int    // offset of a plain timestamp, -1 when there is none
}

// define reads a whole definition message.
func (l *layout) define(b []byte) {
	l.big = b[2] == 1
	l.num = l.uint16(b[3:])
	if b[2] > 1 { // no such byte order: the sizes still hold, the values do not
		l.num = mesgnum.Invalid
	}
	l.fields, l.slots, l.stamp = l.fields[:0], l.slots[:0], -1
	off := 1
	for i := range int(b[5]) {
		d := b[6+3*i:]
		f := fieldDef{num: d[0], size: int(d[1]), base: basetype.BaseType(d[2]), off: off}
		off += f.size
		if f.num == fieldTimestamp && f.size == 4 {
			l.stamp = f.off
		}
		l.fields = append(l.fields, f)
	}
	l.size = off
	for dev := b[6+3*len(l.fields):]; len(dev) > 3; dev = dev[3:] { // a count, and three bytes each
		l.size += int(dev[2])
	}
	if l.num == mesgnum.Record {
		l.addSlots()
	}
}

func (l *layout) uint16(b []byte) uint16 {
	if l.big {
		return binary.BigEndian.Uint16(b)
	}
	return binary.LittleEndian.Uint16(b)
}

func (l *layout) uint32(b []byte) uint32 {
	if l.big {
		return binary.BigEndian.Uint32(b)
	}
	return binary.LittleEndian.Uint32(b)
}

// fieldTimestamp is the number of the timestamp in every message that has one.
const fieldTimestamp = 253

// message is one data message with its definition and its time (FIT seconds, 0
// when it has none).
type message struct {
	*layout
	b  []byte
	at uint32
}

// find returns the bytes of a field, nil when the message has no such field.
func (m message) find(num byte) ([]byte, basetype.BaseType) {
	for i := range m.fields {
		if f := &m.fields[i]; f.num == num {
			return m.b[f.off : f.off+f.size], f.base
		}
	}
	return nil, 0
}

// number is a field's first value, unscaled; false when it is absent or
// invalid.
func (m message) number(num byte) (int64, bool) {
	b, base := m.find(num)
	return number(b, base, m.big)
}

// positive is a field's value when it is above 0, else 0: for quantities of
// which 0 says "not measured".
func (m message) positive(num byte) int64 {
	v, ok := m.number(num)
	if !ok || v < 0 {
		return 0
	}
	return v
}

// bpm is a heart rate; 0 when missing.
func (m message) bpm(num byte) uint8 {
	if v, ok := m.number(num); ok && v > 0 && v < 255 {
		return uint8(v)
	}
	return 0
}

// date is a time field; 0 when missing or impossible.
func (m message) date(num byte) uint32 {
	v, ok := m.number(num)
	if !ok || v < 0 || v > math.MaxUint32 || !plausible(uint32(v)) {
		return 0
	}
	return uint32(v)
}

// seconds is a time field as it stands in the file, on system time too; 0 when
// missing or past any watch of today.
func (m message) seconds(num byte) uint32 {
	if v, ok := m.number(num); ok && v > 0 && v < lastDate {
		return uint32(v)
	}
	return 0
}

// width is the size in bytes of a base type's value; 0 for none that holds a
// number. The endian flag (bit 7) is left out: some writers forget it.
func width(base basetype.BaseType) int {
	switch base & basetype.BaseTypeNumMask {
	case 0x00, 0x01, 0x02, 0x0A, 0x0D: // enum, sint8, uint8, uint8z, byte
		return 1
	case 0x03, 0x04, 0x0B: // sint16, uint16, uint16z
		return 2
	case 0x05, 0x06, 0x08, 0x0C: // sint32, uint32, float32, uint32z
		return 4
	case 0x09, 0x0E, 0x0F, 0x10: // float64, sint64, uint64, uint64z
		return 8
	}
	return 0
}

// number reads the first value of a field: of an array its first element, of a
// field shorter than its base type as many bytes as there are.
func number(b []byte, base basetype.BaseType, big bool) (int64, bool) {
	n := min(len(b), width(base))
	if n == 0 {
		return 0, false
	}
	var u uint64
	for i := range n {
		if big {
			u = u<<8 | uint64(b[i])
		} else {
			u |= uint64(b[i]) << (8 * i)
		}
	}
	bits := 8 * n
	ones := uint64(math.MaxUint64) >> (64 - bits)
	switch base & basetype.BaseTypeNumMask {
	case 0x01, 0x03, 0x05, 0x0E: // signed
		v := int64(u<<(64-bits)) >> (64 - bits)
		return v, u != ones>>1
	case 0x0A, 0x0B, 0x0C, 0x10: // z: 0 is invalid
		return int64(u), u != 0 && int64(u) >= 0
	case 0x08:
		return truncated(float64(math.Float32frombits(uint32(u))), n == 4)
	case 0x09:
		return truncated(math.Float64frombits(u), n == 8)
	}
	return int64(u), u != ones && int64(u) >= 0
}

// truncated is a float field as a whole number, if it is one that fits.
func truncated(f float64, ok bool) (int64, bool) {
	return int64(f), ok && math.Abs(f) < 1<<53 // false for NaN, FIT's invalid float
}

// FIT seconds below systemTime count from when the watch was switched on, and
// lastDate (the year 2100) is past any watch of today.
const (
	systemTime = 0x10000000
	lastDate   = 4102444800 - fitEpoch
)

func plausible(at uint32) bool { return at >= systemTime && at < lastDate }

// unix is a FIT time as Unix seconds.
func unix(at uint32) int64 { return int64(at) + fitEpoch }
