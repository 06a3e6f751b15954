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
		"a sore calf":                   {[]diary.Niggle{at("calf", 4)}, "balance", "quick_steps"},
		"a light calf":                  {[]diary.Niggle{at("calf", 2)}, "quick_steps", "balance"},
		"a sore knee":                   {[]diary.Niggle{at("knee", 4)}, "balance", "step_down"},
		"a sore back":                   {[]diary.Niggle{at("lower_back", 4)}, "dead_bug", "balance"},
		"a light tendon by a sore calf": {[]diary.Niggle{at("achilles", 1), at("calf", 4)}, "heel_raise_hold", "slow_heel_drop"},
		"a tendon well again":           {wellAgain, "slow_heel_drop", "heel_raise_hold"},
		"a tendon well again by a calf": {append(slices.Clone(wellAgain), at("calf", 4)), "heel_raise_hold", "slow_heel_drop"},
		"a tendon well again by a knee": {append(slices.Clone(wellAgain), at("knee", 4)), "slow_heel_drop", "heel_raise_hold"},
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
		for phase := Building; phase <= Back; phase++ {
			if has(s.Programme(phase), "slow_heel_drop") {
				t.Errorf("day %d, phase %d: heel drops for a runner who has no pain", d, phase)
			}
		}
	}
}

// Chest symptoms and fever leave nothing to tick off, and keep cold water off; an
// illness that forbids no step leaves what asks for no effort.
func TestIll(t *testing.T) {
	chest, fever := diary.NewCheckIn(diary.Stamp{At: 0, Date: 130}), diary.NewCheckIn(diary.Stamp{At: 0, Date: 130})
	chest.Chest, fever.Fever = diary.Yes, diary.Yes
	for _, c := range []diary.CheckIn{chest, fever} {
		s := read(&diary.Reported{CheckIns: []diary.CheckIn{c}}, 130)
		if items := s.Programme(Building); len(items) != 0 || s.Cold.Advice != ColdNotToday || s.Cold.Cause != ColdIll {
			t.Errorf("%+v, cold water: %+v", items, s.Cold)
		}
	}
	s := read(&diary.Reported{Illnesses: []diary.Illness{{Stamp: diary.Stamp{Date: 129}, Where: diary.AboveNeck}}}, 130)
	if items := s.Programme(Building); len(items) != 3 || !has(items, LoadIll) || s.Cold.Advice != ColdNotToday {
		t.Errorf("%+v, cold water: %+v", items, s.Cold)
	}
}

// What an illness leaves out is not skipped: neither while it lasts nor in the days after.
func TestIllnessSkipsNothing(t *testing.T) {
	told := &diary.Reported{}
	for d := diary.Date(80); d <= 100; d++ {
		told.Ticks = append(told.Ticks, diary.Tick{Stamp: diary.Stamp{Date: d}, Code: "calf_roll"})
	}
	if got := read(told, 108).Skipped; len(got) != 4 {
		t.Errorf("eight days without: %v", got)
	}
	told.Illnesses = []diary.Illness{{Stamp: diary.Stamp{Date: 101}, To: 106, Where: diary.AboveNeck}}
	for _, d := range []diary.Date{106, 108} {
		if got := read(told, d).Skipped; len(got) > 0 {
			t.Errorf("day %d: %v", d, got)
		}
	}
}

// While walking comes before running no leg is loaded, nor a trunk that hurt, and until
// someone has looked at it that is asked for.
func TestWalkingLoadsNoLeg(t *testing.T) {
	for _, c := range []struct {
		site diary.Site
		seen diary.Answer
		want []Exercise
	}{
		{"shin", diary.NotSaid, []Exercise{"cat_camel", "dead_bug", ManualRefer, "side_plank", LoadWalk}},
		{"shin", diary.Yes, []Exercise{"cat_camel", "dead_bug", "side_plank", LoadWalk}},
		{"hip", diary.NotSaid, []Exercise{"easy_circles", "breathing", ManualRefer, LoadWalk}},
	} {
		told := &diary.Reported{Niggles: []diary.Niggle{
			{Stamp: diary.Stamp{Date: 120}, Site: c.site, BonePoint: diary.Yes, Seen: c.seen}, {Stamp: diary.Stamp{Date: 129}, Site: c.site}}}
		s := read(told, 130)
		var got []Exercise
		for _, it := range s.Programme(Back) {
			got = append(got, it.Exercise)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.site, got, c.want)
		}
	}
}
