package coach_test

import (
	"slices"
	"testing"

	"rebound/engine"
	"rebound/engine/coach"
	"rebound/engine/diary"
	"rebound/engine/plan"
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
// the 14th (see two_of_three.txtar). What came after is counted from its last day.
func TestLookBackAtACut(t *testing.T) {
	drift := even + `
2026-03-09..2026-03-20 hrv 50
2026-03-09..2026-03-20 resting_hr 56
2026-04-01 run intervals 60
2026-04-01 effort 9
2026-03-18 run intervals 50
2026-03-18 effort 8
`
	s := looked(t, "2026-01-01", "2026-12-31", drift+"2026-03-15 decline cut_week")
	if s.To != dated("2026-05-30") || len(s.Weeks) != 22 { // none is drawn that has not come
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
	for d := x.From + 1; d <= x.Back; d++ {
		state, _ := e.Day(d)
		if _, out, _ := state.Signals.Counts(); out == 0 != (d == x.Back) {
			t.Errorf("back on %v, and on %v %d are out", x.Back, d, out)
		}
	}
	if x.Back < x.From+7 || x.Back > x.From+14 || x.Waits || x.Lasts {
		t.Errorf("back on %v: %+v", x.Back, x)
	}
	if x.Hard != 1 {
		t.Errorf("%d hard sessions on its days", x.Hard)
	}
	if n := x.Next; n.Date != dated("2026-04-01") || n.Race != nil || n.Minutes != 60 || n.Felt != coach.FeltHarder {
		t.Errorf("next: %+v", n)
	}
	week := s.Weeks[(dated("2026-03-14")-s.Weeks[0].Start)/7]
	if week.Level != verdict.LevelEase || week.Days != 1 || week.Day != x.From || !week.Known || week.Load <= 0 { // it was declined on its second day
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
		if x := s.Turns[i]; (x.Back != 0) != c.back || x.Waits {
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
	if x := s.Turns[0]; x.Back != 0 || !x.Waits || !x.Lasts || x.Next.Date != 0 || !x.Next.Waits {
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
	if w := at("2026-04-12"); w.Race == nil || w.Race.Km < 20 || w.Race.Like || at("2026-04-01").Race != nil {
		t.Errorf("the week of the race: %+v", w)
	}
	stop := func(x coach.Turn) bool { return x.Kind == coach.TurnStop && x.From == dated("2026-03-03") }
	i := slices.IndexFunc(s.Turns, stop)
	if i < 0 || s.Turns[i].To != dated("2026-03-05") || s.Turns[i].Decided != coach.Undecided || len(s.Turns[i].Out) != 0 {
		t.Errorf("the stop: %+v", s.Turns)
	}
}

// A stop is of the season that it began in, with all of its days; what comes after it is
// counted from the last of them.
func TestATurnIsOfTheSeasonItBeganIn(t *testing.T) {
	text := even + `
2026-03-03 niggle shin left 4,bone=yes
2026-03-13 niggle shin left 0,bone=no,seen=yes
2026-03-19 run intervals 60
`
	stops := func(from, to string) (out []coach.Turn) {
		for _, x := range looked(t, from, to, text).Turns {
			if x.Kind == coach.TurnStop {
				out = append(out, x)
			}
		}
		return out
	}
	for _, to := range []string{"2026-03-03", "2026-03-08", "2026-12-31"} {
		got := stops("2026-01-01", to)
		if len(got) != 1 || got[0].From != dated("2026-03-03") || got[0].To != dated("2026-03-12") || got[0].Lasts || got[0].Next.Date != dated("2026-03-19") {
			t.Errorf("to %s: %+v", to, got)
		}
	}
	for _, from := range []string{"2026-03-04", "2026-03-12", "2026-03-14"} {
		if got := stops(from, "2026-12-31"); len(got) != 0 {
			t.Errorf("from %s: %+v", from, got)
		}
	}
}

// A race that a plan had is one by its name; one that none had is a run like it.
func TestSeasonNamesTheRace(t *testing.T) {
	told, err := story.Parse(even + "2026-04-12 run easy 105\n")
	if err != nil {
		t.Fatal(err)
	}
	e := engine.New(told.Diary(), told.Rules)
	on := dated("2026-04-12")
	race := plan.Race{Date: on, Km: 17, Name: "Lewes <b>Loop"}
	e.Follow(&plan.Plan{Race: &race, Sessions: []plan.Session{{Date: on, Session: verdict.Session{Kind: verdict.Race, Km: race.Km, Minutes: 105}, Hard: true}}})
	s := coach.LookBack(e, dated("2026-04-01"), dated("2026-05-01"), e.Diary().Last, e.Assess)
	if got := s.Weeks[1].Race; got == nil || got.Name != race.Name || got.Like {
		t.Errorf("%+v", got)
	}
	stop, err := story.Parse(even + "2026-03-20 niggle shin left 4,bone=yes\n2026-03-24 niggle shin left 0,bone=no,seen=yes\n2026-04-02 run intervals 60\n2026-04-12 run easy 105\n")
	if err != nil {
		t.Fatal(err)
	}
	hurt := engine.New(stop.Diary(), stop.Rules)
	hurt.Follow(&plan.Plan{Race: &race, Sessions: []plan.Session{{Date: on, Session: verdict.Session{Kind: verdict.Race, Km: race.Km, Minutes: 105}, Hard: true}}})
	before := coach.LookBack(hurt, dated("2026-03-01"), dated("2026-05-01"), hurt.Diary().Last, hurt.Assess).Turns
	k := slices.IndexFunc(before, func(x coach.Turn) bool { return x.Kind == coach.TurnStop })
	if k < 0 || before[k].Next.Date != dated("2026-04-02") || before[k].Race == nil || before[k].Race.Date != on || before[k].Race.Name != race.Name {
		t.Errorf("after a stop: %+v", before)
	}
	var sum coach.Summary
	for d := on - 3; d <= on+3; d++ {
		r := e.Assess(d)
		sum.Take(e, &r)
	}
	if len(sum.Races) != 1 || sum.Races[0] != (coach.RaceRun{Date: on, Name: race.Name}) {
		t.Errorf("on the page for a coach: %+v", sum.Races)
	}
	i := slices.IndexFunc(coach.Marks(e, on-7, on+7), func(m coach.Mark) bool { return m.Code == coach.MarkRace && m.Date == on && m.Name == race.Name })
	if i < 0 {
		t.Error("no mark of it")
	}
	if r := e.Assess(on + 1); r.Raced.Name != race.Name {
		t.Errorf("the day after: %+v", r.Raced)
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
			if w.Race != nil {
				on = append(on, w)
			}
		}
		if km == 0 && len(on) > 0 || km > 0 && (len(on) != 1 || on[0].Start != dated("2026-04-06") || on[0].Race.Km != km) {
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
