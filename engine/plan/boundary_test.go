package plan_test

import (
	"math"
	"slices"
	"testing"

	"rebound/engine"
	"rebound/engine/cycle"
	"rebound/engine/diary"
	"rebound/engine/load"
	"rebound/engine/plan"
	"rebound/engine/rule"
	"rebound/engine/rule/ruletest"
	"rebound/engine/verdict"
)

// by is a plan by other settings than the default; nothing that it is asked for here
// can be refused.
func by(r *rule.Settings, g plan.Goal) plan.Plan {
	p, err := plan.Make(g, r)
	if err != nil {
		panic(err)
	}
	return p
}

// weekOf is the km of the week that holds a date, its race counted in.
func weekOf(p plan.Plan, d diary.Date) float64 {
	i := slices.IndexFunc(p.Weeks, func(w plan.Week) bool { return w.Start == plan.Monday(d) })
	return p.Weeks[i].Km
}

// steady is a runner of 120 km a week on six days, which no rounding to tenths blurs.
func steady(g plan.Goal) plan.Goal {
	g.Start, g.PerWeek, g.Now.Weekly, g.Now.Easy = monday, 6, 120, 5
	return g
}

// recovering is a marathon's easy days for one who runs ten km every day: the km of
// each day's run from the first on, and how many they are.
func recovering(r *rule.Settings) (km []float64, n int) {
	g := plan.Goal{Start: monday, PerWeek: 7, Recover: &plan.Race{Date: monday - 1, Km: 42.195}, Now: plan.Shape{Weekly: 70, Easy: 5, Past: []plan.Run{{Date: monday - 1, Km: 42.2}}}}
	p := by(r, g)
	for _, s := range p.Sessions {
		if s.Km > 0 {
			km = append(km, s.Km)
		}
	}
	return km, len(km)
}

// raced is an engine that follows a plan to 20 km on Sunday, of which so many were run.
func raced(r *rule.Settings, km float64) *engine.Engine {
	p := plan.Plan{Race: &plan.Race{Date: monday + 6, Km: 20}, Sessions: []plan.Session{{Date: monday + 6, Session: verdict.Session{Kind: verdict.Race, Minutes: 100, Km: 20}, Hard: true}}}
	run := diary.Activity{Date: monday + 6, Start: int64(monday+6) * 86400, Sport: diary.Running, Seconds: 6000, Meters: float32(1000 * km)}
	e := engine.New(diary.Build([]diary.File{{Activities: []diary.Activity{run}}}, nil), *r)
	e.Follow(&p)
	return e
}

// blocks is two blocks of as many days with two easy runs each, the second changed.
func blocks(n int, change func(d *cycle.Day)) (out []cycle.Day, starts []diary.Date) {
	for i := range 2 * n {
		d := cycle.Day{Date: monday + diary.Date(i), Load: 100, LoadKnown: true, Signals: 3, Checked: true}
		if i%n == 0 || i%n == n-1 {
			d.Easy = &cycle.Easy{HR: 140, Index: 1}
		}
		if i >= n {
			change(&d)
		}
		out = append(out, d)
	}
	return out, []diary.Date{monday, monday + diary.Date(n)}
}

func reviewed(r *rule.Settings, n int, change func(d *cycle.Day)) cycle.Cycle {
	days, starts := blocks(n, change)
	return cycle.Review(days, starts, cycle.Limits{Load: r.CycleLoad, Easier: r.CycleEasier, Index: r.CycleIndex, Early: int(r.CycleEarly)})[0]
}

func TestPlanBoundaries(t *testing.T) {
	ruletest.Boundaries(t, "plan", []ruletest.Case{
		{Key: "slip_days", At: 14, Edge: ruletest.AtMost, Holds: func(r *rule.Settings, days float64) bool {
			p := plan.Plan{Sessions: []plan.Session{{Date: 20000}}}
			s, ok := p.SlipSpan(20000, r)
			if ok {
				t.Errorf("a day old, and looked at from %v", s.From)
			}
			s, ok = p.SlipSpan(20000+diary.Date(r.SlipDays)-1, r)
			return ok && s.From == 20000 && s.To-s.From+1 >= diary.Date(days)
		}},
		{Key: "slip_needs", At: 4, Edge: ruletest.AtLeast, Holds: func(r *rule.Settings, n float64) bool {
			return plan.Slip{Planned: int(n)}.Slipped(r)
		}},
		{Key: "slip_share", At: 0.5, Edge: ruletest.Under, Holds: func(r *rule.Settings, share float64) bool {
			return plan.Slip{Planned: 100, Ran: int(math.Round(100 * share))}.Slipped(r)
		}},
		{Key: "deload_every", At: 4, Gives: func(r *rule.Settings) float64 {
			var at []int
			for i, w := range by(r, steady(plan.Goal{})).Weeks {
				if w.Deload {
					at = append(at, i)
				}
			}
			return float64(at[1] - at[0])
		}},
		{Key: "deload_scale", At: 0.5, Within: 0.002, Gives: func(r *rule.Settings) float64 {
			w := by(r, steady(plan.Goal{})).Weeks
			return w[3].Km / ((w[0].Km + w[1].Km + w[2].Km) / 3)
		}},
		// A little more in the first week of the taper, a little less in the race's.
		{Key: "taper_scale", At: 0.5, Within: 0.005, Gives: func(r *rule.Settings) float64 {
			race := monday + 7*7 - 1
			p := by(r, steady(plan.Goal{Race: &plan.Race{Date: race, Km: 10}}))
			usual := weekOf(p, race-14)
			return (weekOf(p, race-7)/1.06 + (weekOf(p, race)-10)/0.88) / 2 / usual
		}},
		// The race is counted in; of five days the two before it hold half of their share.
		{Key: "race_week", At: 0.9, Within: 0.005, Gives: func(r *rule.Settings) float64 {
			race := monday + 2*7 - 1
			p := by(r, steady(plan.Goal{Tune: []plan.Race{{Date: race, Km: 10}}}))
			return ((weekOf(p, race)-10)/0.8 + 10) / weekOf(p, race-7)
		}},
		{Key: "race_after", At: 0.7, Within: 0.005, Gives: func(r *rule.Settings) float64 {
			race := monday + 2*7 - 1
			p := by(r, steady(plan.Goal{Tune: []plan.Race{{Date: race, Km: 21.0975}}}))
			return weekOf(p, race+1) / weekOf(p, race-7)
		}},
		{Key: "recover_from", At: 0.3, Within: 0.02, Gives: func(r *rule.Settings) float64 {
			km, n := recovering(r) // it grows evenly: as much before the first day as after it
			return (km[0] - (km[n-1]-km[0])/float64(n-1)) / 10
		}},
		{Key: "recover_to", At: 0.8, Within: 1e-9, Gives: func(r *rule.Settings) float64 {
			km, n := recovering(r)
			return km[n-1] / 10
		}},
		{Key: "race_easy_km", At: 1.6, Within: 0.05, Gives: func(r *rule.Settings) float64 {
			return 160 / float64(plan.RecoverUntil(plan.Race{Date: monday, Km: 160}, r)-monday)
		}},
		{Key: "race_easy_days", At: 2, Gives: func(r *rule.Settings) float64 {
			return float64(plan.RecoverUntil(plan.Race{Date: monday, Km: 1}, r) - monday)
		}},
		{Key: "race_ran", At: 0.5, Edge: ruletest.AtLeast, Holds: func(r *rule.Settings, share float64) bool {
			_, ok := raced(r, 20*share).RacedOn(monday+6, monday+7)
			return ok
		}},
		{Key: "race_full", At: 0.9, Edge: ruletest.AtLeast, Holds: func(r *rule.Settings, share float64) bool {
			x, _ := raced(r, 20*share).RacedOn(monday+6, monday+7)
			return x.Full
		}},
		{Key: "done_near", At: 0.2, Step: 0.01, Edge: ruletest.AtMost, Holds: func(r *rule.Settings, share float64) bool {
			near := func(minutes float64) bool {
				p := plan.Session{Session: verdict.Session{Kind: verdict.Easy, Minutes: 50}}
				done := plan.Compare(p, []load.Session{{Run: true, Minutes: minutes}}, runner(*r), load.MaxHR{}, r, true)
				return done.Outcome == plan.AsPlanned
			}
			return near(50*(1+share)) && near(50*(1-share))
		}},
		{Key: "cycle_load", At: 0.05, Edge: ruletest.AtLeast, Holds: func(r *rule.Settings, more float64) bool {
			return reviewed(r, 28, func(d *cycle.Day) { d.Load *= 1 + more }).Stress == cycle.Yes
		}},
		{Key: "cycle_easier", At: 1, Edge: ruletest.AtLeast, Holds: func(r *rule.Settings, bpm float64) bool {
			return reviewed(r, 28, func(d *cycle.Day) { d.Easy = easier(d.Easy, bpm, 0) }).Adaptation == cycle.Yes
		}},
		{Key: "cycle_index", At: 0.05, Edge: ruletest.AtLeast, Holds: func(r *rule.Settings, mps float64) bool {
			return reviewed(r, 28, func(d *cycle.Day) { d.Easy = easier(d.Easy, 0, mps) }).Adaptation == cycle.Yes
		}},
		{Key: "cycle_early", At: 14, Edge: ruletest.AtLeast, Holds: func(r *rule.Settings, days float64) bool {
			c := reviewed(r, int(days), func(d *cycle.Day) { d.Load *= 2 })
			return c.Stress == cycle.Yes && c.Response == cycle.No
		}},
	})
}

func easier(e *cycle.Easy, bpm, mps float64) *cycle.Easy {
	if e == nil {
		return nil
	}
	return &cycle.Easy{HR: e.HR - bpm, Index: e.Index + mps}
}

// The cap of a session is 110% of the longest of the 30 days before its week.
func TestSessionCapOfAPlan(t *testing.T) {
	for name, c := range map[string]struct {
		back diary.Date // days before the plan's first Monday
		want float64
	}{"thirty days before the Sunday": {24, 11}, "the day before": {1, 11}} {
		r := rule.Default()
		g := plan.Goal{Start: monday, PerWeek: 1, Now: plan.Shape{Weekly: 100, Easy: 5, Past: []plan.Run{{Date: monday - c.back, Km: 10}}}}
		if s := by(&r, g).Sessions[0]; math.Abs(s.Km-c.want) > 1e-9 || s.Date != monday+6 {
			t.Errorf("%s: %+v, want %g km", name, s, c.want)
		}
	}
	r := rule.Default()
	g := plan.Goal{Start: monday, PerWeek: 1, Now: plan.Shape{Weekly: 30, Easy: 5, Past: []plan.Run{{Date: monday - 25, Km: 10}}}}
	if s := by(&r, g).Sessions[0]; s.Km != 30 {
		t.Errorf("a run of 31 days before caps nothing: %+v", s)
	}
}
