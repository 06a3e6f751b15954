package backup

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"iter"
	"reflect"
	"slices"
	"strconv"
	"time"
	"unicode/utf8"

	"rebound/engine/diary"
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

// into reads the one value that the text is into a file of the diary.
func (s *scan) into(f *diary.File) bool {
	s.object(reflect.ValueOf(f).Elem())
	if s.peek() != 0 || s.i < len(s.b) {
		s.fail()
	}
	return !s.bad
}

func (s *scan) object(v reflect.Value) bool {
	unsaid(v)
	fields := fieldsOf(v.Type())
	next := 0 // they come in order
	return s.each('{', '}', func() bool {
		name, ok := s.quoted()
		if !ok || !s.eat(':') {
			return false
		}
		name = name[1 : len(name)-1]
		for range fields {
			f := &fields[next%len(fields)]
			next++
			if f.name == string(name) {
				if s.null() {
					return !s.bad
				}
				if to := v.FieldByIndex(f.index); f.name == planName {
					return s.plan(to)
				} else {
					return s.value(to)
				}
			}
		}
		return s.skip(deepest)
	})
}

// unsaid makes the scores of a record such as were not given.
func unsaid(v reflect.Value) {
	switch x := v.Addr().Interface().(type) {
	case *diary.CheckIn:
		*x = diary.NewCheckIn(x.Stamp)
	case *diary.Effort:
		x.RPE = diary.Unsaid
	case *diary.RunPain:
		x.Pain = diary.Unsaid
	case *diary.Run:
		x.RPE, x.Pain = diary.Unsaid, diary.Unsaid
	case *diary.Walk:
		x.Pain = diary.Unsaid
	case *diary.Niggle:
		x.Severity = diary.Unsaid // without it the entry cannot be
	}
}

func (s *scan) value(v reflect.Value) bool {
	switch x := v.Addr().Interface().(type) {
	case *diary.Answer:
		yes, ok := s.flag()
		*x = diary.AnswerOf(&yes)
		return ok
	case *diary.Kind:
		return s.word(func(text string) bool {
			for k := range diary.Kind(diary.Kinds) {
				if k.String() == text {
					*x = k
					return true
				}
			}
			return false
		})
	case *diary.Reading:
		return s.word(func(text string) bool {
			i := slices.Index(diary.ReadingNames[:], text)
			*x = diary.Reading(max(i, 0))
			return i >= 0
		})
	case *diary.Date:
		return s.word(func(text string) (ok bool) {
			d, err := diary.ParseDate(text)
			*x = d
			return err == nil
		})
	case *[diary.Signs]diary.Score:
		return s.each('{', '}', func() bool {
			name, ok := s.text()
			i := slices.Index(diary.SignNames[:], name)
			return ok && i >= 0 && s.eat(':') && s.value(reflect.ValueOf(&x[i]).Elem())
		})
	case *[16]byte:
		return s.word(func(text string) bool {
			n, err := hex.Decode(x[:], []byte(text[:min(len(text), 2*len(x))]))
			return err == nil && n == len(x) && len(text) == 2*len(x)
		})
	case *[]uint8:
		return column(s, x, 0)
	case *[]uint16:
		return column(s, x, 0)
	case *[]int16:
		return column(s, x, diary.NoAltitude)
	}
	switch v.Kind() {
	case reflect.Struct:
		return s.object(v)
	case reflect.Slice:
		v.SetZero()
		size := int(v.Type().Elem().Size())
		return s.each('[', ']', func() bool {
			if s.room -= size; s.room < 0 {
				return false
			}
			n := v.Len()
			v.Grow(1)
			v.SetLen(n + 1)
			in := v.Index(n)
			in.SetZero()
			if in.Kind() == reflect.Struct {
				return s.object(in)
			}
			return s.value(in)
		})
	case reflect.String:
		text, ok := s.text()
		v.SetString(text)
		return ok
	case reflect.Bool:
		yes, ok := s.flag()
		v.SetBool(yes)
		return ok
	case reflect.Int64:
		if s.peek() == '"' {
			return s.word(func(text string) bool {
				t, err := time.Parse(time.RFC3339, text)
				v.SetInt(t.Unix())
				return err == nil
			})
		}
	case reflect.Uint64:
		return s.word(func(text string) bool {
			n, err := strconv.ParseUint(text, 16, 64)
			v.SetUint(n)
			return err == nil
		})
	}
	return s.number(v)
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

// word reads a string that has to mean something.
func (s *scan) word(means func(text string) bool) bool {
	text, ok := s.text()
	return ok && means(text) || s.fail()
}

// plan reads a text that may be JSON of its own.
func (s *scan) plan(v reflect.Value) bool {
	if s.peek() == '"' {
		return s.value(v)
	}
	start := s.i
	if s.peek() != '{' || !s.skip(deepest) {
		return s.fail()
	}
	v.SetString(string(s.b[start:s.i]))
	return true
}

// column reads a column of a track.
func column[T ~uint8 | ~uint16 | ~int16](s *scan, to *[]T, missing T) bool {
	*to = nil
	if s.peek() != '[' {
		return s.fail()
	}
	b, i := s.b, s.i+1
	n := 1 + bytes.Count(b[i:i+max(0, bytes.IndexByte(b[i:], ']'))], []byte{','})
	if s.room -= 2 * n; s.room < 0 {
		return s.fail()
	}
	out := make([]T, 0, n)
	for i < len(b) {
		switch b[i] {
		case ' ', '\n', '\r', '\t':
			i++
			continue
		}
		v, neg, start := int64(0), false, i
		if b[i] == '-' {
			neg = true
			i++
		}
		digits := i
		for i < len(b) && b[i] >= '0' && b[i] <= '9' && i < digits+6 {
			v = v*10 + int64(b[i]-'0')
			i++
		}
		if neg {
			v = -v
		}
		switch {
		case i > digits && int64(T(v)) == v:
			out = append(out, T(v))
		case bytes.HasPrefix(b[start:], []byte("null")):
			out = append(out, missing)
			i = start + 4
		case b[start] == ']' && len(out) == 0:
			s.i = start + 1
			return true
		default:
			return s.fail()
		}
		s.i = i
		if s.eat(']') {
			*to = out
			return true
		}
		if !s.eat(',') {
			return s.fail()
		}
		i = s.i
	}
	return s.fail()
}
