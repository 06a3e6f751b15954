package body_test

import (
	"slices"
	"testing"

	"rebound/engine/body"
	"rebound/engine/diary"
	"rebound/engine/rule"
)

// codes is the exercises of a programme, for the whole runner or for a site.
func codes(items []body.Item) (out []string) {
	for _, it := range items {
		out = append(out, string(it.Exercise))
	}
	return out
}

// The load part says what the day leaves of running: what hurts before what the phase
// of training is.
func TestLoadPartOfTheDay(t *testing.T) {
	rules := rule.Default()
	hurts := func(pain diary.Score) body.State {
		return entered(diary.Reported{Niggles: []diary.Niggle{{Stamp: ago(0), Site: "knee", Severity: pain}}})
	}
	for name, c := range map[string]struct {
		s     body.State
		phase body.Phase
		want  body.Exercise
	}{
		"as planned":             {hurts(0), body.Building, body.LoadAsPlanned},
		"no run today":           {hurts(0), body.Free, body.LoadFree},
		"nothing known":          {hurts(0), body.Unplanned, body.LoadByFeel},
		"some pain, and no run":  {hurts(3), body.Free, body.LoadShorter},
		"in a cut":               {hurts(0), body.Easing, body.LoadEasy},
		"coming back":            {hurts(0), body.Back, body.LoadBack},
		"a little pain":          {hurts(1), body.Building, body.LoadAsPlanned},
		"some pain":              {hurts(3), body.Building, body.LoadShorter},
		"some pain, coming back": {hurts(3), body.Back, body.LoadShorter},
		"a cold":                 {illFor(&rules, 3, 0), body.Easing, body.LoadIll},
		"after a cold":           {illFor(&rules, 3, 1), body.Easing, body.LoadWell},
		"after a limp":           {flagged(&rules, "calf", limp, 1), body.Easing, body.LoadShorter},
		"bone pain, gone":        {flagged(&rules, "shin", bonePoint, 1), body.Back, body.LoadWalk},
		"and walked off":         {flagged(&rules, "shin", bonePoint, 9, walked(2, 30)...), body.Back, body.LoadBack},
	} {
		items := c.s.Programme(c.phase)
		if last := items[len(items)-1]; last.Part != body.LoadPart || last.Exercise != c.want {
			t.Errorf("%s: %s, want %s", name, last.Exercise, c.want)
		}
	}
	much := hurts(6)
	if items := much.Programme(body.Easing); len(items) != 0 {
		t.Errorf("much pain: %v", items)
	}
}

// By weekday the round goes by what running loads most, and after a pause by what
// takes longest to come back: on a Friday, today, the glutes or the ankle.
func TestRoundOfTheWeek(t *testing.T) {
	quiet := entered(diary.Reported{})
	if got := codes(quiet.Programme(body.Building)); !slices.Contains(got, "hip_rotation") || slices.Contains(got, "knee_to_wall") {
		t.Errorf("building: %v", got)
	}
	if got := codes(quiet.Programme(body.Back)); !slices.Contains(got, "knee_to_wall") || slices.Contains(got, "hip_rotation") {
		t.Errorf("coming back: %v", got)
	}
	out := quiet
	out.Stride.Out = true
	if got := codes(out.Programme(body.Building)); !slices.Contains(got, "hip_flexor_stretch") {
		t.Errorf("an uneven stride: %v", got)
	}
	out.Niggles = entered(diary.Reported{Niggles: []diary.Niggle{{Stamp: ago(0), Site: "calf", Severity: 1}}}).Niggles
	if got := codes(out.Programme(body.Building)); slices.Contains(got, "hip_flexor_stretch") || !slices.Contains(got, "calf_stretch") {
		t.Errorf("an uneven stride, and a calf: %v", got)
	}
}

// A day's list is for two sites at most, the worst niggles first; what the screen found
// has the places that are left.
func TestTwoSitesADay(t *testing.T) {
	var low []diary.Screen
	for _, code := range []string{"knee_to_wall", "side_plank", "balance"} {
		low = append(low, diary.Screen{Stamp: ago(1), Test: code, Side: diary.Left, Value: 1})
	}
	sites := func(n int) (out []diary.Niggle) {
		for _, site := range []diary.Site{"quad", "shin", "knee"}[:n] {
			out = append(out, diary.Niggle{Stamp: ago(0), Site: site, Severity: 1})
		}
		return out
	}
	for niggles, want := range map[int][2]int{0: {0, 2}, 1: {1, 1}, 2: {2, 0}, 3: {2, 0}} {
		s := entered(diary.Reported{Niggles: sites(niggles), Screens: low})
		seen, found := map[diary.Site]bool{}, 0
		for _, it := range s.Programme(body.Building) {
			if it.Site != "" {
				seen[it.Site] = true
			}
			if it.Test != "" {
				found++
			}
		}
		if len(seen) != want[0] || found != want[1] {
			t.Errorf("%d niggles: %v and %d tests, want %v", niggles, seen, found, want)
		}
	}
	refers := func(back int) bool {
		s := entered(diary.Reported{Niggles: []diary.Niggle{{Stamp: ago(back), Site: "quad", Severity: 1}}})
		return slices.Contains(codes(s.Programme(body.Building)), string(body.ManualRefer))
	}
	if refers(6) || !refers(7) {
		t.Error("a week of it goes to a clinician, and not before")
	}
}

// Parts are skipped by a runner who ticked something before the last seven days and
// within four weeks; what was ticked in the seven is not.
func TestSkippedParts(t *testing.T) {
	tick := func(back int, code string) diary.Tick { return diary.Tick{Stamp: ago(back), Code: code} }
	all := []body.Part{body.Mobility, body.Neuromuscular, body.Manual, body.Strength}
	for name, c := range map[string]struct {
		ticks []diary.Tick
		want  []body.Part
	}{
		"never ticked":          {nil, nil},
		"27 days ago":           {[]diary.Tick{tick(27, "calf_roll")}, all},
		"28 days ago":           {[]diary.Tick{tick(28, "calf_roll")}, nil},
		"eight days ago":        {[]diary.Tick{tick(8, "calf_roll")}, all},
		"seven days ago":        {[]diary.Tick{tick(7, "calf_roll")}, nil},
		"and one of the last":   {[]diary.Tick{tick(20, "calf_roll"), tick(7, "calf_roll")}, []body.Part{body.Mobility, body.Neuromuscular, body.Strength}},
		"today":                 {[]diary.Tick{tick(20, "calf_roll"), tick(0, "balance")}, []body.Part{body.Mobility, body.Manual, body.Strength}},
		"tomorrow":              {[]diary.Tick{tick(20, "calf_roll"), tick(-1, "balance")}, all},
		"the referral, kept":    {[]diary.Tick{tick(20, "calf_roll"), tick(1, string(body.ManualRefer))}, []body.Part{body.Mobility, body.Neuromuscular, body.Strength}},
		"what waits while ill":  {[]diary.Tick{tick(20, "calf_roll"), tick(1, "breathing")}, []body.Part{body.Mobility, body.Manual, body.Strength}},
		"a code of no exercise": {[]diary.Tick{tick(20, "calf_roll"), tick(1, "headstand")}, all},
	} {
		if got := entered(diary.Reported{Ticks: c.ticks}).Skipped; !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}

// Tendon work goes on for each side and site that hurt, and is held still while
// another site of that leg is sore.
func TestTendonWorkBySide(t *testing.T) {
	pain := func(back int, site diary.Site, side diary.Side, v diary.Score) diary.Niggle {
		return diary.Niggle{Stamp: ago(back), Site: site, Side: side, Severity: v}
	}
	gone := func(site diary.Site, side diary.Side) diary.Niggle { return pain(10, site, side, 0) }
	for name, c := range map[string]struct {
		list    []diary.Niggle
		tendons int
		holds   int // exercises that are held still
		drops   int // and those that are not
	}{
		"one, quiet now":             {[]diary.Niggle{pain(20, "achilles", diary.Left, 2), gone("achilles", diary.Left)}, 1, 0, 1},
		"both sides":                 {[]diary.Niggle{pain(21, "achilles", diary.Left, 2), pain(20, "achilles", diary.Right, 2), gone("achilles", diary.Left), gone("achilles", diary.Right)}, 2, 0, 1},
		"tendon and heel":            {[]diary.Niggle{pain(21, "achilles", diary.Left, 2), pain(20, "heel", diary.Left, 2), gone("achilles", diary.Left), gone("heel", diary.Left)}, 2, 0, 2},
		"said twice":                 {[]diary.Niggle{pain(21, "achilles", diary.Left, 2), pain(20, "achilles", diary.Left, 3), gone("achilles", diary.Left)}, 1, 0, 1},
		"a calf beside it is sore":   {[]diary.Niggle{pain(20, "achilles", diary.Left, 2), gone("achilles", diary.Left), pain(0, "calf", diary.Left, 3)}, 1, 1, 0},
		"hurts a little":             {[]diary.Niggle{pain(20, "achilles", diary.Left, 2), gone("achilles", diary.Left), pain(0, "calf", diary.Left, 1)}, 1, 0, 2},
		"is sore on the other leg":   {[]diary.Niggle{pain(20, "achilles", diary.Left, 2), gone("achilles", diary.Left), pain(0, "calf", diary.Right, 3)}, 1, 1, 1},
		"a knee is none of it":       {[]diary.Niggle{pain(20, "knee", diary.Left, 2), pain(10, "knee", diary.Left, 0)}, 0, 0, 0},
		"it still hurts":             {[]diary.Niggle{pain(3, "achilles", diary.Left, 1)}, 1, 0, 1},
		"it hurts on the other side": {[]diary.Niggle{pain(20, "achilles", diary.Left, 2), gone("achilles", diary.Left), pain(3, "achilles", diary.Right, 1)}, 2, 0, 1},
		"it hurts since today":       {[]diary.Niggle{pain(0, "achilles", diary.Left, 2)}, 1, 0, 1},
		"it will hurt tomorrow":      {[]diary.Niggle{pain(-1, "achilles", diary.Left, 2)}, 0, 0, 0},
	} {
		s := entered(diary.Reported{Niggles: c.list})
		holds, drops := 0, 0
		for _, it := range s.Programme(body.Building) {
			switch it.Exercise {
			case "heel_raise_hold":
				holds++
			case "slow_heel_drop", "towel_heel_raise", "heel_raise":
				if it.Week > 0 || it.Site != "" {
					drops++
				}
			}
		}
		if len(s.Tendons) != c.tendons || holds != c.holds || drops != c.drops {
			t.Errorf("%s: %+v, %d held and %d not: %v", name, s.Tendons, holds, drops, codes(s.Programme(body.Building)))
		}
	}
}
