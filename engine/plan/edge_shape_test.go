package plan_test

import (
	"testing"
	"time"

	"rebound/engine/diary"
	"rebound/engine/load"
	"rebound/engine/plan"
	"rebound/engine/rule"
)

// Where the runs of a week fall does not hang on the order in which its days are named.
func TestDaysInAnyOrder(t *testing.T) {
	for _, c := range []struct {
		days []time.Weekday
		want string
	}{
		{[]time.Weekday{5, 3, 1}, "t-e-l--"}, {[]time.Weekday{3, 5, 1}, "t-e-l--"}, {[]time.Weekday{5, 2, 1, 4}, "te-el--"},
		{[]time.Weekday{0, 1, 2}, "et----l"}, {[]time.Weekday{1, 0, 4, 3, 2}, "etei--l"}, {[]time.Weekday{4, 2, 3, 1, 0, 6}, "etei-el"},
	} {
		weeks(t, "in any order", plan.Goal{Days: c.days, Now: fit}, c.want)
	}
}

// What a runner does now is seen up to yesterday, and of runs alone.
func TestShapeEndsYesterday(t *testing.T) {
	r := rule.Default()
	r.MaxHR = 190
	const start = diary.Date(20_006)
	run := func(back int, km, minutes, hot float64, sport diary.Sport) diary.Activity {
		date := start - diary.Date(back)
		a := diary.Activity{Date: date, Start: int64(date) * 86400, Sport: sport, Seconds: float32(60 * minutes), Meters: float32(1000 * km)}
		for i := range int(minutes * 60 / diary.TrackStep) {
			bpm := uint8(130)
			if float64(i)*diary.TrackStep/60 < hot {
				bpm = 175
			}
			a.Track.HR = append(a.Track.HR, bpm)
		}
		return a
	}
	shape := func(list ...diary.Activity) plan.Shape {
		return plan.ShapeOf(load.New(&diary.Diary{Activities: list}, r), start, &r)
	}
	today := run(0, 10, 40, 40, diary.Running)
	if s := shape(run(1, 5, 30, 0, diary.Running), today); s.VDOT != 0 || len(s.Past) != 1 || s.Weekly != 5 {
		t.Errorf("today's run is seen: %+v", s)
	}
	for name, c := range map[string]struct {
		a    diary.Activity
		vdot bool
		past int
	}{
		"hard for half of it":   {run(3, 10, 50, 25, diary.Running), true, 1},
		"for a little less":     {run(3, 10, 50, 24.9, diary.Running), false, 1},
		"a ride":                {run(3, 30, 50, 50, "cycling"), false, 0},
		"of no length":          {run(3, 0, 50, 50, diary.Running), false, 0},
		"of no time":            {run(3, 10, 0, 0, diary.Running), false, 1},
		"as fast as any so far": {run(3, 10, 26.4, 26.4, diary.Running), true, 1},
		"faster":                {run(3, 10, 26.2, 26.2, diary.Running), false, 1},
	} {
		if s := shape(c.a); (s.VDOT > 0) != c.vdot || len(s.Past) != c.past {
			t.Errorf("%s: %+v (VDOT %g)", name, s, plan.VDOT(10, 26.4))
		}
	}
	// The maximum that says what was hard is of the days before too.
	var seen rule.Settings = rule.Default()
	seen.Age = 40
	peak := run(0, 8, 30, 30, diary.Running)
	for i := range peak.Track.HR {
		peak.Track.HR[i] = 205
	}
	s := plan.ShapeOf(load.New(&diary.Diary{Activities: []diary.Activity{run(6, 10, 45, 45, diary.Running), run(5, 10, 45, 45, diary.Running), peak}}, seen), start, &seen)
	if s.MaxHR != 175 || s.VDOT == 0 {
		t.Errorf("%+v", s)
	}
}

// What the paces of a VDOT are: shares of it, each as the speed that costs so much.
func TestPacesOfAVDOT(t *testing.T) {
	r := rule.Default()
	p := by(&r, plan.Goal{Start: monday, PerWeek: 4, Race: &plan.Race{Date: monday + 90, Km: 10}, Now: plan.Shape{Weekly: 40, VDOT: 50}})
	cost := func(pace float64) float64 { v := 1000 / pace; return -4.60 + 0.182258*v + 0.000104*v*v }
	for name, c := range map[string][2]float64{
		"easy, slow": {p.Paces.Easy[0], 0.59}, "easy, fast": {p.Paces.Easy[1], 0.74}, "tempo, slow": {p.Paces.Tempo[0], 0.83}, "tempo, fast": {p.Paces.Tempo[1], 0.88},
		"intervals, slow": {p.Paces.Intervals[0], 0.95}, "intervals, fast": {p.Paces.Intervals[1], 1},
	} {
		if !near(cost(c[0]), 50*c[1]) {
			t.Errorf("%s: %g min a km costs %g of %g", name, c[0], cost(c[0]), 50*c[1])
		}
	}
	if !near(p.Paces.Race, plan.RaceMinutes(50, 10)/10) || !near(plan.VDOT(10, plan.RaceMinutes(50, 10)), 50) {
		t.Errorf("race pace %g", p.Paces.Race)
	}
	// The slowest and the fastest that are looked for.
	if m := plan.RaceMinutes(400, 10); m < 10-1e-6 || m > 10+1e-6 {
		t.Errorf("beyond any runner: %g minutes", m)
	}
	if m := plan.RaceMinutes(-5, 10); m != 300 {
		t.Errorf("slower than standing: %g minutes", m)
	}
	// Its sessions are timed by their paces, those of a runner without one by the usual.
	for d := monday; d < monday+7; d++ {
		s, easy := p.On(d), (p.Paces.Easy[0]+p.Paces.Easy[1])/2
		if factor := map[string]float64{"easy": 1, "long": 1, "tempo": 0.92, "intervals": 0.95}[string(s.Kind)]; s.Km > 0 && (s.Minutes < s.Km*easy*factor-0.51 || s.Minutes > s.Km*easy*factor+0.51) {
			t.Errorf("%+v at %g minutes a km", s, easy)
		}
	}
	usual := by(&r, plan.Goal{Start: monday, PerWeek: 4, Race: &plan.Race{Date: monday + 90, Km: 10}, Now: plan.Shape{Weekly: 40, Easy: 6}})
	if race := usual.On(monday + 90); race.Minutes != 54 || usual.Paces != nil {
		t.Errorf("a race at nine tenths of the usual pace: %+v", race)
	}
}
