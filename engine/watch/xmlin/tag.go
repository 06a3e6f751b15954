package xmlin

import (
	"bytes"
	"iter"
)

// letter reports whether a name may begin so.
func letter(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == ':' || c >= 0x80
}

// whole takes the tag that begins at a, to the > that ends it. It is false where the
// stream ends before.
func (r *Reader) whole() bool {
	from, quotes := 1, quotes{at: 1}
	for {
		i := bytes.IndexByte(r.buf[r.a+from:r.z], '>')
		end := from + i
		for i >= 0 && r.z-r.a < end+follows && r.fill() { // the same is seen wherever the buffer ended
		}
		w := r.buf[r.a:r.z]
		switch {
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

// follows is how far from the > that ends a tag the next may begin for that to be seen.
const follows = 12

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
	for i := end + 1; i < len(w) && i < end+follows; i++ {
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
