package chart

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"rebound/app/wire"
)

const (
	manyMarks  = 10
	markLetter = 8 // a generous width of a letter of a mark's words
	shapeTop   = 18
	tick       = 22
)

// longName is how many letters of a name there is room for beside a mark; the rest is in
// the table, and read out.
const longName = 18

func clipped(text string) string { return clippedTo(text, longName) }

func clippedTo(text string, most int) string {
	if letters := []rune(text); len(letters) > most {
		return strings.TrimSpace(string(letters[:most-1])) + "…"
	}
	return text
}

// kinds are the events that have a shape of their own, so that none is known by
// its colour alone: a path about its middle, and the name in a key.
var kinds = []struct{ kind, name, path string }{
	{"cut", "lighter week", "m-3.4 -3h6.8l-3.4 6z"},
	{"deload", "step-back week", "m-2.7 -2.7h5.4v5.4h-5.4z"},
	{"race", "race", "m0 -3.8l3.8 3.8l-3.8 3.8l-3.8 -3.8z"},
	{"layoff", "back after time off", "m-3.4 3h6.8l-3.4 -6z"},
	{"break", "new source or measure: a new normal range", "m-3 -3v6m6 -6v6"},
	{"niggle", "niggle", "m-2.6 -2.6l5.2 5.2m0 -5.2l-5.2 5.2"},
}

// shapeAt is a kind's shape about a place; "" for a kind without one.
func shapeAt(kind string, x, y float64) string {
	for _, k := range kinds {
		if k.kind == kind {
			return "M" + num(x) + " " + num(y) + k.path
		}
	}
	return ""
}

// markKeys is the legend of a chart's marks, by kind.
func markKeys(marks []wire.Mark) []Key {
	var out []Key
	has := func(kind string) bool {
		return slices.ContainsFunc(marks, func(m wire.Mark) bool { return m.Kind == kind })
	}
	for _, k := range kinds {
		if has(k.kind) {
			out = append(out, key(`<path class="hollow" d="`+shapeAt(k.kind, 9, 5)+`"/>`, k.name))
		}
	}
	if slices.ContainsFunc(small, has) {
		out = append(out, key(`<g class="mark"><path d="M9 1V9"/></g>`, "something reported"))
	}
	return out
}

// small are the marks of what the runner reported day by day: ticks at the top, and
// words in the table alone.
var small = []string{"check_in", "screen", "reaction", "period"}

// marks draws events as dashed lines; where the words of one would run into
// those of the one before they are left to the table. Where they are many they
// are ticks at the top, without words.
func marks(s *svg, list []wire.Mark, x scale) {
	var shapes []string
	last, bottom, lines := math.Inf(-1), float64(plotBottom), 0
	for _, m := range list {
		if !slices.Contains(small, m.Kind) {
			lines++
		}
	}
	if lines > manyMarks {
		last, bottom = math.Inf(1), tick
	}
	for _, m := range slices.SortedStableFunc(slices.Values(list), func(a, b wire.Mark) int { return int(a.Date - b.Date) }) {
		px := x.at(float64(m.Date))
		class := "mark"
		if m.Kind == "cut" {
			class = "mark cut"
		}
		s.tag("g", "class", class)
		if slices.Contains(small, m.Kind) {
			s.el("path", "d", "M"+num(px)+" 15V"+num(tick))
			s.WriteString("</g>")
			continue
		}
		s.el("path", "d", "M"+num(px)+" 15V"+num(bottom))
		shapes = append(shapes, shapeAt(m.Kind, px, shapeTop))
		text := m.Text
		if m.Kind == "race" { // it may be the runner's own name for it
			text = clipped(text)
		}
		wide := markLetter * float64(utf8.RuneCountInString(text))
		left, anchor, at := px-wide/2, "middle", px
		if left < 0 {
			left, anchor, at = 0, "start", 0
		} else if left+wide > trendWidth {
			left, anchor, at = trendWidth-wide, "end", trendWidth
		}
		if left > last {
			s.text("text", text, "x", num(at), "y", "11", "text-anchor", anchor)
			last = left + wide
		}
		s.WriteString("</g>")
	}
	for _, shape := range shapes {
		s.el("path", "class", "hollow", "d", shape)
	}
}
