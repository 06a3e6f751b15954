package jsonin

import (
	"bytes"
	"io"
)

// offset is how far the text has been read, in bytes.
func (d *Reader) offset() int64 { return d.base + int64(d.pos) }

// more reads on behind buf[pos:end], which it may move. It is false at the end.
func (d *Reader) more() bool {
	if d.end == len(d.buf) {
		if d.pos > 0 {
			d.base += int64(d.pos)
			d.end, d.pos = copy(d.buf, d.buf[d.pos:d.end]), 0
		} else {
			d.buf = append(d.buf, make([]byte, len(d.buf))...)
		}
	}
	for range 100 {
		if d.err != nil {
			return false
		}
		var n int
		n, d.err = d.src.Read(d.buf[d.end:])
		if d.end += n; n > 0 {
			return true
		}
	}
	d.err = io.ErrNoProgress
	return false
}

// peek is the next byte that is no blank, and whether there is one.
func (d *Reader) peek() (c byte, ok bool) {
	for !d.done {
		for d.pos < d.end {
			if c = d.buf[d.pos]; class[c] != blank {
				return c, true
			}
			d.pos++
		}
		if !d.more() {
			break
		}
	}
	return 0, false
}

// torn notes that the text ended where it should not have.
func (d *Reader) torn() { d.cut = d.cut || !d.done }

// Classes of bytes outside of strings.
const (
	other = iota
	blank
	quote
	opens
	closes
	parts // a comma, a colon
)

var class = [256]byte{
	0: blank, ' ': blank, '\t': blank, '\r': blank, '\n': blank, '"': quote,
	'{': opens, '[': opens, '}': closes, ']': closes, ',': parts, ':': parts,
}

// take takes the next value, whole if it is to be kept. It is false, and takes at
// least a byte of what it can, for one that is no value.
func (d *Reader) take(keep bool) (raw []byte, ok bool) {
	c, ok := d.peek()
	if !ok {
		d.torn()
		return nil, false
	}
	var n int
	switch class[c] {
	case opens:
		n, ok = d.compound(keep)
	case closes: // of what is around it
		return nil, false
	case parts:
		n = 1
		ok = false
	case quote:
		n, ok = d.str(keep)
	default:
		n, ok = d.scalar(), true
	}
	raw = d.buf[d.pos : d.pos+n]
	d.pos += n
	return raw, ok
}

// scalar is the length of a number, a word or what else has no quotes.
func (d *Reader) scalar() int {
	for n := 0; ; {
		for ; d.pos+n < d.end; n++ {
			if class[d.buf[d.pos+n]] != other || n >= 1<<10 {
				return n
			}
		}
		if !d.more() {
			return n
		}
	}
}

// str is the length of a string.
func (d *Reader) str(keep bool) (n int, ok bool) {
	for n = 1; ; {
		b := d.buf[d.pos:d.end]
		for n < len(b) && b[n] != '"' {
			if b[n] == '\\' {
				n++
			}
			n++
		}
		if n < len(b) {
			return n + 1, keep
		}
		if n > MaxValue && keep {
			keep = false
			d.bad++
		}
		if !keep {
			at := min(n, len(b))
			d.pos, n = d.pos+at, n-at
		}
		if !d.more() {
			d.torn()
			d.pos = d.end
			return 0, false
		}
	}
}

// mostBrackets is how many may be open at once; nobody's export comes near it.
const mostBrackets = 10000

// compound is the length of an object or an array. Of one that is not kept, the
// brackets are counted and no more; one that is kept must be well formed as far as
// its strings and brackets go.
func (d *Reader) compound(keep bool) (n int, ok bool) {
	stack := append(d.stack[:0], d.buf[d.pos])
	inside, closed := false, false // a string; one has just been closed
	strict := keep
	for n = 1; ; {
		b := d.buf[d.pos:d.end]
	scan:
		for n < len(b) {
			if inside {
				for n < len(b) && b[n] != '"' && b[n] != '\\' {
					n++
				}
				switch {
				case n == len(b):
					break scan
				case b[n] == '"':
					inside, closed = false, true
					n++
				case n+1 < len(b):
					n += 2
				default:
					break scan
				}
				continue
			}
			c := b[n]
			n++
			right := true
			switch class[c] {
			case blank:
				for n < len(b) && b[n] == ' ' {
					n++
				}
				continue
			case quote:
				inside, right = true, !closed
			case opens:
				stack, right = append(stack, c), !closed
			case closes:
				right = stack[len(stack)-1] == c-2 // both pairs of brackets are two apart
				stack = stack[:len(stack)-1]
			case other:
				for right = !closed; n < len(b) && class[b[n]] == other; {
					n++
				}
			}
			closed = false
			if !right && strict {
				if d.bad++; d.element && d.seek() {
					return 0, false
				}
				keep, strict = false, false
			}
			switch len(stack) {
			case 0:
				d.stack = stack[:0]
				return n, keep
			case mostBrackets:
				d.bad++
				d.pos, d.done = d.end, true
				return 0, false
			}
		}
		if n > MaxValue && keep {
			d.bad++
			keep, strict = false, false
		}
		if !keep {
			d.pos, n = d.pos+n, 0
		}
		if !d.more() {
			d.torn()
			d.pos = d.end
			return 0, false
		}
	}
}

// seek goes from a broken object to the next one that begins with the same key, or to
// the end of the text. It is false where the object has no such key.
func (d *Reader) seek() bool {
	start := signature(d.buf[d.pos:d.end])
	if start == nil {
		return false
	}
	start = bytes.Clone(start)
	d.pos++
	for {
		b := d.buf[d.pos:d.end]
		for from := 0; ; {
			i := bytes.Index(b[from:], start)
			if i < 0 {
				break
			}
			if at := trimmed(b[:from+i]); at > 0 && b[at-1] == '{' {
				if before := trimmed(b[:at-1]); before > 0 && b[before-1] == ',' {
					d.pos += at - 1
					return true
				}
			}
			from += i + 1
		}
		d.pos += max(0, len(b)-2*longestKey) // it may lie across the end of what has been read
		if !d.more() {
			d.pos, d.done = d.end, true
			return true
		}
	}
}

const longestKey = 128

// signature is the key that an object begins with, in its quotes.
func signature(b []byte) []byte {
	i := 1
	for i < len(b) && class[b[i]] == blank {
		i++
	}
	if b[0] != '{' || i >= len(b) || b[i] != '"' {
		return nil
	}
	n := bytes.IndexByte(b[i+1:min(len(b), i+longestKey)], '"')
	if n < 0 {
		return nil
	}
	return b[i : i+n+2]
}

// trimmed is the length of b without blanks at its end.
func trimmed(b []byte) int {
	n := len(b)
	for n > 0 && class[b[n-1]] == blank {
		n--
	}
	return n
}
