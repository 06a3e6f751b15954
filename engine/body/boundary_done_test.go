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

// reaction is a test so many days ago, ten responses of the same time.
func reaction(back int, ms float64) diary.Reaction {
	return diary.Reaction{Stamp: ago(back), Trials: slices.Repeat([]float32{float32(ms)}, 10)}
}

// reacted is today's reaction of tests, the oldest first.
func reacted(r *rule.Settings, tests ...diary.Reaction) body.Reaction {
	return state(r, func(in *body.Input) { in.Reported.Reactions = tests }).Reaction
}

// after is a test of today after so many at 300 ms.
func after(r *rule.Settings, n int, ms float64) body.Reaction {
	var tests []diary.Reaction
	for i := range n {
		tests = append(tests, reaction(50-i, 300))
	}
	return reacted(r, append(tests, reaction(0, ms))...)
}

func TestEffortBoundaries(t *testing.T) {
	ruletest.Boundaries(t, "effort", []ruletest.Case{
		{Key: "effort_needs", At: 8, Edge: ruletest.AtLeast, Holds: func(r *rule.Settings, runs float64) bool {
			back := []int{0}
			for i := range int(runs) {
				back = append([]int{i + 1}, back...)
			}
			h := striding(r, nil, back, func(*load.Stride) {}, nil)
			for i := range h.Sessions[:int(runs)] {
				h.Sessions[i].Effort, h.Sessions[i].Rated = 4, true
			}
			x, _ := h.ExpectedEffort(&h.Sessions[int(runs)])
			return x.Own
		}},
		// By the table 63% of the maximum is a 2.
		{Key: "effort_over", At: 2, Step: 0.25, Edge: ruletest.AtLeast, Holds: func(r *rule.Settings, over float64) bool {
			r.MaxHR = 200
			h := striding(r, nil, []int{0}, func(*load.Stride) {}, nil)
			s := &h.Sessions[0]
			s.Minutes, s.HRMinutes, s.HRSum, s.Effort, s.Rated = 30, 30, 30*126, 2+over, true
			return state(r, func(in *body.Input) { in.History = h }).Harder.Date == today
		}},
		{Key: "reaction_lapse", At: 355, Step: 1, Edge: ruletest.Over, Holds: func(r *rule.Settings, ms float64) bool {
			return reacted(r, reaction(0, ms)).Latest.Lapses == 10
		}},
		{Key: "reaction_trials", At: 8, Edge: ruletest.AtLeast, Holds: func(r *rule.Settings, n float64) bool {
			short := reaction(0, 300)
			short.Trials = short.Trials[:int(n)]
			return reacted(r, short).Latest.Trials == int(n)
		}},
		{Key: "reaction_needs", At: 5, Edge: ruletest.AtLeast, Holds: func(r *rule.Settings, tests float64) bool {
			return after(r, int(tests), 300).State == body.ReactionUsual
		}},
		{Key: "reaction_sd", At: 1, Edge: ruletest.AtLeast, Holds: func(r *rule.Settings, sd float64) bool {
			r.ReactionFloor = 50
			return after(r, 9, 300+50*sd).State == body.ReactionSlowed
		}},
		{Key: "reaction_sd_floor", At: 15, Gives: func(r *rule.Settings) float64 { return after(r, 9, 300).SD }},
	})
}

// tested is a test of the screen as it stands today after one result a side.
func tested(r *rule.Settings, code string, left, right float64) body.Tested {
	s := state(r, func(in *body.Input) {
		x := body.FindTest(code)
		if !x.Sides {
			in.Reported.Screens = []diary.Screen{{Stamp: ago(0), Test: code, Value: float32(left)}}
			return
		}
		in.Reported.Screens = []diary.Screen{{Stamp: ago(0), Test: code, Side: diary.Left, Value: float32(left)}, {Stamp: ago(0), Test: code, Side: diary.Right, Value: float32(right)}}
	})
	return s.Screen[slices.IndexFunc(s.Screen, func(x body.Tested) bool { return x.Code == code })]
}

func TestScreenBoundaries(t *testing.T) {
	// Enough is fine, and less is low.
	fine := func(code string) func(r *rule.Settings, v float64) bool {
		return func(r *rule.Settings, v float64) bool { return tested(r, code, v, v).State == body.ScreenFine }
	}
	// So much less on the right is uneven.
	uneven := func(code string, left float64) func(r *rule.Settings, v float64) bool {
		return func(r *rule.Settings, v float64) bool {
			x := tested(r, code, left, left-v)
			return x.State == body.ScreenUneven && x.Worse == diary.Right
		}
	}
	share := uneven("calf_raise", 50)
	ruletest.Boundaries(t, "screen", []ruletest.Case{
		{Key: "screen_knee_to_wall", At: 9, Edge: ruletest.AtLeast, Holds: fine("knee_to_wall")},
		{Key: "screen_calf_raise", At: 25, Edge: ruletest.AtLeast, Holds: fine("calf_raise")},
		{Key: "screen_side_plank", At: 45, Step: 1, Edge: ruletest.AtLeast, Holds: fine("side_plank")},
		{Key: "screen_bridge", At: 20, Edge: ruletest.AtLeast, Holds: fine("single_leg_bridge")},
		{Key: "screen_squat", At: 2, Other: 1, Edge: ruletest.AtLeast, Holds: fine("single_leg_squat")},
		{Key: "screen_hip_rotation", At: 30, Edge: ruletest.AtLeast, Holds: fine("hip_rotation")},
		{Key: "screen_toe_reach", At: 0, Edge: ruletest.AtLeast, Holds: fine("toe_reach")},
		{Key: "screen_balance", At: 10, Edge: ruletest.AtLeast, Holds: fine("balance")},
		{Key: "screen_uneven_knee", At: 1.5, Edge: ruletest.Over, Holds: uneven("knee_to_wall", 15)},
		{Key: "screen_uneven_hip", At: 10, Edge: ruletest.Over, Holds: uneven("hip_rotation", 60)},
		{Key: "screen_uneven_balance", At: 10, Edge: ruletest.Over, Holds: uneven("balance", 100)},
		{Key: "screen_uneven", At: 0.2, Step: 0.02, Edge: ruletest.Over, Holds: func(r *rule.Settings, v float64) bool { return share(r, 50*v) }},
		{Key: "screen_repeat", At: 28, Gives: func(r *rule.Settings) float64 { return float64(tested(r, "balance", 30, 30).Repeat - today) }},
	})
}

// The screen's exercise for a side that is worse than the other has no unevenness of
// its own where any is too much: a squat.
func TestUnevenSquat(t *testing.T) {
	r := rule.Default()
	if x := tested(&r, "single_leg_squat", 3, 2); x.State != body.ScreenUneven || x.Worse != diary.Right || x.Difference != 1 {
		t.Errorf("%+v", x)
	}
	if x := tested(&r, "single_leg_squat", 2, 2); x.State != body.ScreenFine || x.Worse != "" {
		t.Errorf("%+v", x)
	}
}
