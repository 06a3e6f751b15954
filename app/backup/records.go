package backup

import (
	"bytes"
	"encoding/hex"
	"reflect"
	"slices"
	"strconv"
	"time"

	"rebound/engine/diary"
)

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
