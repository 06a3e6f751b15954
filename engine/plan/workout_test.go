package plan_test

import (
	"fmt"
	"math"
	"testing"

	"rebound/engine/diary"
	"rebound/engine/plan"
	"rebound/engine/verdict"
)

// steps is a workout as "300 2x(660+120) 420": seconds of warm-up, the repeats of work
// and recovery, cool-down.
func steps(w plan.Workout) (out string) {
	for i, s := range w.Steps {
		switch {
		case s.Repeat > 0:
			out += fmt.Sprintf(" x%d", s.Repeat)
		case i == 0:
			out = fmt.Sprint(s.Seconds)
		default:
			out += fmt.Sprintf(" %d", s.Seconds)
		}
	}
	return out
}

// The steps of a session by its minutes: about 45% of a tempo in pieces of a quarter
// of an hour, an hour at most; about half of intervals in three and two minutes, ten
// of them at most.
func TestStepsOfAWorkout(t *testing.T) {
	p := plan.Plan{}
	for _, c := range []struct {
		kind    verdict.SessionKind
		minutes float64
		want    string
	}{
		{verdict.Tempo, 10, "180 300 120 120"}, {verdict.Tempo, 20, "300 540 120 240"}, {verdict.Tempo, 33, "600 840 120 420"},
		{verdict.Tempo, 35, "600 900 120 480"}, {verdict.Tempo, 36, "540 480 120 x2 420"}, {verdict.Tempo, 50, "840 660 120 x2 600"},
		{verdict.Tempo, 133, "2460 840 120 x4 1680"}, {verdict.Tempo, 200, "4740 900 120 x4 3180"},
		{verdict.Intervals, 13, "240 180 120 240"}, {verdict.Intervals, 20, "360 180 120 x2 240"}, {verdict.Intervals, 23, "240 180 120 x3 240"},
		{verdict.Intervals, 39, "840 180 120 x3 600"}, {verdict.Intervals, 40, "720 180 120 x4 480"}, {verdict.Intervals, 60, "1080 180 120 x6 720"},
		{verdict.Intervals, 100, "1800 180 120 x10 1200"}, {verdict.Intervals, 150, "3600 180 120 x10 2400"},
	} {
		s := plan.Session{Date: monday, Session: verdict.Session{Kind: c.kind, Minutes: c.minutes}}
		w, ok := p.Workout(s)
		if got := steps(w); !ok || got != c.want || w.Date != monday || w.Kind != c.kind {
			t.Errorf("%s of %g min: %s, want %s", c.kind, c.minutes, got, c.want)
		}
	}
	for minutes, want := range map[float64]string{30: "60 60 x15", 29: "60 60 x15", 28.9: "60 60 x14", 2: "60 60", 0: "60 60"} {
		w, _ := p.Workout(plan.Session{Session: verdict.Session{Kind: verdict.WalkRun, Minutes: minutes}})
		if got := steps(w); got != want {
			t.Errorf("a walk-run of %g min without a stage: %s, want %s", minutes, got, want)
		}
	}
	for _, kind := range []verdict.SessionKind{verdict.Easy, verdict.Long, verdict.Race, verdict.Rest, verdict.Cross} {
		if w, ok := p.Workout(plan.Session{Session: verdict.Session{Kind: kind, Minutes: 50}}); ok {
			t.Errorf("%s has no steps: %+v", kind, w)
		}
	}
}

// What a session asks for: shares of the maximal heart rate, and the pace of a VDOT,
// which work goes by where it is known.
func TestTargetsInNumbers(t *testing.T) {
	paces := plan.Paces{VDOT: 50, Easy: [2]float64{6, 5}, Tempo: [2]float64{4.5, 4.25}, Intervals: [2]float64{4, 3.9}}
	p := plan.Plan{MaxHR: 200, Paces: &paces}
	speed := func(pace [2]float64) [2]float64 { return [2]float64{1000 / pace[0] / 60, 1000 / pace[1] / 60} }
	for kind, want := range map[verdict.SessionKind]plan.Target{
		verdict.Easy: {HR: [2]float64{130, 160}, Speed: speed(paces.Easy)}, verdict.Long: {HR: [2]float64{130, 160}, Speed: speed(paces.Easy)},
		verdict.Tempo: {HR: [2]float64{168, 180}, Speed: speed(paces.Tempo)}, verdict.Intervals: {HR: [2]float64{180, 194}, Speed: speed(paces.Intervals)},
		verdict.Rest: {}, verdict.Cross: {}, verdict.WalkRun: {},
	} {
		got := p.Target(plan.Session{Session: verdict.Session{Kind: kind, Minutes: 50, Km: 10}})
		for i := range 2 {
			if got.HR[i] != want.HR[i] || math.Abs(got.Speed[i]-want.Speed[i]) > 1e-9 {
				t.Errorf("%s: %+v, want %+v", kind, got, want)
			}
		}
	}
	race := p.Target(plan.Session{Session: verdict.Session{Kind: verdict.Race, Km: 10}})
	if v := 10_000 / (60 * plan.RaceMinutes(50, 10)); race.HR != [2]float64{} || math.Abs(race.Speed[0]-v) > 1e-9 || race.Speed[0] != race.Speed[1] {
		t.Errorf("a race: %+v, want %g m/s", race, v)
	}
	if got := p.Target(plan.Session{Session: verdict.Session{Kind: verdict.Race}}); got != (plan.Target{}) {
		t.Errorf("a race of unknown length: %+v", got)
	}
	tempo := plan.Session{Session: verdict.Session{Kind: verdict.Tempo, Minutes: 50}}
	if w, _ := p.Workout(tempo); w.Steps[1].Speed != p.Target(tempo).Speed || w.Steps[1].HR != [2]float64{} {
		t.Errorf("by pace: %+v", w.Steps[1])
	}
	p.Paces = nil
	if w, _ := p.Workout(tempo); w.Steps[1].HR != [2]float64{168, 180} || w.Steps[1].Speed != [2]float64{} || p.Target(tempo).Speed != [2]float64{} {
		t.Errorf("by heart rate: %+v", w.Steps[1])
	}
}

// A plan is followed on its days and the six before them, its deloads are its own
// weeks' but for the race's, and its races are found by date.
func TestWhatAPlanCovers(t *testing.T) {
	session := func(d diary.Date, kind verdict.SessionKind) plan.Session {
		return plan.Session{Date: d, Session: verdict.Session{Kind: kind, Minutes: 30, Km: 5}}
	}
	p := plan.Plan{
		Sessions: []plan.Session{session(monday+2, verdict.Easy), session(monday+9, verdict.Race), session(monday+12, verdict.Easy), session(monday+13, verdict.Race)},
		Weeks:    []plan.Week{{Start: monday, Km: 5}, {Start: monday + 7, Km: 15, Deload: true}},
		Race:     &plan.Race{Date: monday + 20, Km: 10},
	}
	for d, want := range map[diary.Date]bool{monday - 5: false, monday - 4: true, monday + 2: true, monday + 13: true, monday + 14: false} {
		if got := p.Covers(d); got != want {
			t.Errorf("%d days from Monday: covered %v", d-monday, got)
		}
	}
	for d, want := range map[diary.Date]bool{monday + 6: false, monday + 7: true, monday + 13: true, monday + 14: false} {
		if got := p.DeloadOn(d); got != want {
			t.Errorf("%d days from Monday: deload %v", d-monday, got)
		}
	}
	p.Race.Date = monday + 13
	if p.DeloadOn(monday+8) || (*plan.Plan)(nil).Covers(monday) || len((*plan.Plan)(nil).Races(monday, monday+9)) != 0 || new(plan.Plan).Covers(monday) {
		t.Error("the race's week is no deload, and no plan covers nothing")
	}
	for _, c := range []struct{ a, b, n diary.Date }{{monday, monday + 8, 0}, {monday, monday + 9, 1}, {monday + 9, monday + 13, 2}, {monday + 10, monday + 13, 1}, {monday + 10, monday + 12, 0}} {
		if got := p.Races(c.a, c.b); len(got) != int(c.n) {
			t.Errorf("%d to %d: %v, want %d races", c.a-monday, c.b-monday, got, c.n)
		}
	}
}
