// Package storytest plays stories, for the tests of what writes and sends them: each wants
// of a day that was sent what the runner saw.
package storytest

import (
	"testing"

	"rebound/engine"
	"rebound/engine/story"
)

// Play is the engine over the first variant of a story, following its plan where it has
// one, and what is wanted of it, which is one thing at least.
func Play(t *testing.T, text string) (*engine.Engine, []story.Want) {
	t.Helper()
	v := story.Read(text)[0]
	parsed, err := story.Parse(v.Parts["diary"])
	if err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	wants, err := story.ParseWants(v.Parts["want"])
	if err != nil || len(wants) == 0 {
		t.Fatalf("%d wants, %v\n%s", len(wants), err, text)
	}
	e := engine.New(parsed.Diary(), parsed.Rules)
	if text := v.Parts["follow"]; text != "" {
		p, err := story.ParsePlan(text)
		if err != nil {
			t.Fatalf("%v\n%s", err, text)
		}
		e.Follow(&p.Plan)
	}
	return e, wants
}

// Assess is the report that is wanted of a date: of its morning, or, in the evening, after
// its run.
func Assess(e *engine.Engine, w story.Want) engine.Report {
	if w.Evening {
		e.Live(w.Date)
		defer e.Live(0)
	}
	return e.Assess(w.Date)
}
