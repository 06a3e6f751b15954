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
	Was, Would verdict.Level
	Held, Cut  int // 1: would have waited, or begun; -1: would not have
}

// Take compares a morning by both settings.
func (w *WhatIf) Take(was, would *engine.Report) {
	c := Changed{was.Date, was.Level, would.Level, waits(would) - waits(was), begins(would) - begins(was)}
	if was.Action == would.Action && c.Was == c.Would && c.Held == 0 && c.Cut == 0 && sessionOf(was) == sessionOf(would) {
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
