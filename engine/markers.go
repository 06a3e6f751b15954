package engine

import (
	"math"

	"rebound/engine/body"
	"rebound/engine/diary"
)

// Markers is the four markers of progress on t. They decide nothing.
func (e *Engine) Markers(t diary.Date) []body.Marker {
	e.Day(t)
	return body.Markers(body.MarkerInput{
		Date: t, Rules: &e.rules, Reported: &e.diary.Reported, History: e.history, Loads: e.loadsTo(t),
		Hard:  e.hard(e.history, t-2*diary.Date(e.rules.MarkDays)+1, t, e.history.Max(t)),
		Fresh: e.fresh,
	})
}

// fresh reports whether the morning's own resting heart rate and HRV, those that are
// known, lay within the runner's normal range.
func (e *Engine) fresh(t diary.Date) (fresh, known bool) {
	day, _ := e.Day(t)
	fresh = true
	for _, k := range [...]diary.Kind{diary.RestingHR, diary.HRV} {
		s := day.Signals[k]
		if s.Baseline.Days < int(e.rules.BaselineNeeds) {
			continue
		}
		for _, p := range e.signals.Readings(k, s.Source, s.Metric, t, t) {
			known = true
			fresh = fresh && (k == diary.RestingHR && p.Value <= s.Baseline.High || k == diary.HRV && math.Log(p.Value) >= s.Baseline.Low)
		}
	}
	return fresh, known
}
