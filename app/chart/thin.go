package chart

import (
	"rebound/app/wire"
	"rebound/engine/diary"
)

// A picture is thinned to at most as many columns: dots to about one for every
// pixel of a phone's, lines of years to what an eye can follow.
const (
	columns     = 365
	lineColumns = 130
	longSpan    = 800 // days
)

// grid says which column a date falls into; a column is every days wide.
type grid struct {
	from  diary.Date
	every int
}

func gridOf(from, to diary.Date, columns int) grid {
	n := int(to-from) + 1
	return grid{from, max(1, (n+columns-1)/columns)}
}

func (g grid) column(d diary.Date) int { return int(d-g.from) / g.every }

// extremes keeps the lowest and the highest point of each column, in order.
func (g grid) extremes(points []wire.Point) []wire.Point {
	if g.every == 1 {
		return points
	}
	var out []wire.Point
	for i := 0; i < len(points); {
		lo, hi := i, i
		j := i
		for ; j < len(points) && g.column(points[j].Date) == g.column(points[i].Date); j++ {
			if points[j].Value < points[lo].Value {
				lo = j
			}
			if points[j].Value > points[hi].Value {
				hi = j
			}
		}
		out = append(out, points[min(lo, hi)])
		if lo != hi {
			out = append(out, points[max(lo, hi)])
		}
		i = j
	}
	return out
}

// step is one column of a line or a band.
type step struct {
	column   int
	date     diary.Date // the last of the column
	low, top float64    // of a band; a line has them equal
	out      bool       // half of its days or more are out
}

// thinLine is the mean of each column of a line.
func (g grid) thinLine(l wire.Line) []step {
	var out []step
	n, bad := 0, 0
	for i, p := range l.Points {
		c := g.column(p.Date)
		if len(out) == 0 || out[len(out)-1].column != c {
			out, n, bad = append(out, step{column: c}), 0, 0
		}
		s := &out[len(out)-1]
		n++
		if len(l.Out) == len(l.Points) && l.Out[i] {
			bad++
		}
		s.low += (p.Value - s.low) / float64(n)
		s.top, s.date = s.low, p.Date
		s.out = 2*bad >= n
	}
	return out
}

// thinBand is the mean range of each column.
func (g grid) thinBand(band []wire.Range) []step {
	var out []step
	n := 0
	for _, r := range band {
		c := g.column(r.Date)
		if len(out) == 0 || out[len(out)-1].column != c {
			out, n = append(out, step{column: c}), 0
		}
		s := &out[len(out)-1]
		n++
		s.low += (r.Low - s.low) / float64(n)
		s.top += (r.High - s.top) / float64(n)
		s.date = r.Date
	}
	return out
}

// runs splits steps where columns are missing: what is not known is not drawn.
func runs(steps []step) [][]step {
	var out [][]step
	for i, s := range steps {
		if i == 0 || s.column != steps[i-1].column+1 {
			out = append(out, nil)
		}
		out[len(out)-1] = append(out[len(out)-1], s)
	}
	return out
}
