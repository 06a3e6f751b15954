package sample_test

import (
	"testing"

	"rebound/engine"
	"rebound/engine/diary"
	"rebound/engine/rule"
	"rebound/engine/sample"
	"rebound/engine/signal"
	"rebound/engine/verdict"
)

// TestStory holds the demo to its story, whichever weekday today is: one cut,
// by HRV and resting HR, one to three days old; before that a layoff and a few
// low mornings that cut nothing.
func TestStory(t *testing.T) {
	first := today
	for today := first; today < first+7; today++ {
		e := engine.New(diary.Build(sample.Files(today), nil), rule.Default())
		now := e.Assess(today)
		if now.Action != verdict.CutWeek || now.Level != verdict.LevelEase || now.Confidence != verdict.High {
			t.Errorf("%v: today is %s, %s, %s", today.Weekday(), now.Action, now.Level, now.Confidence)
		}
		if ago := today - now.Cuts.Last.Fired; ago < 1 || ago > 3 {
			t.Errorf("%v: the cut is %d days old", today.Weekday(), ago)
		}
		for k, want := range []signal.Name{signal.Adverse, signal.Adverse, signal.InRange} {
			if got := now.Signals[k].Name; got != want {
				t.Errorf("%v: %v is %v today", today.Weekday(), diary.Kind(k), got)
			}
		}
		back, dip := false, false
		for d := today - 181; d < now.Cuts.Last.Fired; d++ {
			r := e.Assess(d)
			if r.Action == verdict.CutWeek {
				t.Errorf("%v: a cut %d days ago", today.Weekday(), today-d)
			}
			back = back || r.Action == verdict.ReturnToRun && r.Layoff.Tier == 1
			ago := today - d
			dip = dip || ago > 60 && ago < 75 && r.Signals[diary.HRV].Name == signal.Adverse
			if ago <= 40 && ago > 33 && r.Signals[diary.RestingHR].Name == signal.Adverse {
				t.Errorf("%v: one bad night puts resting HR out %d days ago", today.Weekday(), ago)
			}
		}
		if !back || !dip {
			t.Errorf("%v: layoff seen %v, low mornings seen %v", today.Weekday(), back, dip)
		}
	}
}
