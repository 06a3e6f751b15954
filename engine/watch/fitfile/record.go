package fitfile

import (
	"encoding/binary"
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

// slot is where a column lies in the records of one layout. The three shapes
// that nearly every watch writes are loaded directly, all else by number.
type slot struct {
	col  column
	load loadKind
	fieldDef
}

type loadKind uint8

const (
	loadAny loadKind = iota
	load8
	load16 // little-endian
	load32 // little-endian
	loadPacked
)

func (l *layout) addSlots() {
	for _, c := range recordColumns {
		for _, f := range l.fields {
			if f.num != c.num || f.size == 0 {
				continue
			}
			s := slot{col: c.col, fieldDef: f}
			switch base := f.base; {
			case base == 0x02 && f.size == 1:
				s.load = load8
			case c.col == colHR: // of any other shape: by number
			case base == 0x84 && f.size == 2 && !l.big:
				s.load = load16
			case base == 0x86 && f.size == 4 && !l.big:
				s.load = load32
			case c.num == fieldnum.RecordCompressedSpeedDistance:
				if s.load = loadPacked; f.size != 3 {
					continue
				}
			}
			l.slots = append(l.slots, s)
		}
	}
}

// record appends one row. A record with no time that can be or no value that is
// of use here is left out, and so are those of a course.
func (r *reader) record(m message) {
	if len(r.rows) >= maxRows || !r.recording() {
		return
	}
	if len(r.rows) == 0 { // about as many rows as the part can hold
		r.rows = slices.Grow(r.rows, min(maxRows, int(r.src.Size())/len(m.b)+1))
	}
	r.rows = append(r.rows, emptyRow)
	w, b := &r.rows[len(r.rows)-1], m.b
	w.at = m.at
	var some columnSet
	for i := range m.slots {
		s := &m.slots[i]
		var v uint32
		switch s.load {
		case load8:
			if v = uint32(b[s.off]); v == 0xFF || v == 0 && s.col == colHR {
				continue
			}
		case load16:
			if v = uint32(binary.LittleEndian.Uint16(b[s.off:])); v == 0xFFFF {
				continue
			}
		case load32:
			if v = binary.LittleEndian.Uint32(b[s.off:]); v == missing {
				continue
			}
		case loadPacked:
			if r.unpack(w, [3]byte(b[s.off:])) {
				some |= 1<<colSpeed | 1<<colDistance
			}
			continue
		default:
			n, ok := number(b[s.off:s.off+s.size], s.base, m.big)
			if !ok || n < 0 || n >= missing || s.col == colHR && (n == 0 || n > 254) {
				continue
			}
			v = uint32(n)
		}
		w.v[s.col] = v
		some |= 1 << s.col
	}
	switch {
	case some == 0:
		r.rows = r.rows[:len(r.rows)-1]
	case w.at == 0: // of a length in the pool: what it says is in the session
		r.untimed++
		r.rows = r.rows[:len(r.rows)-1]
	case w.at >= systemTime && !r.placed(w.at):
		r.rows = r.rows[:len(r.rows)-1]
	}
	r.seen |= some
}

// unpack reads three bytes of old watches: 12 bits of speed in cm/s, and 12 bits
// of distance in 1/16 m that roll over.
func (r *reader) unpack(w *row, b [3]byte) bool {
	if b == [3]byte{0xFF, 0xFF, 0xFF} {
		return false
	}
	d := uint32(b[1])>>4 | uint32(b[2])<<4
	r.meters16 += (d - r.packed) & 0xFFF
	r.packed = d
	w.v[colSpeed] = (uint32(b[0]) | uint32(b[1]&0x0F)<<8) * 10
	w.v[colDistance] = uint32(uint64(r.meters16) * 100 / 16)
	return true
}
