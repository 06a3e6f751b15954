package wire

import (
	"errors"
	"math"
	"strconv"

	"rebound/engine/diary"
)

// Series is points of a chart in order. It travels as one list of whole numbers:
// date (days since 1970) and value (in hundredths) of the first point, then of
// each point what it differs by from the one before. Ten years of objects with
// dates in words took the page a fifth of a second to read.
type Series []Point

// Ranges is the normal range by date, as a list of date, low and high.
type Ranges []Range

// Flags is a yes or no for each point of a line, as a string of 1 and 0.
type Flags []bool

const parts = 100 // of one

var errSeries = errors.New("a chart's list is not one of whole numbers in groups")

func (s Series) MarshalJSON() ([]byte, error) {
	w := newList(len(s))
	for _, p := range s {
		w.add(p.Date, p.Value)
	}
	return w.end()
}

func (s *Series) UnmarshalJSON(text []byte) error {
	*s = make(Series, 0, len(text)/4)
	return readList(text, 1, func(d diary.Date, v [2]float64) { *s = append(*s, Point{d, v[0]}) })
}

func (r Ranges) MarshalJSON() ([]byte, error) {
	w := newList(len(r))
	for _, p := range r {
		w.add(p.Date, p.Low, p.High)
	}
	return w.end()
}

func (r *Ranges) UnmarshalJSON(text []byte) error {
	*r = make(Ranges, 0, len(text)/6)
	return readList(text, 2, func(d diary.Date, v [2]float64) { *r = append(*r, Range{d, v[0], v[1]}) })
}

func (f Flags) MarshalText() ([]byte, error) {
	b := make([]byte, len(f))
	for i, yes := range f {
		b[i] = '0'
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

// list is a list being written.
type list struct {
	text []byte
	last [3]int64
	bad  bool
}

func newList(points int) *list { return &list{text: append(make([]byte, 0, 8*points+2), '[')} }

func (w *list) add(d diary.Date, values ...float64) {
	w.number(0, int64(d))
	for i, v := range values {
		v = math.Round(v * parts)
		w.bad = w.bad || !(math.Abs(v) < 1<<53)
		w.number(i+1, int64(v))
	}
}

func (w *list) number(i int, n int64) {
	if len(w.text) > 1 {
		w.text = append(w.text, ',')
	}
	w.text = strconv.AppendInt(w.text, n-w.last[i], 10)
	w.last[i] = n
}

func (w *list) end() ([]byte, error) {
	if w.bad {
		return nil, errSeries
	}
	return append(w.text, ']'), nil
}

// readList reads groups of a date and as many values. JSON's reader has seen the
// text before, so that it is a value of some kind.
func readList(text []byte, values int, add func(d diary.Date, v [2]float64)) error {
	if len(text) < 2 || text[0] != '[' {
		return errSeries
	}
	var last [3]int64
	var v [2]float64
	at := 0 // in the group
	for i := 1; text[i] != ']'; i++ {
		minus := text[i] == '-'
		if minus {
			i++
		}
		n, from := int64(0), i
		for ; text[i] >= '0' && text[i] <= '9'; i++ {
			n = 10*n + int64(text[i]-'0')
		}
		if i == from || i-from > 18 || text[i] != ',' && text[i] != ']' {
			return errSeries
		}
		if minus {
			n = -n
		}
		last[at] += n
		if at > 0 {
			v[at-1] = float64(last[at]) / parts
		}
		if at++; at > values {
			at = 0
			add(diary.Date(last[0]), v)
		}
		if text[i] == ']' {
			break
		}
	}
	if at != 0 {
		return errSeries
	}
	return nil
}
