package inbox

import (
	"reflect"
	"strings"
	"testing"

	"rebound/app/page/outline"
	"rebound/app/page/ui"
	"rebound/app/wire"
)

// The morning's numbers have a door to the strap, that of a past day none; what was
// measured is said and can be taken back, and then nothing is asked for first any more.
func TestStrapDoor(t *testing.T) {
	measured := &wire.Strap{At: 7, HRV: "58 ms", RestingHR: "51 bpm", Beats: 121}
	for name, c := range map[string]struct {
		morning   wire.Morning
		past      bool
		first     bool
		says, not string
	}{
		"a watch":           {wire.Morning{Watch: true}, false, true, "Measure with a chest strap", "Remove"},
		"measured":          {wire.Morning{Watch: true, Worn: true, Strap: measured}, false, false, "You measured 58 ms, 51 bpm", "Measure with"},
		"and taken back":    {wire.Morning{Watch: true, Worn: true, Strap: measured}, false, false, "Remove Measure again", "Measure with"},
		"a past day":        {wire.Morning{Watch: true}, true, false, "Save", "Measure"},
		"measured that day": {wire.Morning{Watch: true, Worn: true, Strap: measured}, true, false, "Remove", "Measure again"},
	} {
		a := &wire.Assessment{Morning: &c.morning}
		p := &ui.Page{Host: begun{}, Today: day, State: &wire.State{}, Now: a}
		if c.past {
			p.Route.Date, p.Past = day-1, a
			a.Date = day - 1
		}
		f := NewTyped(p)
		says := outline.Parse(t, f.Line()).Says()
		if !strings.Contains(says, c.says) || strings.Contains(says, c.not) || f.First() != c.first {
			t.Errorf("%s: first is %v, and it says %q", name, f.First(), says)
		}
	}
	// Where it was used before it stands in the card that is as small as can be.
	for worn, want := range map[bool]bool{true: true, false: false} {
		p := &ui.Page{Host: begun{}, Today: day, State: &wire.State{}, Now: &wire.Assessment{Morning: &wire.Morning{Watch: true, Worn: worn}}}
		if says := outline.Parse(t, NewTyped(p).DrawFirst()).Says(); strings.Contains(says, "Measure with a chest strap") != want {
			t.Errorf("worn %v: %q", worn, says)
		}
	}
}

// taking is a page whose backend takes whatever it is told.
type taking struct {
	ui.Host
	told []wire.StrapSaid
}

func (k *taking) Send(_ string, args any, then func(wire.Reply)) {
	k.told = append(k.told, args.(wire.StrapSaid))
	then(wire.Reply{})
}
func (*taking) GotState(wire.State) {}
func (*taking) Defer(func())        {}
func (*taking) After(int, func())   {}

// A measurement that was removed comes back by *Undo*, the very same; that is said, and
// offers nothing more.
func TestStrapRemovedAndBack(t *testing.T) {
	k := &taking{}
	p := &ui.Page{Host: k, Today: day}
	NewStrap(p).remove(day, 7)
	if p.Said != "Removed." {
		t.Errorf("it says %q", p.Said)
	}
	p.Undo()
	if want := []wire.StrapSaid{{Date: day, At: 7, Off: true}, {Date: day, At: 7}}; p.Said != "Undone." || !reflect.DeepEqual(k.told, want) {
		t.Errorf("%q, told %+v, want %+v", p.Said, k.told, want)
	}
	if p.Undo(); len(k.told) != 2 {
		t.Errorf("undone twice: %+v", k.told)
	}
}
