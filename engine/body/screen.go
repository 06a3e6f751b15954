package body

import (
	"math"

	"rebound/engine/diary"
	"rebound/engine/rule"
)

// Test is one test of the movement screen: what a runner can do at home with a
// wall, a step and a watch. Its limits are settings; package words says how it is
// done and whose norm it is.
type Test struct {
	Code     string
	Part     ScreenPart
	Unit     string // cm, raises, lifts, s, deg, "0-3"
	Sides    bool
	Min, Max float64 // what can be
	Step     float64
	Feeds    Part // what a low or uneven result adds to the programme
	Exercise Exercise
	Sites    []diary.Site // that the exercise loads: it waits while one of them hurts

	least  func(*rule.Settings) float64 // less is low
	uneven func(*rule.Settings) float64 // more between left and right is uneven; nil: a share of the better side
}

// ScreenPart is one of the screen's parts; gait, the fourth, is read from the
// files.
type ScreenPart string

const (
	ScreenMobility  ScreenPart = "mobility"
	ScreenStrength  ScreenPart = "strength"
	ScreenMechanics ScreenPart = "mechanics"
)

// Tests is the movement screen.
var Tests = []Test{
	{"knee_to_wall", ScreenMobility, "cm", true, 0, 25, 0.5, Mobility, "knee_to_wall", nil,
		func(r *rule.Settings) float64 { return r.ScreenKnee }, func(r *rule.Settings) float64 { return r.UnevenKnee }},
	{"hip_rotation", ScreenMobility, "deg", true, 0, 80, 1, Mobility, "hip_rotation", []diary.Site{"hip", "groin"},
		func(r *rule.Settings) float64 { return r.ScreenHip }, func(r *rule.Settings) float64 { return r.UnevenHip }},
	{"toe_reach", ScreenMobility, "cm", false, -50, 30, 1, Mobility, "hamstring_glide", []diary.Site{"hamstring", "lower_back"},
		func(r *rule.Settings) float64 { return r.ScreenReach }, nil},
	{"calf_raise", ScreenStrength, "raises", true, 0, 60, 1, Strength, "heel_raise", heelRaised,
		func(r *rule.Settings) float64 { return r.ScreenCalf }, nil},
	{"single_leg_bridge", ScreenStrength, "lifts", true, 0, 80, 1, Strength, "slider_curl", []diary.Site{"hamstring", "glute", "lower_back"},
		func(r *rule.Settings) float64 { return r.ScreenBridge }, nil},
	{"side_plank", ScreenStrength, "s", true, 0, 300, 1, Strength, "side_plank", []diary.Site{"lower_back", "hip"},
		func(r *rule.Settings) float64 { return r.ScreenPlank }, nil},
	{"single_leg_squat", ScreenMechanics, "0-3", true, 0, 3, 1, Neuromuscular, "step_down", []diary.Site{"knee", "quad", "hip"},
		func(r *rule.Settings) float64 { return r.ScreenSquat }, func(*rule.Settings) float64 { return 0 }},
	{"balance", ScreenMechanics, "s", true, 0, 120, 1, Neuromuscular, "balance", []diary.Site{"foot", "ankle"},
		func(r *rule.Settings) float64 { return r.ScreenBalance }, func(r *rule.Settings) float64 { return r.UnevenBalance }},
}

// FindTest is the test with a code; nil for none.
func FindTest(code string) *Test {
	for i := range Tests {
		if Tests[i].Code == code {
			return &Tests[i]
		}
	}
	return nil
}

// Valid reports whether a result can be: a known test, its sides, its bounds.
func (x *Test) Valid(side diary.Side, v float64) bool {
	return x.Sides == (side == diary.Left || side == diary.Right) && (x.Sides || side == "") && v >= x.Min && v <= x.Max
}

// MayDiffer is how far the sides may differ: in the test's unit when fixed, else
// as a share of the better side.
func (x *Test) MayDiffer(r *rule.Settings) (limit float64, fixed bool) {
	if x.uneven != nil {
		return x.uneven(r), true
	}
	return r.UnevenShare, false
}

// ScreenState is what a test came to.
type ScreenState uint8

const (
	ScreenUnknown ScreenState = iota
	ScreenFine
	ScreenUneven
	ScreenLow
)

// String is the name used in JSON.
func (s ScreenState) String() string {
	return [...]string{"unknown", "fine", "uneven", "low"}[s]
}

// Result is one side's latest result.
type Result struct {
	Date  diary.Date
	Value float64
	Known bool
}

// Tested is one test as it stands on a date.
type Tested struct {
	*Test
	Left, Right Result // or, without sides, Left alone
	State       ScreenState
	Worse       diary.Side // the side with less, when they differ
	Limit       float64    // the least that is fine
	Difference  float64    // between the sides; 0 unless both are known
	Uneven      float64    // more than this makes it uneven
	Repeat      diary.Date // when it is due again; 0 when it was never done
}

// screen is the movement screen as it stands on t. A result counts until it is
// repeated, however old: Repeat says when that is due. One side alone says low
// or nothing.
func screen(results []diary.Screen, t diary.Date, r *rule.Settings) []Tested {
	out := make([]Tested, len(Tests))
	for i := range Tests {
		x := &out[i]
		x.Test = &Tests[i]
		x.Limit = x.least(r)
		for _, v := range results {
			if v.Test != x.Code || v.Date > t || !x.Valid(v.Side, float64(v.Value)) {
				continue
			}
			got := Result{v.Date, float64(v.Value), true}
			if v.Side == diary.Right {
				x.Right = got
			} else {
				x.Left = got
			}
		}
		x.judge(r)
	}
	return out
}

// most is the side that needs an exercise most: the worse, or the only one known.
func (x *Tested) most() diary.Side {
	switch {
	case !x.Sides || x.Left.Known && x.Right.Known:
		return x.Worse
	case x.Left.Known:
		return diary.Left
	}
	return diary.Right
}

func (x *Tested) judge(r *rule.Settings) {
	if !x.Left.Known && !x.Right.Known {
		return
	}
	x.Repeat = max(x.Left.Date, x.Right.Date) + diary.Date(r.ScreenRepeat)
	both := x.Left.Known && x.Right.Known
	if both {
		x.Difference = math.Abs(x.Left.Value - x.Right.Value)
		if x.Left.Value < x.Right.Value {
			x.Worse = diary.Left
		} else if x.Right.Value < x.Left.Value {
			x.Worse = diary.Right
		}
		limit, fixed := x.MayDiffer(r)
		if x.Uneven = limit; !fixed {
			x.Uneven *= max(x.Left.Value, x.Right.Value)
		}
	}
	low := func(v Result) bool { return v.Known && v.Value < x.Limit-1e-9 }
	switch {
	case low(x.Left) || low(x.Right):
		x.State = ScreenLow
	case both && x.Difference > x.Uneven+1e-9:
		x.State = ScreenUneven
	case both || !x.Sides:
		x.State = ScreenFine
	}
}
