package xmlin

import "bytes"

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
