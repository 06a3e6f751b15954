package plan

import (
	"testing"

	"rebound/app/wire"
)

// Of two quick taps the second says the first's too, and a double tap says nothing twice.
func TestQuickTaps(t *testing.T) {
	v := &View{Plan: &Shown{PlanScreen: wire.PlanScreen{Made: &wire.Plan{}}}}
	one, two := wire.PlanOff{From: 20000, To: 20000}, wire.PlanOff{From: 20001, To: 20001}
	first := v.life()
	first.Off = with(first.Off, one)
	v.saying = &first
	second := v.life()
	if second.Off = with(with(second.Off, two), two); len(second.Off) != 2 || second.Off[0] != one {
		t.Errorf("%+v", second.Off)
	}
	if v.saying = nil; len(v.life().Off) != 0 {
		t.Error("what was answered is said again")
	}
}
