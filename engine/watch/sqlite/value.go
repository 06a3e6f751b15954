package sqlite

import (
	"encoding/binary"
	"math"
	"unicode/utf16"
)

// Kind is what a Value is.
type Kind uint8

const (
	Null Kind = iota
	Integer
	Real
	Text
	Blob
)

// Value is one cell of a row.
type Value struct {
	Kind     Kind
	int      int64
	real     float64
	bytes    []byte
	encoding uint32
}

// Int is a whole number; ok is false for all else.
func (v Value) Int() (n int64, ok bool) {
	if v.Kind == Real && v.real == math.Trunc(v.real) && math.Abs(v.real) < 1<<53 {
		return int64(v.real), true
	}
	return v.int, v.Kind == Integer
}

// Float is a number; a REAL column holds whole ones as integers.
func (v Value) Float() (f float64, ok bool) {
	switch v.Kind {
	case Integer:
		return float64(v.int), true
	case Real:
		return v.real, !math.IsNaN(v.real) && !math.IsInf(v.real, 0)
	}
	return 0, false
}

// Text is a text, as UTF-8; "" for all else.
func (v Value) Text() string {
	if v.Kind != Text {
		return ""
	}
	var order binary.ByteOrder
	switch v.encoding {
	case 2:
		order = binary.LittleEndian
	case 3:
		order = binary.BigEndian
	default:
		return string(v.bytes)
	}
	units := make([]uint16, len(v.bytes)/2)
	for i := range units {
		units[i] = order.Uint16(v.bytes[2*i:])
	}
	return string(utf16.Decode(units))
}

// value is the value of a serial type that b begins with (file format, 2.1).
func (db *DB) value(t uint64, b []byte) Value {
	switch {
	case t == 0:
		return Value{}
	case t <= 6:
		n := int64(int8(b[0]))
		for _, c := range b[1:length(t)] {
			n = n<<8 | int64(c)
		}
		return Value{Kind: Integer, int: n}
	case t == 7:
		return Value{Kind: Real, real: math.Float64frombits(binary.BigEndian.Uint64(b))}
	case t <= 9:
		return Value{Kind: Integer, int: int64(t - 8)}
	case t%2 == 0:
		return Value{Kind: Blob, bytes: b[:length(t)]}
	}
	return Value{Kind: Text, bytes: b[:length(t)], encoding: db.encoding}
}

// length is how many bytes a value of a serial type takes.
func length(t uint64) int {
	switch {
	case t < 10:
		return [10]int{0, 1, 2, 3, 4, 6, 8, 8, 0, 0}[t]
	case t >= 12:
		return int((t - 12) / 2)
	}
	return 0
}

// varint is the number that b begins with and how many bytes it takes; 0 of them for
// none.
func varint(b []byte) (v uint64, n int) {
	for n < len(b) && n < 8 {
		v = v<<7 | uint64(b[n]&0x7F)
		if n++; b[n-1] < 0x80 {
			return v, n
		}
	}
	if n == len(b) {
		return 0, 0
	}
	return v<<8 | uint64(b[8]), 9
}
