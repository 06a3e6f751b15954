package chart

import (
	"slices"
	"strings"

	"rebound/app/wire"
)

// Key is one entry of a legend: a mark as it is drawn, and what it stands for.
type Key struct{ SVG, Name string }

// Keys is the legend of a chart: what is drawn in it and nothing else.
func Keys(c wire.Chart) []Key {
	var out []Key
	add := func(glyph, name string) { out = append(out, key(glyph, name)) }
	if len(c.Band) > 0 {
		add(`<path class="band" d="M1 1h16v8H1z"/>`, "your normal range")
	}
	if len(c.Dots) > 1 { // a single one is named by its mark
		name := "one day"
		if c.Key == "easy_hr" || c.Key == "stride" {
			name = "one run"
		}
		add(`<path class="dots large" d="M9 5h.01"/>`, name)
	}
	if len(c.Hollow) > 0 {
		add(`<circle class="hollow" cx="9" cy="5" r="2.6"/>`, "outlier: never decides on its own")
	}
	if len(c.Hand) > 0 {
		add(`<path class="hand" d="M5.5 1.5h7v7h-7z"/>`, "typed or corrected by you")
	}
	for i, l := range c.Lines {
		if len(l.Points) > 0 {
			add(`<path class="`+lineClass(i)+`" d="M1 5h16"/>`, strings.ToLower(l.Name[:1])+l.Name[1:])
		}
	}
	if slices.ContainsFunc(c.Lines, func(l wire.Line) bool { return slices.Contains(l.Out, true) }) {
		add(`<path class="out" d="M1 5h16"/>`, "out of range")
	}
	if len(c.Limit) > 0 {
		add(`<path class="limit" d="M1 5h16"/>`, "limit: past it is out of range, but never by one day alone")
	}
	return append(out, markKeys(c.Marks)...)
}

// KeysOf is one legend for charts that stand on one screen: each mark once.
func KeysOf(charts []wire.Chart) (out []Key) {
	for _, c := range charts {
		for _, k := range Keys(c) {
			if !slices.ContainsFunc(out, func(o Key) bool { return o.Name == k.Name }) {
				out = append(out, k)
			}
		}
	}
	return out
}

func key(glyph, name string) Key {
	return Key{`<svg class="chart key" viewBox="0 0 18 10" aria-hidden="true">` + glyph + `</svg>`, name}
}
