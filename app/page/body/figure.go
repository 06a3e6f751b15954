package body

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/page/ui"
	"rebound/app/wire"
)

// markShapes are the verdict's own shapes around a niggle's number.
var markShapes = map[string]string{
	"run":    `M0-12A12 12 0 0 1 0 12A12 12 0 0 1 0-12Z`,
	"modify": `M0-15 15.500 11.500H-15.500Z`,
	"stop":   `M-10-11H10A1 1 0 0 1 11-10V10A1 1 0 0 1 10 11H-10A1 1 0 0 1-11 10V-10A1 1 0 0 1-10-11Z`,
	"watch":  `M0-12A12 12 0 0 1 0 12A12 12 0 0 1 0-12Z`,
}

// figure draws one view of the runner. Each site is a link to its sheet; with
// watch, the picture is a plain one of a site and what to watch after it,
// numbered as the list beside it.
func figure(s *wire.BodyScreen, back bool, of *wire.SiteLine) app.UI {
	name := map[bool]string{false: "Front of the body", true: "Back of the body"}[back]
	var on []app.UI
	for i := range s.Sites {
		l := &s.Sites[i]
		for j := range ui.FigureParts {
			if p := &ui.FigureParts[j]; p.Site == l.Site && p.Back == back {
				if p.Site == "lower_back" && l.Side != "" || p.Site != "lower_back" && l.Side == "" {
					continue
				}
				on = append(on, drawPart(s, l, p, ui.Mirrored(l.Side, back), of))
			}
		}
	}
	if of == nil {
		return ui.Figure(back, ui.FigureBox, on).Attr("role", "group").Attr("aria-label", name)
	}
	return ui.Figure(back, ui.LowerBox, on).Attr("aria-hidden", "true")
}

// drawPart draws a site: its field, its shape, and the number of the niggle that holds.
func drawPart(s *wire.BodyScreen, l *wire.SiteLine, p *ui.FigurePart, mirrored bool, of *wire.SiteLine) app.UI {
	class, mark, text := "site", "", ""
	if of == nil {
		if class, mark, text = standing(l); mark == "" && afterOf(s, l) != nil {
			class = "site next"
		}
	} else if of.Site == l.Site && of.Side == l.Side {
		class, mark, text = "site source", "watch", "•"
		if l.Niggle != nil {
			class, mark, text = standing(l)
			class += " source"
		}
	} else if n := linkTo(of, l); n > 0 {
		class, mark, text = "site next", "watch", strconv.Itoa(n)
	}
	kids := p.Drawn(mirrored)
	if mark != "" {
		at := p.At(mirrored)
		if of != nil {
			at += " scale(1.5)" // the picture is a small one
		}
		down := "5"
		if mark == "modify" {
			down = "8"
		}
		kids = append(kids, ui.SVG("g", "class", "mark", "transform", at).Body(
			ui.SVG("path", "d", markShapes[mark]), ui.SVG("text", "y", down, "text-anchor", "middle").Text(text)))
	}
	if of != nil {
		return ui.SVG("g", "class", class).Body(kids...)
	}
	x := p.Hit[0]
	wide := p.Hit[2]
	if mirrored {
		x = -x - wide
	}
	if p.Site == "lower_back" {
		x, wide = -wide, 2*wide
	}
	field := ui.SVG("rect", "class", "field", "x", strconv.Itoa(x), "y", strconv.Itoa(p.Hit[1]), "width", strconv.Itoa(wide), "height", strconv.Itoa(p.Hit[3]), "rx", "8")
	return ui.SVG("a", "class", class, "href", "#/body/map/"+siteKey(l), "aria-label", siteLabel(s, l)).
		Body(append([]app.UI{field}, kids...)...)
}

// standing is how a site with a niggle is drawn: the class, the mark's shape and
// its text. Tightness without pain has no number.
func standing(l *wire.SiteLine) (class, mark, text string) {
	n := l.Niggle
	if n == nil {
		return "site", "", ""
	}
	mark = n.Triage
	if mark == "see_clinician" {
		mark = "stop"
	}
	if markShapes[mark] == "" {
		mark = "watch"
	}
	text = strconv.Itoa(n.Severity)
	if n.Severity == 0 {
		text = "~"
	}
	return "site is-" + mark, mark, text
}

// afterOf is a place with a niggle whose chain has another place in it, nil for
// none.
func afterOf(s *wire.BodyScreen, l *wire.SiteLine) *wire.SiteLine {
	for i := range s.Sites {
		if of := &s.Sites[i]; of.Niggle != nil && linkTo(of, l) > 0 {
			return of
		}
	}
	return nil
}

// linkTo is the place of a site in the chain of another, from 1; 0 when it is
// not in it.
func linkTo(of, l *wire.SiteLine) int {
	for i, c := range of.Chain {
		if c.Site == l.Site && (of.Side == l.Side || l.Side == "" || of.Side == "") {
			return i + 1
		}
	}
	return 0
}
