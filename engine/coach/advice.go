package coach

import (
	"slices"

	"rebound/engine/body"
	"rebound/engine/diary"
	"rebound/engine/verdict"
)

// AdviceCode names a thing to do for the body.
type AdviceCode string

const (
	AdviseSleep     AdviceCode = "sleep"  // before all else
	AdviseTriage    AdviceCode = "triage" // what the body allows
	AdviseNervous   AdviceCode = "nervous"
	AdviseNiggle    AdviceCode = "niggle" // Niggle: say how it is
	AdvisePlace     AdviceCode = "place"  // Pain: say where
	AdviseProgramme AdviceCode = "programme"
	AdviseScreen    AdviceCode = "screen" // Items tests are due
	AdviseCold      AdviceCode = "cold"   // comes last
)

// Advice is one thing to do; what else is set goes with the code.
type Advice struct {
	Code   AdviceCode
	Shared bool // of sleep: short sleep may be behind what is out
	Niggle *body.Niggle
	Pain   *diary.RunPain
	Items  int // of the programme, or tests
	Done   int // of the programme
}

// Advice is what to do on the date, in order: sleep before all else, cold water last.
// A runner who must stop has what stops them, and what is asked of it, and nothing
// beside.
func (c *Coach) Advice() (out []Advice) {
	b := &c.Report.Body
	stopped := c.Report.Level == verdict.LevelStop
	if !stopped {
		out = append(out, Advice{Code: AdviseSleep, Shared: slices.ContainsFunc(c.Report.Reasons, func(x verdict.Reason) bool { return x.Code == verdict.SharedCause })})
	}
	if c.Triage() != TriageUnsaid {
		out = append(out, Advice{Code: AdviseTriage})
	}
	if b.Nervous && !stopped {
		out = append(out, Advice{Code: AdviseNervous})
	}
	for i := range b.Niggles {
		if n := &b.Niggles[i]; n.Asks(c.date) {
			out = append(out, Advice{Code: AdviseNiggle, Niggle: n})
		}
	}
	if p := c.unplaced(); p != nil {
		out = append(out, Advice{Code: AdvisePlace, Pain: p})
	}
	if stopped {
		return out
	}
	done, ticks := 0, c.Ticks()
	for _, it := range c.Report.Programme { // a tick of what the list no longer has is not of today's
		if slices.Contains(ticks, string(it.Exercise)) {
			done++
		}
	}
	out = append(out, Advice{Code: AdviseProgramme, Items: len(c.Report.Programme), Done: done})
	due := 0
	for i := range b.Screen {
		if x := &b.Screen[i]; x.Repeat != 0 && x.Repeat <= c.date {
			due++
		}
	}
	if due > 0 {
		out = append(out, Advice{Code: AdviseScreen, Items: due})
	}
	if b.Cold.Advice == body.ColdAllowed {
		out = append(out, Advice{Code: AdviseCold})
	}
	return out
}
