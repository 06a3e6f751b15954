package backend

import (
	"testing"

	"rebound/app/wire"
	"rebound/engine/diary"
)

func TestTyped(t *testing.T) {
	var m Memory
	p := openPage(t, m.Open())
	num := func(v float64) *float64 { return &v }
	var s wire.State
	for d := today - 40; d <= today; d++ {
		p.get(&s, wire.OpTyped, wire.Typed{Date: d, RestingHR: num(50), HRVms: num(60), SleepMin: num(450)})
	}
	if s.Empty || s.Files != 0 || s.Last != today {
		t.Errorf("%+v", s)
	}
	var a wire.Assessment
	p.get(&a, wire.OpAssess, wire.DateArg{Date: today})
	for _, sig := range a.Signals {
		if sig.State != "in_range" || sig.Source != diary.TypedSource {
			t.Errorf("%s: %s from %q", sig.Kind, sig.State, sig.Source)
		}
	}

	// The later of two entries counts, also when both come in one second, and
	// zero takes a value back.
	for _, v := range []float64{51, 53, 52} {
		p.get(&s, wire.OpTyped, wire.Typed{Date: today, RestingHR: num(v)})
	}
	p.get(&s, wire.OpTyped, wire.Typed{Date: today, HRVms: num(0)})
	a = wire.Assessment{}
	p.get(&a, wire.OpAssess, wire.DateArg{Date: today})
	if a.Signals[1].Today != "52 bpm" || a.Signals[0].Today != "" {
		t.Errorf("today: %q, %q", a.Signals[1].Today, a.Signals[0].Today)
	}
	if said := a.Morning.Said; said == nil || said.Date != today || said.RestingHR == nil || *said.RestingHR != 52 || said.HRVms != nil || *said.SleepMin != 450 {
		t.Errorf("what an undo goes back to: %+v", said)
	}
	want := p.assess(today)
	for _, bad := range []wire.Typed{
		{Date: today, RestingHR: num(5)}, {Date: today, HRVms: num(-1)}, {Date: today, SleepMin: num(60)},
		{Date: today + 4000, RestingHR: num(50)}, {Date: -10, RestingHR: num(50)},
	} {
		if r, _ := p.ask(wire.OpTyped, bad); !readable(r.Error) {
			t.Errorf("%v was accepted: %v", bad, r.Error)
		}
	}
	if got := openPage(t, m.Open()).assess(today); got != want {
		t.Error("the next session says something else, or a refused value was kept")
	}
}

// A cut that was declined is out of force, is a reason afterwards, and comes back
// when that is undone; what is above it on the ladder cannot be declined.
func TestDecide(t *testing.T) {
	var m Memory
	p := openPage(t, m.Open())
	var s wire.State
	p.get(&s, wire.OpSample, wire.SampleArg{On: true})
	day := s.Last // the sample runner's days end with the clock's
	action := func() (action string, kept bool) {
		var a wire.Assessment
		p.get(&a, wire.OpAssess, wire.DateArg{Date: day})
		for _, r := range a.Reasons {
			kept = kept || r.Code == "cut_week_declined"
		}
		return a.Action, kept
	}
	if got, kept := action(); got != "cut_week" || kept {
		t.Fatalf("the sample runner: %s, declined %v", got, kept)
	}
	p.get(new(wire.State), wire.OpDecide, wire.Decide{Date: day, Action: "cut_week"})
	if got, kept := action(); got == "cut_week" || !kept {
		t.Errorf("declined: %s, said so %v", got, kept)
	}
	p.get(new(wire.State), wire.OpDecide, wire.Decide{Date: day, Action: "cut_week", Accepted: true})
	if got, kept := action(); got != "cut_week" || kept {
		t.Errorf("taken back: %s, declined %v", got, kept)
	}
	for _, bad := range []wire.Decide{{Date: day, Action: "return_to_run"}, {Date: day, Action: "stop"}, {Date: day + 4000, Action: "cut_week"}} {
		if r, _ := p.ask(wire.OpDecide, bad); !readable(r.Error) {
			t.Errorf("%+v was taken", bad)
		}
	}
}
