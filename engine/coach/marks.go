package coach

import (
	"slices"

	"rebound/engine"
	"rebound/engine/diary"
)

// MarkCode names an event that a chart is marked with.
type MarkCode string

const (
	MarkCut      MarkCode = "cut"
	MarkBack     MarkCode = "back" // N days off
	MarkChest    MarkCode = "chest"
	MarkFever    MarkCode = "fever"
	MarkSigns    MarkCode = "signs" // N of them, a bad day
	MarkCheckIn  MarkCode = "check_in"
	MarkIllness  MarkCode = "illness"
	MarkNiggle   MarkCode = "niggle" // Niggle came, or began to ease runs
	MarkGone     MarkCode = "niggle_gone"
	MarkScreen   MarkCode = "screen"
	MarkReaction MarkCode = "reaction"
	MarkPeriod   MarkCode = "period"
	MarkDeload   MarkCode = "deload"
	MarkRace     MarkCode = "race"
)

// Mark is an event on a date.
type Mark struct {
	Date   diary.Date
	Code   MarkCode
	N      int
	Niggle *diary.Niggle
	Name   string // of a race, as the runner calls it
}

// calmDays is how long a chart may be to have a mark for each calm check-in too.
const calmDays = 6*7 + 1

// Marks is what happened from day a to day b: cuts, returns from a pause, check-ins,
// illness, niggles when they come, ease runs or go, what was measured by hand,
// periods, planned deloads, and races that were run or are today.
func Marks(e *engine.Engine, a, b diary.Date) []Mark {
	m := marker{a: a, b: b}
	for t := a; t <= b; t++ {
		if day, _ := e.Day(t); day.Cuts.Last.Scale > 0 && day.Cuts.Last.Fired == t {
			m.add(Mark{Date: t, Code: MarkCut})
		}
	}
	var last diary.Date
	seen := false
	for _, s := range e.History().Sessions {
		if !s.Run {
			continue
		}
		if off := int(s.Date - last); seen && float64(off) >= e.Rules().BackTier1 {
			m.add(Mark{Date: s.Date, Code: MarkBack, N: off})
		}
		last, seen = s.Date, true
	}
	m.reported(e)
	if p := e.Assess(b).Plan; p != nil {
		for _, w := range p.Weeks {
			if w.Deload {
				m.add(Mark{Date: w.Start, Code: MarkDeload})
			}
		}
	}
	for _, r := range e.Planned(a, b) {
		if _, raced := e.RacedOn(r.Date, b+1); raced || r.Date == b {
			m.add(Mark{Date: r.Date, Code: MarkRace, Name: r.Name})
		}
	}
	return m.out
}

type marker struct {
	a, b diary.Date
	out  []Mark
}

func (m *marker) add(x Mark) {
	if x.Date >= m.a && x.Date <= m.b {
		m.out = append(m.out, x)
	}
}

// reported marks what the runner reported.
func (m *marker) reported(e *engine.Engine) {
	d, rules := e.Diary(), e.Rules()
	r := &d.Reported
	for i := range r.CheckIns {
		c := &r.CheckIns[i]
		signs := 0
		for _, s := range c.Signs {
			if s.AtLeast(rules.SignPresent) {
				signs++
			}
		}
		switch {
		case c.Chest == diary.Yes:
			m.add(Mark{Date: c.Date, Code: MarkChest})
		case c.Fever == diary.Yes:
			m.add(Mark{Date: c.Date, Code: MarkFever})
		case signs >= int(rules.CheckSigns):
			m.add(Mark{Date: c.Date, Code: MarkSigns, N: signs})
		case m.b-m.a <= calmDays:
			m.add(Mark{Date: c.Date, Code: MarkCheckIn})
		}
	}
	for t := m.a; t <= m.b; t++ {
		if slices.Contains(d.Tags[t], "illness") && !slices.Contains(d.Tags[t-1], "illness") {
			m.add(Mark{Date: t, Code: MarkIllness})
		}
	}
	for i := range r.Illnesses {
		if x := &r.Illnesses[i]; !slices.Contains(d.Tags[x.Date], "illness") {
			m.add(Mark{Date: x.Date, Code: MarkIllness})
		}
	}
	type place struct {
		site diary.Site
		side diary.Side
	}
	last := map[place]diary.Score{}
	for i := range r.Niggles {
		n := &r.Niggles[i]
		at := place{n.Site, n.Side}
		before, known := last[at]
		switch {
		case n.Gone():
			if known {
				m.add(Mark{Date: n.Date, Code: MarkGone, Niggle: n})
			}
			delete(last, at)
			continue
		case !known, n.Severity.AtLeast(rules.PainModify) && !before.AtLeast(rules.PainModify):
			m.add(Mark{Date: n.Date, Code: MarkNiggle, Niggle: n})
		}
		last[at] = n.Severity
	}
	var screened diary.Date
	for _, v := range r.Screens {
		if v.Date != screened {
			m.add(Mark{Date: v.Date, Code: MarkScreen})
		}
		screened = v.Date
	}
	for _, v := range r.Reactions {
		m.add(Mark{Date: v.Date, Code: MarkReaction})
	}
	for _, v := range r.Periods {
		m.add(Mark{Date: v.Date, Code: MarkPeriod})
	}
}
