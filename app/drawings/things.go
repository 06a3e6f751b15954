package drawings

import "math"

// What figures stand on, lean on and work with, and how they move.

// floor is the ground from one x to another.
func (p *pen) floor(from, to float64) { p.faint(point{from, ground + 1}, point{to, ground + 1}) }

// wall stands at x.
func (p *pen) wall(x float64) { p.faint(point{x, 8}, point{x, ground + 1}) }

func (p *pen) faint(points ...point) {
	p.WriteString(`<g stroke="currentColor" opacity=".4">`)
	p.line(2.5, points...)
	p.WriteString(`</g>`)
}

// block is a step, a bench or a stool: its top at y, its foot on the ground.
func (p *pen) block(from, to, y float64) {
	p.WriteString(`<rect stroke="currentColor" opacity=".4" stroke-width="2.5" x="` + num(from) + `" y="` + num(y) + `" width="` + num(to-from) + `" height="` + num(ground+1-y) + `" rx="2"/>`)
}

// seat is a stool to sit on, and couch a longer one: a top on two legs.
func (p *pen) seat(from, to, y float64) {
	p.faint(point{from, y}, point{to, y})
	p.faint(point{from + 3, y}, point{from + 3, ground + 1})
	p.faint(point{to - 3, y}, point{to - 3, ground + 1})
}

// ball is a ball or, with a core, a roller seen from its end.
func (p *pen) ball(x, y, r float64) {
	p.WriteString(`<circle cx="` + num(x) + `" cy="` + num(y) + `" r="` + num(r) + `"/>`)
}

func (p *pen) roller(x, y float64) {
	p.ball(x, y, 6)
	p.ball(x, y, 2)
}

// arrow goes from one point to another, bent to its left by so much.
func (p *pen) arrow(x1, y1, x2, y2, bend float64) {
	a, b := point{x1, y1}, point{x2, y2}
	d := a.to(b)
	mid := point{(x1+x2)/2 + bend*(y2-y1)/d*2, (y1+y2)/2 - bend*(x2-x1)/d*2}
	p.path(0, "M"+num(x1)+" "+num(y1)+"Q"+num(mid.x)+" "+num(mid.y)+" "+num(x2)+" "+num(y2))
	p.tip(b, math.Atan2(y2-mid.y, x2-mid.x)*180/math.Pi)
}

// both is an arrow with a head at either end.
func (p *pen) both(x1, y1, x2, y2 float64) {
	p.arrow(x1, y1, x2, y2, 0)
	p.tip(point{x1, y1}, math.Atan2(y1-y2, x1-x2)*180/math.Pi)
}

func (p *pen) tip(at point, degrees float64) {
	p.line(0, at.along(degrees+145, 5.5), at, at.along(degrees-145, 5.5))
}

// then leads from a first pose to a second one.
func (p *pen) then(x, y float64) { p.arrow(x-6, y, x+6, y, 0) }

// turn is a circle that something goes round in.
func (p *pen) turn(x, y, r float64) {
	c := point{x, y}
	from, to := c.along(-60, r), c.along(230, r)
	p.path(0, "M"+num(from.x)+" "+num(from.y)+"A"+num(r)+" "+num(r)+" 0 1 1 "+num(to.x)+" "+num(to.y))
	p.tip(to, 230+75)
}

// ghost is a pose that is left, behind the one that is come to.
func (p *pen) ghost(f figure) {
	p.WriteString(`<g opacity=".3">`)
	p.figure(f)
	p.WriteString(`</g>`)
}

// figure draws a pose in the figure's colour.
func (p *pen) figure(f figure) {
	p.WriteString(`<g stroke="currentColor">`)
	p.draw(f)
	p.WriteString(`</g>`)
}

// side draws what follows of a drawing so far to the right.
func (p *pen) beside(x float64, draw func(p *pen)) {
	p.WriteString(`<g transform="translate(` + num(x) + `)">`)
	draw(p)
	p.WriteString(`</g>`)
}

func at(x, y float64) *point { return &point{x, y} }
