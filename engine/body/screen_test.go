package body

import (
	"math/rand/v2"
	"slices"
	"testing"

	"rebound/engine/diary"
	"rebound/engine/load"
)

func TestScreenStates(t *testing.T) {
	for name, c := range map[string]struct {
		test        string
		left, right float32 // -99 for not done
		state       ScreenState
		worse       diary.Side
	}{
		"even ankles":            {"knee_to_wall", 12, 11, ScreenFine, diary.Right},
		"a stiff one":            {"knee_to_wall", 12, 8, ScreenLow, diary.Right},
		"uneven by 2 cm":         {"knee_to_wall", 10, 12, ScreenUneven, diary.Left},
		"uneven by 1.5 is usual": {"knee_to_wall", 10, 11.5, ScreenFine, diary.Left},
		"25 raises":              {"calf_raise", 25, 30, ScreenFine, diary.Left},
		"24 raises":              {"calf_raise", 24, 30, ScreenLow, diary.Left},
		"a fifth is still even":  {"calf_raise", 32, 40, ScreenFine, diary.Left},
		"more is not":            {"calf_raise", 31, 40, ScreenUneven, diary.Left},
		"a squat of 2 and 3":     {"single_leg_squat", 2, 3, ScreenUneven, diary.Left},
		"one side alone":         {"balance", 20, -99, ScreenUnknown, ""},
		"one side alone, low":    {"balance", 2, -99, ScreenLow, ""},
		"none":                   {"side_plank", -99, -99, ScreenUnknown, ""},
	} {
		var results []diary.Screen
		for side, v := range map[diary.Side]float32{diary.Left: c.left, diary.Right: c.right} {
			if v != -99 {
				results = append(results, diary.Screen{Stamp: diary.Stamp{Date: 90}, Test: c.test, Side: side, Value: v})
			}
		}
		// Not yet: it was done after the day that is looked at.
		results = append(results, diary.Screen{Stamp: diary.Stamp{Date: 101}, Test: c.test, Side: diary.Left, Value: 0})
		for _, x := range screen(results, 100, &rules) {
			if x.Code == c.test && (x.State != c.state || x.Worse != c.worse) {
				t.Errorf("%s: %s %q, want %s %q", name, x.State, x.Worse, c.state, c.worse)
			}
			if x.Code != c.test && x.State != ScreenUnknown {
				t.Errorf("%s: %s is %s without a result", name, x.Code, x.State)
			}
			if x.Code == c.test && c.left != -99 && x.Repeat != 90+28 {
				t.Errorf("%s: again on %d", name, x.Repeat)
			}
		}
	}
}

// What cannot be a result is none.
func TestScreenRefuses(t *testing.T) {
	for _, v := range []diary.Screen{
		{Stamp: diary.Stamp{Date: 90}, Test: "knee_to_wall", Side: diary.Left, Value: 400},
		{Stamp: diary.Stamp{Date: 90}, Test: "knee_to_wall", Value: 3},
		{Stamp: diary.Stamp{Date: 90}, Test: "toe_reach", Side: diary.Left, Value: -20},
		{Stamp: diary.Stamp{Date: 90}, Test: "headstand", Value: 3},
	} {
		for _, x := range screen([]diary.Screen{v}, 100, &rules) {
			if x.State != ScreenUnknown {
				t.Errorf("%+v made %s %s", v, x.Code, x.State)
			}
		}
	}
}

func programmeWith(r diary.Reported) []Item {
	s := Read(Input{Date: 100, Rules: &rules, Reported: &r, History: load.New(&diary.Diary{}, rules)})
	return s.Programme(Building)
}

func has(items []Item, x Exercise) bool {
	return slices.ContainsFunc(items, func(it Item) bool { return it.Exercise == x })
}

// A low or uneven test feeds the programme, but not where it would load what
// hurts.
func TestScreenFeedsProgramme(t *testing.T) {
	weak := diary.Reported{Screens: []diary.Screen{
		{Stamp: diary.Stamp{Date: 95}, Test: "calf_raise", Side: diary.Left, Value: 12}, {Stamp: diary.Stamp{Date: 95}, Test: "calf_raise", Side: diary.Right, Value: 28},
	}}
	items := programmeWith(weak)
	i := slices.IndexFunc(items, func(it Item) bool { return it.Test == "calf_raise" })
	if i < 0 || items[i].Exercise != "heel_raise" || items[i].Part != Strength || items[i].Side != diary.Left {
		t.Errorf("the weak calf is not seen to: %+v", items)
	}
	fine := diary.Reported{Screens: []diary.Screen{
		{Stamp: diary.Stamp{Date: 95}, Test: "calf_raise", Side: diary.Left, Value: 28}, {Stamp: diary.Stamp{Date: 95}, Test: "calf_raise", Side: diary.Right, Value: 28},
	}}
	if slices.ContainsFunc(programmeWith(fine), func(it Item) bool { return it.Test != "" }) {
		t.Error("a fine screen asks for nothing")
	}
	right := diary.Reported{Screens: []diary.Screen{{Stamp: diary.Stamp{Date: 95}, Test: "calf_raise", Side: diary.Right, Value: 12}}}
	if items := programmeWith(right); !slices.ContainsFunc(items, func(it Item) bool { return it.Test == "calf_raise" && it.Side == diary.Right }) {
		t.Errorf("one side alone is low, and not named: %+v", items)
	}
	sore := diary.Reported{Niggles: []diary.Niggle{{Stamp: diary.Stamp{Date: 99}, Site: "achilles", Side: diary.Left, Severity: 3}}}
	sore.Screens = weak.Screens
	if items := programmeWith(sore); has(items, "heel_raise") {
		t.Errorf("a sore tendon is held still, not loaded: %+v", items)
	}
}

// Whatever is told and done, the programme has all five parts and no exercise
// twice in one.
func TestProgrammeIsWhole(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 500 {
		var told diary.Reported
		for range r.IntN(4) {
			told.Niggles = append(told.Niggles, diary.Niggle{Stamp: diary.Stamp{Date: 99}, Site: diary.Sites[r.IntN(len(diary.Sites))], Side: diary.Left, Severity: diary.Score(r.IntN(8))})
		}
		for _, x := range Tests {
			side := diary.Side("")
			if x.Sides {
				side = diary.Left
			}
			if r.IntN(2) == 0 {
				told.Screens = append(told.Screens, diary.Screen{Stamp: diary.Stamp{Date: 90}, Test: x.Code, Side: side, Value: float32(x.Min)})
			}
		}
		for d := range diary.Date(20) {
			if r.IntN(3) == 0 {
				told.Ticks = append(told.Ticks, diary.Tick{Stamp: diary.Stamp{Date: 75 + d}, Code: "calf_roll"})
			}
		}
		items := programmeWith(told)
		seen := map[Item]bool{}
		parts := map[Part]bool{}
		for _, it := range items {
			k := Item{Part: it.Part, Exercise: it.Exercise}
			if seen[k] {
				t.Fatalf("%s twice: %+v", it.Exercise, items)
			}
			seen[k], parts[it.Part] = true, true
		}
		if len(items) > 0 && len(parts) != len(Parts) { // who must stop has none
			t.Fatalf("%d of five parts: %+v", len(parts), items)
		}
	}
}

// A part that was left out for seven days by a runner who ticks comes first; who
// never ticks tells nothing.
func TestSkippedPartComesFirst(t *testing.T) {
	tick := func(d diary.Date, codes ...string) (out []diary.Tick) {
		for _, c := range codes {
			out = append(out, diary.Tick{Stamp: diary.Stamp{Date: d}, Code: c})
		}
		return out
	}
	all := tick(92, "cat_camel", "balance", "calf_roll", "heel_raise")
	for name, c := range map[string]struct {
		ticks []diary.Tick
		want  []Part
	}{
		"never ticked":            {nil, nil},
		"strength left out":       {append(slices.Clone(all), tick(97, "cat_camel", "balance", "calf_roll")...), []Part{Strength}},
		"everything left out":     {all, []Part{Mobility, Neuromuscular, Manual, Strength}},
		"begun yesterday":         {tick(99, "cat_camel"), nil},
		"strength seven days ago": {append(slices.Clone(all), tick(93, "heel_raise", "cat_camel", "balance", "calf_roll")...), nil},
	} {
		if got := skipped(c.ticks, 100, &rules); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
	done := diary.Reported{Ticks: append(slices.Clone(all), tick(97, "cat_camel", "balance", "calf_roll")...)}
	if items := programmeWith(done); items[0].Part != Strength {
		t.Errorf("strength was skipped and comes %+v", items)
	}
}

// Tendon work goes on for twelve weeks from the first pain, on good days too.
func TestTendonWorkGoesOn(t *testing.T) {
	told := &diary.Reported{Niggles: []diary.Niggle{
		{Stamp: diary.Stamp{Date: 100}, Site: "achilles", Side: diary.Left, Severity: 2}, {Stamp: diary.Stamp{Date: 100}, Site: "calf", Side: diary.Left, Severity: 2},
		{Stamp: diary.Stamp{Date: 106}, Site: "achilles", Side: diary.Left}, {Stamp: diary.Stamp{Date: 106}, Site: "calf", Side: diary.Left},
	}}
	for date, want := range map[diary.Date]int{106: 1, 107: 2, 183: 12, 184: 0} {
		s := read(told, date)
		week := 0
		for _, it := range s.Programme(Building) {
			if it.Site == "calf" {
				t.Errorf("%d: a calf that is well asks for nothing: %+v", date, it)
			}
			if it.Site == "achilles" {
				week = it.Week
				if it.Exercise != "slow_heel_drop" || it.Part != Strength {
					t.Errorf("%d: %+v", date, it)
				}
			}
		}
		if week != want {
			t.Errorf("%d: week %d, want %d", date, week, want)
		}
	}
	told.Niggles = append(told.Niggles, diary.Niggle{Stamp: diary.Stamp{Date: 120}, Site: "achilles", Side: diary.Left, Severity: 3})
	if items := read(told, 121); has(items.Programme(Building), "slow_heel_drop") {
		t.Error("a tendon that is sore again is held still")
	}
}

func TestCycle(t *testing.T) {
	log := func(days ...diary.Date) (out []diary.Period) {
		for _, d := range days {
			out = append(out, diary.Period{Stamp: diary.Stamp{Date: d}})
		}
		return out
	}
	for name, c := range map[string]struct {
		log    []diary.Period
		day    int
		length float64
		luteal bool
	}{
		"nothing logged":             {nil, 0, 0, false},
		"tenth day":                  {log(91), 10, 29, false},
		"seventeenth of 29":          {log(84), 17, 29, false},
		"eighteenth: the last 12":    {log(83), 18, 29, true},
		"the own length, 25":         {log(12, 37, 62, 87), 14, 25, true},
		"an entry missing":           {log(12, 62, 87), 14, 29, false},
		"late":                       {log(67), 34, 29, true},
		"too late to say":            {log(60), 0, 0, false},
		"what comes later is unseen": {log(91, 105), 10, 29, false},
	} {
		got := cycle(c.log, 100, &rules)
		if got.Day != c.day || got.Length != c.length || got.Luteal != c.luteal {
			t.Errorf("%s: %+v", name, got)
		}
	}
}
