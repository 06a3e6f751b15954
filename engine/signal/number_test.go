package signal_test

import (
	"math"
	"testing"

	"rebound/engine/diary"
	"rebound/engine/rule"
	"rebound/engine/signal"
)

// The numbers behind a state, worked by hand: a normal that goes between 47 and 53
// and a week at 53.
func TestNumbers(t *testing.T) {
	r := rule.Default()
	s := stateOf(&r, diary.RestingHR, func(back int) float64 {
		if back < 7 || back%2 == 0 {
			return 53
		}
		return 47
	})
	sd := math.Sqrt(60 * 9.0 / 59)
	for name, v := range map[string][2]float64{
		"recent": {s.Recent, 53}, "mean": {s.Baseline.Mean, 50}, "SD, of a sample": {s.Baseline.SD, sd},
		"z": {s.Z, 3 / sd}, "low": {s.Baseline.Low, 50 - sd/2}, "high": {s.Baseline.High, 50 + sd/2},
		"days": {float64(s.Baseline.Days), 60}, "recent days": {float64(s.RecentDays), 7},
	} {
		if math.Abs(v[0]-v[1]) > 1e-9 {
			t.Errorf("%s: %g, want %g", name, v[0], v[1])
		}
	}
	if s.Newest != today || s.Missing != signal.Nothing {
		t.Errorf("newest %v, missing %v", s.Newest, s.Missing)
	}
	for kind, floor := range map[diary.Kind]float64{diary.HRV: 0.10, diary.RestingHR: 1, diary.Sleep: 1} {
		one := stateOf(&r, kind, only(200, func(back int) bool { return back == 20 }))
		if one.Baseline.SD != floor || one.Baseline.Days != 1 {
			t.Errorf("%v, one day of a normal: %+v", kind, one.Baseline)
		}
	}
}

// A week without a reading has no mean, and its newest reading is none of the window.
func TestEmptyWindow(t *testing.T) {
	r := rule.Default()
	s := stateOf(&r, diary.RestingHR, only(50, func(back int) bool { return back >= 7 }))
	if s.Recent != 0 || s.RecentDays != 0 || s.Missing != signal.FewRecent || s.Newest != 0 || s.Known() {
		t.Errorf("%+v", s)
	}
}

// High confidence asks for five days of the window, not for the four that make a
// state.
func TestSettledAsksForFiveDays(t *testing.T) {
	r := rule.Default()
	for days, want := range map[int]bool{4: false, 5: true, 6: true} {
		s := stateOf(&r, diary.RestingHR, only(50, func(back int) bool { return back < days || back >= 7 }))
		if !s.Known() || s.Settled(r) != want {
			t.Errorf("%d days: known %v, settled %v, want %v", days, s.Known(), s.Settled(r), want)
		}
	}
}

// What is tagged weighs half on both sides of a mean: with the day left out, its half
// is what is taken away. At a weight of nothing it is not there at all.
func TestTaggedDayLeftOut(t *testing.T) {
	d := &diary.Diary{Tags: map[diary.Date][]string{today: {"alcohol"}}}
	for name, c := range map[string]struct {
		tagged, others float64
		want           signal.Name
		held           bool
	}{
		"as high as the others":  {53, 53, signal.Adverse, false},
		"the one that is high":   {60, 51.4, signal.InRange, true},
		"in range, others high":  {50, 53, signal.Adverse, false},
		"all of them in the way": {51, 51, signal.InRange, false},
	} {
		d.Series = []diary.Series{readings(diary.RestingHR, 100, func(back int) float64 {
			switch {
			case back == 0:
				return c.tagged
			case back < 7:
				return c.others
			}
			return 50
		})}
		s := signal.New(d, rule.Default()).At(diary.RestingHR, today)
		if s.Name != c.want || s.Held != c.held || s.Tagged != 1 || s.RecentDays != 7 {
			t.Errorf("%s: %+v, want %v held %v", name, s, c.want, c.held)
		}
		r := rule.Default()
		r.TagWeight = 0
		if s := signal.New(d, r).At(diary.RestingHR, today); s.RecentDays != 6 || s.Tagged != 0 || s.Newest != today-1 {
			t.Errorf("%s, at no weight: %+v", name, s)
		}
	}
}

// Seven hours is no short night, neither as one of the week's nor as their mean; and
// only HRV can be unusually high.
func TestNotShortAndNotUnusual(t *testing.T) {
	r := rule.Default()
	if s := state(&r, diary.Sleep, 420, 480); s.Short != 0 || s.Name != signal.InRange {
		t.Errorf("seven hours every night: %+v", s)
	}
	mean7h := [7]float64{400, 400, 400, 400, 447, 447, 446}
	s := stateOf(&r, diary.Sleep, func(back int) float64 {
		if back < 7 {
			return mean7h[back]
		}
		return 480
	})
	if s.Recent != 420 || s.Short != 4 || s.Name != signal.InRange || s.Held {
		t.Errorf("seven hours on average: %+v", s)
	}
	if s := state(&r, diary.RestingHR, 81.9, 80); s.Name != signal.InRange {
		t.Errorf("a resting heart rate 1.9 SD up, by less than 2 bpm and 3%%: %+v", s)
	}
}
