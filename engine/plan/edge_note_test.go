package plan_test

import (
	"testing"
	"time"

	"rebound/engine/diary"
	"rebound/engine/plan"
	"rebound/engine/rule"
)

// From how many km a week on something hard is long enough, by the days that are run.
func TestFromWhatVolumeSomethingIsHard(t *testing.T) {
	r := rule.Default()
	for n, want := range []float64{1: 15, 2: 15, 3: 15, 4: 20, 5: 24, 6: 29, 7: 34} {
		if n == 0 {
			continue
		}
		p := by(&r, plan.Goal{Start: monday, PerWeek: n, Now: plan.Shape{Weekly: 5, Easy: 6}})
		if got, ok := noted(p, plan.AllEasy); !ok || got.Limit != want || got.Value != float64(n) {
			t.Errorf("on %d days: %+v, want %g km", n, got, want)
		}
	}
	for in, want := range map[diary.Date]bool{13: false, 14: true} {
		p := by(&r, plan.Goal{Start: monday, PerWeek: 3, Race: &plan.Race{Date: monday + in, Km: 5}, Now: plan.Shape{Weekly: 12, Easy: 6}})
		if _, ok := noted(p, plan.AllEasy); ok != want {
			t.Errorf("a race in %d days, nothing hard: said %v", in, ok)
		}
	}
}

// What too few days cannot carry is said from a twentieth on, and more than a km.
func TestVolumeThatIsLost(t *testing.T) {
	r := rule.Default()
	for km, want := range map[float64]float64{60: 0, 63: 0, 70: 63, 120: 63} {
		p := by(&r, plan.Goal{Start: monday, PerWeek: 2, Now: plan.Shape{Weekly: km, Easy: 5}})
		if n, ok := noted(p, plan.VolumeLost); ok != (want > 0) || n.Limit != want {
			t.Errorf("%g km on two days: %v %+v, want %g", km, ok, n, want)
		}
	}
	for km, want := range map[float64]bool{65.9: false, 66.4: true} {
		p := by(&r, plan.Goal{Start: monday, PerWeek: 2, Now: plan.Shape{Weekly: km, Easy: 5}})
		if _, ok := noted(p, plan.VolumeLost); ok != want {
			t.Errorf("%g km on two days, which carry 63: said %v", km, ok)
		}
	}
}

// A race too soon is answered with the longest usual one that this plan is enough for,
// and with the week in which it could be.
func TestWhatCouldBeInstead(t *testing.T) {
	r := rule.Default()
	for _, c := range []struct {
		weekly, km, safe float64
	}{{15, 42.195, 5}, {30, 42.195, 10}, {9, 10, 5}, {4, 5, 0}, {15, 21.0975, 5}} {
		race := monday + 34
		g := plan.Goal{Start: monday, PerWeek: 4, Race: &plan.Race{Date: race, Km: c.km}, Now: plan.Shape{Weekly: c.weekly, Easy: 5}}
		n, ok := noted(by(&r, g), plan.TooSoon)
		if !ok || n.SafeKm != c.safe || (n.SafeOn-race)%7 != 0 {
			t.Errorf("%g km from %g a week: %+v, want %g km", c.km, c.weekly, n, c.safe)
			continue
		}
		for later := diary.Date(0); later <= n.SafeOn-race; later += 7 {
			g.Race = &plan.Race{Date: race + later, Km: c.km}
			if _, soon := noted(by(&r, g), plan.TooSoon); soon == (later == n.SafeOn-race) {
				t.Errorf("%g km from %g a week, %d days later: too soon %v, said to be safe on %v", c.km, c.weekly, later, soon, n.SafeOn)
			}
		}
	}
}

// Where races on the way leave their marks: the weeks that lie in the easy days as a
// whole are light, hard days keep three days from a race and stay away until its easy
// days are over.
func TestAroundARaceOnTheWay(t *testing.T) {
	r := rule.Default()
	made := func(back int, km float64) plan.Plan {
		return by(&r, plan.Goal{Start: monday, PerWeek: 7, Tune: []plan.Race{{Date: monday + diary.Date(back), Km: km}}, Now: plan.Shape{Weekly: 90, Easy: 5}})
	}
	for km, want := range map[float64][3]bool{10: {}, 10.3: {}, 11.2: {true}, 21.0975: {true}, 23: {true, true}} {
		p := made(13, km)
		for i, light := range want {
			if w := p.Weeks[2+i]; w.Recovery != light && !w.Deload {
				t.Errorf("%g km: %+v, light %v", km, w, light)
			}
		}
	}
	p := made(20, 5) // a Sunday, its easy days until Wednesday
	if got := weekday(p, monday+14) + weekday(p, monday+21); got != "etieeereeeeeel" && p.On(monday+18).Hard {
		t.Errorf("around the race: %s", got)
	}
	for d := monday + 18; d <= monday+23; d++ {
		if s := p.On(d); s.Kind.Hard() || s.Kind == "long" {
			t.Errorf("too near to the race: %+v", s)
		}
	}
	saturday := time.Saturday
	final := by(&r, plan.Goal{Start: monday, PerWeek: 7, Long: &saturday, Race: &plan.Race{Date: monday + 34, Km: 10}, Now: plan.Shape{Weekly: 90, Easy: 5}})
	for d := monday + 28; d <= monday+34; d++ {
		if s := final.On(d); s.Kind == "long" || s.Kind.Hard() && monday+34-d < 3 {
			t.Errorf("the last week: %+v", s)
		}
	}
	if s := final.On(monday + 26); s.Kind != "long" {
		t.Errorf("eight days before the race: %+v", s)
	}
}
