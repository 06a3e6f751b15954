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
	Was, Would verdict.Action
	Held, Cut  int             // 1: would have waited, or begun; -1: would not have
	Ran, Run   verdict.Session // that morning's session as it was and as it would have been
}

// Take compares a morning by both settings.
func (w *WhatIf) Take(was, would *engine.Report) {
	c := Changed{
		Date: was.Date, Was: was.Action, Would: would.Action,
		Held: waits(would) - waits(was), Cut: begins(would) - begins(was),
		Ran: sessionOf(was), Run: sessionOf(would),
	}
	if c.Was == c.Would && c.Held == 0 && c.Cut == 0 && c.Ran == c.Run {
		return
	}
	w.Held += c.Held
	w.Cuts += c.Cut
	w.Days = append(w.Days, c)
}

// waits is 1 where the day's hard session is put off that morning.
func waits(r *engine.Report) int {
	if len(r.Week) > 0 && r.Week[0].Before.Kind.Hard() && slices.Contains(r.Week[0].Because, verdict.Code(verdict.HoldQuality)) {
		return 1
	}
	return 0
}

// begins is 1 on the day that a lighter week begins.
func begins(r *engine.Report) int {
	if l := r.Cuts.Last; l.Scale > 0 && l.Fired == r.Date {
		return 1
	}
	return 0
}

func sessionOf(r *engine.Report) (s verdict.Session) {
	if len(r.Week) > 0 {
		s = r.Week[0].After
	}
	return s
}
