// Package inflate unpacks DEFLATE (RFC 1951) from one slice to another.
//
// The library's compress/flate reads a stream, byte by byte through an interface
// and by way of a window of 32 KiB: in a browser's wasm that took half of the time
// that reading a watch's files takes. Here all packed bytes are at hand and the
// output is its own window, so that [Append] works on plain slices and registers,
// two to four times as fast; and it stops as soon as it has as many bytes as were
// asked for, where a stream hands out nothing before its window is full.
//
// The packed bytes are not trusted: what is no DEFLATE is an error, beside what
// came before it, and the output never grows past its limit.
package inflate

import (
	"encoding/binary"
	"errors"
	"io"
)

// ErrCorrupt is packed bytes that are no DEFLATE.
var ErrCorrupt = errors.New("inflate: corrupt data")

// Decoder holds the tables of one goroutine. The zero Decoder is ready.
type Decoder struct {
	lit  table // literals and lengths
	dist table
	lens [maxLit + maxDist]uint8 // code lengths of a block

	src  []byte
	pos  int    // of the next byte to take into bits
	bits uint64 // not used yet, the next lowest
	n    uint   // how many of them
}

// Append appends to dst what src unpacks to, limit bytes of it at most, and
// returns it: whole where the error is nil, else as far as it goes. The error is
// [ErrCorrupt], [io.ErrUnexpectedEOF] where src is cut off, or [io.ErrShortBuffer]
// where there is more than limit.
func (d *Decoder) Append(dst, src []byte, limit int) ([]byte, error) {
	d.src, d.pos, d.bits, d.n = src, 0, 0, 0
	defer func() { d.src = nil }()
	start := len(dst)
	for {
		d.refill()
		if d.n < 3 {
			return dst, io.ErrUnexpectedEOF
		}
		last, kind := d.bits&1, d.bits>>1&3
		d.drop(3)
		var err error
		switch kind {
		case 0:
			dst, err = d.stored(dst, start+limit)
		case 1:
			lit, dist := fixed()
			dst, err = d.block(dst, lit, dist, start, start+limit)
		case 2:
			if err = d.dynamic(); err == nil {
				dst, err = d.block(dst, &d.lit, &d.dist, start, start+limit)
			}
		default:
			err = ErrCorrupt
		}
		if err != nil || last == 1 {
			return dst, err
		}
	}
}

// refill takes in as many whole bytes as fit: 56 bits or more, unless src ends.
func (d *Decoder) refill() {
	if d.pos+8 <= len(d.src) {
		d.bits |= binary.LittleEndian.Uint64(d.src[d.pos:]) << (d.n & 63)
		d.pos += int((63 - d.n) >> 3)
		d.n |= 56
		return
	}
	for d.n <= 56 && d.pos < len(d.src) {
		d.bits |= uint64(d.src[d.pos]) << d.n
		d.pos++
		d.n += 8
	}
}

func (d *Decoder) drop(n uint) {
	d.bits >>= n
	d.n -= n
}

// stored copies a block that is not packed. limit is the length of dst that must
// not be passed.
func (d *Decoder) stored(dst []byte, limit int) ([]byte, error) {
	d.drop(d.n & 7) // to the next byte
	d.pos -= int(d.n >> 3)
	d.bits, d.n = 0, 0
	if len(d.src)-d.pos < 4 {
		return dst, io.ErrUnexpectedEOF
	}
	size := int(binary.LittleEndian.Uint16(d.src[d.pos:]))
	if size != int(^binary.LittleEndian.Uint16(d.src[d.pos+2:])) {
		return dst, ErrCorrupt
	}
	rest := d.src[d.pos+4:]
	take := min(size, len(rest), limit-len(dst))
	dst = append(dst, rest[:take]...)
	d.pos += 4 + take
	switch {
	case take == size:
		return dst, nil
	case take == len(rest):
		return dst, io.ErrUnexpectedEOF
	}
	return dst, io.ErrShortBuffer
}

// longest is the length of the longest match.
const longest = 258

// Spare is how much more room than the output dst should have, so that it need not
// grow.
const Spare = longest

// block unpacks a block by the tables. start is where the output begins in dst.
func (d *Decoder) block(dst []byte, lit, dist *table, start, limit int) ([]byte, error) {
	bits, n, pos, src := d.bits, d.n, d.pos, d.src
	at := len(dst)
	out := dst[:cap(dst)]
	err := error(nil)
	for {
		// As Decoder.refill, on registers.
		if pos+8 <= len(src) {
			bits |= binary.LittleEndian.Uint64(src[pos:]) << (n & 63)
			pos += int((63 - n) >> 3)
			n |= 56
		} else {
			for n <= 56 && pos < len(src) {
				bits |= uint64(src[pos]) << n
				pos++
				n += 8
			}
		}
		if at+longest > len(out) {
			grown := make([]byte, min(max(2*len(out), len(out)+4096), limit+longest))
			copy(grown, out[:at])
			out = grown
		}
		e := lit[bits&(1<<primary-1)]
		if e&deeper != 0 {
			e = lit[uint64(e>>16)+bits>>primary&(1<<(e>>8&15)-1)]
		}
		if l := uint(e & 15); l > n || l == 0 {
			err = d.short(l)
			break
		} else {
			bits >>= l
			n -= l
		}
		if e&literal != 0 {
			out[at] = byte(e >> 16)
			at++
			// Two more of at most 15 bits each are there in any case, unless src ends.
			if e = lit[bits&(1<<primary-1)]; e&literal != 0 && uint(e&15) <= n {
				bits >>= e & 15
				n -= uint(e & 15)
				out[at] = byte(e >> 16)
				at++
				if e = lit[bits&(1<<primary-1)]; e&literal != 0 && uint(e&15) <= n {
					bits >>= e & 15
					n -= uint(e & 15)
					out[at] = byte(e >> 16)
					at++
				}
			}
			if at > limit {
				err = io.ErrShortBuffer
				break
			}
			continue
		}
		if e&end != 0 {
			break
		}
		extra := uint(e >> 8 & 15)
		length := int(e>>16) + int(bits&(1<<extra-1))
		bits >>= extra
		n -= extra // may fall below 0: the distance finds out
		e = dist[bits&(1<<primary-1)]
		if e&deeper != 0 {
			e = dist[uint64(e>>16)+bits>>primary&(1<<(e>>8&15)-1)]
		}
		l := uint(e & 15)
		extra = uint(e >> 8 & 15)
		if l == 0 || int(l+extra) > int(n) {
			err = d.short(l)
			break
		}
		bits >>= l
		far := int(e>>16) + int(bits&(1<<extra-1))
		bits >>= extra
		n -= l + extra
		if far > at-start {
			err = ErrCorrupt
			break
		}
		from := at - far
		if far >= length && length > 16 {
			copy(out[at:at+length], out[from:from+length])
		} else {
			to, of := out[at:at+length], out[from:from+length]
			for i := range to {
				to[i] = of[i]
			}
		}
		if at += length; at > limit {
			err = io.ErrShortBuffer
			break
		}
	}
	d.bits, d.n, d.pos = bits, n, pos
	return out[:min(at, limit)], err
}

// short is why no code of l bits could be taken: there is none, or src has ended.
func (d *Decoder) short(l uint) error {
	if l == 0 {
		return ErrCorrupt
	}
	return io.ErrUnexpectedEOF
}
