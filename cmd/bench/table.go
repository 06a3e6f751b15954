package main

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// section is a part of the table: figures that belong together, and what has to
// be known to read them.
type section struct {
	title string
	rows  []row
	notes []string
}

// row is one figure. aside says what it is set against; bound and verdict are
// empty where nothing is asked of it.
type row struct{ what, figure, aside, bound, verdict string }

func plain(what string, value float64, unit, aside string) row {
	return row{what: what, figure: quantity(value, unit), aside: aside}
}

func atMost(what string, value, limit float64, unit, aside string) row {
	return row{what, quantity(value, unit), aside, "at most " + quantity(limit, unit), judge(value <= limit)}
}

func atLeast(what string, value, limit float64, unit, aside string) row {
	return row{what, quantity(value, unit), aside, "at least " + quantity(limit, unit), judge(value >= limit)}
}

func judge(met bool) string {
	if met {
		return "met"
	}
	return "MISSED"
}

// quantity writes a value with three digits, or all of those before the point.
func quantity(v float64, unit string) string {
	digits := 2
	for limit := 10.0; digits > 0 && v >= limit; limit *= 10 {
		digits--
	}
	s := fmt.Sprintf("%.*f", digits, v)
	if strings.Contains(s, ".") {
		s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	if unit == "x" {
		return s + "x"
	}
	return s + " " + unit
}

// median is the middle of the values, of which there is at least one.
func median(values []float64) float64 {
	v := slices.Sorted(slices.Values(values))
	return (v[(len(v)-1)/2] + v[len(v)/2]) / 2
}

// render lays the sections out as one table.
func render(table []section) string {
	var widths [5]int
	for _, s := range table {
		for _, r := range s.rows {
			for i, cell := range r.cells() {
				widths[i] = max(widths[i], utf8.RuneCountInString(cell))
			}
		}
	}
	var out strings.Builder
	for i, s := range table {
		if i > 0 {
			out.WriteByte('\n')
		}
		out.WriteString(s.title + "\n")
		for _, r := range s.rows {
			var line strings.Builder
			for i, cell := range r.cells() {
				pad := strings.Repeat(" ", widths[i]-utf8.RuneCountInString(cell))
				if i == 1 { // figures stand on the right
					cell, pad = pad+cell, ""
				}
				line.WriteString("  " + cell + pad)
			}
			out.WriteString(strings.TrimRight(line.String(), " ") + "\n")
		}
		for _, n := range s.notes {
			out.WriteString("  (" + n + ")\n")
		}
	}
	return out.String()
}

func (r row) cells() [5]string { return [...]string{r.what, r.figure, r.aside, r.bound, r.verdict} }
