package coach_test

import (
	"math"
	"testing"

	"rebound/engine/coach"
	"rebound/engine/diary"
	"rebound/engine/rule"
	"rebound/engine/signal"
)

func TestFar(t *testing.T) {
	normal := signal.Baseline{Mean: 50, SD: 2, Days: 60}
	for _, c := range []struct {
		s       signal.State
		reading float64
		want    bool
	}{
		{signal.State{Kind: diary.RestingHR, Name: signal.InRange, Baseline: normal}, 54, false},
		{signal.State{Kind: diary.RestingHR, Name: signal.InRange, Baseline: normal}, 54.1, true},
		{signal.State{Kind: diary.RestingHR, Name: signal.InRange, Baseline: normal}, 45.9, true},
		{signal.State{Kind: diary.RestingHR, Name: signal.Unknown, Baseline: normal}, 80, false},
		{signal.State{Kind: diary.HRV, Name: signal.InRange, Baseline: signal.Baseline{Mean: 4, SD: 0.1}}, math.Exp(4.19), false},
		{signal.State{Kind: diary.HRV, Name: signal.InRange, Baseline: signal.Baseline{Mean: 4, SD: 0.1}}, math.Exp(3.79), true},
	} {
		if got := coach.Far(c.s, c.reading); got != c.want {
			t.Errorf("%v %g: %v", c.s.Kind, c.reading, got)
		}
	}
}

func TestDrawn(t *testing.T) {
	r := rule.Default()
	for days, want := range map[int]bool{3: false, 4: true} {
		if mean, normal := coach.Drawn(signal.State{RecentDays: days}, &r); mean != want || normal {
			t.Errorf("%d days in the window: %v %v", days, mean, normal)
		}
	}
	for days, want := range map[int]bool{13: false, 14: true} {
		if mean, normal := coach.Drawn(signal.State{Baseline: signal.Baseline{Days: days}}, &r); normal != want || mean {
			t.Errorf("%d days of normal: %v %v", days, mean, normal)
		}
	}
}
