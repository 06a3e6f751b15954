package drawings

import (
	"math"
	"strconv"
	"strings"
)

// The lengths of a figure's parts, in units of a picture that is 144 by 96. Standing it is
// 86 high, seven of its heads: a grown person. A test holds that no pose stretches one.
const (
	trunk    = 25.0 // from hip to neck
	neck     = 10.5 // from there to the middle of the head
	skull    = 6.5  // its radius
	thigh    = 20.0
	shank    = 19.5
	foot     = 8.5
	upperArm = 13.0
	forearm  = 14.0 // with the hand
	ground   = 88.0
	sole     = 2.5 // an ankle stands that much above the ground
)

// point is a place in the picture: x to the right, y down.
type point struct{ x, y float64 }

func (a point) to(b point) float64 { return math.Hypot(b.x-a.x, b.y-a.y) }

// along is the point so far from a in a direction: 0 is to the right, 90 down.
func (a point) along(degrees, far float64) point {
	s, c := math.Sincos(degrees * math.Pi / 180)
	return point{a.x + far*c, a.y + far*s}
}

// A limb goes from the hip or the shoulder to an ankle or a wrist. Where its joint comes
// to stand follows from the lengths: on the side that knees and elbows bend to in one who
// looks right, or on the other if back is set. Seen from the front, where a limb is
// foreshortened, via says where the joint is.
type limb struct {
	to   point
	via  *point
	back bool
	toes float64 // of a leg: where they point, 0 to the right, 90 down
	bare bool    // no foot is seen
}

// figure is one pose. Seen from the side the first arm and leg are the far ones, and drawn
// faintly.
type figure struct {
	hip   point
	lean  float64 // of the trunk: 0 upright, 90 its head to the right
	nod   float64 // of the head, beyond the trunk
	bow   float64 // of the back: how far its middle stands out behind
	legs  []limb
	arms  []limb
	front bool // seen from the front: shoulders and hips have their width
	flat  bool // both sides are as near: none is faint
	flip  bool // mirrored about the middle of its hips: it looks left
}

// pen collects what is drawn. A test looks at each figure by seen.
type pen struct {
	strings.Builder
	seen func(*figure)
}

func num(v float64) string { return strconv.FormatFloat(math.Round(v*10)/10, 'f', -1, 64) }

// line draws a path through points with a stroke so wide; 0 leaves the stroke to the group
// that it is in.
func (p *pen) line(width float64, points ...point) {
	var d strings.Builder
	for i, at := range points {
		d.WriteString(map[bool]string{true: "M", false: "L"}[i == 0] + num(at.x) + " " + num(at.y))
	}
	p.path(width, d.String())
}

func (p *pen) path(width float64, d string) {
	p.WriteString(`<path d="` + d + `"`)
	if width > 0 {
		p.WriteString(` stroke-width="` + num(width) + `"`)
	}
	p.WriteString(`/>`)
}

// joint is where a limb bends: as far from both of its ends as its parts are long. Of a
// reach that is too far it is on the straight line.
func joint(from, to point, upper, lower float64, back bool) point {
	d := from.to(to)
	if d == 0 {
		return from
	}
	along := (upper*upper - lower*lower + d*d) / (2 * d)
	out := math.Sqrt(max(0, upper*upper-along*along))
	if back {
		out = -out
	}
	x, y := (to.x-from.x)/d, (to.y-from.y)/d
	return point{from.x + along*x + out*y, from.y + along*y - out*x}
}

func (f *figure) neckAt() point     { return f.hip.along(f.lean-90, trunk) }
func (f *figure) shoulderAt() point { return f.hip.along(f.lean-90, trunk-2) }

// near reports whether all of the figure is: none of its limbs is on a far side.
func (f *figure) near() bool { return f.front || f.flat }

// root is where a limb of the figure begins.
func (f *figure) root(i int, arm bool) point {
	at, wide := f.hip, 3.5
	if arm {
		at, wide = f.shoulderAt(), 7
	}
	if !f.front {
		return at
	}
	if i == 0 {
		wide = -wide
	}
	return at.along(f.lean, wide)
}

// bends is a limb's middle joint.
func (f *figure) bends(i int, l limb, arm bool) point {
	if l.via != nil {
		return *l.via
	}
	if arm {
		return joint(f.root(i, arm), l.to, upperArm, forearm, !l.back)
	}
	return joint(f.root(i, arm), l.to, thigh, shank, l.back)
}

func (p *pen) leg(f *figure, i int) {
	l := f.legs[i]
	p.line(5.5, f.root(i, false), f.bends(i, l, false), l.to)
	if !l.bare {
		p.line(4.5, l.to, l.to.along(l.toes, foot))
	}
}

func (p *pen) arm(f *figure, i int) {
	p.line(4.5, f.root(i, true), f.bends(i, f.arms[i], true), f.arms[i].to)
}

// draw draws a figure: far limbs, trunk and head, near limbs.
func (p *pen) draw(f figure) {
	if p.seen != nil {
		p.seen(&f)
	}
	if f.flip {
		p.WriteString(`<g transform="matrix(-1 0 0 1 ` + num(2*f.hip.x) + ` 0)">`)
		defer p.WriteString(`</g>`)
	}
	far := func(limbs []limb, draw func(*figure, int)) {
		if !f.near() && len(limbs) > 1 {
			draw(&f, 0)
		}
	}
	if !f.near() && len(f.legs)+len(f.arms) > 2 {
		p.WriteString(`<g opacity=".45">`)
		far(f.legs, p.leg)
		far(f.arms, p.arm)
		p.WriteString(`</g>`)
	}
	near := func(limbs []limb, draw func(*figure, int)) {
		for i := range limbs {
			if f.near() || i == len(limbs)-1 {
				draw(&f, i)
			}
		}
	}
	near(f.legs, p.leg)
	neckAt := f.neckAt()
	if f.front {
		a, b := f.root(0, true), f.root(1, true)
		p.WriteString(`<path fill="currentColor" stroke-width="6" d="M` + num(a.x) + " " + num(a.y) + "L" + num(b.x) + " " + num(b.y) +
			"L" + num(f.root(1, false).x) + " " + num(f.root(1, false).y) + "L" + num(f.root(0, false).x) + " " + num(f.root(0, false).y) + `z"/>`)
	} else {
		mid := f.hip.along(f.lean-90, trunk/2).along(f.lean+180, f.bow*2)
		p.path(9, "M"+num(f.hip.x)+" "+num(f.hip.y)+"Q"+num(mid.x)+" "+num(mid.y)+" "+num(neckAt.x)+" "+num(neckAt.y))
	}
	head := neckAt.along(f.lean+f.nod-90, neck)
	p.dot(head, skull)
	near(f.arms, p.arm)
}

// dot is a filled round of the figure's colour.
func (p *pen) dot(at point, r float64) {
	p.WriteString(`<circle cx="` + num(at.x) + `" cy="` + num(at.y) + `" r="` + num(r) + `" fill="currentColor" stroke="none"/>`)
}
