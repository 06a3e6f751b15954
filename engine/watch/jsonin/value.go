package jsonin

import (
	"bytes"
	"iter"
	"math"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"rebound/engine/diary"
	"rebound/engine/watch/source"
)

// Value is one value of a text. Its getters take the keys that lead from it to what
// is asked for; without any they speak of the Value itself. What is missing, or is of
// another kind, is never an error: it is not there.
type Value struct {
	raw    []byte
	fields []field // of an object, once they have been asked for
}

type field struct {
	key []byte
	raw []byte
}

// Of is the value that a text consists of.
func Of(text []byte) Value { return Value{raw: bytes.TrimSpace(text)} }

// Kind says what the value at a path is; None for one that is not there.
func (v *Value) Kind(path ...string) Kind {
	at := v.Get(path...)
	if len(at.raw) == 0 {
		return None
	}
	if k := kindOf(at.raw[0]); k != Number {
		return k
	}
	if _, ok := number(at.raw); !ok {
		return Null
	}
	return Number
}

// Get is the value at a path of keys; of a key that occurs twice, the first.
func (v *Value) Get(path ...string) Value {
	if len(path) == 0 {
		return Value{raw: v.raw}
	}
	if len(v.fields) == 0 {
		v.fields = slicesOf(v.raw, v.fields)
	}
	for i := range v.fields {
		if string(v.fields[i].key) == path[0] {
			at := Value{raw: v.fields[i].raw}
			for _, key := range path[1:] {
				at = at.find(key)
			}
			return at
		}
	}
	return Value{}
}

// find is the value of one key, without an index.
func (v Value) find(key string) Value {
	for k, raw := range fieldsOf(v.raw) {
		if string(k) == key {
			return Value{raw: raw}
		}
	}
	return Value{}
}

// Elements gives the elements of the array at a path; each is good until the next.
func (v *Value) Elements(path ...string) iter.Seq[*Value] {
	at := v.Get(path...)
	return func(yield func(*Value) bool) {
		b := at.raw
		if len(b) == 0 || b[0] != '[' {
			return
		}
		var one Value
		for i := 1; ; {
			i = past(b, i)
			if i >= len(b) || class[b[i]] == closes {
				return
			}
			end := endOf(b, i)
			one = Value{raw: b[i:end], fields: one.fields[:0]}
			if !yield(&one) {
				return
			}
			i = end
		}
	}
}

// Float is the number at a path: a number, or a string that holds one. What stands
// for "not measured" (null, NaN, "--", "" ...) is none, and neither is infinity.
func (v *Value) Float(path ...string) (float64, bool) {
	at := v.Get(path...)
	raw := at.raw
	if len(raw) > 1 && raw[0] == '"' {
		raw = bytes.TrimSpace(raw[1 : len(raw)-1])
	}
	return number(raw)
}

// Positive is the number at a path where that is more than zero, and else 0: for what
// is never measured as zero.
func (v *Value) Positive(path ...string) float64 {
	if f, ok := v.Float(path...); ok && f > 0 {
		return f
	}
	return 0
}

// Text is the string at a path, or the digits of a number; "" for anything else.
func (v *Value) Text(path ...string) string {
	at := v.Get(path...)
	switch at.Kind() {
	case String, Number:
		return at.text()
	}
	return ""
}

// Bool is the truth at a path, and whether there is any.
func (v *Value) Bool(path ...string) (is, ok bool) {
	switch at := v.Get(path...); string(at.raw) {
	case "true", `"true"`, "True":
		return true, true
	case "false", `"false"`, "False":
		return false, true
	}
	return false, false
}

// When is the moment at a path, written as [source.When] reads it.
func (v *Value) When(path ...string) (source.Moment, bool) {
	at := v.Get(path...)
	if at.Kind() != String {
		return source.Moment{}, false
	}
	return source.When(at.text())
}

// Day is the date that the string at a path begins with.
func (v *Value) Day(path ...string) (diary.Date, bool) {
	at := v.Get(path...)
	if at.Kind() != String {
		return 0, false
	}
	return source.Day(at.text())
}

// Unix is the moment at a path that is a number of seconds, or of milliseconds, since
// 1970, in seconds.
func (v *Value) Unix(path ...string) (int64, bool) {
	f, ok := v.Float(path...)
	if f > 1e11 { // milliseconds from 1973 on, seconds to the year 5000
		f /= 1000
	}
	const least, most = 631152000, 7258118400 // 1990 and 2200
	return int64(math.Floor(f)), ok && f > least && f < most
}

// Seconds is the ISO 8601 duration at a path ("PT7H13M30.5S"), in seconds.
func (v *Value) Seconds(path ...string) (float64, bool) {
	s, ok := strings.CutPrefix(v.Text(path...), "P")
	if !ok || s == "" {
		return 0, false
	}
	sum, clock := 0.0, false
	for s != "" {
		if s[0] == 'T' && !clock {
			s, clock = s[1:], true
			continue
		}
		n := strings.IndexFunc(s, func(r rune) bool { return (r < '0' || r > '9') && r != '.' && r != ',' })
		if n <= 0 {
			return 0, false
		}
		f, err := strconv.ParseFloat(strings.Replace(s[:n], ",", ".", 1), 64)
		unit := map[byte]float64{'H': 3600, 'M': 60, 'S': 1}[s[n]]
		if !clock {
			unit = map[byte]float64{'W': 7 * 86400, 'D': 86400}[s[n]]
		}
		if err != nil || unit == 0 {
			return 0, false
		}
		sum, s = sum+f*unit, s[n+1:]
	}
	return sum, true
}

// number reads a JSON number, and whether it is one. What a float64 holds exactly is
// read without another look.
func number(b []byte) (float64, bool) {
	i, negative := 0, false
	if i < len(b) && (b[i] == '-' || b[i] == '+') {
		negative = b[i] == '-'
		i++
	}
	var m uint64
	digits, after, point := 0, 0, false
	for ; i < len(b); i++ {
		switch c := b[i]; {
		case c >= '0' && c <= '9':
			if m = m*10 + uint64(c-'0'); m > 0 {
				digits++
			}
			if point {
				after++
			}
		case c == '.' && !point:
			point = true
		default:
			return slowNumber(b)
		}
		if digits > 15 || after > 22 {
			return slowNumber(b)
		}
	}
	if i == 0 || b[i-1] < '0' || b[i-1] > '9' {
		return 0, false
	}
	f := float64(m) / powers[after]
	if negative {
		f = -f
	}
	return f, true
}

var powers = [23]float64{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22}

func slowNumber(b []byte) (float64, bool) {
	const longest = 400
	if len(b) == 0 || len(b) > longest || len(bytes.Trim(b, "0123456789+-.eE")) > 0 {
		return 0, false
	}
	f, err := strconv.ParseFloat(string(b), 64)
	return f, err == nil
}

// text is a string without its quotes and escapes, as UTF-8; of anything else, what
// stands there.
func (v Value) text() string {
	b := v.raw
	if len(b) < 2 || b[0] != '"' {
		return strings.ToValidUTF8(string(b), "\uFFFD")
	}
	b = b[1 : len(b)-1]
	if bytes.IndexByte(b, '\\') < 0 {
		return strings.ToValidUTF8(string(b), "\uFFFD")
	}
	out := make([]byte, 0, len(b))
	for i := 0; i < len(b); i++ {
		if b[i] != '\\' || i+1 == len(b) {
			out = append(out, b[i])
			continue
		}
		i++
		switch c := b[i]; c {
		case 'n', 't', 'r', 'b', 'f':
			out = append(out, map[byte]byte{'n': '\n', 't': '\t', 'r': '\r', 'b': '\b', 'f': '\f'}[c])
		case 'u':
			r, n := escape(b[i+1:])
			if utf16.IsSurrogate(r) && i+n+2 < len(b) && b[i+n+1] == '\\' && b[i+n+2] == 'u' {
				low, m := escape(b[i+n+3:])
				r, n = utf16.DecodeRune(r, low), n+2+m
			}
			out = utf8.AppendRune(out, r)
			i += n
		default:
			out = append(out, c)
		}
	}
	return strings.ToValidUTF8(string(out), "\uFFFD")
}

// escape is the unit that four hexadecimal digits stand for, and how many there are.
func escape(b []byte) (rune, int) {
	n, err := strconv.ParseUint(string(b[:min(4, len(b))]), 16, 16)
	if err != nil {
		return utf8.RuneError, 0
	}
	return rune(n), min(4, len(b))
}
