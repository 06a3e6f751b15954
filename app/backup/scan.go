package backup

import (
	"bytes"
	"encoding/json"
	"iter"
	"reflect"
	"strconv"
	"unicode/utf8"
)

// scan reads JSON into records, as form.go writes it. Any bytes are safe to give it: what
// is not as it should be ends it, and bad is set. Fields that are not known are passed
// over, so that a later version may have more of them.
type scan struct {
	b    []byte
	i    int
	bad  bool
	room int // bytes of memory that records may yet take
}

// deepest is how many brackets may stand in each other where the text is passed over.
const deepest = 32

func (s *scan) fail() bool {
	s.bad, s.i = true, len(s.b)
	return false
}

// peek is the next byte that is no blank; 0 at the end.
func (s *scan) peek() byte {
	for s.i < len(s.b) {
		switch c := s.b[s.i]; c {
		case ' ', '\t', '\r', '\n':
			s.i++
		default:
			return c
		}
	}
	return 0
}

// eat takes the next byte if it is c.
func (s *scan) eat(c byte) bool {
	if s.peek() != c {
		return false
	}
	s.i++
	return true
}

// each calls f before every element between two brackets, the first of which is next.
func (s *scan) each(from, to byte, f func() bool) bool {
	if !s.eat(from) {
		return s.fail()
	}
	if s.eat(to) {
		return true
	}
	for !s.bad {
		if !f() {
			return s.fail()
		}
		if s.eat(to) {
			return true
		}
		if !s.eat(',') {
			return s.fail()
		}
	}
	return false
}

// list gives the elements of the one array that a part is, wherever it ends.
func (s *scan) list() iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		s.each('{', '}', func() bool {
			if _, ok := s.text(); !ok || !s.eat(':') {
				return false
			}
			if s.peek() != '[' {
				return s.skip(deepest)
			}
			return s.each('[', ']', func() bool {
				s.peek()
				start := s.i
				return s.skip(deepest) && yield(s.b[start:s.i])
			})
		})
		if s.peek() != 0 || s.i < len(s.b) {
			s.fail()
		}
	}
}

// skip passes over a value.
func (s *scan) skip(deep int) bool {
	switch c := s.peek(); {
	case deep == 0:
		return s.fail()
	case c == '"':
		_, ok := s.quoted()
		return ok
	case c == '{':
		return s.each('{', '}', func() bool {
			_, ok := s.quoted()
			return ok && s.eat(':') && s.skip(deep-1)
		})
	case c == '[':
		return s.each('[', ']', func() bool { return s.skip(deep - 1) })
	}
	return len(s.token()) > 0
}

// token is a number, true, false or null.
func (s *scan) token() []byte {
	s.peek()
	start := s.i
	for s.i < len(s.b) {
		c := s.b[s.i]
		if (c < '0' || c > '9') && (c < 'a' || c > 'z') && c != '-' && c != '+' && c != '.' && c != 'E' {
			break
		}
		s.i++
	}
	return s.b[start:s.i]
}

// null takes a null, if that comes next.
func (s *scan) null() bool {
	if s.peek() != 'n' {
		return false
	}
	if string(s.token()) != "null" {
		s.fail()
	}
	return true
}

// quoted is a string with its quotes.
func (s *scan) quoted() ([]byte, bool) {
	start := s.i
	if !s.eat('"') {
		return nil, s.fail()
	}
	for ; s.i < len(s.b); s.i++ {
		switch c := s.b[s.i]; {
		case c == '\\':
			s.i++
		case c == '"':
			s.i++
			return bytes.TrimLeft(s.b[start:s.i], " \t\r\n"), true
		case c < ' ':
			return nil, s.fail()
		}
	}
	return nil, s.fail()
}

// text is a string.
func (s *scan) text() (string, bool) {
	raw, ok := s.quoted()
	if !ok {
		return "", false
	}
	if in := raw[1 : len(raw)-1]; bytes.IndexByte(in, '\\') < 0 && utf8.Valid(in) {
		return string(in), true
	}
	var text string
	if json.Unmarshal(raw, &text) != nil {
		return "", s.fail()
	}
	return text, true
}

// number reads one that fits.
func (s *scan) number(v reflect.Value) bool {
	text := string(s.token())
	bits := v.Type().Bits()
	var err error
	switch {
	case v.CanInt():
		var n int64
		n, err = strconv.ParseInt(text, 10, bits)
		v.SetInt(n)
	case v.CanUint():
		var n uint64
		n, err = strconv.ParseUint(text, 10, bits)
		v.SetUint(n)
	default:
		var n float64
		n, err = strconv.ParseFloat(text, bits)
		v.SetFloat(n)
	}
	return err == nil || s.fail()
}

func (s *scan) flag() (yes, ok bool) {
	switch string(s.token()) {
	case "true":
		return true, true
	case "false":
		return false, true
	}
	return false, s.fail()
}
