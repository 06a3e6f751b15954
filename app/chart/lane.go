package chart

import (
	"strconv"
	"unicode/utf8"

	"rebound/app/wire"
	"rebound/engine/diary"
)

// lanes are the kinds of what happened, each with a lane of its own where it did, and the
// word beside it.
var lanes = []struct{ kind, word string }{
	{"cut", "lighter"}, {"hold", "on hold"}, {"ill", "ill"}, {"race", "race"},
}

// Events is what else happened in the days: spans by their kind, and the niggles, numbered
// in their order, with the pain of their entries. "" without any.
func (p Panels) Events(spans []wire.SummarySpan, niggles []wire.SummaryNiggle, name string) string {
	var rows []func(s *svg, y float64)
	for _, l := range lanes {
		var of []wire.SummarySpan
		for _, x := range spans {
			if x.Kind == l.kind && x.To >= p.From && x.From <= p.To {
				of = append(of, x)
			}
		}
		if len(of) > 0 {
			rows = append(rows, func(s *svg, y float64) {
				if l.kind == "race" {
					p.races(s, of, y)
				} else {
					for _, x := range of {
						p.span(s, x, y)
					}
				}
				s.text("text", l.word, "class", "named", "x", num(panelRight+5), "y", num(y+3.2))
			})
		}
	}
	for i := range niggles {
		rows = append(rows, func(s *svg, y float64) { p.niggle(s, &niggles[i], i+1, y) })
	}
	if len(rows) == 0 {
		return ""
	}
	s := p.begin(name, laneHeight*float64(len(rows)))
	s.WriteString(`<defs><pattern id="lanes" width="3" height="3" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="stripe" d="M0 0v3"/></pattern></defs>`)
	for i, draw := range rows {
		draw(s, laneHeight*(float64(i)+.5))
	}
	return s.String() + "</svg>"
}

// A name of a race stands beside its mark, with as many letters as there is room for.
const (
	besideMark = 7 // from the middle of the mark
	laneLetter = 6 // a letter of an ordinary name
	fewLetters = 4 // less of a name says nothing
)

// races are marks with their names: to the right as far as the next one leaves room, or to the
// left where there is more of it.
func (p Panels) races(s *svg, of []wire.SummarySpan, y float64) {
	taken := float64(plotLeft) // to where the lane is written on
	for i, x := range of {
		at, next := p.x().at(float64(x.From)), float64(panelRight)
		if i+1 < len(of) {
			next = p.x().at(float64(of[i+1].From)) - besideMark
		}
		s.el("path", "class", "named-mark", "d", shapeAt("race", at, y))
		left, right := fit(x.Name, at-besideMark-taken), fit(x.Name, next-at-besideMark)
		if taken = at + besideMark; len(right) >= len(left) {
			if right != "" {
				s.text("text", right, "class", "named", "x", num(taken), "y", num(y+3.2))
				taken += laneLetter * float64(utf8.RuneCountInString(right))
			}
		} else {
			s.text("text", left, "class", "named", "x", num(at-besideMark), "y", num(y+3.2), "text-anchor", "end")
		}
	}
}

// fit is as much of a name as there is room for, "" for too little of it.
func fit(name string, room float64) string {
	n := min(longName, int(room/laneLetter))
	if n < min(fewLetters, utf8.RuneCountInString(name)) {
		return ""
	}
	return clippedTo(name, n)
}

// span is one stretch of days: filled, or an empty frame where it was declined.
func (p Panels) span(s *svg, x wire.SummarySpan, y float64) {
	from, to := max(x.From, p.From), min(x.To, p.To)
	if from > to {
		return
	}
	left, right := p.x().at(float64(from)-.5), p.x().at(float64(to)+.5)
	class := "span " + x.Kind
	if x.Left {
		class += " left"
	}
	s.el("rect", "class", class, "x", num(left+.4), "y", num(y-3.6), "width", num(right-left-.8), "height", "7.2")
}

// niggle is one niggle from its first entry on: a line to the day that it was gone, or to
// the last, and on it the pain of the entries that have room.
func (p Panels) niggle(s *svg, n *wire.SummaryNiggle, number int, y float64) {
	if len(n.Pain) == 0 {
		return
	}
	const letter = 8
	from, to := max(n.Pain[0].Date, p.From), p.To
	if n.Gone != 0 {
		to = n.Gone
	}
	left, right := p.x().at(float64(from)), p.x().at(float64(to))
	s.el("path", "class", "course", "d", "M"+num(left)+" "+num(y)+"H"+num(right))
	if n.Gone != 0 {
		s.el("circle", "class", "gone", "cx", num(right), "cy", num(y), "r", "2.4")
	}
	last := -2.0 * letter
	for _, at := range n.Pain {
		px := p.x().at(float64(at.Date))
		if at.Date < p.From || px-last < letter || n.Gone != 0 && right-px < letter*.6 {
			continue
		}
		text := "~"
		if at.Value > 0 {
			text = strconv.Itoa(int(at.Value))
		}
		s.text("text", text, "class", "pain", "x", num(px), "y", num(y+3.2), "text-anchor", "middle")
		last = px
	}
	s.disc(panelRight+10, y, number, n.Gone)
}

// disc is a niggle's number: white on black while it stands, black in a ring once it is
// gone.
func (s *svg) disc(x, y float64, number int, gone diary.Date) {
	class := "disc"
	if gone != 0 {
		class = "disc past"
	}
	s.tag("g", "class", class)
	s.el("circle", "cx", num(x), "cy", num(y), "r", "5.2")
	s.text("text", strconv.Itoa(number), "x", num(x), "y", num(y+3.1), "text-anchor", "middle")
	s.WriteString("</g>")
}
