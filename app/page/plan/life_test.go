package plan

import (
	"math"
	"slices"
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

// A day that can be run after all is taken out of the days off around it, and out of no
// days on which easy running is left.
func TestWithout(t *testing.T) {
	for _, c := range []struct {
		off  []wire.PlanOff
		want []wire.PlanOff
	}{
		{[]wire.PlanOff{{From: 20000, To: 20000}}, nil},
		{[]wire.PlanOff{{From: 20000, To: 20002, Why: "travel"}}, []wire.PlanOff{{From: 20001, To: 20002, Why: "travel"}}},
		{[]wire.PlanOff{{From: 19998, To: 20000}}, []wire.PlanOff{{From: 19998, To: 19999}}},
		{[]wire.PlanOff{{From: 19998, To: 20002}}, []wire.PlanOff{{From: 19998, To: 19999}, {From: 20001, To: 20002}}},
		{[]wire.PlanOff{{From: 20000, To: 20000, Easy: true}, {From: 20001, To: 20003}}, []wire.PlanOff{{From: 20000, To: 20000, Easy: true}, {From: 20001, To: 20003}}},
	} {
		if got := without(c.off, 20000); !slices.Equal(got, c.want) {
			t.Errorf("%+v without the day: %+v", c.off, got)
		}
	}
}

// Two numbers are hours and minutes or minutes and seconds, by what somebody can run.
func TestRaceMinutes(t *testing.T) {
	for _, c := range []struct {
		text string
		km   float64
		want float64
		ok   bool
	}{
		{"", 10, 0, true}, {" 44:30 ", 10, 44.5, true}, {"3:45", 42.195, 225, true}, {"1:45:30", 21.0975, 105.5, true},
		{"10:00", 5, 10, true}, {"9:59", 5, 599, true}, {"59:59", 10, 59 + 59.0/60, true},
		{"45", 10, 0, false}, {"1:60", 10, 0, false}, {"1:2:3:4", 10, 0, false}, {"-1:20", 10, 0, false}, {"1:", 10, 0, false}, {"70000:00", 10, 0, false},
	} {
		if got, ok := raceMinutes(c.text, c.km); ok != c.ok || math.Abs(got-c.want) > 1e-9 {
			t.Errorf("%q over %g km: %g, %v", c.text, c.km, got, ok)
		}
	}
}
