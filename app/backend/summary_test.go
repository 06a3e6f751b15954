package backend

import (
	"strings"
	"testing"

	"rebound/app/wire"
	"rebound/engine/diary"
)

// A decision that is made today is on the page of today, and on none of a day before it.
func TestSummaryOfADate(t *testing.T) {
	p, _, now := coached(t)
	eased := func(to diary.Date) string {
		var s wire.Summary
		p.get(&s, wire.OpSummary, wire.DateArg{Date: to})
		if s.To != to || len(s.Charts) == 0 || s.Charts[0].Summary == "" {
			t.Errorf("the page of %v: %+v", to, s)
		}
		for _, n := range s.Notes {
			if n.Key == "eased" {
				return strings.Join(n.Lines, " ")
			}
		}
		return ""
	}
	if got := eased(now); !strings.HasPrefix(got, "Lighter week ") || strings.Contains(got, "Declined") {
		t.Errorf("before: %s", got)
	}
	p.get(new(wire.State), wire.OpDecide, wire.Decide{Date: now, Action: "cut_week", Why: "a race <b>"})
	if got := eased(now); !strings.Contains(got, `Declined `+now.Time().Format("2 Jan")+`: "a race <b>".`) {
		t.Errorf("after: %s", got)
	}
	if got := eased(now - 1); strings.Contains(got, "Declined") {
		t.Errorf("the day before: %s", got)
	}
}
