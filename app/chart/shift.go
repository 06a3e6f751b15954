package chart

import (
	"math"
	"strconv"

	"rebound/app/wire"
)

// The picture of a difference, in units of its viewBox.
const (
	shiftWidth, shiftHeight = 320, 44
	shiftEdge               = 42 // left and right, for numbers
	shiftLine               = 16 // where the line of the interval lies
	shiftNumbers            = 39 // and what its ends are
	shiftClose              = 58 // numbers nearer than this would overlap
	shiftZero               = 36 // and so would a number nearer than this to the 0
)

// Shift draws a difference with the interval around it, against no difference in the
// middle: a dot, filled where it is seen, on a line from end to end.
func Shift(s wire.Shift) string {
	most := max(math.Abs(s.Low), math.Abs(s.High), math.Abs(s.By))
	if most == 0 {
		most = 1
	}
	x := scale{-most, most, shiftEdge, shiftWidth - shiftEdge}
	var b svg
	b.tag("svg", "class", "chart shift", "viewBox", "0 0 "+strconv.Itoa(shiftWidth)+" "+strconv.Itoa(shiftHeight), "role", "img", "aria-label", s.Name+": "+s.Text)
	zero := x.at(0)
	var p path
	p.move(2, shiftLine)
	p.line(shiftWidth-2, shiftLine)
	b.el("path", "class", "grid", "d", p.String())
	p = path{}
	p.move(zero, 3)
	p.line(zero, shiftLine+11)
	b.el("path", "class", "zero", "d", p.String())
	p = path{}
	p.move(x.at(s.Low), shiftLine)
	p.line(x.at(s.High), shiftLine)
	class := "between"
	if s.Seen {
		class += " seen"
	}
	b.el("path", "class", class, "d", p.String())
	b.el("circle", "class", class, "cx", num(x.at(s.By)), "cy", strconv.Itoa(shiftLine), "r", "6")
	number := func(at float64, text string) {
		b.text("text", text, "x", num(at), "y", strconv.Itoa(shiftNumbers), "text-anchor", "middle")
	}
	low, high := x.at(s.Low), x.at(s.High)
	if middle := (low + high) / 2; high-low < shiftClose {
		number(middle, signed(s.Low)+" to "+signed(s.High)+s.Unit)
		low, high = middle-shiftZero/2, middle+shiftZero/2 // it is as wide as that
	} else {
		number(low, signed(s.Low)+s.Unit)
		number(high, signed(s.High)+s.Unit)
	}
	if math.Abs(zero-low) >= shiftZero && math.Abs(zero-high) >= shiftZero {
		number(zero, "0")
	}
	b.WriteString("</svg>")
	return b.String()
}

// signed writes a difference with its side: +4, -12, 0.3.
func signed(v float64) string {
	text := strconv.FormatFloat(math.Abs(v), 'f', -1, 64)
	if math.Abs(v) >= 10 {
		text = strconv.FormatFloat(math.Abs(v), 'f', 0, 64)
	}
	switch {
	case v < 0:
		return "\u2212" + text
	case v > 0:
		return "+" + text
	}
	return text
}

// ShiftTable is differences as rows; with and without are what is compared, as headings of
// how many there are of each.
func ShiftTable(list []wire.Shift, with, without string) Rows {
	out := Rows{Head: []string{"Reading", "Difference", "Likely", with, without}}
	for _, s := range list {
		out.Body = append(out.Body, []string{s.Name, signed(s.By) + s.Unit, signed(s.Low) + " to " + signed(s.High) + s.Unit, strconv.Itoa(s.With), strconv.Itoa(s.Without)})
	}
	return out
}
