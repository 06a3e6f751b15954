package body_test

import (
	"slices"
	"testing"

	"rebound/engine/body"
	"rebound/engine/diary"
	"rebound/engine/load"
	"rebound/engine/rule"
	"rebound/engine/rule/ruletest"
)

// Where each of the markers stands in their list.
const (
	tolerance = iota
	smoothness
	energy
	recovery
)

// marked is one marker today.
func marked(r *rule.Settings, which int, change func(in *body.MarkerInput)) body.Marker {
	in := body.MarkerInput{Date: today, Rules: r, Reported: &diary.Reported{}, History: load.New(&diary.Diary{}, *r)}
	change(&in)
	slices.SortFunc(in.Reported.CheckIns, func(a, b diary.CheckIn) int { return int(a.Date - b.Date) })
	return body.Markers(in)[which]
}

// answered is a check-in with all nine scores at one value.
func answered(back int, v diary.Score) diary.CheckIn {
	c := checkIn(back, 5, v)
	c.Fatigue, c.Tension, c.Soreness, c.Stress = v, v, v, v
	return c
}

// halves is n check-ins in each half of two times four weeks: those of now at 1 but
// for some at 2, those before at 2.
func halves(n, worse int) (out []diary.CheckIn) {
	for i := range n {
		v := diary.Score(1)
		if i < worse {
			v = 2
		}
		out = append(out, answered(i, v), answered(35+i, 2))
	}
	return out
}

// carried is eight weeks of daily loads and quiet check-ins, the last four at another
// load and with so many of their 28 check-ins sore.
func carried(r *rule.Settings, before, now float64, sore int) body.Marker {
	return marked(r, tolerance, func(in *body.MarkerInput) {
		for back := 55; back >= 0; back-- {
			d, c := load.Day{Load: before, Known: true}, answered(back, 0)
			if back < 28 {
				d.Load = now
				if back < sore {
					c.Soreness = 3
				}
			}
			in.Loads, in.Reported.CheckIns = append(in.Loads, d), append(in.Reported.CheckIns, c)
		}
	})
}

// recovered is hard sessions in both halves, after each of which some mornings pass
// until the runner is fresh.
func recovered(r *rule.Settings, now, before []diary.Date) body.Marker {
	fresh := map[diary.Date]bool{}
	return marked(r, recovery, func(in *body.MarkerInput) {
		for half, list := range [][]diary.Date{before, now} {
			for i, mornings := range list {
				d := today - diary.Date(50-30*half) + diary.Date(6*i)
				in.Hard = append(in.Hard, load.Session{Date: d})
				fresh[d+mornings] = true
			}
		}
		in.Fresh = func(d diary.Date) (bool, bool) { return fresh[d], true }
	})
}

func TestProgressBoundaries(t *testing.T) {
	usual := []int{40, 35, 30, 25, 20}
	cadence := func(g body.Gait) body.GaitLine {
		return g.Lines[slices.IndexFunc(g.Lines, func(l body.GaitLine) bool { return l.Measure == body.GaitCadence })]
	}
	gait := func(r *rule.Settings, lately func(s *load.Stride)) body.GaitLine {
		return cadence(body.GaitOn(striding(r, []int{4, 0}, usual, func(*load.Stride) {}, lately), today, r))
	}
	ruletest.Boundaries(t, "progress", []ruletest.Case{
		{Key: "gait_band", At: 0.08, Edge: ruletest.AtMost, Holds: func(r *rule.Settings, share float64) bool {
			return gait(r, func(s *load.Stride) { s.Speed = 3 * (1 + share) }).Runs == 2 && gait(r, func(s *load.Stride) { s.Speed = 3 * (1 - share) }).Runs == 2
		}},
		{Key: "gait_sd", At: 1.5, Edge: ruletest.AtLeast, Holds: func(r *rule.Settings, sd float64) bool {
			r.GaitFloor = 0.1
			return gait(r, func(s *load.Stride) { s.Cadence -= 17 * sd }).State == body.GaitOut
		}},
		{Key: "gait_floor", At: 0.02, Gives: func(r *rule.Settings) float64 { return gait(r, func(*load.Stride) {}).SD / 170 }},
		{Key: "programme_skip", At: 7, Edge: ruletest.Over, Holds: func(r *rule.Settings, back float64) bool {
			s := state(r, func(in *body.Input) {
				in.Reported.Ticks = []diary.Tick{{Stamp: ago(27), Code: "calf_roll"}, {Stamp: ago(back), Code: "knee_to_wall"}}
			})
			return slices.Contains(s.Skipped, body.Mobility)
		}},
		{Key: "tendon_days", At: 84, Edge: ruletest.Under, Step: 1, Holds: func(r *rule.Settings, back float64) bool {
			s := state(r, func(in *body.Input) {
				in.Reported.Niggles = []diary.Niggle{{Stamp: ago(back), Site: "achilles", Side: diary.Left, Severity: 2}}
			})
			return len(s.Tendons) == 1 && s.Tendons[0].Week == int(back)/7+1
		}},
		{Key: "marker_days", At: 28, Edge: ruletest.Under, Step: 1, Holds: func(r *rule.Settings, back float64) bool {
			m := marked(r, energy, func(in *body.MarkerInput) { in.Reported.CheckIns = []diary.CheckIn{answered(int(back), 1)} })
			return m.N == 1 && m.Was == 0
		}},
		{Key: "marker_needs", At: 8, Edge: ruletest.AtLeast, Holds: func(r *rule.Settings, entries float64) bool {
			return marked(r, energy, func(in *body.MarkerInput) { in.Reported.CheckIns = halves(int(entries), 0) }).State == body.Better
		}},
		{Key: "marker_score", At: 0.25, Other: 0.5, Step: 0.125, Edge: ruletest.AtLeast, Holds: func(r *rule.Settings, change float64) bool {
			return marked(r, energy, func(in *body.MarkerInput) { in.Reported.CheckIns = halves(8, 8-int(8*change)) }).State == body.Better
		}},
		{Key: "marker_runs", At: 5, Edge: ruletest.AtLeast, Holds: func(r *rule.Settings, runs float64) bool {
			return balanced(r, int(runs), 1).State == body.Better
		}},
		{Key: "marker_balance", At: 0.3, Edge: ruletest.AtLeast, Holds: func(r *rule.Settings, points float64) bool {
			return balanced(r, 7, points).State == body.Better
		}},
		{Key: "marker_hard", At: 3, Edge: ruletest.AtLeast, Holds: func(r *rule.Settings, sessions float64) bool {
			n := int(sessions)
			return recovered(r, slices.Repeat([]diary.Date{1}, n), slices.Repeat([]diary.Date{3}, n)).State == body.Better
		}},
		{Key: "marker_back", At: 0.5, Other: 0.75, Step: 0.25, Edge: ruletest.AtLeast, Holds: func(r *rule.Settings, days float64) bool {
			before := []diary.Date{1, 1, 1, 1}
			for i := range int(4 * days) {
				before[i] = 2
			}
			return recovered(r, []diary.Date{1, 1, 1, 1}, before).State == body.Better
		}},
		{Key: "marker_load", At: 0.1, Step: 0.01, Other: 0.25, Edge: ruletest.AtLeast, Holds: func(r *rule.Settings, share float64) bool {
			return carried(r, 100, 100*(1+share), 0).State == body.Better
		}},
		{Key: "cycle_days", At: 29, Gives: func(r *rule.Settings) float64 {
			return state(r, func(in *body.Input) { in.Reported.Periods = []diary.Period{{Stamp: ago(3)}} }).Cycle.Length
		}},
		{Key: "cycle_luteal", At: 12, Edge: ruletest.Under, Holds: func(r *rule.Settings, before float64) bool {
			return state(r, func(in *body.Input) { in.Reported.Periods = []diary.Period{{Stamp: ago(28 - before)}} }).Cycle.Luteal
		}},
	})
}

// balanced is runs in each half of two times four weeks, all at 3 m/s: those before
// further from even, by so many points.
func balanced(r *rule.Settings, runs int, points float64) body.Marker {
	var now, before []int
	for i := range runs {
		now, before = append(now, runs-1-i), append(before, 45-i)
	}
	h := striding(r, now, before, func(s *load.Stride) { s.Balance = 51 + points }, func(s *load.Stride) { s.Balance = 51 })
	return marked(r, smoothness, func(in *body.MarkerInput) { in.History = h })
}
