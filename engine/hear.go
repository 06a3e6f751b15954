package engine

import (
	"rebound/engine/body"
	"rebound/engine/diary"
	"rebound/engine/signal"
)

// Hear goes on with a diary that differs from the engine's in what the runner
// reported, as New with it would. What was measured is kept, and every day before
// the first that the difference can reach. A diary whose measured half is another
// one is begun anew.
//
// A day's state hangs on typed values, measurements with a strap, corrections, tags and illnesses, which are
// readings and their weights, on check-ins, which deepen a cut, on ratings and races,
// which make what was seen of a heart its maximum, and on reported runs, which are
// load. All else that is reported counts when a date is
// assessed.
func (e *Engine) Hear(d *diary.Diary) {
	if !d.SameMeasured(e.diary) {
		plan, live := e.plan, e.live
		*e = *New(d, e.rules)
		e.live, e.history.Raced = live, e.raceDay
		e.Follow(plan)
		return
	}
	old := e.diary
	e.diary, e.races = d, nil
	e.history.Hear(d)
	typed, anyTyped := diary.Changed(old.Reported.Typed, d.Reported.Typed)
	corrected, anyCorrected := diary.Changed(old.Reported.Corrections, d.Reported.Corrections)
	tagged, anyTagged := diary.Changed(old.Reported.Tags, d.Reported.Tags)
	ill, anyIll := diary.Changed(old.Reported.Illnesses, d.Reported.Illnesses)
	checked, anyChecked := diary.Changed(old.Reported.CheckIns, d.Reported.CheckIns)
	rated, anyRated := diary.Changed(old.Reported.Efforts, d.Reported.Efforts)
	planned, anyPlanned := diary.Changed(old.Reported.Plans, d.Reported.Plans)
	strapped, anyStrapped := diary.ChangedStraps(old.Reported.Straps, d.Reported.Straps)
	ran, anyRan := diary.Changed(old.Reported.Runs, d.Reported.Runs)
	if anyTyped || anyStrapped || anyCorrected || anyTagged || anyIll {
		e.signals = signal.New(d, e.rules)
	}
	if anyChecked {
		e.checks = body.NewChecks(&d.Reported, &e.rules)
	}
	if d.First != old.First { // days are counted from the first
		e.days, e.loads = nil, nil
	}
	// The file of a reported run, which gets its rating, may bear the day before.
	for _, c := range [...]struct {
		from diary.Date
		ok   bool
	}{{typed, anyTyped}, {strapped, anyStrapped}, {corrected, anyCorrected}, {tagged, anyTagged}, {ill, anyIll}, {checked, anyChecked}, {rated, anyRated}, {planned, anyPlanned}, {ran - 1, anyRan}} {
		if c.ok {
			e.forget(c.from)
		}
	}
}

// forget drops the days from date t on.
func (e *Engine) forget(t diary.Date) {
	n := min(max(int(t-e.diary.First), 0), len(e.days))
	e.days, e.loads = e.days[:n], e.loads[:n]
}
