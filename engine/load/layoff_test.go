package load

import (
	"slices"
	"testing"

	"rebound/engine/diary"
	"rebound/engine/rule"
)

// A stretch ends at a walk, not at a traffic light, and what is not known is a walk.
func TestUnbroken(t *testing.T) {
	const minute = 60 / diary.TrackStep
	of := func(minutes float64, speed uint16) []uint16 {
		return slices.Repeat([]uint16{speed}, int(minutes*minute))
	}
	for name, c := range map[string]struct {
		speeds []uint16
		want   float64
		known  bool
	}{
		"one piece":           {of(30, 2800), 30, true},
		"a minute's walks":    {slices.Concat(of(5, 2800), of(1, 1500), of(9, 2800), of(1, 1500), of(2, 2800)), 9, true},
		"a traffic light":     {slices.Concat(of(10, 2800), of(0.25, 1), of(10, 2800)), 20.25, true},
		"a silent minute":     {slices.Concat(of(10, 2800), of(1, 0), of(12, 2800)), 23, true},
		"a longer gap":        {slices.Concat(of(10, 2800), of(23.0/12, 0), of(12, 2800)), 12, true},
		"a walk":              {of(40, 1400), 0, true},
		"a slow runner":       {of(30, 1700), 30, true},
		"and their walks":     {slices.Concat(of(9, 1700), of(1, 1500), of(5, 1700)), 9, true},
		"no speed at all":     {of(30, 0), 0, false},
		"nothing":             {nil, 0, false},
		"slow, but a run":     {of(30, 1850), 30, true},
		"ends in a short one": {slices.Concat(of(1, 1500), of(4, 2500)), 4, true},
	} {
		s := Measure(&diary.Activity{Sport: diary.Running, Track: diary.Track{Speed: c.speeds}}, 10)
		got, known := s.Unbroken()
		if known != c.known || got != c.want {
			t.Errorf("%s: %g %v, want %g %v", name, got, known, c.want, c.known)
		}
	}
}

// All running counts, on either side of a walk.
func TestRunningMinutes(t *testing.T) {
	const minute = 60 / diary.TrackStep
	hills := slices.Concat(slices.Repeat([]uint16{2800}, 4*minute), slices.Repeat([]uint16{1300}, 2*minute), slices.Repeat([]uint16{2900}, 7*minute), slices.Repeat([]uint16{1300}, minute))
	if s := Measure(&diary.Activity{Sport: diary.Running, Track: diary.Track{Speed: hills}}, 10); s.Ran != 11 || s.Stretch != 7 {
		t.Errorf("%g minutes of running, %g in one piece", s.Ran, s.Stretch)
	}
}

func TestLoss(t *testing.T) {
	r := rule.Default()
	near(t, "by the curve", 100*Loss(21, &r), 10.11, 0.01)
	r.LossWeekly = 0.07
	near(t, "a week at 7%", 100*Loss(7, &r), 7, 1e-9)
	near(t, "three weeks at 7%", 100*Loss(21, &r), 19.564, 0.001)
}
