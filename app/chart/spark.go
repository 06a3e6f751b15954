package chart

import (
	"fmt"
	"math"
	"strconv"

	"rebound/app/wire"
)

// The picture of a spark, in units of its viewBox.
const (
	sparkWidth, sparkHeight = 320, 112
	sparkLeft, sparkRight   = 6, 286
	sparkTop, sparkBottom   = 12, 84
)

// SparkLine is one line of a spark, in order of date.
type SparkLine struct {
	Points []wire.Point
	Kind   SparkKind
	Name   string // "" where it is what the whole spark is of
}

// SparkKind is how a line of a spark is drawn.
type SparkKind uint8

const (
	Joined SparkKind = iota // dots, and a line from one to the next
	Dashed                  // the same, for a second series
	Days                    // small dots alone, where there are many
	Level                   // a line alone: a mean over its days
)

// Spark draws lines over one another: what was entered now and then, or means. It
// joins its points whatever the days between them, since here nearly all days are
// missing. It is empty when no line has a point.
func Spark(name string, lines ...SparkLine) string {
	var all []wire.Point
	for _, l := range lines {
		all = append(all, l.Points...)
	}
	if len(all) == 0 {
		return ""
	}
	first, last, lo, hi := all[0].Date, all[0].Date, all[0].Value, all[0].Value
	for _, p := range all {
		first, last = min(first, p.Date), max(last, p.Date)
		lo, hi = min(lo, p.Value), max(hi, p.Value)
	}
	x := scale{float64(first), math.Max(float64(last), float64(first)+1), sparkLeft, sparkRight}
	y := scale{lo, hi, sparkBottom, sparkTop}
	c := wire.Chart{Title: name}
	for _, l := range lines {
		if l.Name == "" {
			c.Dots = append(c.Dots, l.Points...)
		} else {
			c.Lines = append(c.Lines, wire.Line{Name: l.Name, Points: l.Points})
		}
	}
	var s svg
	s.tag("svg", append(readable(c, x, y), "class", "chart spark", "viewBox", fmt.Sprintf("0 0 %d %d", sparkWidth, sparkHeight), "role", "img",
		"aria-label", fmt.Sprintf("%s; %s to %s, from %s to %s.", name, sparkText(lo), sparkText(hi), first.Time().Format("2 January"), last.Time().Format("2 January")))...)
	var grid path
	for _, v := range []float64{hi, lo} {
		grid.move(sparkLeft, y.at(v))
		grid.line(sparkRight, y.at(v))
	}
	s.el("path", "class", "grid", "d", grid.String())
	label := func(x, y float64, anchor, text string) {
		s.text("text", text, "x", num(x), "y", num(y), "text-anchor", anchor)
	}
	label(sparkRight+8, y.at(hi)+4, "start", sparkText(hi))
	label(sparkLeft-4, sparkHeight-6, "start", first.Time().Format("2 Jan"))
	label(sparkRight+4, sparkHeight-6, "end", last.Time().Format("2 Jan"))
	if lo != hi {
		label(sparkRight+8, y.at(lo)+4, "start", sparkText(lo))
	}
	for _, l := range lines {
		var line, dots path
		for i, p := range l.Points {
			px, py := x.at(float64(p.Date)), y.at(p.Value)
			if i == 0 {
				line.move(px, py)
			} else {
				line.line(px, py)
			}
			dots.dot(px, py)
		}
		class := "line"
		if l.Kind == Dashed {
			class = "line second"
		}
		if l.Kind != Days {
			s.el("path", "class", class, "d", line.String())
		}
		switch l.Kind {
		case Joined, Dashed:
			s.el("path", "class", "reported-dots", "d", dots.String())
		case Days:
			s.el("path", "class", "dots", "d", dots.String())
		}
	}
	s.WriteString("</svg>")
	return s.String()
}

// sparkText writes a value in three digits, or what stands before the point.
func sparkText(v float64) string {
	unit := 100.0
	switch a := math.Abs(v); {
	case a >= 100:
		unit = 1
	case a >= 10:
		unit = 10
	}
	return strconv.FormatFloat(math.Round(v*unit)/unit, 'f', -1, 64)
}
