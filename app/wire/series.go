package wire

import (
	"bytes"
	"fmt"
	"strconv"

	"rebound/engine/diary"
)

// Series is points of a chart in order. It travels as one list of numbers, each
// point its date as days since 1970 and its value: ten years of objects with
// dates in words took the page a fifth of a second to read.
type Series []Point

// Ranges is the normal range by date, as a list of date, low and high.
type Ranges []Range

// Flags is a yes or no for each point of a line, as a string of 1 and 0.
type Flags []bool

func (s Series) MarshalJSON() ([]byte, error) {
	return list(len(s), func(b []byte, i int) []byte { return number(day(b, s[i].Date), s[i].Value) }), nil
}

func (s *Series) UnmarshalJSON(text []byte) error {
	*s = make(Series, 0, bytes.Count(text, comma)/2+1)
	return numbers(text, 2, func(d diary.Date, v [2]float64) { *s = append(*s, Point{d, v[0]}) })
}

func (r Ranges) MarshalJSON() ([]byte, error) {
	return list(len(r), func(b []byte, i int) []byte { return number(number(day(b, r[i].Date), r[i].Low), r[i].High) }), nil
}

func (r *Ranges) UnmarshalJSON(text []byte) error {
	*r = make(Ranges, 0, bytes.Count(text, comma)/3+1)
	return numbers(text, 3, func(d diary.Date, v [2]float64) { *r = append(*r, Range{d, v[0], v[1]}) })
}

func (f Flags) MarshalText() ([]byte, error) {
	b := bytes.Repeat([]byte("0"), len(f))
	for i, yes := range f {
		if yes {
			b[i] = '1'
		}
	}
	return b, nil
}

func (f *Flags) UnmarshalText(text []byte) error {
	*f = make(Flags, len(text))
	for i, c := range text {
		(*f)[i] = c == '1'
	}
	return nil
}

var comma = []byte(",")

func list(n int, add func(b []byte, i int) []byte) []byte {
	b := append(make([]byte, 0, 14*n+2), '[')
	for i := range n {
		if i > 0 {
			b = append(b, ',')
		}
		b = add(b, i)
	}
	return append(b, ']')
}

func day(b []byte, d diary.Date) []byte { return strconv.AppendInt(b, int64(d), 10) }

func number(b []byte, v float64) []byte { return strconv.AppendFloat(append(b, ','), v, 'g', -1, 64) }

// numbers reads a list in groups of a date and one value or two.
func numbers(text []byte, group int, add func(d diary.Date, v [2]float64)) error {
	text = bytes.TrimSuffix(bytes.TrimPrefix(text, []byte("[")), []byte("]"))
	var d diary.Date
	var v [2]float64
	for i := 0; len(text) > 0; i++ {
		word, rest, _ := bytes.Cut(text, comma)
		text = rest
		x, err := strconv.ParseFloat(string(bytes.TrimSpace(word)), 64)
		if err != nil {
			return fmt.Errorf("a chart's list has %q in the place of a number", word)
		}
		switch at := i % group; at {
		case 0:
			d = diary.Date(x)
		case group - 1:
			v[at-1] = x
			add(d, v)
		default:
			v[at-1] = x
		}
	}
	return nil
}
