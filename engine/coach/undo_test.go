package coach_test

import (
	"slices"
	"testing"

	"rebound/engine"
	"rebound/engine/coach"
	"rebound/engine/diary"
	"rebound/engine/rule"
)

// Which change taking back takes back, by what was done before.
func TestUndoable(t *testing.T) {
	const day = diary.Date(20_000)
	version := func(what, text string) diary.PlanOf {
		return diary.PlanOf{Stamp: diary.Stamp{Date: day}, Change: what, Text: text}
	}
	back := func(text string) diary.PlanOf { return version("", text) }
	for name, c := range map[string]struct {
		all    []diary.PlanOf
		what   string
		before string
	}{
		"nothing":                {nil, "", ""},
		"the first":              {[]diary.PlanOf{version("made", "A")}, "made", ""},
		"the second":             {[]diary.PlanOf{version("made", "A"), version("moved", "B")}, "moved", "A"},
		"one taken back":         {[]diary.PlanOf{version("made", "A"), version("moved", "B"), back("A")}, "made", ""},
		"both taken back":        {[]diary.PlanOf{version("made", "A"), version("moved", "B"), back("A"), back("")}, "", ""},
		"there and back by hand": {[]diary.PlanOf{version("made", "A"), version("moved", "B"), version("moved back", "A")}, "moved back", "B"},
		"that, taken back":       {[]diary.PlanOf{version("made", "A"), version("moved", "B"), version("moved back", "A"), back("B")}, "moved", "A"},
		"made anew after all":    {[]diary.PlanOf{version("made", "A"), back(""), version("made again", "C")}, "made again", ""},
		"dropped":                {[]diary.PlanOf{version("made", "A"), version("dropped", "")}, "dropped", "A"},
		"the same made twice":    {[]diary.PlanOf{version("made", "A"), version("made", "A"), back("A")}, "made", ""},
	} {
		last, before, ok := coach.Undoable(c.all, day)
		if last.Change != c.what || before != c.before || ok != (c.what != "") {
			t.Errorf("%s: %q to %q, %v; want %q to %q", name, last.Change, before, ok, c.what, c.before)
		}
		for later, want := range map[diary.Date]bool{1: c.what != "", 2: false, 3: false} {
			if _, _, ok := coach.Undoable(c.all, day+later); ok != want {
				t.Errorf("%s: can be taken back %d days later: %v", name, later, ok)
			}
		}
	}
}

// The runner's word on their last run is kept where the diary does not know it, takes
// a later word back, and says that they have not run since.
func TestLastRun(t *testing.T) {
	ran := func(days ...diary.Date) *engine.Engine {
		var r diary.Reported
		for _, d := range days {
			r.Ran = append(r.Ran, diary.Ran{Stamp: at(d)})
		}
		return engine.New(diary.Build([]diary.File{reported(r), {Activities: []diary.Activity{{Date: 80, Start: 80 * 86400, Sport: diary.Running, Seconds: 2400, Meters: 7000}}}}, nil), rule.Default())
	}
	said := func(d diary.Date) diary.Stamp { return diary.Stamp{At: 1000, Date: d} }
	for name, c := range map[string]struct {
		e    *engine.Engine
		on   diary.Date
		want []diary.Ran
	}{
		"a file has it":       {ran(), 80, nil},
		"no file has it":      {ran(), 90, []diary.Ran{{Stamp: said(90)}}},
		"said already":        {ran(90), 90, nil},
		"a later one is said": {ran(90), 95, []diary.Ran{{Stamp: said(95)}}},
		"an earlier one":      {ran(90), 85, []diary.Ran{{Stamp: said(90), Off: true}, {Stamp: said(85)}}},
	} {
		got := coach.LastRun(c.e, said(c.on), 100)
		if !slices.Equal(got.Ran, c.want) {
			t.Errorf("%s: %+v, want %+v", name, got.Ran, c.want)
		}
		if len(got.NotRan) != 1 || got.NotRan[0].Date != c.on+1 || got.NotRan[0].To != 100 {
			t.Errorf("%s: not run since: %+v", name, got.NotRan)
		}
	}
	if got := coach.LastRun(ran(), said(100), 100); len(got.NotRan) > 0 {
		t.Errorf("ran today: %+v", got.NotRan)
	}
}
