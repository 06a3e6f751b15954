package source

import (
	"cmp"

	"rebound/engine/diary"
)

// Clocks are the observations of an export's clock that say all there is: in order,
// of those in a row with one offset the first and the last. The last too, since a time
// between two observations takes the offset of the nearer one. A zero Clock (no zone
// is known) is said once, alone: what has a zone goes into a file of its own.
func Clocks(list []diary.Clock) []diary.Clock {
	diary.SortBy(list, func(a, b diary.Clock) int {
		return cmp.Or(cmp.Compare(a.At, b.At), cmp.Compare(a.Offset, b.Offset))
	})
	var out []diary.Clock
	for i, c := range list {
		first := i == 0 || list[i-1].Offset != c.Offset
		last := i+1 == len(list) || list[i+1].Offset != c.Offset
		if (first || last) && (len(out) == 0 || out[len(out)-1] != c) {
			out = append(out, c)
		}
	}
	return out
}

// Split is what a file holds by what its times say: those with a zone, and those that
// are local and nothing else. Each has its own diary.File.
type Split struct{ UTC, Local diary.File }

// NewSplit begins both as a copy of f.
func NewSplit(f diary.File) *Split { return &Split{UTC: f, Local: f} }

// Of is the file for a record of these moments; what they tell of the clock is noted.
func (s *Split) Of(moments ...Moment) *diary.File {
	for _, m := range moments {
		if !m.Zoned {
			return &s.Local
		}
	}
	for _, m := range moments {
		s.UTC.Clocks = append(s.UTC.Clocks, m.Clock())
	}
	return &s.UTC
}

// Files are both, with their clocks.
func (s *Split) Files() []diary.File {
	s.UTC.Clocks = Clocks(s.UTC.Clocks)
	if s.Local.Measured() {
		s.Local.Clocks = []diary.Clock{{}}
	}
	return []diary.File{s.UTC, s.Local}
}

// Noon is when a value counts that has a date and no more.
func Noon(d diary.Date) int64 { return int64(d)*86400 + 12*3600 }
