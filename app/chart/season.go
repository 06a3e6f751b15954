package chart

import (
	"math"
	"strings"

	"rebound/app/wire"
)

// The picture of a season, in units of its viewBox: bars of load, below them what the
// weeks' mornings asked, and a strip of illness where there was some. It is no taller than
// what it shows.
const (
	seasonTop      = 8  // of the bars; a flag stands above its own
	seasonFlag     = 17 // more, where there is one
	seasonBars     = 92 // how tall they are
	seasonVerdicts = 4  // below them
	verdictsHigh   = 20 // how far the gravest hangs
	illHigh        = 7
	seasonDates    = 18 // room for the axis
	seasonWide     = 24 // at most, of a week
)

// levels are what a morning can ask, the gravest hanging lowest, so that none is known by
// its colour alone.
var levels = []struct {
	level, name string
	high        float64
}{
	{"go", "go all week", 4}, {"ease", "ease off at least once", 9}, {"recover", "recover at least once", 14}, {"stop", "stop at least once", 20}, {"unknown", "not enough data", 4},
}

// SeasonKeys is the legend of a season: the marks that its weeks have.
func SeasonKeys(weeks []wire.SeasonWeek) (out []Key) {
	has := func(is func(w *wire.SeasonWeek) bool) bool {
		for i := range weeks {
			if is(&weeks[i]) {
				return true
			}
		}
		return false
	}
	if has(func(w *wire.SeasonWeek) bool { return w.Load != nil }) {
		out = append(out, Key{blockKey(`<path class="load" d="M5 1h8v10H5z"/>`), "weekly training load"})
	}
	for _, l := range levels {
		if has(func(w *wire.SeasonWeek) bool { return w.Level == l.level }) {
			out = append(out, Key{blockKey(`<path class="level-` + l.level + `" d="M5 0h8v` + num(l.high/2+2) + `H5z"/>`), l.name})
		}
	}
	race := "race"
	if has(func(w *wire.SeasonWeek) bool { return w.Like }) {
		race = "race, or a run as hard as one"
	}
	if has(func(w *wire.SeasonWeek) bool { return w.Race != "" || w.Like }) {
		out = append(out, Key{blockKey(`<g transform="translate(6 18)"><path class="flag" d="` + flag + `"/></g>`), race})
	}
	if has(func(w *wire.SeasonWeek) bool { return w.Ill }) {
		out = append(out, Key{blockKey(`<path class="ill" d="M1 3h16v6H1z"/>`), "ill"})
	}
	return out
}

// Season draws the weeks of a year as columns: load, what the mornings asked at the
// gravest, races and illness. The week that is picked stands before a band. It is ""
// without weeks.
func Season(weeks []wire.SeasonWeek, picked int, name, summary string) string {
	if len(weeks) == 0 {
		return ""
	}
	most, top, ill := 1.0, float64(seasonTop), false
	for _, w := range weeks {
		if w.Load != nil {
			most = math.Max(most, *w.Load)
		}
		if w.Race != "" || w.Like {
			top = seasonTop + seasonFlag
		}
		ill = ill || w.Ill
	}
	bottom := top + seasonBars
	hang := bottom + seasonVerdicts
	strip := hang + verdictsHigh + 2
	height := strip + seasonDates
	if ill {
		height += illHigh + 2
	}
	y := scale{0, most * 1.04, bottom, top}
	slot := float64(plotRight-plotLeft) / float64(len(weeks))
	wide := math.Min(math.Max(2, slot*.78), seasonWide)
	var s svg
	s.tag("svg", "class", "chart of-season", "viewBox", "0 0 "+num(blockWidth)+" "+num(height), "role", "img", "aria-labelledby", "chart-season-t chart-season-d")
	s.text("title", "Week by week: "+name, "id", "chart-season-t")
	s.text("desc", summary, "id", "chart-season-d")
	if picked >= 0 && picked < len(weeks) {
		s.el("rect", "class", "picked", "x", num(plotLeft+slot*(float64(picked)+.5)-math.Max(slot, 8)/2), "y", "1", "width", num(math.Max(slot, 8)), "height", num(height-seasonDates), "rx", "3")
	}
	weekAxes(&s, weeks[0].Start, weeks[len(weeks)-1].Start+6, y, height-5)
	for i := range weeks {
		w, x := &weeks[i], plotLeft+slot*(float64(i)+.5)-wide/2
		high := 0.0
		if w.Load != nil {
			high = *w.Load
			s.el("rect", "class", "load", "x", num(x), "y", num(y.at(high)), "width", num(wide), "height", num(bottom-y.at(high)), "rx", "1")
		}
		for _, l := range levels {
			if l.level == w.Level {
				s.el("rect", "class", "level-"+l.level, "x", num(x), "y", num(hang), "width", num(wide), "height", num(l.high))
			}
		}
		if w.Ill {
			s.el("rect", "class", "ill", "x", num(x-(slot-wide)/2), "y", num(strip), "width", num(slot), "height", num(illHigh))
		}
		if w.Race != "" || w.Like {
			s.tag("g", "transform", "translate("+num(x+wide/2)+" "+num(y.at(high)-1)+")")
			s.el("path", "class", "flag", "d", flag)
			s.WriteString("</g>")
		}
	}
	s.WriteString("</svg>")
	return s.String()
}

// SeasonTable is the same as rows, the latest week first; weeks of which nothing is known
// are left out.
func SeasonTable(weeks []wire.SeasonWeek) Rows {
	out := Rows{By: "week", Head: []string{"Week of", "Training load", "Verdict", "Race", "Ill"}}
	for i := len(weeks) - 1; i >= 0; i-- {
		w := &weeks[i]
		if w.Load == nil && w.Verdict == "" {
			continue
		}
		load, ill := "", ""
		if w.Load != nil {
			load = num(*w.Load)
		}
		if w.Ill {
			ill = "yes"
		}
		race := w.Race
		if w.Like {
			race = strings.TrimSpace("as hard as one " + race)
		}
		out.Body = append(out.Body, []string{w.Start.Time().Format("2 Jan 2006"), load, w.Verdict, race, ill})
	}
	return out
}
