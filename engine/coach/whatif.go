package coach

import (
	"slices"

	"rebound/engine"
	"rebound/engine/diary"
	"rebound/engine/verdict"
)

// WhatIf is what other settings would have changed, morning by morning: the same days,
// assessed by two engines of one diary.
type WhatIf struct {
	Held int // hard sessions that would have waited beyond those that did; below 0: fewer
	Cuts int // lighter weeks that would have begun beyond those that did
	Days []Changed
}

// Changed is a morning that would have been another one.
type Changed struct {
	Date       diary.Date
	Was, Would Morning
}

// Morning is what one came to.
type Morning struct {
	Action  verdict.Action
	Level   verdict.Level
	Held    int             // 1: the day's hard session is put off
	Cuts    int             // 1: a lighter week begins
	Session verdict.Session // of the day
}

// MorningOf is that of date t.
func MorningOf(e *engine.Engine, t diary.Date) Morning {
	r := e.Assess(t)
	m := Morning{Action: r.Action, Level: r.Level}
	if l := &r.Cuts.Last; l.Scale > 0 && l.Fired == t {
		m.Cuts = 1
	}
	if len(r.Week) > 0 {
		d := &r.Week[0]
		m.Session = d.After
		if d.Before.Kind.Hard() && slices.Contains(d.Because, verdict.Code(verdict.HoldQuality)) {
			m.Held = 1
		}
	}
	return m
}

// Take compares a morning by both settings.
func (w *WhatIf) Take(t diary.Date, was, would Morning) {
	if was != would {
		w.Held += would.Held - was.Held
		w.Cuts += would.Cuts - was.Cuts
		w.Days = append(w.Days, Changed{t, was, would})
	}
}
