// Package xmlin reads the XML of runners' exports as a stream: tag by tag, in place,
// in memory that does not grow with the file.
//
//	r := xmlin.New(in)
//	for r.Next() {
//		switch {
//		case r.Is("trkpt"):
//			lat, lon := xmlin.Float(r.Attr("lat")), xmlin.Float(r.Attr("lon"))
//		case r.Is("time"):
//			at := r.Text()
//		case r.Ends("trkpt"):
//		}
//	}
//	cut := r.Err() != nil
//
// It is no validator. Names are compared without their prefix. What real exports do
// to XML is taken as it comes: spaces or a byte order mark before the declaration, no
// declaration, a wrong one, UTF-16, Latin-1, single quotes, control characters, raw
// '<' and '>' within quotes, a document type that is not well formed (iOS 16), a tag
// whose quote is missing, and an end at any byte, before which all that was whole is
// given. Entities are decoded where they are asked for.
//
// Why it is no library of somebody's: docs/adr/0025.
package xmlin

import (
	"bytes"
	"io"
)

const (
	bufferSize = 256 << 10
	longestTag = 64 << 10 // past it a quote was never closed
)

// Reader gives one tag after the other. What Name, Attr and Text return is good
// until the next call that reads on: Next, Text, Skip.
type Reader struct {
	src  io.Reader
	buf  []byte
	a, z int   // what is left to look at is buf[a:z]
	end  error // of src

	tag    []byte // from its < to its >
	name   []byte // without a prefix
	full   []byte // with it
	begins bool   // it begins an element
	closes bool   // it ends one; both for <a/>, of which two are made
	empty  bool   // the end of <a/> is still to be given
	depth  int
}

// New reads src from the start.
func New(src io.Reader) *Reader {
	r := &Reader{src: src, buf: make([]byte, bufferSize)}
	for r.z < 4 && r.end == nil {
		r.fill()
	}
	if order := wide(r.buf[:r.z]); order != nil {
		r.src = &narrower{src: src, order: order, left: bytes.Clone(r.buf[:r.z]), end: r.end}
		r.a, r.z, r.end = 0, 0, nil
	}
	return r
}

// fill reads more, after moving what is left to the front, and reports whether any
// came.
func (r *Reader) fill() bool {
	if r.a > 0 {
		r.z = copy(r.buf, r.buf[r.a:r.z])
		r.a = 0
	}
	for tries := 0; r.end == nil && r.z < len(r.buf); tries++ {
		n, err := r.src.Read(r.buf[r.z:])
		r.z, r.end = r.z+n, err
		if n == 0 && err == nil && tries > 100 {
			r.end = io.ErrNoProgress
		}
		if n > 0 {
			return true
		}
	}
	return false
}

// Next goes to the next beginning or end of an element, past any text, comment,
// declaration or document type. It is false at the end of what can be read.
func (r *Reader) Next() bool {
	if r.empty {
		r.empty, r.begins, r.closes = false, false, true
		r.depth = max(0, r.depth-1)
		return true
	}
	for r.markup() {
		switch c := r.buf[r.a+1]; {
		case c == '?':
			r.past(2, "?>")
		case c == '!':
			r.declaration()
		case c != '/' && !letter(c): // a < by itself
			r.a++
		case !r.whole():
			r.begins, r.closes = false, false
			return false
		case c == '/':
			r.begins, r.closes = false, true
			r.depth = max(0, r.depth-1)
			return true
		default:
			r.begins, r.closes = true, false
			r.empty = r.tag[len(r.tag)-2] == '/'
			r.depth++
			return true
		}
	}
	r.begins, r.closes = false, false
	return false
}

// markup goes to the next < that has a byte after it. Between tags there is mostly a
// line end and a few spaces: not worth a call.
func (r *Reader) markup() bool {
	for near := min(r.a+8, r.z-1); r.a < near && r.buf[r.a] <= ' '; r.a++ {
	}
	for {
		if i := bytes.IndexByte(r.buf[r.a:r.z], '<'); i >= 0 {
			if r.a += i; r.a+1 < r.z || r.fill() {
				return true
			}
			return false
		}
		if r.a = r.z; !r.fill() {
			return false
		}
	}
}

// Starts reports whether the tag begins an element, and Ends whether it ends one of a
// name.
func (r *Reader) Starts() bool          { return r.begins }
func (r *Reader) Ends(name string) bool { return r.closes && string(r.name) == name }

// Is reports whether the tag begins an element of this name.
func (r *Reader) Is(name string) bool { return r.begins && string(r.name) == name }

// Name is the tag's name without a prefix.
func (r *Reader) Name() []byte { return r.name }

// Tag is all of the tag, from its < to its >.
func (r *Reader) Tag() []byte { return r.tag }

// Err is nil where the stream ended with its last element closed: else why it did not
// (io.ErrUnexpectedEOF where it is cut off).
func (r *Reader) Err() error {
	switch {
	case r.end != nil && r.end != io.EOF:
		return r.end
	case r.depth > 0 || r.a < r.z && r.buf[r.a] == '<':
		return io.ErrUnexpectedEOF
	}
	return nil
}
