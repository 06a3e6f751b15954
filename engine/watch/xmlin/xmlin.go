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
	"iter"
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

// letter reports whether a name may begin so.
func letter(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == ':' || c >= 0x80
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

// whole takes the tag that begins at a, to the > that ends it. It is false where the
// stream ends before.
func (r *Reader) whole() bool {
	from, quotes := 1, quotes{at: 1}
	for {
		w := r.buf[r.a:r.z]
		i := bytes.IndexByte(w[from:], '>')
		switch end := from + i; {
		case i >= 0 && (w[1] == '/' || ends(w, end) || !quotes.open(w[:end])):
			r.take(end)
			return true
		case i >= 0:
			from = end + 1
		default:
			from = len(w)
		}
		switch {
		case from > longestTag: // its quote was never closed
			r.take(max(1, bytes.IndexByte(w, '>')))
			return true
		case i < 0 && !r.fill():
			return false
		}
	}
}

// take makes the next bytes to the one at end the tag, and takes its name, without a
// prefix.
func (r *Reader) take(end int) {
	r.tag = r.buf[r.a : r.a+end+1]
	r.a += end + 1
	b := r.tag[1:]
	if b[0] == '/' {
		b = b[1:]
	}
	from := 0
	for i, c := range b {
		if c == ':' {
			from = i + 1
		} else if c <= ' ' || c == '/' || c == '>' {
			r.name, r.full = b[from:i], b[:i]
			break
		}
	}
}

// ends reports whether a > is surely none of a value, without a look at all of the
// tag: it follows a closing quote, and either the next tag follows it, or there is but
// one kind of quotes.
func ends(w []byte, end int) bool {
	last := end - 1
	if w[last] == '/' {
		last--
	}
	if last < 3 || w[last] != '"' || w[last-1] == '=' || w[last-1] == ' ' {
		return false
	}
	for i := end + 1; i < len(w) && i < end+12; i++ {
		if c := w[i]; c == '<' {
			return true
		} else if c > ' ' {
			break
		}
	}
	return bytes.IndexByte(w[:end], '\'') < 0
}

// quotes goes through a tag to tell whether a place in it lies between quotes.
type quotes struct {
	at   int
	mark byte // the quote that is open; 0: none
}

func (q *quotes) open(w []byte) bool {
	for ; q.at < len(w); q.at++ {
		switch c := w[q.at]; {
		case q.mark == 0 && (c == '"' || c == '\''):
			q.mark = c
		case q.mark == c:
			q.mark = 0
		}
	}
	return q.mark != 0
}

func local(name []byte) []byte { return name[bytes.IndexByte(name, ':')+1:] }

// past goes past the next end mark that is so many bytes ahead.
func (r *Reader) past(ahead int, end string) {
	r.a += ahead
	for {
		w := r.buf[r.a:r.z]
		if i := bytes.Index(w, []byte(end)); i >= 0 {
			r.a += i + len(end)
			return
		}
		r.a += max(0, len(w)-len(end)+1)
		if !r.fill() {
			r.a = r.z
			return
		}
	}
}

// declaration goes past a comment, a CDATA section or a document type. What is
// between a document type's brackets is gone past by them: Apple's is ill-formed.
func (r *Reader) declaration() {
	for r.z-r.a < 9 && r.fill() {
	}
	switch w := r.buf[r.a:r.z]; {
	case bytes.HasPrefix(w, []byte("<!--")):
		r.past(4, "-->")
	case bytes.HasPrefix(w, []byte(cdata)):
		r.past(len(cdata), "]]>")
	case bytes.HasPrefix(w, []byte("<!DOCTYPE")):
		for {
			i := bytes.IndexAny(r.buf[r.a:r.z], "[>")
			if i < 0 {
				if r.a = r.z; !r.fill() {
					return
				}
				continue
			}
			r.a += i
			if r.buf[r.a] == '[' {
				r.past(1, "]")
			}
			break
		}
		if i := bytes.IndexByte(r.buf[r.a:r.z], '>'); i >= 0 {
			r.a += i + 1
		}
	default:
		r.a += 2
	}
}

const cdata = "<![CDATA["

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

// Depth is how many elements are open, the one that has just begun included.
func (r *Reader) Depth() int { return r.depth }

// Attrs are the tag's attributes: names without a prefix, values as they stand, in
// which entities are not decoded.
func (r *Reader) Attrs() iter.Seq2[[]byte, []byte] { return attrs(r.tag) }

func attrs(b []byte) iter.Seq2[[]byte, []byte] {
	return func(yield func(name, value []byte) bool) {
		for {
			eq := bytes.IndexByte(b, '=')
			if eq < 0 {
				return
			}
			at := eq + 1
			for at < len(b) && b[at] <= ' ' {
				at++
			}
			if at >= len(b) || b[at] != '"' && b[at] != '\'' {
				b = b[eq+1:]
				continue
			}
			n := bytes.IndexByte(b[at+1:], b[at])
			if n < 0 {
				return
			}
			name := bytes.TrimRight(b[:eq], " \t\r\n")
			if i := bytes.LastIndexAny(name, " \t\r\n"); i >= 0 {
				name = name[i+1:]
			}
			if !yield(local(name), b[at+1:at+1+n]) {
				return
			}
			b = b[at+1+n+1:]
		}
	}
}

// Attr is the value of an attribute, decoded; nil where there is none.
func (r *Reader) Attr(name string) []byte {
	for k, v := range r.Attrs() {
		if string(k) == name {
			return Decode(v)
		}
	}
	return nil
}

// Text is what follows the tag up to the next one, decoded and without spaces around
// it. Of what is longer than any value only the beginning is given.
func (r *Reader) Text() []byte {
	if r.empty {
		return nil
	}
	for {
		w := r.buf[r.a:r.z]
		i := bytes.IndexByte(w, '<')
		if i >= 0 && len(w)-i < len(cdata) && r.end == nil {
			r.fill()
			continue
		}
		switch {
		case i >= 0 && bytes.HasPrefix(w[i:], []byte(cdata)) && len(bytes.TrimSpace(w[:i])) == 0:
			return r.literal(i + len(cdata))
		case i >= 0:
			r.a += i
			return Decode(bytes.TrimSpace(w[:i]))
		case len(w) > longestTag || !r.fill():
			return Decode(bytes.TrimSpace(r.buf[r.a:r.z]))
		}
	}
}

// literal is a CDATA section's text from so many bytes ahead.
func (r *Reader) literal(from int) []byte {
	for {
		w := r.buf[r.a:r.z]
		if i := bytes.Index(w[from:], []byte("]]>")); i >= 0 {
			r.a += from + i + 3
			return bytes.TrimSpace(w[from : from+i])
		}
		if len(w) > longestTag || !r.fill() {
			return bytes.TrimSpace(r.buf[min(r.a+from, r.z):r.z])
		}
	}
}

// Skip goes past the end of the element that has just begun.
func (r *Reader) Skip() {
	for open := r.depth - 1; r.depth > open && r.Next(); {
	}
}

// Leave goes past the end of the element that has just begun, to the next end of its
// name without a look at what lies between: for elements that are not wanted, which hold
// none of their own name.
func (r *Reader) Leave() {
	r.begins, r.closes = false, false
	r.depth = max(0, r.depth-1)
	if r.empty {
		r.empty = false
		return
	}
	var room [40]byte
	end := append(append(room[:0], "</"...), r.full...)
	for r.markup() {
		for r.z-r.a <= len(end) && r.fill() {
		}
		if bytes.HasPrefix(r.buf[r.a:r.z], end) {
			if n := r.a + len(end); n < r.z && r.buf[n] == '>' {
				r.a = n + 1
			} else if !r.whole() {
				r.a = r.z
			}
			return
		}
		r.a++
	}
}

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
