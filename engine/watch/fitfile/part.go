package fitfile

import (
	"encoding/binary"
	"errors"

	"github.com/muktihari/fit/profile/untyped/mesgnum"
)

// How a part can end before its time.
var (
	errEnds      = errors.New("ends within a message or without a checksum")
	errUndefined = errors.New("holds a message that nothing defines")
)

// Bits of a message's header byte.
const (
	headCompressed = 0x80 // of a data message: its time is in the low five bits
	headDefinition = 0x40
	headDeveloper  = 0x20 // of a definition: developer fields follow
)

// part reads one FIT file's messages and returns how many bytes it got through.
// Its header is whole, and b may hold more behind its end.
func (r *reader) part(b []byte) (int, error) {
	r.resetPart()
	r.before = len(r.out.Activities)
	at := int(b[0])
	end := at + int(binary.LittleEndian.Uint32(b[4:]))
	for at < end {
		if at >= len(b) {
			return len(b), errEnds
		}
		head := b[at]
		if head&(headCompressed|headDefinition) == headDefinition {
			n := definitionSize(b[at:])
			if n > len(b)-at {
				return len(b), errEnds
			}
			r.layouts[head&0x0F].define(b[at : at+n])
			at += n
			continue
		}
		l := &r.layouts[head&0x0F]
		if head&headCompressed != 0 {
			l = &r.layouts[head>>5&3]
		}
		switch {
		case l.size == 0:
			return at + 1, errUndefined
		case l.size > len(b)-at:
			return len(b), errEnds
		case l.num == mesgnum.Record:
			at += r.records(l, b[at:], end-at)
			continue
		}
		r.message(r.place(l, b[at:at+l.size]))
		if at += l.size; r.onlyID && r.named {
			return at, nil
		}
	}
	if at+2 > len(b) {
		return len(b), errEnds
	}
	return at + 2, nil
}

// definitionSize is the length of a definition message; where b holds no whole one,
// more than there is.
func definitionSize(b []byte) int {
	n := 6
	if len(b) < n {
		return n
	}
	n += 3 * int(b[5])
	if b[0]&headDeveloper != 0 {
		if n++; len(b) < n {
			return n
		}
		n += 3 * int(b[n-1])
	}
	return n
}

// place is a data message with its time: its own, or one that counts from the last.
func (r *reader) place(l *layout, b []byte) message {
	m := message{layout: l, b: b}
	if b[0]&headCompressed != 0 && r.at != 0 {
		r.at += (uint32(b[0]) - r.at) & 31
		m.at = r.at
	}
	if l.stamp >= 0 {
		if t := l.uint32(b[l.stamp:]); t != 0xFFFFFFFF {
			r.at, m.at = t, t
		}
	}
	return m
}
