package chart

import (
	"encoding/json"
	"strconv"

	"rebound/app/wire"
)

// readable is the attributes by which the days of a picture can be read out one by one,
// by touch, pointer and keys: what is drawn, and the scales by which it is.
// web/boot/reading.js does it, in the box that the page draws around the picture.
func readable(c wire.Chart, x, y scale) []string {
	c.Summary, c.Source = "", "" // stand beside it
	data, err := json.Marshal(c)
	if err != nil {
		return nil // a value that is no number
	}
	return []string{"data-chart", string(data), "data-x", x.text(), "data-y", y.text()}
}

func (s scale) text() string {
	exact := func(v float64) string { return strconv.FormatFloat(v, 'g', 8, 64) }
	return exact(s.from) + " " + exact(s.to) + " " + num(s.a) + " " + num(s.b)
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
