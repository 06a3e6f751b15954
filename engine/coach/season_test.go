package coach_test

import (
	"slices"
	"testing"

	"rebound/engine"
	"rebound/engine/coach"
	"rebound/engine/diary"
	"rebound/engine/rule"
	"rebound/engine/sample"
	"rebound/engine/story"
	"rebound/engine/verdict"
)

// looked is a season of a diary that is told.
func looked(t *testing.T, from, to, text string) coach.Season {
	t.Helper()
	told, err := story.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	e := engine.New(told.Diary(), told.Rules)
	a, _ := diary.ParseDate(from)
	b, _ := diary.ParseDate(to)
	return coach.LookBack(e, a, b, e.Diary().Last, e.Assess)
}

const even = `
2026-01-01..2026-05-30 hrv 60
2026-01-01..2026-05-30 resting_hr 50
2026-01-01..2026-05-30 sleep 8:00
2026-01-01..2026-05-30 run easy 45 on tue,thu,sat
2026-01-01..2026-05-30 run long 80 on sun
`

func dated(text string) diary.Date {
	d, err := diary.ParseDate(text)
	if err != nil {
		panic(err)
	}
	return d
}

// Two signals drift from 9 March on and are back from the 21st: the lighter week begins on
// the 14th (see two_of_three.txtar). What came after is counted from its first day.
func TestLookBackAtACut(t *testing.T) {
	drift := even + `
2026-03-09..2026-03-20 hrv 50
2026-03-09..2026-03-20 resting_hr 56
2026-04-01 run intervals 60
2026-04-01 effort 9
`
	s := looked(t, "2026-01-01", "2026-12-31", drift+"2026-03-15 decline cut_week")
	if s.To != dated("2026-05-30") || len(s.Weeks) != 53 {
		t.Errorf("to %v, %d weeks", s.To, len(s.Weeks))
	}
	i := slices.IndexFunc(s.Turns, func(x coach.Turn) bool { return x.Kind == coach.TurnCut })
	if i < 0 {
		t.Fatalf("no cut among %+v", s.Turns)
	}
	x := s.Turns[i]
	if x.From != dated("2026-03-14") || x.To != dated("2026-03-20") || x.Decided != coach.Declined || !slices.Equal(x.Out, []diary.Kind{diary.HRV, diary.RestingHR}) {
		t.Errorf("%+v", x)
	}
	// The last of the low days counts in the window for a week; with it left out as the one
	// outlier the mean is back before that.
	told, _ := story.Parse(drift)
	e := engine.New(told.Diary(), told.Rules)
	for d := x.From + 1; d <= x.From+diary.Date(x.Back); d++ {
		state, _ := e.Day(d)
		if _, out, _ := state.Signals.Counts(); out == 0 != (d == x.From+diary.Date(x.Back)) {
			t.Errorf("back after %d days, and on %v %d are out", x.Back, d, out)
		}
	}
	if x.Back < 7 || x.Back > 14 || x.Waits {
		t.Errorf("back after %d days", x.Back)
	}
	if n := x.Next; n.Date != dated("2026-04-01") || n.Race || n.Minutes != 60 || n.Felt != coach.FeltHarder {
		t.Errorf("next: %+v", n)
	}
	week := s.Weeks[(dated("2026-03-14")-s.Weeks[0].Start)/7]
	if week.Level != verdict.LevelEase || week.Days != 1 || !week.Known || week.Load <= 0 { // it was declined on its second day
		t.Errorf("its week: %+v", week)
	}
	if s := looked(t, "2026-01-01", "2026-12-31", drift+"2026-03-15 accept cut_week"); s.Turns[i].Decided != coach.Accepted {
		t.Errorf("accepted: %+v", s.Turns[i])
	}
	if s := looked(t, "2026-01-01", "2026-12-31", drift); s.Turns[i].Decided != coach.Undecided {
		t.Errorf("nothing said: %+v", s.Turns[i])
	}
}

// Of a signal that is not measured any more nobody knows that it is back, and a runner with
// one signal has it back when that one is.
func TestLookBackOfUnknownSignals(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		kind coach.TurnKind
		back bool
	}{
		"resting heart rate ends": {even + `
2026-03-09..2026-03-20 hrv 50
2026-03-09..2026-03-20 resting_hr 56
2026-03-17..2026-05-30 no resting_hr
`, coach.TurnCut, false},
		"one signal": {`
2026-01-01..2026-05-30 resting_hr 50
2026-01-01..2026-05-30 run intervals 50 on tue
2026-01-01..2026-05-30 run easy 45 on thu,sat
2026-03-09..2026-03-16 resting_hr 56
`, coach.TurnHold, true},
	} {
		s := looked(t, "2026-01-01", "2026-12-31", c.text)
		i := slices.IndexFunc(s.Turns, func(x coach.Turn) bool { return x.Kind == c.kind })
		if i < 0 || len(s.Turns[i].Out) == 0 {
			t.Errorf("%s: %+v", name, s.Turns)
			continue
		}
		if x := s.Turns[i]; (x.Back > 0) != c.back || x.Waits {
			t.Errorf("%s: %+v", name, x)
		}
	}
}

// A diary that ends says so: what has not come may yet come.
func TestLookBackWaits(t *testing.T) {
	s := looked(t, "2026-01-01", "2026-12-31", `
2026-01-01..2026-03-16 hrv 60
2026-01-01..2026-03-16 resting_hr 50
2026-01-01..2026-03-16 run easy 45 on tue,thu,sat
2026-03-09..2026-03-16 hrv 50
2026-03-09..2026-03-16 resting_hr 56
`)
	if len(s.Turns) != 1 {
		t.Fatalf("%+v", s.Turns)
	}
	if x := s.Turns[0]; x.Back != 0 || !x.Waits || x.Next.Date != 0 || !x.Next.Waits {
		t.Errorf("%+v", x)
	}
}

// An illness, a stop and a race stand in their weeks.
func TestSeasonWeeks(t *testing.T) {
	s := looked(t, "2026-01-01", "2026-05-30", even+`
2026-02-10 ill below_neck 2026-02-14
2026-03-03 niggle shin left 4,bone=yes
2026-03-06 niggle shin left 0,bone=no,seen=yes
2026-04-12 race 21.1
2026-04-12 run raced 105
`)
	at := func(text string) coach.SeasonWeek { return s.Weeks[(dated(text)-s.Weeks[0].Start)/7] }
	if w := at("2026-02-10"); !w.Ill || at("2026-01-20").Ill {
		t.Errorf("the week of the illness: %+v", w)
	}
	if w := at("2026-03-03"); w.Level != verdict.LevelStop || w.Days != 3 {
		t.Errorf("the week of the stop: %+v", w)
	}
	if w := at("2026-04-12"); w.RaceKm < 20 || at("2026-04-01").RaceKm != 0 {
		t.Errorf("the week of the race: %+v", w)
	}
	i := slices.IndexFunc(s.Turns, func(x coach.Turn) bool { return x.Kind == coach.TurnStop && x.From == dated("2026-03-03") })
	if i < 0 || s.Turns[i].To != dated("2026-03-05") || s.Turns[i].Decided != coach.Undecided || len(s.Turns[i].Out) != 0 {
		t.Errorf("the stop: %+v", s.Turns)
	}
}

// A race of three quarters of an hour is one too, planned and run; one that was not run is none.
func TestSeasonOfAShortRace(t *testing.T) {
	short := even + `
2026-04-12 race 10
2026-04-19 race 10
2026-04-19 no run
2026-04-19 not_ran
`
	for km, text := range map[float64]string{10: short + "2026-04-12 run raced 50", 0: short + "2026-04-12 no run\n2026-04-12 not_ran"} {
		s := looked(t, "2026-01-01", "2026-05-30", text)
		var on []coach.SeasonWeek
		for _, w := range s.Weeks {
			if w.RaceKm > 0 {
				on = append(on, w)
			}
		}
		if km == 0 && len(on) > 0 || km > 0 && (len(on) != 1 || on[0].Start != dated("2026-04-06") || on[0].RaceKm != km) {
			t.Errorf("%g km: races in the weeks %+v", km, on)
		}
	}
}

func BenchmarkLookBack(b *testing.B) {
	today := dated("2026-03-15")
	e := engine.New(diary.Build(sample.Years(today, 10).Files(), nil), rule.Default())
	e.Day(today)
	for b.Loop() {
		coach.LookBack(e, dated("2024-01-01"), dated("2024-12-31"), today, e.Assess)
	}
}
