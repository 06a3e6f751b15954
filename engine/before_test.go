package engine_test

import (
	"testing"

	"rebound/engine"
	"rebound/engine/diary"
	"rebound/engine/rule"
)

// A date before all data has the three signals, each unknown, as an empty diary has, and
// says when each begins.
func TestBeforeAllData(t *testing.T) {
	for name, files := range map[string][]diary.File{"empty": nil, "half a year": runner(1, 150)} {
		r := engine.New(diary.Build(files, nil), rule.Default()).Assess(today - 9999)
		for k, s := range r.Signals {
			if s.Kind != diary.Kind(k) || s.Known() || s.DaysOut != 0 {
				t.Errorf("%s: signal %d is %+v", name, k, s)
			}
			if begins := r.First[k]; (begins == 0) != (files == nil) || files != nil && r.Newest[k].Date != 0 {
				t.Errorf("%s: signal %d begins on %v, newest %v", name, k, begins, r.Newest[k])
			}
		}
	}
}
