package chart

import (
	"math"

	"rebound/app/wire"
	"rebound/engine/diary"
)

// The picture of a trend, in units of its viewBox.
const (
	trendWidth, trendHeight = 360, 176
	plotLeft, plotRight     = 4, 322 // labels of values stand right of it
	plotTop, plotBottom     = 20, 154
)

// Trend draws one chart of the days from..to. It is "" when the chart holds
// nothing in those days.
func Trend(c wire.Chart, from, to diary.Date) string {
	lo, hi, ok := bounds(c)
	if !ok || to < from {
		return ""
	}
	days := int(to-from) + 1
	g, lines := gridOf(from, to, columns), gridOf(from, to, columns)
	if days > longSpan {
		lines = gridOf(from, to, lineColumns)
	}
	x := scale{float64(from), math.Max(float64(to), float64(from)+1), plotLeft + 4, plotRight - 6}
	y := scale{lo, hi, plotBottom, plotTop}
	var s svg
	id := "chart-" + c.Key
	s.tag("svg", append(readable(g.thinned(c, lines, days), x, y),
		"class", "chart", "viewBox", "0 0 "+num(trendWidth)+" "+num(trendHeight), "role", "img", "aria-labelledby", id+"-t "+id+"-d")...)
	s.text("title", c.Title+", "+from.Time().Format("2 Jan 2006")+" to "+to.Time().Format("2 Jan 2006"), "id", id+"-t")
	s.text("desc", c.Summary, "id", id+"-d")
	axes(&s, c, x, y, from, to)
	s.el("path", "class", "band", "d", bandPath(lines.thinBand(c.Band), x, y, float64(lines.every)))
	dots(&s, c, g, x, y, days)
	for i, l := range c.Lines {
		whole, out := linePaths(lines.thinLine(l), x, y)
		s.el("path", "class", lineClass(i), "d", whole)
		s.el("path", "class", "out", "d", out)
	}
	limit(&s, lines.thinLine(wire.Line{Points: c.Limit}), x, y, (lo+hi)/2)
	marks(&s, c.Marks, x)
	s.WriteString("</svg>")
	return s.String()
}

// limit draws the line that decides, and its name where it begins, where what is drawn
// is oldest: on the side away from the range.
func limit(s *svg, steps []step, x, y scale, middle float64) {
	if len(steps) == 0 {
		return
	}
	whole, _ := linePaths(steps, x, y)
	s.el("path", "class", "limit", "d", whole)
	first, off := steps[0], 13.0
	if first.low > middle {
		off = -5
	}
	s.text("text", "limit", "class", "limit-name", "x", num(x.at(float64(first.date))), "y", num(y.at(first.low)+off))
}

// lineClass is the class of a chart's i-th line: each is drawn its own way.
func lineClass(i int) string {
	return [...]string{"line", "line second", "line third", "line fourth"}[min(i, 3)]
}

// bounds is the range of values to draw, with a little air. A day far from the
// others may widen it by half at most; beyond that it is drawn at the edge.
func bounds(c wire.Chart) (lo, hi float64, ok bool) {
	lo, hi = math.Inf(1), math.Inf(-1)
	see := func(v float64) { lo, hi = math.Min(lo, v), math.Max(hi, v) }
	for _, p := range c.Dots {
		see(p.Value)
	}
	for _, l := range c.Lines {
		for _, p := range l.Points {
			see(p.Value)
		}
	}
	for _, r := range c.Band {
		see(r.Low)
		see(r.High)
	}
	for _, p := range c.Limit {
		see(p.Value)
	}
	if lo > hi {
		for _, p := range c.Hollow {
			see(p.Value)
		}
	}
	if lo > hi {
		return 0, 0, false
	}
	span := math.Max(hi-lo, math.Max(1e-6, math.Abs(hi)*0.04))
	least, most := lo-span/2, hi+span/2
	for _, p := range c.Hollow {
		see(math.Min(math.Max(p.Value, least), most))
	}
	if lo == hi { // a single value, or one that never moved: no finer than it is known
		lo, hi = least, most
	}
	air := math.Max(span, hi-lo) * 0.08
	if lo >= 0 && lo-air < 0 {
		return 0, hi + air, true
	}
	return lo - air, hi + air, true
}

func axes(s *svg, c wire.Chart, x, y scale, from, to diary.Date) {
	s.levels(y, ticks(y.from, y.to, 5, c.Clock), c.Clock, plotRight, 4)
	for _, l := range dates(from, to) {
		px := x.at(float64(l.date))
		anchor := "middle"
		if px < plotLeft+18 {
			anchor, px = "start", plotLeft
		} else if px > plotRight-14 {
			continue // would hang over the edge
		}
		s.text("text", l.text, "class", "tick", "x", num(px), "y", num(trendHeight-6), "text-anchor", anchor)
	}
}

// dots draws the days, and those far from the normal as rings.
func dots(s *svg, c wire.Chart, g grid, x, y scale, days int) {
	size, ring := "dots large", 2.6
	switch {
	case days > longSpan:
		size, ring = "dots tiny", 1.2
	case days > 200:
		size, ring = "dots small", 1.7
	case days > 60:
		size, ring = "dots", 2.2
	}
	var d path
	for _, p := range g.extremes(c.Dots) {
		d.dot(x.at(float64(p.Date)), y.clamp(p.Value))
	}
	s.el("path", "class", size, "d", d.String())
	for _, p := range g.extremes(c.Hand) {
		at, high, r := x.at(float64(p.Date)), y.clamp(p.Value), ring+1
		s.el("path", "class", "hand", "d", "M"+num(at-r)+" "+num(high-r)+"h"+num(2*r)+"v"+num(2*r)+"h"+num(-2*r)+"z")
	}
	for _, p := range g.extremes(c.Hollow) {
		s.el("circle", "class", "hollow", "cx", num(x.at(float64(p.Date))), "cy", num(y.clamp(p.Value)), "r", num(ring))
	}
}

// linePaths is the line and the stretches of it that are out.
func linePaths(steps []step, x, y scale) (whole, out string) {
	var w, o path
	for _, run := range runs(steps) {
		for i, st := range run {
			px, py := x.at(float64(st.date)), y.clamp(st.low)
			if i == 0 {
				w.dot(px, py)
			} else {
				w.line(px, py)
			}
			if !st.out {
				continue
			}
			if i > 0 && !run[i-1].out {
				o.move(x.at(float64(run[i-1].date)), y.clamp(run[i-1].low))
				o.line(px, py)
			} else if i == 0 {
				o.dot(px, py)
			} else {
				o.line(px, py)
			}
		}
	}
	return w.String(), o.String()
}

func bandPath(steps []step, x, y scale, every float64) string {
	var p path
	for _, run := range runs(steps) {
		left := x.at(float64(run[0].date) - every/2)
		p.move(left, y.at(run[0].top))
		for _, st := range run {
			p.line(x.at(float64(st.date)), y.at(st.top))
		}
		last := run[len(run)-1]
		right := x.at(float64(last.date) + every/2)
		p.line(right, y.at(last.top))
		p.line(right, y.at(last.low))
		for i := len(run) - 1; i >= 0; i-- {
			p.line(x.at(float64(run[i].date)), y.at(run[i].low))
		}
		p.line(left, y.at(run[0].low))
		p.close()
	}
	return p.String()
}
