package plan

import (
	"reflect"
	"testing"

	"rebound/app/wire"
)

// A time is read as runners write it: of two numbers the hours are those that somebody can
// run the distance in.
func TestRaceMinutes(t *testing.T) {
	for _, c := range []struct {
		text string
		km   float64
		want float64
		ok   bool
	}{
		{"", 10, 0, true}, {" 44:30 ", 10, 44.5, true}, {"3:45", 42.195, 225, true}, {"3:45:30", 42.195, 225.5, true},
		{"20:00", 10, 20, true}, {"19:59", 10, 1199, true}, {"1:45", 21.0975, 105, true}, {"90", 10, 0, false}, {"1:60", 10, 0, false},
		{"1:2:3:4", 10, 0, false}, {"a:10", 10, 0, false}, {"-1:10", 10, 0, false},
	} {
		got, ok := raceMinutes(c.text, c.km)
		if ok != c.ok || got-c.want > 1e-9 || c.want-got > 1e-9 {
			t.Errorf("%q over %g km: %v %v, want %v", c.text, c.km, got, ok, c.want)
		}
	}
}

// A date given back out of the middle of days off leaves those around it; days that are
// only to be easy stay.
func TestWithout(t *testing.T) {
	list := []wire.PlanOff{{From: 10, To: 14, Why: "work"}, {From: 12, To: 12}, {From: 11, To: 13, Easy: true}}
	want := []wire.PlanOff{{From: 10, To: 11, Why: "work"}, {From: 13, To: 14, Why: "work"}, {From: 11, To: 13, Easy: true}}
	if got := without(list, 12); !reflect.DeepEqual(got, want) {
		t.Errorf("%+v", got)
	}
	if got := without(list[:1], 10); len(got) != 1 || got[0].From != 11 {
		t.Errorf("%+v", got)
	}
	if got := without(list[1:2], 12); got != nil {
		t.Errorf("%+v", got)
	}
}
