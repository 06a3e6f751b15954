package body

import (
	"slices"
	"testing"

	"rebound/engine/diary"
)

// No programme asks of a sore trunk, hip or leg what would load it.
func TestSoreSitesAreSpared(t *testing.T) {
	at := func(site diary.Site, pain diary.Score) diary.Niggle {
		return diary.Niggle{Stamp: diary.Stamp{Date: 130}, Site: site, Side: diary.Left, Severity: pain}
	}
	wellAgain := []diary.Niggle{{Stamp: diary.Stamp{Date: 100}, Site: "achilles", Side: diary.Left, Severity: 2}, {Stamp: diary.Stamp{Date: 110}, Site: "achilles", Side: diary.Left}}
	for name, c := range map[string]struct {
		niggles    []diary.Niggle
		with, none Exercise
	}{
		"a back that stops running":         {[]diary.Niggle{at("lower_back", 5)}, "wall_press", "side_plank"},
		"a hip that stops running":          {[]diary.Niggle{at("hip", 6)}, "breathing", "dead_bug"},
		"a foot that does":                  {[]diary.Niggle{at("foot", 6)}, "side_plank", "wall_press"},
		"a foot that does, and a sore back": {[]diary.Niggle{at("foot", 6), at("lower_back", 2)}, "wall_press", "cat_camel"},
		"a sore calf":                       {[]diary.Niggle{at("calf", 4)}, "balance", "quick_steps"},
		"a light calf":                      {[]diary.Niggle{at("calf", 2)}, "quick_steps", "balance"},
		"a sore knee":                       {[]diary.Niggle{at("knee", 4)}, "balance", "step_down"},
		"a sore back":                       {[]diary.Niggle{at("lower_back", 4)}, "dead_bug", "balance"},
		"a light tendon by a sore calf":     {[]diary.Niggle{at("achilles", 1), at("calf", 4)}, "heel_raise_hold", "slow_heel_drop"},
		"a tendon well again":               {wellAgain, "slow_heel_drop", "heel_raise_hold"},
		"a tendon well again by a calf":     {append(slices.Clone(wellAgain), at("calf", 4)), "heel_raise_hold", "slow_heel_drop"},
		"a tendon well again by a knee":     {append(slices.Clone(wellAgain), at("knee", 4)), "slow_heel_drop", "heel_raise_hold"},
	} {
		s := read(&diary.Reported{Niggles: c.niggles}, 130)
		if items := s.Programme(Building); !has(items, c.with) || has(items, c.none) {
			t.Errorf("%s: %+v, want %s and no %s", name, items, c.with, c.none)
		}
	}
}

// What allows pain is for a tendon that has some.
func TestHeelDropsAreForATendon(t *testing.T) {
	for d := diary.Date(130); d < 137; d++ {
		s := read(&diary.Reported{}, d)
		for phase := Building; phase <= Off; phase++ {
			if has(s.Programme(phase), "slow_heel_drop") {
				t.Errorf("day %d, phase %d: heel drops for a runner who has no pain", d, phase)
			}
		}
	}
}

// With chest symptoms help comes first, and nothing is put off to this week; fever
// asks for no appointment. Both keep cold water off.
func TestIll(t *testing.T) {
	chest, fever := diary.NewCheckIn(diary.Stamp{At: 0, Date: 130}), diary.NewCheckIn(diary.Stamp{At: 0, Date: 130})
	chest.Chest, fever.Fever = diary.Yes, diary.Yes
	for first, c := range map[Exercise]diary.CheckIn{LoadUrgent: chest, "easy_circles": fever} {
		s := read(&diary.Reported{CheckIns: []diary.CheckIn{c}}, 130)
		if items := s.Programme(Off); items[0].Exercise != first || has(items, ManualRefer) {
			t.Errorf("%+v", items)
		}
		if !s.Cold.Ill {
			t.Errorf("cold water: %+v", s.Cold)
		}
	}
}

// A runner who is ill and ticks what there is has skipped nothing.
func TestIllnessSkipsNothing(t *testing.T) {
	var ticks []diary.Tick
	for d := diary.Date(80); d <= 100; d++ {
		for _, it := range resting {
			ticks = append(ticks, diary.Tick{Stamp: diary.Stamp{Date: d}, Code: string(it.Exercise)})
		}
	}
	if got := skipped(ticks, 100, &rules); len(got) > 0 {
		t.Errorf("%v", got)
	}
}
