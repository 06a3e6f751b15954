package chart

import (
	"math"

	"rebound/app/wire"
	"rebound/engine/diary"
)

// The picture of a strip, in units of its viewBox.
const (
	stripWidth, stripHeight = 112, 40
	stripDays               = 14
	stripPad                = 6
	stripFar                = 2.5 // as many times the normal range is drawn beyond it
)

// Strip draws the fortnight of one signal up to a date, before its normal range.
// It decorates a row that says the same in words, so it is hidden from readers.
func Strip(sig wire.Signal, to diary.Date) string {
	var s svg
	s.tag("svg", "class", "strip", "viewBox", "0 0 "+num(stripWidth)+" "+num(stripHeight), "aria-hidden", "true")
	lo, hi := math.Inf(1), math.Inf(-1)
	for _, p := range sig.Strip {
		lo, hi = math.Min(lo, p.Value), math.Max(hi, p.Value)
	}
	ranged := sig.High > sig.Low
	if ranged {
		// One strange day would press all the others flat: it is drawn at the edge.
		far := stripFar * (sig.High - sig.Low)
		lo = math.Min(math.Max(lo, sig.Low-far), sig.Low)
		hi = math.Max(math.Min(hi, sig.High+far), sig.High)
	}
	if lo <= hi {
		x := scale{float64(to - stripDays + 1), float64(to), stripPad, stripWidth - stripPad}
		y := scale{lo, hi, stripHeight - stripPad, stripPad}
		if ranged {
			top := y.at(sig.High)
			s.el("rect", "class", "band", "x", "0", "y", num(top), "width", num(stripWidth),
				"height", num(math.Max(3, y.at(sig.Low)-top)), "rx", "4")
		}
		stripLine(&s, sig, to, x, y)
	}
	s.WriteString("</svg>")
	return s.String()
}

func stripLine(s *svg, sig wire.Signal, to diary.Date, x, y scale) {
	var line, out, lone path
	outFrom := to + 1
	if sig.State == "adverse" {
		outFrom = to - diary.Date(sig.DaysOut) + 1
	}
	for i, p := range sig.Strip {
		px, py := x.at(float64(p.Date)), y.clamp(p.Value)
		joined := i > 0 && sig.Strip[i-1].Date == p.Date-1
		switch {
		case joined:
			line.line(px, py)
		case i+1 < len(sig.Strip) && sig.Strip[i+1].Date == p.Date+1:
			line.move(px, py)
		default:
			lone.dot(px, py)
		}
		if joined && p.Date >= outFrom {
			q := sig.Strip[i-1]
			out.move(x.at(float64(q.Date)), y.clamp(q.Value))
			out.line(px, py)
		}
	}
	s.el("path", "class", "line", "d", line.String())
	s.el("path", "class", "lone", "d", lone.String())
	s.el("path", "class", "out", "d", out.String())
	if n := len(sig.Strip); n > 0 {
		last := sig.Strip[n-1]
		s.el("circle", "class", "now", "cx", num(x.at(float64(last.Date))), "cy", num(y.clamp(last.Value)), "r", "4")
	}
}

// Bar draws one day's minutes, before as an outline and after filled, on a scale
// that most fills. Like Strip it is hidden from readers.
func Bar(before, after, most float64) string {
	const width, height = 20, 44
	var s svg
	s.tag("svg", "class", "bar-day", "viewBox", "0 0 "+num(width)+" "+num(height), "aria-hidden", "true")
	y := scale{0, math.Max(most, 1), height - 1, 2}
	bar := func(class string, v float64) {
		if v > 0 {
			s.el("rect", "class", class, "x", "3", "y", num(y.at(v)), "width", num(width-6), "height", num(height-1-y.at(v)), "rx", "3")
		}
	}
	if before > after {
		bar("before", before)
	}
	bar("after", after)
	if before <= 0 && after <= 0 {
		s.el("path", "class", "none", "d", "M6 "+num(height-2)+"h8")
	}
	s.WriteString("</svg>")
	return s.String()
}
