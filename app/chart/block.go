package chart

import (
	"fmt"
	"math"

	"rebound/app/wire"
	"rebound/engine/diary"
)

// The picture of a block, in units of its viewBox. Labels of values stand right
// of the plot, as in a trend.
const (
	blockWidth, blockHeight = 360, 168
	blockTop, blockBottom   = 26, 142
	kmPerMile               = 1.609344
)

// hatch is the pattern of step-back weeks: lines, so that colour is not alone.
const hatch = `<defs><pattern id="hatch" class="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0v6"/></pattern></defs>`

// flag is drawn at the top of a race's bar, which stands at x 0.
const flag = `M0 0v-16l9 4-9 4`

func blockKey(glyph string) string {
	return `<svg class="chart key block-key" viewBox="0 0 18 12" aria-hidden="true">` + glyph + `</svg>`
}

// blockKeys are the marks of a block: a week's plan, what was run of it, a
// step-back week, an easy week, the race, one on the way, today's week.
var blockKeys = [...]Key{
	{blockKey(`<path class="plan" d="M3 1h12v10H3z"/>`), "planned"},
	{blockKey(`<path class="did" d="M3 4h12v7H3z"/>`), "run"},
	{blockKey(`<path class="plan" d="M3 1h12v10H3z"/><path class="hatched" d="M3 1h12v10H3z"/>`), "step-back week"},
	{blockKey(`<path class="plan light" d="M3 1h12v10H3z"/>`), "taper or recovery"},
	{blockKey(`<g transform="translate(6 18)"><path class="flag" d="` + flag + `"/></g>`), "race"},
	{blockKey(`<g transform="translate(6 18)"><path class="flag tune" d="` + flag + `"/></g>`), "tune-up race"},
	{blockKey(`<path class="here" d="m9 2 5 8H4z"/>`), "this week"},
}

// BlockKeys is the legend of a block: the marks that its weeks have.
func BlockKeys(weeks []wire.BlockWeek) (out []Key) {
	var has [len(blockKeys)]bool
	for _, w := range weeks {
		has[0] = has[0] || w.Planned > 0 && !w.Deload && !w.Taper && !w.Recovery
		has[1] = has[1] || w.Done != nil && *w.Done > 0
		has[2] = has[2] || w.Deload
		has[3] = has[3] || w.Taper || w.Recovery
		has[4] = has[4] || w.Race
		has[5] = has[5] || w.Tune && !w.Race
		has[6] = has[6] || w.Now
	}
	for i, k := range blockKeys {
		if has[i] {
			out = append(out, k)
		}
	}
	return out
}

// Block draws the weeks of a plan as bars: outlined what is planned, filled what
// was run, step-back weeks hatched, the race flagged, this week pointed at. The
// week with index picked stands before a band. It is "" without weeks.
func Block(weeks []wire.BlockWeek, picked int, summary string, miles bool) string {
	if len(weeks) == 0 {
		return ""
	}
	most := 1.0
	for _, w := range weeks {
		most = math.Max(most, math.Max(inUnit(w.Planned, miles), done(w, miles)))
	}
	y := scale{0, most * 1.04, blockBottom, blockTop}
	slot := float64(plotRight-plotLeft) / float64(len(weeks))
	wide := math.Max(2, slot-math.Max(2, slot*.22))
	var s svg
	s.tag("svg", "class", "chart of-weeks", "viewBox", "0 0 "+num(blockWidth)+" "+num(blockHeight), "role", "img", "aria-labelledby", "chart-block-t chart-block-d")
	first, last := weeks[0].Start, weeks[len(weeks)-1].Start+6
	s.text("title", "The block, "+first.Time().Format("2 Jan 2006")+" to "+last.Time().Format("2 Jan 2006"), "id", "chart-block-t")
	s.text("desc", summary, "id", "chart-block-d")
	s.WriteString(hatch)
	if picked >= 0 && picked < len(weeks) {
		s.el("rect", "class", "picked", "x", num(plotLeft+slot*float64(picked)), "y", "4", "width", num(slot), "height", num(blockBottom-4), "rx", "4")
	}
	weekAxes(&s, first, last, y, blockHeight-6)
	for i, w := range weeks {
		blockBar(&s, w, plotLeft+slot*(float64(i)+.5), wide, y, miles)
	}
	s.WriteString("</svg>")
	return s.String()
}

// weekAxes draws the levels of a picture of weeks, and its months at low.
func weekAxes(s *svg, first, last diary.Date, y scale, low float64) {
	s.levels(y, ticks(0, y.to, 4, false), false, plotRight, 4)
	x := scale{float64(first), float64(last) + 1, plotLeft, plotRight}
	for _, l := range dates(first, last) {
		if px := x.at(float64(l.date)); px <= plotRight-24 { // else it would hang over the edge
			s.text("text", l.text, "class", "tick", "x", num(px), "y", num(low), "text-anchor", "start")
		}
	}
}

// blockBar draws one week around x.
func blockBar(s *svg, w wire.BlockWeek, x, wide float64, y scale, miles bool) {
	bar := func(class string, v float64) {
		if v > 0 {
			s.el("rect", "class", class, "x", num(x-wide/2), "y", num(y.at(v)), "width", num(wide), "height", num(blockBottom-y.at(v)), "rx", "2")
		}
	}
	planned := inUnit(w.Planned, miles)
	class := "plan"
	if w.Taper || w.Recovery {
		class = "plan light"
	}
	bar(class, planned)
	if w.Deload {
		bar("hatched", planned)
	}
	bar("did", done(w, miles))
	if w.Race || w.Tune {
		class := "flag"
		if !w.Race {
			class = "flag tune"
		}
		s.tag("g", "transform", "translate("+num(x)+" "+num(y.at(math.Max(planned, done(w, miles)))-1)+")")
		s.el("path", "class", class, "d", flag)
		s.WriteString("</g>")
	}
	if w.Now {
		s.el("path", "class", "here", "d", "m"+num(x)+" "+num(blockBottom+2)+" 4 7h-8z")
	}
}

func inUnit(km float64, miles bool) float64 {
	if miles {
		return km / kmPerMile
	}
	return km
}

// done is what was run of a week; 0 where none was known.
func done(w wire.BlockWeek, miles bool) float64 {
	if w.Done == nil {
		return 0
	}
	return inUnit(*w.Done, miles)
}

// BlockAt is the index of the week at a share of the picture's width, 0 to 1.
func BlockAt(share float64, weeks int) int {
	at := (share*blockWidth - plotLeft) / (plotRight - plotLeft) * float64(weeks)
	return int(math.Min(math.Max(at, 0), float64(weeks-1)))
}

// BlockTable is the same as rows, the first week first.
func BlockTable(weeks []wire.BlockWeek, miles bool) Rows {
	unit := "km"
	if miles {
		unit = "mi"
	}
	out := Rows{By: "week", Head: []string{"Week of", "Planned, " + unit, "Run, " + unit, "Longest, " + unit, "Hard", "Note"}}
	for _, w := range weeks {
		ran := ""
		if w.Done != nil {
			ran = fmt.Sprintf("%.1f", done(w, miles))
		}
		out.Body = append(out.Body, []string{
			w.Start.Time().Format("2 Jan 2006"), fmt.Sprintf("%.1f", inUnit(w.Planned, miles)), ran,
			fmt.Sprintf("%.1f", inUnit(w.Long, miles)), fmt.Sprint(w.Hard), blockNote(w),
		})
	}
	return out
}

func blockNote(w wire.BlockWeek) string {
	note := ""
	for _, one := range []struct {
		is   bool
		text string
	}{{w.Now, "this week"}, {w.Deload, "step-back week"}, {w.Taper, "taper"}, {w.Recovery, "recovery"}, {w.Race, "race"}, {w.Tune && !w.Race, "tune-up race"}} {
		if one.is && note != "" {
			note += ", "
		}
		if one.is {
			note += one.text
		}
	}
	return note
}
