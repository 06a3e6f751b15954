package coach

import (
	"testing"

	"rebound/engine"
	"rebound/engine/diary"
	"rebound/engine/rule"
	"rebound/engine/sample"
	"rebound/engine/verdict"
)

// A morning counts where the advice, the session or the lighter weeks would have been
// another, and adds up what would have been held and begun.
func TestWhatIfTakesWhatDiffers(t *testing.T) {
	tempo := verdict.Session{Kind: verdict.Tempo, Minutes: 50}
	plain := Morning{Action: verdict.Progress, Level: verdict.LevelGo, Session: tempo}
	with := func(change func(*Morning)) Morning {
		m := plain
		change(&m)
		return m
	}
	held := with(func(m *Morning) { m.Action, m.Held = verdict.HoldQuality, 1 })
	cut := with(func(m *Morning) { m.Action, m.Cuts = verdict.CutWeek, 1 })
	var w WhatIf
	for i, c := range [][2]Morning{
		{plain, plain}, {plain, held}, {plain, held}, {held, plain}, {cut, plain}, {cut, cut},
		{plain, with(func(m *Morning) { m.Session.Minutes = 30 })}, {plain, with(func(m *Morning) { m.Level = verdict.LevelEase })},
	} {
		w.Take(20500+diary.Date(i), c[0], c[1])
	}
	if w.Held != 1 || w.Cuts != -1 || len(w.Days) != 6 || w.Days[0].Date != 20501 || w.Days[5].Date != 20507 {
		t.Errorf("%+v", w)
	}
}

// A morning is what was assessed: of the sample runner's days, those on which her hard
// session waits, and the first of each lighter week.
func TestMorningOf(t *testing.T) {
	today := diary.DateOf(2026, 3, 15)
	e := engine.New(diary.Build(sample.Files(today), nil), rule.Default())
	held, cuts := 0, 0
	for d := today - 180; d <= today; d++ {
		r, m := e.Assess(d), MorningOf(e, d)
		if m.Action != r.Action || m.Level != r.Level || len(r.Week) > 0 && m.Session != r.Week[0].After {
			t.Fatalf("%v is %+v", d, m)
		}
		if m.Held == 1 && (r.Week[0].After.Kind.Hard() || r.Action != verdict.HoldQuality) {
			t.Errorf("%v: %+v is called held", d, r.Week[0])
		}
		if m.Cuts == 1 && r.Action != verdict.CutWeek {
			t.Errorf("%v: a lighter week begins by %s", d, r.Action)
		}
		held, cuts = held+m.Held, cuts+m.Cuts
	}
	if held == 0 || cuts == 0 {
		t.Errorf("in half a year %d sessions are held and %d lighter weeks begin", held, cuts)
	}
}
