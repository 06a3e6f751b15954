package samsung

import (
	"math"
	"strings"

	"rebound/engine/watch/jsonin"
	"rebound/engine/watch/source"
	"rebound/engine/watch/table"
)

// Times in a table are UTC or those of the clock beside it; times in JSON are instants.
// So rows that name a file of JSON settle it, each for one of the two, or for none.

const (
	mostAsked = 20  // rows whose JSON is looked at
	begins    = 300 // seconds after a session's start in which its series begins
	slack     = 120 // seconds that a reading may lie outside of its row (ours)
)

// live is a row, and the name of the JSON that lies beside the table.
type live struct {
	name string
	span
}

// begun counts the sessions whose series begin with them, by either.
func begun(f *source.File, asked []live) (utc, local int) {
	for _, l := range asked {
		first, _ := l.instants(f, 1)
		if d := first - l.start; d > -begins && d < begins {
			utc++
		} else if d += int64(l.offset); d > -begins && d < begins {
			local++
		}
	}
	return utc, local
}

// within counts the rows that their readings lie in by one of the two alone.
func within(f *source.File, asked []live) (utc, local int) {
	for _, l := range asked {
		first, last := l.instants(f, math.MaxInt)
		in := func(offset int64) bool {
			return first > 0 && first+offset >= l.start-slack && last+offset <= l.end+slack
		}
		switch is := in(0); {
		case is == in(int64(l.offset)):
		case is:
			utc++
		default:
			local++
		}
	}
	return utc, local
}

// instants are when the first and the last of so many readings of a row's JSON begin; 0
// where there is none.
func (l live) instants(f *source.File, most int) (first, last int64) {
	if f.Beside == nil {
		return 0, 0
	}
	in := f.Beside(l.name)
	if in == nil {
		return 0, 0
	}
	for v := range jsonin.New(in).Each() {
		at, ok := v.Unix("start_time")
		if !ok || at < source.Earliest {
			continue
		}
		if first == 0 {
			first, last = at, at
		}
		first, last = min(first, at), max(last, at)
		if most--; most == 0 {
			break
		}
	}
	return first, last
}

// settled reports whether the times of an export are the clock's, by its tables of HRV and
// of exercise, which lie beside its nights; known is false where neither says it.
func settled(f *source.File) (local, known bool) {
	if f.Beside == nil {
		return false, false
	}
	name := strings.TrimSuffix(source.Base(f.Path), ".csv")
	stamp := name[strings.LastIndexByte(name, '.')+1:]
	u1, l1 := within(f, rowsOf(f, "com.samsung.health.hrv."+stamp+".csv", "hrv", "binning_data", ""))
	u2, l2 := begun(f, rowsOf(f, "com.samsung.shealth.exercise."+stamp+".csv", "exercise", "datauuid", liveData))
	return l1+l2 > u1+u2, l1+l2 != u1+u2
}

// rowsOf are the rows of another table whose clock is not at UTC, and the names of their
// JSON.
func rowsOf(f *source.File, name, kind, of, ends string) (asked []live) {
	in := f.Beside(name)
	if in == nil {
		return nil
	}
	t, err := table.New(in)
	if err != nil {
		return nil
	}
	c, id := timesOf(t, kind), column(t, kind, of)
	for t.Next() && len(asked) < mostAsked {
		if s, ok := c.span(t); ok && s.zoned && s.offset != 0 && t.Cell(id) != "" {
			asked = append(asked, live{t.Cell(id) + ends, s})
		}
	}
	return asked
}
