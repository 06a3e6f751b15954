package coach_test

import (
	"slices"
	"testing"

	"rebound/engine"
	"rebound/engine/coach"
	"rebound/engine/diary"
	"rebound/engine/plan"
	"rebound/engine/rule"
	"rebound/engine/verdict"
)

// Short sleep is named where the verdict says that it may be behind what is out.
func TestSharedCause(t *testing.T) {
	for code, want := range map[verdict.Code]bool{verdict.SharedCause: true, verdict.SleepDebt: false} {
		c := on(100)
		c.Report.Reasons = []verdict.Reason{{Code: code}}
		if got := c.Advice()[0]; got.Shared != want {
			t.Errorf("%s: %+v", code, got)
		}
	}
}

// The watch's own word on the wearer's age counts where the runner said none.
func TestAgeByTheWatch(t *testing.T) {
	for _, c := range []struct {
		watch uint8
		own   float64
		want  bool
	}{{16, 0, true}, {0, 0, false}, {16, 30, false}, {40, 16, true}} {
		r := rule.Default()
		r.Age = c.own
		file := diary.File{Persons: []diary.Person{{At: 99 * 86400, Age: c.watch}}}
		got := coach.On(engine.New(diary.Build([]diary.File{file, runsOn(99)}, nil), r), 100, nil).Misleading()
		if slices.Contains(got, "under_18") != c.want {
			t.Errorf("%d by the watch, %g by the runner: %q", c.watch, c.own, got)
		}
	}
}

// Pain is a run's own where it names the run, and asks for a place for three days.
func TestPainOfARun(t *testing.T) {
	file := runsOn(99, 100, 100)
	first := file.Activities[1].Start
	pain := reported(diary.Reported{Pains: []diary.RunPain{{Stamp: at(100), Start: first, Pain: 6}}})
	list := on(100, file, pain).Efforts()
	if len(list) != 3 || list[0].Pain.Said() || list[1].Pain != 6 || list[1].Start != first || list[2].Pain.Said() {
		t.Errorf("%+v", list)
	}
	for d, want := range map[diary.Date]bool{99: false, 100: true, 102: true, 103: false} {
		if got := slices.Contains(codes(on(d, pain).Advice()), coach.AdvisePlace); got != want {
			t.Errorf("on day %d: %v", d, got)
		}
	}
	none := reported(diary.Reported{Pains: []diary.RunPain{{Stamp: at(100), Pain: 0}}})
	if slices.Contains(codes(on(100, none).Advice()), coach.AdvisePlace) {
		t.Error("a run without pain is asked where it hurt")
	}
}

// A cut is marked on the day it fired, a return on the first run after a pause, a
// plan's deloads and race on theirs; the last day counts.
func TestMarksOfTraining(t *testing.T) {
	count := func(e *engine.Engine, a, b diary.Date, code coach.MarkCode) (n int, last coach.Mark) {
		for _, m := range coach.Marks(e, a, b) {
			if m.Code == code {
				n, last = n+1, m
			}
		}
		return n, last
	}
	e, made := following(t, plan.Wish{RaceDate: day + 5, RaceKm: 10, Start: plan.Monday(day) - 70})
	today, _ := e.Day(day)
	fired := today.Cuts.Last.Fired
	for b, want := range map[diary.Date]int{fired - 1: 0, fired: 1, day: 1} {
		if n, m := count(e, fired-20, b, coach.MarkCut); n != want || n > 0 && m.Date != fired {
			t.Errorf("to %v: %d cuts, %+v", b, n, m)
		}
	}
	deloads := 0
	for _, w := range made.Weeks {
		if w.Deload && w.Start <= day+5 {
			deloads++
		}
	}
	if n, _ := count(e, day-100, day+5, coach.MarkDeload); n != deloads || n == 0 {
		t.Errorf("%d deloads of %d", n, deloads)
	}
	if n, m := count(e, day-100, day+5, coach.MarkRace); n != 1 || m.Date != day+5 {
		t.Errorf("%d races, %+v", n, m)
	}
	e.Follow(nil)
	if n, _ := count(e, day-100, day+5, coach.MarkRace); n != 0 {
		t.Errorf("%d races without a plan", n)
	}
	e.Follow(&plan.Plan{Sessions: []plan.Session{{Date: day}}})
	if n, _ := count(e, day-1, day, coach.MarkRace); n != 0 {
		t.Error("a plan without a race has one")
	}
	paused := engine.New(diary.Build([]diary.File{runsOn(50, 57, 63, 71)}, nil), rule.Default())
	for b, want := range map[diary.Date]int{56: 0, 57: 1, 63: 1, 71: 2} {
		if n, m := count(paused, 50, b, coach.MarkBack); n != want || b == 57 && m.N != 7 || b == 71 && m.N != 8 {
			t.Errorf("to %d: %d returns, %+v", b, n, m)
		}
	}
}

// Calm check-ins are marked on a chart of up to six weeks and a day; a screen once
// a day.
func TestMarksOfCalmDays(t *testing.T) {
	file := checkIn(100, func(c *diary.CheckIn) { c.Fatigue = 1 })
	file.Screens = []diary.Screen{{Stamp: at(101), Test: "toe_reach"}, {Stamp: at(102), Test: "toe_reach"}}
	file.Tags = []diary.DayTag{{Stamp: at(103), Tag: "illness"}}
	e := engine.New(diary.Build([]diary.File{file}, nil), rule.Default())
	see := func(a, b diary.Date) (out []coach.MarkCode) {
		for _, m := range coach.Marks(e, a, b) {
			out = append(out, m.Code)
		}
		return out
	}
	if got := see(60, 103); !slices.Equal(got, []coach.MarkCode{coach.MarkCheckIn, coach.MarkIllness, coach.MarkScreen, coach.MarkScreen}) {
		t.Errorf("%q", got)
	}
	if got := see(59, 103); slices.Contains(got, coach.MarkCheckIn) {
		t.Errorf("a day longer: %q", got)
	}
}
