package body

import (
	"slices"

	"rebound/engine/diary"
)

// care is what a site gets: the exercises of four parts, and what replaces the
// strength work while it settles: what hurts is held still before it is loaded.
type care struct {
	mobility, neuro, manual, strength, hold Exercise
}

var cares = []struct {
	site diary.Site
	care
}{
	{"foot", care{"toe_and_arch", "balance", "foot_ball", "short_foot", "short_foot"}},
	{"heel", care{"calf_stretch", "balance", "foot_ball", "towel_heel_raise", "heel_raise_hold"}},
	{"ankle", care{"knee_to_wall", "balance", "calf_roll", "heel_raise", "heel_raise_hold"}},
	{"achilles", care{"knee_to_wall", "balance", "calf_roll", "slow_heel_drop", "heel_raise_hold"}},
	{"calf", care{"calf_stretch", "quick_steps", "calf_roll", "heel_raise", "heel_raise_hold"}},
	{"shin", care{"knee_to_wall", "quick_steps", "calf_roll", "toe_raise", "heel_raise_hold"}},
	{"knee", care{"knee_to_wall", "step_down", "thigh_roll", "split_squat", "wall_sit"}},
	{"hamstring", care{"hamstring_glide", "step_down", "hamstring_roll", "slider_curl", "bridge_hold"}},
	{"quad", care{"hip_flexor_stretch", "step_down", "thigh_roll", "split_squat", "wall_sit"}},
	{"adductor", care{"adductor_rock", "balance", "adductor_roll", "side_adduction", "ball_squeeze"}},
	{"hip", care{"hip_flexor_stretch", "step_down", "glute_ball", "side_plank_lift", "bridge_hold"}},
	{"glute", care{"hip_rotation", "step_down", "glute_ball", "side_plank_lift", "bridge_hold"}},
	{"groin", care{"adductor_rock", "balance", "adductor_roll", "side_adduction", "ball_squeeze"}},
	{"lower_back", care{"cat_camel", "dead_bug", "glute_ball", "side_plank", "side_plank"}},
}

// careOf is what a site gets; nothing for an unknown one.
func careOf(site diary.Site) (c care) {
	for i := range cares {
		if cares[i].site == site {
			c = cares[i].care
		}
	}
	return c
}

// general is the programme of a runner without a niggle, by weekday, so that a
// week goes round the sites that running loads most. The heel drops of a sore
// Achilles tendon, and the pain that they may have, are not for those without one:
// the ankle's heel raises load it too.
var general = [7]diary.Site{"hip", "calf", "knee", "lower_back", "ankle", "glute", "foot"}

// rebuilding is the same after a pause: the sites whose tendons and bones take
// months to come back, while the lungs take weeks (Warden 2021 for the principle;
// the choice is ours).
var rebuilding = [7]diary.Site{"hip", "ankle", "knee", "calf", "shin", "ankle", "foot"}

// Exercises is every item that the programme can have, each once.
func Exercises() []Exercise {
	out := []Exercise{LoadAsPlanned, LoadFree, LoadByFeel, LoadEasy, LoadShorter, LoadBack, LoadIll, LoadRest, LoadWell, LoadWalk, LoadRace, WarmUp, ManualRefer}
	for _, it := range resting {
		out = append(out, it.Exercise)
	}
	for _, c := range cares {
		for _, x := range []Exercise{c.mobility, c.neuro, c.manual, c.strength, c.hold} {
			if !slices.Contains(out, x) {
				out = append(out, x)
			}
		}
	}
	return out
}

// Known reports whether the programme has an exercise of that code.
func (x Exercise) Known() bool { return slices.Contains(Exercises(), x) }

// partOf is the part that an exercise belongs to; "" for none of the four.
func partOf(x Exercise) Part {
	for _, it := range slices.Concat(resting, raceDay[:1]) {
		if it.Exercise == x {
			return it.Part
		}
	}
	for _, c := range cares {
		switch x {
		case c.mobility:
			return Mobility
		case c.neuro:
			return Neuromuscular
		case c.manual:
			return Manual
		case c.strength, c.hold:
			return Strength
		}
	}
	if x == ManualRefer {
		return Manual
	}
	return ""
}

// resting is the programme of a runner who is ill: nothing that asks for effort.
var resting = []Item{{Part: Mobility, Exercise: "easy_circles"}, {Part: Neuromuscular, Exercise: "breathing"}}

// trunk is the sites that work for the trunk loads.
var trunk = []diary.Site{"hip", "glute", "groin", "adductor", "lower_back"}

// heelRaised is the sites that work on the heel raises loads.
var heelRaised = []diary.Site{"calf", "achilles", "foot", "heel", "ankle", "shin"}
