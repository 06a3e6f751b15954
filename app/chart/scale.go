package chart

import (
	"fmt"
	"math"

	"rebound/engine/diary"
)

// scale maps values from..to onto pixels a..b, linearly.
type scale struct{ from, to, a, b float64 }

func (s scale) at(v float64) float64 {
	if s.to == s.from {
		return (s.a + s.b) / 2
	}
	return s.a + (v-s.from)/(s.to-s.from)*(s.b-s.a)
}

// clamp is at, kept within the picture.
func (s scale) clamp(v float64) float64 {
	return s.at(math.Min(math.Max(v, math.Min(s.from, s.to)), math.Max(s.from, s.to)))
}

// steps are round distances between labels, in tens; minutes are round in
// quarters of an hour.
var (
	steps      = []float64{1, 2, 5}
	clockSteps = []float64{5, 10, 15, 30, 60, 120, 240}
)

// ticks gives round values within lo..hi, at most n of them.
func ticks(lo, hi float64, n int, clock bool) []float64 {
	if !(hi > lo) {
		return []float64{lo}
	}
	step := 0.0
	if clock {
		for _, step = range clockSteps {
			if (hi-lo)/step <= float64(n) {
				break
			}
		}
	} else {
		ten := math.Pow(10, math.Floor(math.Log10((hi-lo)/float64(n))))
		for _, s := range append(steps, 10) {
			if step = s * ten; (hi-lo)/step <= float64(n) {
				break
			}
		}
	}
	var out []float64
	for i := math.Ceil(lo / step); i*step <= hi; i++ {
		out = append(out, i*step)
	}
	return out
}

// value writes a number as the chart's unit has it: h:mm, or with no more
// decimals than tell two labels a step apart.
func value(v float64, clock bool, step float64) string {
	switch {
	case clock:
		m := int(math.Round(v))
		return fmt.Sprintf("%d:%02d", m/60, m%60)
	case step > 0 && step < 0.1:
		return fmt.Sprintf("%.2f", v)
	case step > 0 && step < 1:
		return fmt.Sprintf("%.1f", v)
	}
	return fmt.Sprintf("%.0f", v)
}

// label is a date on the axis.
type label struct {
	date diary.Date
	text string
}

// dates labels from..to with a handful of dates: days, then months, then years.
func dates(from, to diary.Date) []label {
	n := int(to-from) + 1
	if n <= 70 {
		step := diary.Date(3)
		if n > 16 {
			step = diary.Date((n + 3) / 4)
		}
		var out []label
		for d := from; d <= to; d += step {
			out = append(out, label{d, d.Time().Format("2 Jan")})
		}
		return out
	}
	months := 1
	for _, m := range []int{1, 2, 3, 6, 12, 24, 36, 60, 120} {
		if months = m; n/(30*m) <= 5 {
			break
		}
	}
	var out []label
	first := from.Time()
	for y, m := first.Year(), int(first.Month())-1; ; m++ {
		if (y*12+m)%months != 0 {
			continue
		}
		d := diary.DateOf(y+m/12, 1, 1).Time().AddDate(0, m%12, 0)
		date := diary.DateOf(d.Year(), d.Month(), 1)
		if date > to {
			return out
		}
		if date < from {
			continue
		}
		switch {
		case months >= 12:
			out = append(out, label{date, d.Format("2006")})
		case n > 300 && d.Month() == 1:
			out = append(out, label{date, d.Format("Jan ’06")})
		default:
			out = append(out, label{date, d.Format("Jan")})
		}
	}
}

// levels draws a line across the picture to right at each of some values, and its number
// right of that, so far below the line.
func (s *svg) levels(y scale, at []float64, clock bool, right, below float64) {
	step := 1.0
	if len(at) > 1 {
		step = at[1] - at[0]
	}
	var lines path
	for _, v := range at {
		lines.move(plotLeft, y.at(v))
		lines.line(right, y.at(v))
		s.text("text", value(v, clock, step), "class", "tick", "x", num(right+6), "y", num(math.Max(y.at(v)+below, 8)))
	}
	s.el("path", "class", "grid", "d", lines.String())
}
