package backend

import (
	"testing"

	"rebound/app/wire"
)

// Days off, minutes and what the race is called are a version of the plan: kept, the same
// after a restart, taken back by Undo, and refused as a whole where something is wrong.
func TestPlanLife(t *testing.T) {
	p, m, now := coached(t)
	made := p.plan(wire.OpPlanMake, half(now))
	var free wire.PlanDay
	for _, d := range made.Days {
		if d.CanOff {
			free = d
		}
	}
	life := wire.PlanLife{Off: []wire.PlanOff{{From: free.Date, To: free.Date, Why: "family"}}, Minutes: map[string]float64{"sun": 45}, Name: "<i>Lewes</i>", Time: 100}
	s := p.plan(wire.OpPlanLife, life)
	day := s.Days[free.Date-s.Date]
	if day.Before.Minutes != 0 || !day.Off || day.CanOff || day.Life == "" || day.Name != "Day off" {
		t.Errorf("on a day off: %+v", day)
	}
	if s.Title != "<i>Lewes</i>" || s.Aim == "" || s.Life == "" || s.Made.Race.Date != made.Made.Race.Date || s.Undo == "" {
		t.Errorf("%q, %q, %q, undo %q", s.Title, s.Aim, s.Life, s.Undo)
	}
	if again := openPage(t, m.Open()).planOn(now); sessions(again) != sessions(s) || again.Title != s.Title || len(again.Goal.Off) != 1 {
		t.Errorf("the next session has %q, %+v", again.Title, again.Goal)
	}
	if p.plan(wire.OpPlanLife, life); len(p.b.shown().built().Reported.Plans) != 2 {
		t.Error("said twice it is two changes: Undo would seem to do nothing")
	}
	for _, bad := range []wire.PlanLife{
		{Off: []wire.PlanOff{{From: now, To: now - 1}}}, {Minutes: map[string]float64{"sun": 1}}, {Time: 3}, {Off: []wire.PlanOff{{From: now, To: now, Why: "tired"}}},
	} {
		if r, _ := p.ask(wire.OpPlanLife, bad); !readable(r.Error) {
			t.Errorf("%+v: %v", bad, r.Error)
		}
	}
	if got := p.planOn(now); sessions(got) != sessions(s) {
		t.Error("what was refused changed the plan")
	}
	kept := p.plan(wire.OpPlanLife, wire.PlanLife{Keep: true})
	if sessions(kept) != sessions(s) || kept.Title != s.Title || kept.Made.Kept != now || kept.Undo == "" {
		t.Errorf("kept: %+v", kept.Made)
	}
	p.plan(wire.OpPlanUndo, nil)
	if back := p.plan(wire.OpPlanUndo, nil); sessions(back) != sessions(made) || back.Title == s.Title {
		t.Errorf("taken back, the plan is called %q:\n%s\nwant\n%s", back.Title, sessions(back), sessions(made))
	}
}

// Looking ahead changes nothing, and answers for the day that was asked.
func TestIfToday(t *testing.T) {
	p, _, now := coached(t)
	before := p.planOn(now)
	var got wire.IfToday
	if p.get(&got, wire.OpIfToday, wire.DateArg{Date: now}); got.Date != now || got.Text == "" {
		t.Errorf("%+v", got)
	}
	if after := p.planOn(now); sessions(after) != sessions(before) {
		t.Error("looking ahead changed the week")
	}
}
