package inflate

import (
	"bytes"
	"io"
	"math/bits"
	"sync"
)

const (
	maxLit  = 288 // codes of literals and lengths; the last two mean nothing
	maxDist = 32  // codes of distances; likewise
	maxBits = 15  // the longest code

	// primary is how many bits are looked up at once; longer codes go through a
	// second table.
	primary = 10

	// codes of code lengths have this many bits at most
	lengthBits = 7
)

// An entry of a table holds, from its lowest bit on: 4 bits of how long the code
// is, 0 for none; 4 of flags; 4 of how many bits follow that belong to it, or how
// many the second table is looked up by; and from bit 16 on the literal, what the
// length or distance begins at, or where the second table begins.
const (
	literal = 1 << 4
	end     = 1 << 5 // of the block
	deeper  = 1 << 6 // a second table
)

// table has room for the first lookup and for the most second ones: of the symbols,
// two at least begin with the same bits.
type table [1<<primary + maxLit/2<<(maxBits-primary)]uint32

// What the codes of lengths and distances stand for, as entries without length.
var litEntries, distEntries = func() (lit [maxLit]uint32, dist [maxDist]uint32) {
	for i := range 256 {
		lit[i] = literal | uint32(i)<<16
	}
	lit[256] = end
	base := uint32(3)
	for i := range 28 {
		extra := uint32(max(0, i/4-1))
		lit[257+i] = base<<16 | extra<<8
		base += 1 << extra
	}
	lit[285] = longest << 16
	base = 1
	for i := range 30 {
		extra := uint32(max(0, i/2-1))
		dist[i] = base<<16 | extra<<8
		base += 1 << extra
	}
	return lit, dist
}()

// build makes a table for codes of these lengths, which stand for these entries;
// an entry of 0 stands for nothing. first is how many bits are looked up at once. It
// reports whether the codes fit together.
func (t *table) build(lens []uint8, entries []uint32, first uint8) bool {
	var count [maxBits + 1]int
	longestCode := 0
	for _, l := range lens {
		count[l]++
		longestCode = max(longestCode, int(l))
	}
	clear(t[:1<<first])
	if longestCode == 0 {
		return true // no code: right as long as none is used
	}
	var next [maxBits + 2]int
	code := 0
	for l := 1; l <= longestCode; l++ {
		code = (code + count[l-1]*min(l-1, 1)) << 1
		next[l] = code
	}
	// As many codes as there are places, but that a single one may stand alone.
	if all := next[longestCode] + count[longestCode]; all != 1<<longestCode && !(all == 1 && longestCode == 1) {
		return false
	}
	second := 1 << first
	for i, l := range lens {
		if l == 0 {
			continue
		}
		e := entries[i]
		if e != 0 {
			e |= uint32(l)
		}
		c := reverse(next[l], l)
		next[l]++
		if l <= first {
			for ; c < 1<<first; c += 1 << l {
				t[c] = e
			}
			continue
		}
		head := &t[c&(1<<first-1)]
		if *head == 0 {
			// The codes that begin so are of several lengths; room for the longest.
			wide := longestCode - int(first)
			*head = deeper | uint32(wide)<<8 | uint32(second)<<16
			clear(t[second : second+1<<wide])
			second += 1 << wide
		}
		sub := t[*head>>16:][:1<<(*head>>8&15)]
		for c >>= first; c < len(sub); c += 1 << (l - first) {
			sub[c] = e
		}
	}
	return true
}

// reverse turns the lowest n bits of a code about: it comes highest bit first.
func reverse(code int, n uint8) int {
	return int(bits.Reverse16(uint16(code)) >> (16 - n))
}

// fixed is the tables that the format knows by heart.
var fixed = sync.OnceValues(func() (lit, dist *table) {
	var lens [maxLit]uint8
	for i := range lens {
		switch {
		case i >= 280 || i < 144:
			lens[i] = 8
		case i >= 256:
			lens[i] = 7
		default:
			lens[i] = 9
		}
	}
	lit, dist = new(table), new(table)
	lit.build(lens[:], litEntries[:], primary)
	dist.build(bytes.Repeat([]byte{5}, maxDist), distEntries[:], primary)
	return lit, dist
})

// The order in which the lengths of the codes of code lengths stand.
var order = [...]uint8{16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15}

// dynamic reads the tables that a block brings along.
func (d *Decoder) dynamic() error {
	d.refill()
	if d.n < 14 {
		return io.ErrUnexpectedEOF
	}
	lits, dists, codes := int(d.bits&31)+257, int(d.bits>>5&31)+1, int(d.bits>>10&15)+4
	d.drop(14)
	if lits > 286 || dists > 30 {
		return ErrCorrupt
	}
	var lens [len(order)]uint8
	for _, o := range order[:codes] {
		if d.n < 3 {
			if d.refill(); d.n < 3 {
				return io.ErrUnexpectedEOF
			}
		}
		lens[o] = uint8(d.bits & 7)
		d.drop(3)
	}
	// Its entries are the symbols, from 1 on, since 0 stands for nothing.
	var symbols [len(order)]uint32
	for i := range symbols {
		symbols[i] = uint32(i+1) << 16
	}
	if !d.dist.build(lens[:], symbols[:], lengthBits) {
		return ErrCorrupt
	}
	all := d.lens[:lits+dists]
	for i := 0; i < len(all); {
		d.refill()
		e := d.dist[d.bits&(1<<lengthBits-1)]
		l := uint(e & 15)
		if l == 0 {
			return ErrCorrupt
		}
		symbol, repeat, extra, value := int(e>>16)-1, 1, uint(0), uint8(0)
		switch symbol {
		case 16:
			if i == 0 {
				return ErrCorrupt
			}
			repeat, extra, value = 3, 2, all[i-1]
		case 17:
			repeat, extra = 3, 3
		case 18:
			repeat, extra = 11, 7
		default:
			value = uint8(symbol)
		}
		if l+extra > d.n {
			return io.ErrUnexpectedEOF
		}
		d.drop(l)
		repeat += int(d.bits & (1<<extra - 1))
		d.drop(extra)
		if repeat > len(all)-i {
			return ErrCorrupt
		}
		for ; repeat > 0; repeat-- {
			all[i] = value
			i++
		}
	}
	if !d.lit.build(all[:lits], litEntries[:lits], primary) || !d.dist.build(all[lits:], distEntries[:dists], primary) {
		return ErrCorrupt
	}
	return nil
}
