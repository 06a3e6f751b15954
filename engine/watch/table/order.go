package table

import (
	"strings"

	"rebound/engine/diary"
)

// Orders finds out in which order the dates of a whole column are written: a number
// over 12 settles it, or, where there is none, that rows lie near each other in time.
type Orders struct {
	slash  bool // the year is last
	seen   int
	cannot [4]bool
	last   [4]diary.Date
	steps  [4]int64 // days between rows, added up
}

// See looks at one cell of the column.
func (o *Orders) See(cell string) {
	iso, isISO := Parse(cell, OrderISO)
	if isISO && !startsWithYear(cell) {
		return // it has the month by name, or is a number of seconds
	}
	candidates := []Order{OrderISO, OrderYDM}
	if !isISO && !startsWithYear(cell) {
		candidates = []Order{OrderDMY, OrderMDY}
	}
	known := false
	var at [4]diary.Date
	for _, c := range candidates {
		m, ok := Parse(cell, c)
		if c == OrderISO {
			m, ok = iso, isISO
		}
		if known = known || ok; ok {
			at[c] = m.Date
		}
	}
	if !known {
		return
	}
	o.slash = candidates[0] == OrderDMY
	for _, c := range candidates {
		switch {
		case at[c] == 0:
			o.cannot[c] = true
		case o.last[c] != 0:
			d := int64(at[c] - o.last[c])
			o.steps[c] += max(d, -d)
		}
		if at[c] != 0 {
			o.last[c] = at[c]
		}
	}
	o.seen++
}

// Apart reports whether dates, in order, are those of a table of weeks or months: four or
// more, and no two within six days. Of days that were measured some are neighbours.
func Apart(dates []diary.Date) bool {
	for i := 1; i < len(dates); i++ {
		if dates[i]-dates[i-1] < 7 {
			return false
		}
	}
	return len(dates) >= 4
}

func startsWithYear(cell string) bool {
	s := strings.TrimSpace(cell)
	return len(s) >= 8 && allDigits(s[:4]) && !(len(s) > 8 && allDigits(s[:9]))
}

// Order is the column's, and sure whether that was settled; where it was not, it is the
// usual one: the year first and then the month, or the day first.
func (o *Orders) Order() (order Order, sure bool) {
	first, second := OrderISO, OrderYDM
	if o.slash {
		first, second = OrderDMY, OrderMDY
	}
	switch {
	case o.seen == 0:
		return OrderISO, false
	case o.cannot[first] != o.cannot[second]:
		if o.cannot[first] {
			return second, true
		}
		return first, true
	case o.cannot[first]: // some rows say this, some that
		return first, false
	case first == OrderISO: // the firsts of some months are neighbours in January
		return first, true
	case o.seen >= 3 && o.steps[first] > 2*o.steps[second]:
		return second, true
	case o.seen >= 3 && o.steps[second] > 2*o.steps[first]:
		return first, true
	}
	return first, false
}
