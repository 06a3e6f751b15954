package fitfile

import (
	"encoding/binary"
	"math/bits"
	"slices"

	"github.com/muktihari/fit/profile/untyped/fieldnum"
)

// column is one measured value of a record, in FIT's own scale.
type column uint8

const (
	colHR          column = iota // bpm
	colSpeed                     // mm/s
	colDistance                  // cm since the start
	colAltitude                  // 0.2 m above -500 m
	colCadence                   // strides (or crank turns) a minute
	colPower                     // W
	colStanceTime                // 0.1 ms
	colBalance                   // 0.01 % of stance time on the left
	colOscillation               // 0.1 mm
	colVertRatio                 // 0.01 %
	colStepLength                // 0.1 mm
	columns
)

// columnSet has a bit for each column.
type columnSet uint32

func (s columnSet) has(c column) bool { return s&(1<<c) != 0 }

// missing marks a value that a record does not have. No column reaches it: it
// is FIT's invalid 32-bit value.
const missing = 1<<32 - 1

// row is one record.
type row struct {
	at uint32
	v  [columns]uint32
}

// maxRows is twelve days of one record a second; what a hostile file claims
// beyond them costs no memory.
const maxRows = 1 << 20

var emptyRow = func() (r row) {
	for i := range r.v {
		r.v[i] = missing
	}
	return r
}()

// recordColumns says which column a record's field goes to. Where a record has
// both the plain and the enhanced form of a value, the one listed later wins.
var recordColumns = []struct {
	num byte
	col column
}{
	{fieldnum.RecordHeartRate, colHR},
	{fieldnum.RecordCompressedSpeedDistance, colSpeed}, // and colDistance
	{fieldnum.RecordSpeed, colSpeed},
	{fieldnum.RecordEnhancedSpeed, colSpeed},
	{fieldnum.RecordDistance, colDistance},
	{fieldnum.RecordAltitude, colAltitude},
	{fieldnum.RecordEnhancedAltitude, colAltitude},
	{fieldnum.RecordCadence, colCadence},
	{fieldnum.RecordPower, colPower},
	{fieldnum.RecordStanceTime, colStanceTime},
	{fieldnum.RecordStanceTimeBalance, colBalance},
	{fieldnum.RecordVerticalOscillation, colOscillation},
	{fieldnum.RecordVerticalRatio, colVertRatio},
	{fieldnum.RecordStepLength, colStepLength},
}

// slot is where a column lies in the records of one layout. The shapes that
// nearly every watch writes (unsigned values of 8, 16 and 32 bits) are loaded
// directly, as four bytes of which the mask leaves the value's own; all else by
// number.
type slot struct {
	fieldDef
	mask  uint32 // also the value that is invalid; 0: by number
	shift uint8  // from the top of four big-endian bytes
	col   column
}

const packedSize = 3

func (l *layout) addSlots() {
	l.plain = true
	for _, c := range recordColumns {
		packed := c.num == fieldnum.RecordCompressedSpeedDistance
		for _, f := range l.fields {
			if f.num != c.num || f.size == 0 || packed && f.size != packedSize {
				continue
			}
			s := slot{fieldDef: f, col: c.col}
			switch {
			case packed:
			case f.base == 0x02 && f.size == 1, c.col != colHR && (f.base == 0x84 && f.size == 2 || f.base == 0x86 && f.size == 4):
				s.mask = 1<<(8*f.size) - 1
				if l.big {
					s.shift = uint8(32 - 8*f.size)
				}
			}
			l.plain = l.plain && s.mask != 0
			l.slots = append(l.slots, s)
		}
	}
}

// records reads the records at the beginning of b that are of one layout, one at
// least, as far as they begin before end, and returns how many bytes they take.
func (r *reader) records(l *layout, b []byte, end int) int {
	keep := r.recording()
	if keep && len(r.rows) == 0 { // about as many rows as the part can hold
		r.rows = slices.Grow(r.rows, min(maxRows, len(b)/l.size+1))
	}
	at, head := 0, b[0]
	if keep && l.plain && head&headCompressed == 0 {
		at = r.plainRecords(l, b, end)
	}
	for ; at < end && at+l.size <= len(b) && b[at] == head; at += l.size {
		m := r.place(l, b[at:at+l.size])
		if keep && len(r.rows) < maxRows {
			r.record(m)
		}
	}
	return at
}

// plainRecords is records for what nearly all of a recording is, as far as there
// are three bytes behind a record, which its last value may load.
func (r *reader) plainRecords(l *layout, b []byte, end int) int {
	const ahead = 3
	rows, slots, stamp, size, big := r.rows, l.slots, l.stamp, l.size, l.big
	seen, latest, at := r.seen, r.at, 0
	for last := len(b) - size - ahead; at < end && at <= last && b[at] == b[0] && len(rows) < maxRows; at += size {
		if len(rows) == cap(rows) {
			rows = slices.Grow(rows, 1)
		}
		n := len(rows)
		rows = rows[:n+1]
		w, m := &rows[n], b[at:at+size+ahead]
		for i := range w.v {
			w.v[i] = missing
		}
		w.at = 0
		if stamp >= 0 {
			v := binary.LittleEndian.Uint32(m[stamp:])
			if big {
				v = bits.ReverseBytes32(v)
			}
			if v != missing {
				latest, w.at = v, v
			}
		}
		some := columnSet(0)
		for i := range slots {
			s := &slots[i]
			v := binary.LittleEndian.Uint32(m[s.off:])
			if big {
				v = bits.ReverseBytes32(v) >> s.shift
			}
			if v &= s.mask; v == s.mask || v == 0 && s.col == colHR {
				continue
			}
			w.v[s.col] = v
			some |= 1 << s.col
		}
		seen |= some
		if some == 0 || !plausible(w.at) || r.started == 0 {
			if !r.admit(w.at, some) {
				rows = rows[:n]
			}
		}
	}
	r.rows, r.seen, r.at = rows, seen, latest
	return at
}

// record appends one row, unless it is of no use.
func (r *reader) record(m message) {
	w, b := emptyRow, m.b
	w.at = m.at
	var some columnSet
	for i := range m.slots {
		s := &m.slots[i]
		if s.num == fieldnum.RecordCompressedSpeedDistance {
			if r.unpack(&w, [packedSize]byte(b[s.off:])) {
				some |= 1<<colSpeed | 1<<colDistance
			}
			continue
		}
		v, ok := number(b[s.off:s.off+s.size], s.base, m.big)
		if !ok || v < 0 || v >= missing || s.col == colHR && (v == 0 || v > 254) {
			continue
		}
		w.v[s.col] = uint32(v)
		some |= 1 << s.col
	}
	r.seen |= some
	if r.admit(w.at, some) {
		r.rows = append(r.rows, w)
	}
}

// admit reports whether a record becomes a row: it has a time that can be, or that
// may yet be set (setClock), and a value that is of use here.
func (r *reader) admit(at uint32, some columnSet) bool {
	switch {
	case some == 0:
		return false
	case at == 0: // of a length in the pool: what it says is in the session
		r.untimed++
		return false
	}
	return at < systemTime || r.placed(at)
}

// unpack reads three bytes of old watches: 12 bits of speed in cm/s, and 12 bits
// of distance in 1/16 m that roll over.
func (r *reader) unpack(w *row, b [packedSize]byte) bool {
	if b == [packedSize]byte{0xFF, 0xFF, 0xFF} {
		return false
	}
	d := uint32(b[1])>>4 | uint32(b[2])<<4
	r.meters16 += (d - r.packed) & 0xFFF
	r.packed = d
	w.v[colSpeed] = (uint32(b[0]) | uint32(b[1]&0x0F)<<8) * 10
	w.v[colDistance] = uint32(uint64(r.meters16) * 100 / 16)
	return true
}
