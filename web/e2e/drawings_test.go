package e2e

import (
	"testing"

	"rebound/app/wire"
)

// drawn is how many exercises are listed, and how many of their drawings the browser has
// something to draw of: a symbol that is not there has no size.
const exercisesDrawn = `(() => { const all = [...document.querySelectorAll(".exercise > summary .drawing use")];
	return {Listed: all.length, Drawn: all.filter((use) => use.getBBox().width > 20 && use.getBBox().height > 20).length}; })()`

// The drawings come from a file of the site's own, under its sub-path and its policy, and
// are there without the host too.
func TestExercisesAreDrawn(t *testing.T) {
	s := newSite(t, built)
	p := shared(t).open(t, s.url(""))
	p.wait("the service worker", cached)
	for _, when := range []string{"with the host", "without it"} {
		p.visit(s.url("?" + when[:5] + "#/body"))
		p.wait("the first screen", `document.querySelector("main h1")`)
		ask[wire.State](p, wire.OpSample, wire.SampleArg{On: true})
		p.screen("#/body")
		p.drawn("Body")
		p.wait("a drawing", `document.querySelector(".exercise > summary .drawing use")?.getBBox().width > 20`)
		if got := eval[struct{ Listed, Drawn int }](p, exercisesDrawn); got.Listed < 3 || got.Drawn != got.Listed {
			t.Errorf("%s: of %d exercises %d are drawn", when, got.Listed, got.Drawn)
		}
		s.stop()
	}
	if list := p.unexpected(); len(list) > 0 {
		t.Error(list)
	}
}
