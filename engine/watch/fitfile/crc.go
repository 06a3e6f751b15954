package fitfile

import (
	"encoding/binary"
	"hash/crc64"
)

// sound reports whether the checksum of a part comes out right, which leaves only
// the header to the gate. Where it does not, the gate goes through all of it and
// decides: its own sum, four bits at a time, took 40% of the time that reading
// an activity takes in wasm.
//
// FIT's polynomial is P(x) = x^16 + x^15 + x^2 + 1, and over bits P(x)^64 = P(x^64):
// what a register of 16 bits does with bits, one of 16 words of 64 bits does with
// words, and the remainder by P stays what it was. So 16 words at a time are folded
// into the next 16, in a few operations each, and only the last go through a table.
func sound(b []byte) bool {
	const words = 16
	var last [words]uint64
	for ; len(b) >= 2*8*words; b = b[8*words:] {
		// A word is taken away by adding it to the words 1, 14 and 16 behind it.
		carry := uint64(0)
		for i := range last {
			carry ^= last[i]
			if i >= words-2 {
				carry ^= last[i-(words-2)]
			}
			last[i] = carry
		}
		w := b[:8*words]
		first := last[words-1]
		for i := range last {
			v := last[i] ^ binary.LittleEndian.Uint64(w[8*i:])
			if i < words-2 {
				v ^= last[i+2]
			}
			last[i] = v
		}
		last[0] ^= first
	}
	var rest [8 * words]byte
	for i, v := range last {
		binary.LittleEndian.PutUint64(rest[8*i:], v)
	}
	sum := crc64.Update(^uint64(0), crc16, rest[:])
	return crc64.Update(sum, crc16, b) == ^uint64(0)
}

// crc16 is P, reflected. hash/crc64 takes any polynomial of up to 64 bits, eight
// bytes at a time.
var crc16 = crc64.MakeTable(0xA001)
