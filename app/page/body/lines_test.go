package body

import (
	"strings"
	"testing"

	"rebound/app/page/inbox"
	drawn "rebound/app/page/outline"
	"rebound/app/page/ui"
	"rebound/app/wire"
)

func TestMarkersText(t *testing.T) {
	for states, want := range map[string]string{
		"better better worse unknown": "2 better, 1 worse", "better same unknown unknown": "1 better", "worse same same same": "1 worse",
		"same unknown unknown unknown": "the same", "unknown unknown unknown unknown": "too early to say",
	} {
		var list []wire.Marker
		for _, s := range strings.Fields(states) {
			list = append(list, wire.Marker{State: s})
		}
		if got := markersText(list); got != want {
			t.Errorf("%s: %q, want %q", states, got, want)
		}
	}
}

// A closed line says what is behind it: how many runs still want a number.
func TestRunsLine(t *testing.T) {
	for _, c := range []struct {
		runs []wire.RunSaid
		want string
	}{
		{nil, "none this week"},
		{[]wire.RunSaid{{RPE: num(5)}, {Start: 1, RPE: num(0)}}, "all rated"},
		{[]wire.RunSaid{{Pain: num(2)}, {Start: 1, RPE: num(7)}, {Start: 2}}, "2 to rate"},
	} {
		p := &ui.Page{Host: begun{}, Today: day, State: &wire.State{}, Body: &wire.BodyScreen{Date: day, Runs: c.runs}}
		line := drawn.Parse(t, runsLine(New(p, inbox.NewReport(p))))
		if got := line.Find("summary")[0].Says(); got != "How hard were your runs? "+c.want {
			t.Errorf("%d runs: %q", len(c.runs), got)
		}
	}
}
