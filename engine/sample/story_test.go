package sample_test

import (
	"reflect"
	"testing"

	"rebound/engine"
	"rebound/engine/body"
	"rebound/engine/diary"
	"rebound/engine/rule"
	"rebound/engine/sample"
	"rebound/engine/signal"
	"rebound/engine/verdict"
)

// TestReportedAgrees: what the demo runner tells fits what her watch says. The cut
// stays, her check-in has turned, and nothing that hurts stands in its way.
func TestReportedAgrees(t *testing.T) {
	first := today
	for today := first; today < first+7; today++ {
		files := sample.Files(today)
		told := sample.Reported(today, files)
		if again := sample.Reported(today, files); !reflect.DeepEqual(told, again) {
			t.Error("two tellings differ")
		}
		d := diary.Build(append(files, told), nil)
		e := engine.New(d, rule.Default())
		now := e.Assess(today)
		if now.Action != verdict.CutWeek || now.Level != verdict.LevelEase {
			t.Errorf("%v: today is %s, %s", today.Weekday(), now.Action, now.Level)
		}
		if now.Body.Check.State != body.CheckAdverse || now.Body.Triage != body.Run {
			t.Errorf("%v: the check-in is %v, the body allows to %s", today.Weekday(), now.Body.Check.State, now.Body.Triage)
		}
		if n := now.Body.Niggles; len(n) != 1 || n[0].Site != "hip" || n[0].Severity != 0 {
			t.Errorf("%v: niggles %+v", today.Weekday(), n)
		}
		if calf := e.Assess(today - 59).Body; calf.Triage != body.Modify {
			t.Errorf("%v: the calf at its worst allows to %s", today.Weekday(), calf.Triage)
		}
		for _, x := range d.Reported.Screens {
			if test := body.FindTest(x.Test); test == nil || !test.Valid(x.Side, float64(x.Value)) {
				t.Errorf("no such result: %+v", x)
			}
		}
		if d.Last != today || len(d.Reported.Efforts) < 50 || len(d.Reported.Reactions) < 8 || len(d.Reported.CheckIns) < 60 {
			t.Errorf("%v: up to %v, %d efforts, %d reaction tests, %d check-ins", today.Weekday(), d.Last, len(d.Reported.Efforts), len(d.Reported.Reactions), len(d.Reported.CheckIns))
		}
	}
}

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
