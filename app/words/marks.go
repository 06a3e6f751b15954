package words

import (
	"fmt"
	"slices"

	"rebound/app/wire"
	"rebound/engine"
	"rebound/engine/diary"
)

// calmDays is how long a chart may be to have a mark for each calm check-in too.
const calmDays = 6*7 + 1

// toldMarks is what the runner told and planned from day a to day b, as marks on
// a chart: check-ins, illness, niggles when they come, ease runs or go, what was
// measured by hand, planned deloads and races.
func toldMarks(e *engine.Engine, a, b diary.Date) []wire.Mark {
	out := []wire.Mark{}
	add := func(t diary.Date, kind, text string) {
		if t >= a && t <= b {
			out = append(out, wire.Mark{Date: t, Kind: kind, Text: text})
		}
	}
	d, rules := e.Diary(), e.Rules()
	for i := range d.Reported.CheckIns {
		c := &d.Reported.CheckIns[i]
		signs := 0
		for _, s := range c.Signs {
			if s.AtLeast(rules.SignPresent) {
				signs++
			}
		}
		switch {
		case c.Chest == diary.Yes:
			add(c.Date, "check_in", "chest symptoms")
		case c.Fever == diary.Yes:
			add(c.Date, "check_in", "fever")
		case signs >= int(rules.CheckSigns):
			add(c.Date, "check_in", fmt.Sprintf("check-in: %s", Count(signs, "sign")))
		case b-a <= calmDays:
			add(c.Date, "check_in", "check-in")
		}
	}
	for t := a; t <= b; t++ {
		if slices.Contains(d.Tags[t], "illness") && !slices.Contains(d.Tags[t-1], "illness") {
			add(t, "check_in", "illness")
		}
	}
	last := map[string]diary.Score{}
	for i := range d.Reported.Niggles {
		n := &d.Reported.Niggles[i]
		place := Place(n.Site, n.Side)
		before, known := last[place]
		switch {
		case n.Gone():
			if known {
				add(n.Date, "niggle", place+" gone")
			}
			delete(last, place)
			continue
		case !known, n.Severity.AtLeast(rules.PainModify) && !before.AtLeast(rules.PainModify):
			text := place + " tight"
			if n.Hurts() {
				text = fmt.Sprintf("%s %d of 10", place, n.Severity)
			}
			add(n.Date, "niggle", text)
		}
		last[place] = n.Severity
	}
	var screened diary.Date
	for _, v := range d.Reported.Screens {
		if v.Date != screened {
			add(v.Date, "screen", "movement screen")
		}
		screened = v.Date
	}
	for _, v := range d.Reported.Reactions {
		add(v.Date, "reaction", "reaction test")
	}
	for _, v := range d.Reported.Periods {
		add(v.Date, "period", "period")
	}
	if p := e.Assess(b).Plan; p != nil {
		for _, w := range p.Weeks {
			if w.Deload {
				add(w.Start, "deload", "deload")
			}
		}
		if p.Race != nil {
			add(p.Race.Date, "race", "race")
		}
	}
	return out
}
