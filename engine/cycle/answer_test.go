package cycle_test

import (
	"testing"

	"rebound/engine/cycle"
)

func TestAbsorbed(t *testing.T) {
	const yes, no, unknown = cycle.Yes, cycle.No, cycle.Unknown
	for want, list := range map[cycle.Absorbed][]cycle.Cycle{
		cycle.NotKnown:  {{Adaptation: unknown, Response: yes}, {Adaptation: yes, Response: unknown}},
		cycle.Answered:  {{Adaptation: yes, Response: yes, Back: yes}},
		cycle.Carried:   {{Adaptation: yes, Response: no}},
		cycle.NotBack:   {{Adaptation: no, Response: yes, Back: no}, {Adaptation: no, Response: no, Back: no, Stress: no}},
		cycle.NotSeen:   {{Adaptation: no, Response: yes, Back: unknown}},
		cycle.NotFitter: {{Adaptation: no, Response: yes, Back: yes, Stress: no}},
		cycle.NoneNew:   {{Adaptation: no, Response: no, Back: yes, Stress: no}},
		cycle.Unchanged: {{Adaptation: no, Response: no, Back: yes, Stress: yes}, {Adaptation: no, Response: no, Back: yes, Stress: unknown}},
	} {
		for _, c := range list {
			if got := c.Absorbed(); got != want {
				t.Errorf("%+v: %s, want %s", c, got, want)
			}
		}
	}
	if c := (cycle.Cycle{EasyRuns: 2, PriorRuns: 1}); c.Comparable() {
		t.Error("one run is compared with")
	}
	if c := (cycle.Cycle{EasyRuns: 2, PriorRuns: 2, Weekly: 10, Before: 10}); !c.Comparable() || !c.Early() {
		t.Errorf("%+v", c)
	}
	if c := (cycle.Cycle{Stress: no, Weekly: 10, Before: 10}); c.Early() {
		t.Error("a block that was compared is too early to")
	}
}
