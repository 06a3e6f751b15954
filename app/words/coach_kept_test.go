package words

import (
	"testing"

	"rebound/engine"
	"rebound/engine/verdict"
)

// TestKeptAction: what was kept is an action; that three cuts in a row were
// declined is none, and hides none.
func TestKeptAction(t *testing.T) {
	c := coach{report: engine.Report{Reasons: []verdict.Reason{{Code: verdict.CutsDeclined}}}}
	if got := c.keptAction(); got != "" {
		t.Errorf("%q", got)
	}
	c.report.Reasons = append(c.report.Reasons, verdict.Reason{Code: "hold_quality_declined"})
	if got := c.keptAction(); got != verdict.HoldQuality {
		t.Errorf("%q", got)
	}
}
