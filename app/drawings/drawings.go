// Package drawings draws the exercises: a figure in the pose, or in the two that a
// movement goes between, with what it stands on, leans on or rolls over.
//
// The site has them all as one file of SVG symbols, named by the codes of the programme
// (engine/body) and, after "test-", of the movement screen. A screen shows one by
// <use href="exercises.svg#dead_bug">, so that no drawing is in the page's program, and all
// are kept for use without a network. A symbol inherits two colours from the <svg> that uses
// it: the figure is of its color, arrows and what is worked with (a ball, a roller) of its
// stroke.
//
// Figures are made of lengths and joints (figure.go), so that they stay people.
package drawings

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// File is the name of the file in the site.
const File = "exercises.svg"

// Test is what stands before the code of a test of the movement screen.
const Test = "test-"

// SVG is the file.
func SVG() []byte {
	var out strings.Builder
	out.WriteString(`<svg xmlns="http://www.w3.org/2000/svg">`)
	for _, code := range slices.Sorted(maps.Keys(all)) {
		fmt.Fprintf(&out, `<symbol id="%s" viewBox="0 -5 144 104"><g fill="none" stroke-width="3" stroke-linecap="round" stroke-linejoin="round">%s</g></symbol>`, code, draw(code))
	}
	out.WriteString(`</svg>`)
	return []byte(out.String())
}

func draw(code string) string {
	var p pen
	all[code](&p)
	return p.String()
}

// all is every drawing, by code.
var all = gather(mobility, coordination, massage, strength, running, screen)

func gather(parts ...map[string]func(*pen)) map[string]func(*pen) {
	out := map[string]func(*pen){}
	for _, part := range parts {
		maps.Copy(out, part)
	}
	return out
}
