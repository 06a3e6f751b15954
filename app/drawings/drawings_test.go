package drawings

import (
	"bytes"
	"encoding/xml"
	"maps"
	"math"
	"slices"
	"testing"

	"github.com/andybalholm/brotli"

	"rebound/engine/body"
)

// Every exercise of the programme and every test of the movement screen has its drawing,
// and nothing is drawn that neither of them has.
func TestEveryExerciseIsDrawn(t *testing.T) {
	var want []string
	for _, x := range body.Exercises() {
		want = append(want, string(x))
	}
	for i := range body.Tests {
		want = append(want, Test+body.Tests[i].Code)
	}
	slices.Sort(want)
	if got := slices.Sorted(maps.Keys(all)); !slices.Equal(got, want) {
		t.Errorf("drawn are %v, want %v", got, want)
	}
	sum := 0
	for _, part := range []map[string]func(*pen){mobility, coordination, massage, strength, running, screen} {
		sum += len(part)
	}
	if sum != len(all) {
		t.Errorf("%d drawings have %d names", sum, len(all))
	}
}

// All of it is read once and kept by everybody: it stays small, each drawing too.
func TestDrawingsAreSmall(t *testing.T) {
	var packed bytes.Buffer
	w := brotli.NewWriterLevel(&packed, brotli.BestCompression)
	w.Write(SVG())
	w.Close()
	t.Logf("%d drawings, %d bytes, packed %d", len(all), len(SVG()), packed.Len())
	if packed.Len() > 8_000 {
		t.Errorf("packed they take %d bytes", packed.Len())
	}
	for code := range all {
		if n := len(draw(code)); n < 200 || n > 2_000 {
			t.Errorf("%s takes %d bytes", code, n)
		}
	}
}

// The file is what a browser takes for SVG, each drawing one symbol, and what is in it
// names no colour: light and dark are the page's.
func TestFileIsSymbols(t *testing.T) {
	seen := map[string]bool{}
	dec := xml.NewDecoder(bytes.NewReader(SVG()))
	for {
		tok, err := dec.Token()
		if tok == nil {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		el, ok := tok.(xml.StartElement)
		if !ok {
			continue
		}
		for _, a := range el.Attr {
			switch a.Name.Local {
			case "id":
				if el.Name.Local != "symbol" || seen[a.Value] {
					t.Errorf("%s is the id of a %s, or of two", a.Value, el.Name.Local)
				}
				seen[a.Value] = true
			case "fill", "stroke":
				if a.Value != "none" && a.Value != "currentColor" {
					t.Errorf("a %s is %s", a.Name.Local, a.Value)
				}
			case "style", "class":
				t.Errorf("a %s has a %s, which the page's policy or style sheet does not reach", el.Name.Local, a.Name.Local)
			}
		}
	}
	if len(seen) != len(all) {
		t.Errorf("%d symbols of %d drawings", len(seen), len(all))
	}
}

// Limbs are as long in one pose as in the next: nearer than that they bend, seen from the
// front they may be foreshortened, and longer they never are.
func TestFiguresStayPeople(t *testing.T) {
	const slack = .6 // of a unit, which is half a pixel on a phone
	for code, draw := range all {
		var p pen
		p.seen = func(f *figure) {
			for _, arm := range []bool{false, true} {
				limbs, upper, lower := f.legs, thigh, shank
				if arm {
					limbs, upper, lower = f.arms, upperArm, forearm
				}
				for i, l := range limbs {
					a, b := f.root(i, arm), f.bends(i, l, arm)
					if over := max(a.to(b)-upper, b.to(l.to)-lower); over > slack {
						t.Errorf("%s: limb %d (arm %v) is %.1f too long", code, i, arm, over)
					}
				}
			}
			if head := f.neckAt().along(f.lean+f.nod-90, neck); math.Abs(head.x-72) > 72-skull || head.y < skull-4.5 || head.y > ground+4 {
				t.Errorf("%s: a head is at %v", code, head)
			}
		}
		draw(&p)
	}
}

// A joint is as far from both ends as its parts are long, on the side that is asked for.
func TestJoint(t *testing.T) {
	for _, c := range []struct {
		to    point
		back  bool
		right bool // of the line downwards
	}{{point{0, 30}, false, true}, {point{0, 30}, true, false}} {
		got := joint(point{}, c.to, thigh, shank, c.back)
		if math.Abs(point{}.to(got)-thigh) > 1e-9 || math.Abs(got.to(c.to)-shank) > 1e-9 || (got.x > 0) != c.right {
			t.Errorf("to %v, back %v: %v", c.to, c.back, got)
		}
	}
	if got := joint(point{}, point{0, 60}, thigh, shank, false); got.x != 0 {
		t.Errorf("out of reach the joint is at %v", got)
	}
}
