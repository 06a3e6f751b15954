package chart

import (
	"math"
	"strings"

	"rebound/app/wire"
)

// Where the normal range lies on a gauge, per cent of its width. A value as far beyond
// it as the range is wide stands at the end.
const (
	gaugeLow, gaugeHigh = 34, 66
	gaugeEnd            = 6
)

// GaugeAt is where the mean of a signal's window stands on its gauge, per cent; ok is
// false where its normal is not known.
func GaugeAt(s wire.Signal) (at float64, ok bool) {
	if s.Recent == nil || s.High <= s.Low {
		return 0, false
	}
	v := *s.Recent
	if s.Kind == "hrv" { // compared as a logarithm
		v = math.Exp(v)
	}
	at = gaugeLow + (v-s.Low)/(s.High-s.Low)*(gaugeHigh-gaugeLow)
	if s.State == "in_range" && s.Past == "" { // as it is read: not past it by less than a unit
		at = min(max(at, gaugeLow), gaugeHigh)
	}
	return math.Round(min(max(at, gaugeEnd), 100-gaugeEnd)), true
}

// Gauge draws where a signal stands against the runner's normal range. It has no scale of
// its own: any width will do.
func Gauge(s wire.Signal) string {
	var b svg
	at, ok := GaugeAt(s)
	if !ok {
		b.tag("svg", "class", "gauge", "aria-hidden", "true")
		b.el("rect", "class", "track", "y", "6", "width", "100%", "height", "4", "rx", "2")
		b.WriteString("</svg>")
		return b.String()
	}
	b.tag("svg", "class", "gauge", "role", "img", "aria-label", strings.TrimSpace(s.Value+" "+s.Unit)+", "+where(s)+" your normal range, "+s.Range)
	b.el("rect", "class", "track", "y", "6", "width", "100%", "height", "4", "rx", "2")
	b.el("rect", "class", "band", "x", num(gaugeLow)+"%", "y", "3", "width", num(gaugeHigh-gaugeLow)+"%", "height", "10", "rx", "5")
	b.el("circle", "class", "now", "cx", num(at)+"%", "cy", "8", "r", "6")
	b.WriteString("</svg>")
	return b.String()
}

// where is the side of the normal range on which a signal stands, as it is said of it
// everywhere: what is drawn is finer than what is read.
func where(s wire.Signal) string {
	above := s.Kind == "resting_hr" // the bad side
	switch {
	case s.State == "unusual":
		return "above"
	case s.State == "in_range" && s.Past == "":
		return "within"
	case s.Past == "better":
		above = !above
	}
	if above {
		return "above"
	}
	return "below"
}

// Bar draws one day's minutes, before as an outline and after filled, on a scale that
// most fills. It is as wide as it is given room, and hidden from readers: words say it.
func Bar(before, after, most float64) string {
	const height = 44
	var s svg
	s.tag("svg", "class", "bar-day", "aria-hidden", "true")
	y := scale{0, math.Max(most, 1), height, 3}
	bar := func(class string, v float64) {
		top := math.Min(y.at(v), height-3) // nothing is a line
		s.el("rect", "class", class, "y", num(top), "width", "100%", "height", num(height-top), "rx", num(math.Min(4, (height-top)/2)))
	}
	if before > after {
		bar("before", before)
	}
	bar("after", after)
	s.WriteString("</svg>")
	return s.String()
}
