package page

import (
	"fmt"
	"math"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/wire"
)

// The small picture of what was told now and then, in units of its viewBox.
// Package chart breaks a line where days are missing; here they nearly all are.
const (
	sparkWidth, sparkHeight = 320, 112
	sparkLeft, sparkRight   = 6, 286
	sparkTop, sparkBottom   = 12, 84
)

// sparkLine is one line of it, in order of date.
type sparkLine struct {
	points []wire.Point
	kind   sparkKind
}

type sparkKind uint8

const (
	asJoined sparkKind = iota // dots, and a line from one to the next
	asDashed                  // the same, for a second series
	asDays                    // small dots alone, where there are many
	asLevel                   // a line alone: a mean over its days
)

// spark draws lines over one another; it is nothing when none has a point.
func spark(name string, lines ...sparkLine) app.UI {
	var all []wire.Point
	for _, l := range lines {
		all = append(all, l.points...)
	}
	if len(all) == 0 {
		return app.Text("")
	}
	first, last, lo, hi := all[0].Date, all[0].Date, all[0].Value, all[0].Value
	for _, p := range all {
		first, last = min(first, p.Date), max(last, p.Date)
		lo, hi = min(lo, p.Value), max(hi, p.Value)
	}
	width, span := math.Max(1, float64(last-first)), hi-lo
	x := func(p wire.Point) float64 { return sparkLeft + (sparkRight-sparkLeft)*float64(p.Date-first)/width }
	y := func(v float64) float64 {
		if span == 0 {
			return (sparkTop + sparkBottom) / 2
		}
		return sparkBottom - (sparkBottom-sparkTop)*(v-lo)/span
	}
	label := func(px, py float64, anchor, text string) app.UI {
		return el("text", "x", fmt.Sprint(px), "y", fmt.Sprint(py), "text-anchor", anchor).Text(text)
	}
	kids := []app.UI{
		el("path", "class", "grid", "d", fmt.Sprintf("M%d %.1fH%dM%d %.1fH%d", sparkLeft, y(hi), sparkRight, sparkLeft, y(lo), sparkRight)),
		label(sparkRight+8, y(hi)+4, "start", axisText(hi)),
		label(sparkLeft-4, sparkHeight-6, "start", first.Time().Format("2 Jan")),
		label(sparkRight+4, sparkHeight-6, "end", last.Time().Format("2 Jan")),
	}
	if lo != hi {
		kids = append(kids, label(sparkRight+8, y(lo)+4, "start", axisText(lo)))
	}
	for _, l := range lines {
		d, dots := "", ""
		for j, p := range l.points {
			d += fmt.Sprintf("%c%.1f %.1f", "ML"[min(j, 1)], x(p), y(p.Value))
			dots += fmt.Sprintf("M%.1f %.1fh.01", x(p), y(p.Value))
		}
		switch l.kind {
		case asJoined:
			kids = append(kids, el("path", "class", "line", "d", d), el("path", "class", "told-dots", "d", dots))
		case asDashed:
			kids = append(kids, el("path", "class", "line second", "d", d), el("path", "class", "told-dots", "d", dots))
		case asDays:
			kids = append(kids, el("path", "class", "dots", "d", dots))
		case asLevel:
			kids = append(kids, el("path", "class", "line", "d", d))
		}
	}
	return app.Figure().Class("picture").Body(
		el("svg", "class", "chart spark", "viewBox", fmt.Sprintf("0 0 %d %d", sparkWidth, sparkHeight), "role", "img",
			"aria-label", fmt.Sprintf("%s; %s to %s, from %s to %s.", name, axisText(lo), axisText(hi), first.Time().Format("2 January"), last.Time().Format("2 January"))).Body(kids...),
		app.FigCaption().Class("fine").Text(name),
	)
}

// axisText writes a value for an axis: three digits, or what stands before the point.
func axisText(v float64) string {
	unit := 100.0
	switch a := math.Abs(v); {
	case a >= 100:
		unit = 1
	case a >= 10:
		unit = 10
	}
	return plain(math.Round(v*unit) / unit)
}
