package body_test

import (
	"slices"
	"testing"

	"rebound/engine/body"
	"rebound/engine/diary"
)

// The latest test of three days is compared with those of the sixty days before them.
func TestReactionOfThreeDays(t *testing.T) {
	before := func(oldest int) (out []diary.Reaction) {
		for _, back := range []int{oldest, 50, 40, 30, 20} {
			out = append(out, reaction(back, 300))
		}
		return out
	}
	for name, c := range map[string]struct {
		tests  []diary.Reaction
		state  body.ReactionState
		behind int
	}{
		"two days ago":                 {append(before(60), reaction(2, 330)), body.ReactionSlowed, 5},
		"three days ago":               {append(before(60), reaction(3, 330)), body.ReactionUnknown, 6},
		"the oldest that counts":       {append(before(62), reaction(0, 330)), body.ReactionSlowed, 5},
		"a day older":                  {append(before(63), reaction(0, 330)), body.ReactionUnknown, 4},
		"tomorrow's":                   {append(before(60), reaction(-1, 330)), body.ReactionUnknown, 5},
		"of two the later is compared": {append(before(60), reaction(1, 330), reaction(0, 300)), body.ReactionUsual, 6},
	} {
		if got := entered(diary.Reported{Reactions: c.tests}).Reaction; got.State != c.state || got.Behind != c.behind {
			t.Errorf("%s: %+v, want %v by %d", name, got, c.state, c.behind)
		}
	}
}

// A press within a tenth of a second has seen nothing; the fastest and slowest are the
// means of a tenth each.
func TestReactionInNumbers(t *testing.T) {
	var trials []float32
	for i := range 20 {
		trials = append(trials, float32(300+10*i))
	}
	got := entered(diary.Reported{Reactions: []diary.Reaction{{Stamp: ago(0), Trials: append([]float32{99}, trials...)}}}).Reaction.Latest
	if got != (body.ReactionTest{Date: today, Trials: 20, Mean: 395, Fastest: 305, Slowest: 485, Lapses: 14, Early: 1}) {
		t.Errorf("%+v", got)
	}
	if got := entered(diary.Reported{Reactions: []diary.Reaction{{Stamp: ago(0), Trials: append([]float32{100}, trials...)}}}).Reaction.Latest; got.Trials != 21 || got.Early != 0 {
		t.Errorf("a tenth of a second: %+v", got)
	}
}

// What a test of the screen can come to, from the least to the most.
func TestScreenBounds(t *testing.T) {
	want := map[string][3]float64{"knee_to_wall": {0, 25, 0.5}, "hip_rotation": {0, 80, 1}, "toe_reach": {-50, 30, 1}, "calf_raise": {0, 60, 1},
		"single_leg_bridge": {0, 80, 1}, "side_plank": {0, 300, 1}, "single_leg_squat": {0, 3, 1}, "balance": {0, 120, 1}}
	if len(want) != len(body.Tests) || body.FindTest("headstand") != nil {
		t.Errorf("%d tests", len(body.Tests))
	}
	for code, b := range want {
		x := body.FindTest(code)
		side, other := diary.Left, diary.Side("")
		if !x.Sides {
			side, other = other, side
		}
		if x.Min != b[0] || x.Max != b[1] || x.Step != b[2] {
			t.Errorf("%s: %g to %g by %g", code, x.Min, x.Max, x.Step)
		}
		for v, can := range map[float64]bool{b[0] - 1: false, b[0]: true, b[1]: true, b[1] + 1: false} {
			if x.Valid(side, v) != can || x.Valid(other, v) {
				t.Errorf("%s of %g: %v", code, v, x.Valid(side, v))
			}
		}
	}
}

// A result counts from its day on, the latest of each side; the exercise is for the
// side that has less, or the only one that is known.
func TestScreenBySide(t *testing.T) {
	result := func(back int, side diary.Side, v float32) diary.Screen {
		return diary.Screen{Stamp: ago(back), Test: "calf_raise", Side: side, Value: v}
	}
	for name, c := range map[string]struct {
		results []diary.Screen
		want    diary.Side
		listed  bool
	}{
		"left is less":            {[]diary.Screen{result(1, diary.Left, 20), result(1, diary.Right, 30)}, diary.Left, true},
		"right is less":           {[]diary.Screen{result(1, diary.Left, 30), result(1, diary.Right, 20)}, diary.Right, true},
		"both as low":             {[]diary.Screen{result(1, diary.Left, 20), result(1, diary.Right, 20)}, "", true},
		"the left alone":          {[]diary.Screen{result(1, diary.Left, 20)}, diary.Left, true},
		"the right alone":         {[]diary.Screen{result(1, diary.Right, 20)}, diary.Right, true},
		"repeated, and fine":      {[]diary.Screen{result(9, diary.Left, 20), result(0, diary.Left, 30), result(0, diary.Right, 30)}, "", false},
		"to be repeated tomorrow": {[]diary.Screen{result(1, diary.Left, 20), result(-1, diary.Left, 30)}, diary.Left, true},
	} {
		s := entered(diary.Reported{Screens: c.results})
		items := s.Programme(body.Building)
		i := slices.IndexFunc(items, func(it body.Item) bool { return it.Test == "calf_raise" })
		if (i >= 0) != c.listed || i >= 0 && items[i].Side != c.want {
			t.Errorf("%s: %+v", name, items)
		}
	}
}
