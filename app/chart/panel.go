package chart

import (
	"math"

	"rebound/app/wire"
	"rebound/engine/diary"
)

// The pictures of a page that share one axis of time, in units of their viewBoxes: small
// multiples, which stand above one another and are as wide.
const (
	panelHeight, weeksHeight = 45, 28
	panelRight               = 312 // labels stand right of it
	panelTop, panelBottom    = 4, 40
	panelRug                 = 43 // where days without a reading are marked
	laneHeight               = 12
	apart                    = 11 // from one word right of a picture to the next
)

// Panels draws what happened in the same days, a picture each.
type Panels struct {
	From, To diary.Date
}

func (p Panels) x() scale {
	return scale{float64(p.From) - .5, float64(p.To) + .5, plotLeft, panelRight}
}

// begin opens a picture with the lines of the months.
func (p Panels) begin(name string, height float64) *svg {
	s := new(svg)
	s.tag("svg", "class", "chart panel", "viewBox", "0 0 "+num(trendWidth)+" "+num(height), "role", "img", "aria-label", name)
	var months path
	for d := p.From; d <= p.To; d++ {
		if d.Time().Day() == 1 {
			at := p.x().at(float64(d) - .5)
			months.move(at, 0)
			months.line(at, height)
		}
	}
	s.el("path", "class", "grid", "d", months.String())
	return s
}

// Signal is one signal: the normal range as a band, a dot a day, the mean as a line that
// is thick where it is out, a mark where what measures is another, and below it the days
// that have no reading.
func (p Panels) Signal(c wire.Chart) string {
	lo, hi, ok := bounds(c)
	s := p.begin(c.Title+": "+c.Summary, panelHeight)
	if !ok {
		return s.String() + "</svg>"
	}
	x, y, g := p.x(), scale{lo, hi, panelBottom, panelTop}, gridOf(p.From, p.To, columns)
	s.el("path", "class", "band", "d", bandPath(g.thinBand(c.Band), x, y, 1))
	s.levels(y, ticks(y.from, y.to, 3, c.Clock), c.Clock, panelRight, 3)
	p.dots(s, &c, y)
	for i, l := range c.Lines {
		whole, out := linePaths(g.thinLine(l), x, y)
		s.el("path", "class", lineClass(i), "d", whole)
		s.el("path", "class", "out", "d", out)
	}
	for _, m := range c.Marks {
		if m.Kind == "break" {
			s.label(m.Text, x.at(float64(m.Date)-.5))
		}
	}
	p.rug(s, &c)
	return s.String() + "</svg>"
}

// label is a line down the picture with words beside it, on the side that has room.
func (s *svg) label(text string, x float64) {
	s.el("path", "class", "since", "d", "M"+num(x)+" 0V"+num(panelBottom))
	at, anchor := x+3, "start"
	if x > (plotLeft+panelRight)/2 {
		at, anchor = x-3, "end"
	}
	const most = 26
	if r := []rune(text); len(r) > most {
		text = string(r[:most-1]) + "…"
	}
	s.text("text", text, "class", "since", "x", num(at), "y", "9", "text-anchor", anchor)
}

func (p Panels) dots(s *svg, c *wire.Chart, y scale) {
	var d path
	for _, at := range c.Dots {
		d.dot(p.x().at(float64(at.Date)), y.clamp(at.Value))
	}
	s.el("path", "class", "dots small", "d", d.String())
	for _, at := range c.Hollow {
		s.el("circle", "class", "hollow", "cx", num(p.x().at(float64(at.Date))), "cy", num(y.clamp(at.Value)), "r", "1.7")
	}
}

// rug marks the days that have no reading.
func (p Panels) rug(s *svg, c *wire.Chart) {
	read := map[diary.Date]bool{}
	for _, list := range [...]wire.Series{c.Dots, c.Hollow} {
		for _, at := range list {
			read[at.Date] = true
		}
	}
	var rug path
	for d := p.From; d <= p.To; d++ {
		if !read[d] {
			rug.move(p.x().at(float64(d)-.5), panelRug)
			rug.line(p.x().at(float64(d)+.5), panelRug)
		}
	}
	s.el("path", "class", "unread", "d", rug.String())
}

// Load is the load of each day as a bar, with fitness and fatigue as lines that bear
// their names.
func (p Panels) Load(c wire.Chart) string {
	_, hi, ok := bounds(c)
	s := p.begin(c.Title+": "+c.Summary, panelHeight)
	if !ok {
		return s.String() + "</svg>"
	}
	x, y, g := p.x(), scale{0, hi, panelBottom + 3, panelTop}, gridOf(p.From, p.To, columns)
	var taken []float64
	for _, l := range c.Lines {
		if n := len(l.Points); n > 0 {
			at := math.Min(math.Max(y.at(l.Points[n-1].Value)+3, 8), panelBottom)
			if len(taken) > 0 && math.Abs(at-taken[0]) < apart { // the second makes way, to where it has room
				if at = taken[0] - apart; at < 8 || l.Points[n-1].Value < c.Lines[0].Points[len(c.Lines[0].Points)-1].Value && taken[0]+apart <= panelBottom {
					at = taken[0] + apart
				}
			}
			taken = append(taken, at)
		}
	}
	var bars, lines path
	for _, at := range c.Dots {
		bars.move(x.at(float64(at.Date)), y.at(0))
		bars.line(x.at(float64(at.Date)), y.clamp(at.Value))
	}
	s.el("path", "class", "loads", "d", bars.String())
	for _, v := range ticks(0, hi, 2, false)[1:] { // within the picture: right of it stand the names
		lines.move(plotLeft, y.at(v))
		lines.line(panelRight, y.at(v))
		s.text("text", value(v, false, 1), "class", "tick over", "x", num(plotLeft+1), "y", num(y.at(v)-1.5))
	}
	s.el("path", "class", "grid", "d", lines.String())
	n := 0
	for i, l := range c.Lines {
		if len(l.Points) == 0 {
			continue
		}
		whole, _ := linePaths(g.thinLine(l), x, y)
		s.el("path", "class", lineClass(i), "d", whole)
		s.text("text", l.Name, "class", "named", "x", num(panelRight+5), "y", num(taken[n]))
		n++
	}
	return s.String() + "</svg>"
}

// Weeks is what was run in each week from the first day on, with its number; a week of
// which no run is known has a dash.
func (p Panels) Weeks(list []*float64, name string) string {
	s := p.begin(name, weeksHeight)
	most := 1.0
	for _, v := range list {
		if v != nil {
			most = math.Max(most, *v)
		}
	}
	const base, top = weeksHeight - 1, 11
	y := scale{0, most, base, top}
	for i, v := range list {
		left, right := p.x().at(float64(p.From)+7*float64(i)-.5), p.x().at(float64(p.From)+7*float64(i)+6.5)
		text, at := "–", float64(base)
		if v != nil {
			text, at = num(math.Round(*v)), y.at(*v)
			s.el("rect", "class", "ran", "x", num(left+2), "y", num(at), "width", num(right-left-4), "height", num(base-at))
		}
		s.text("text", text, "class", "named", "x", num((left+right)/2), "y", num(at-2.5), "text-anchor", "middle")
	}
	return s.String() + "</svg>"
}

// Axis is the dates below the pictures: the first and the last day, and the months.
func (p Panels) Axis() string {
	const height, room = 12, 34
	s := p.begin(p.From.Time().Format("2 January 2006")+" to "+p.To.Time().Format("2 January 2006"), height)
	word := func(text string, x float64, anchor string) {
		s.text("text", text, "class", "tick", "x", num(x), "y", num(height-2), "text-anchor", anchor)
	}
	word(p.From.Time().Format("2 Jan"), plotLeft, "start")
	word(p.To.Time().Format("2 Jan"), panelRight, "end")
	for d := p.From; d <= p.To; d++ {
		if at := p.x().at(float64(d) - .5); d.Time().Day() == 1 && at > plotLeft+room && at < panelRight-1.6*room {
			word(d.Time().Format("Jan"), at+3, "start")
		}
	}
	return s.String() + "</svg>"
}
