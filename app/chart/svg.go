// Package chart draws series as SVG: accessible, printable, without script.
//
// The screens give it what came from the backend, in the structs of app/wire, and put
// what it returns where it is to be seen:
//
//	Trend    one picture of the Trends screen
//	Gauge    where a signal is against its normal range
//	Bar      a day of the week before and after the verdict
//	Block    a plan's weeks as bars
//	Season   a year's weeks: load, verdict, races, illness
//	Shift    what a thing before a night did, with its interval
//	Spark    what was entered now and then
//	Panels   pictures that share one axis of days, on the page for a coach
//
// [Table], [BlockTable], [SeasonTable] and [ShiftTable] are the same as rows, for who
// would rather read; [Keys], [BlockKeys] and the like are the legends.
//
// Every picture is a string that starts with its <svg> tag, sized by its viewBox
// alone. Those of a trend and a spark bring what is drawn, to be read out. Nothing is
// coloured here: shapes carry classes, and the style sheet gives them the colours of
// light, dark and forced-colour modes. All text is escaped, so a device's name in a
// caption stays a name.
//
// What was not measured is not drawn: a line breaks where days are missing. A
// long span is thinned to a bounded number of points, keeping the lowest and the
// highest day of each column, so that ten years cost little more than one.
package chart

import (
	"html"
	"strconv"
	"strings"
)

// svg is a picture being written.
type svg struct{ strings.Builder }

// tag writes an opening tag; attrs are name, value pairs.
func (s *svg) tag(name string, attrs ...string) {
	s.WriteString("<" + name)
	for i := 0; i+1 < len(attrs); i += 2 {
		s.WriteString(" " + attrs[i] + `="` + html.EscapeString(attrs[i+1]) + `"`)
	}
	s.WriteString(">")
}

// el writes an element that has no children, unless its d is empty.
func (s *svg) el(name string, attrs ...string) {
	for i := 0; i+1 < len(attrs); i += 2 {
		if attrs[i] == "d" && attrs[i+1] == "" {
			return
		}
	}
	s.tag(name, attrs...)
	s.WriteString("</" + name + ">")
}

// text writes an element around text.
func (s *svg) text(name, text string, attrs ...string) {
	s.tag(name, attrs...)
	s.WriteString(html.EscapeString(text) + "</" + name + ">")
}

// num writes a coordinate: a tenth of a unit is less than any screen shows.
func num(v float64) string {
	return strings.TrimSuffix(strconv.FormatFloat(v, 'f', 1, 64), ".0")
}

// path is the d attribute of a path being written.
type path struct{ strings.Builder }

func (p *path) move(x, y float64) { p.WriteString("M" + num(x) + " " + num(y)) }
func (p *path) line(x, y float64) { p.WriteString("L" + num(x) + " " + num(y)) }

// dot is a stroke of next to no length: a round cap makes it a dot at a sixth of
// the size of a circle element.
func (p *path) dot(x, y float64) {
	p.move(x, y)
	p.WriteString("h.01")
}

func (p *path) close() { p.WriteString("Z") }
