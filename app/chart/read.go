package chart

import (
	"encoding/json"
	"strconv"

	"rebound/app/wire"
)

// readable puts a picture into a box in which its days can be read out one by one, by
// touch, pointer and keys. web/boot/reading.js does that, from what is drawn and the
// scales by which it is. Without script it is the picture alone.
func readable(picture string, c wire.Chart, x, y scale) string {
	c.Summary, c.Source = "", "" // stand beside it
	data, err := json.Marshal(c)
	if err != nil {
		return picture // a value that is no number
	}
	exact := func(v float64) string { return strconv.FormatFloat(v, 'g', 8, 64) }
	var s svg
	s.tag("div", "class", "readable", "data-chart", string(data),
		"data-x", exact(x.from)+" "+exact(x.to)+" "+num(x.a)+" "+num(x.b),
		"data-y", exact(y.from)+" "+exact(y.to)+" "+num(y.a)+" "+num(y.b))
	s.WriteString(picture)
	s.tag("label", "class", "reader")
	s.text("span", c.Title+", day by day", "class", "visually-hidden")
	s.el("input", "type", "range", "min", exact(x.from), "max", exact(x.to), "value", exact(x.to))
	s.WriteString("</label>")
	s.text("output", "", "class", "reading", "aria-live", "polite")
	s.WriteString("</div>")
	return s.String()
}

// thinned is what is drawn of a long span, so that no more is read out of a picture
// than is in it. A short one is all drawn.
func (g grid) thinned(c wire.Chart, lines grid, days int) wire.Chart {
	if days <= longSpan {
		return c
	}
	c.Dots, c.Hollow, c.Hand = g.extremes(c.Dots), g.extremes(c.Hollow), g.extremes(c.Hand)
	c.Limit = points(lines.thinLine(wire.Line{Points: c.Limit}))
	all := c.Lines
	c.Lines = nil
	for _, l := range all {
		c.Lines = append(c.Lines, wire.Line{Name: l.Name, Points: points(lines.thinLine(l))})
	}
	band := lines.thinBand(c.Band)
	c.Band = nil
	for _, s := range band {
		c.Band = append(c.Band, wire.Range{Date: s.date, Low: s.low, High: s.top})
	}
	return c
}

func points(steps []step) (out wire.Series) {
	for _, s := range steps {
		out = append(out, wire.Point{Date: s.date, Value: s.low})
	}
	return out
}
