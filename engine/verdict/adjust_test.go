package verdict_test

import (
	"math"
	"slices"
	"testing"

	"rebound/engine/body"
	"rebound/engine/diary"
	"rebound/engine/load"
	"rebound/engine/rule"
	"rebound/engine/signal"
	"rebound/engine/verdict"
)

func of(kind verdict.SessionKind, minutes float64) verdict.Session {
	return verdict.Session{Kind: kind, Minutes: minutes, Km: minutes / 6}
}

// adjust is the days that an action makes of those planned, by the default rules and
// with easy pace passing.
func bend(f verdict.Facts, action verdict.Action, before ...verdict.Session) []verdict.DayPlan {
	r := rule.Default()
	f.Date, f.Rules = today, &r
	if f.Easy.State == load.EasyUnknown {
		f.Easy.State = load.EasyPass
	}
	return verdict.Adjust(&f, load.New(&diary.Diary{}, r), action, before)
}

// is reports whether a day's session is of a kind and so long; one that was eased may
// go as far as is guessed where no easy pace is known.
func is(d verdict.DayPlan, kind verdict.SessionKind, minutes float64) bool {
	guessed := d.Before.Kind.Hard() && d.After.Kind == verdict.Easy && math.Abs(d.After.Km-0.92*minutes/6) < 1e-9
	return d.After.Kind == kind && math.Abs(d.After.Minutes-minutes) < 1e-9 && (guessed || math.Abs(d.After.Km-minutes/6) < 1e-9)
}

// What hurts takes the run away, or makes it shorter and easy; of two scalings the
// deeper holds, not both, and an easy day that is short already stays.
func TestWhatHurtsBendsADay(t *testing.T) {
	hurts := func(r body.Running, tr body.Triage) (f verdict.Facts) {
		f.Body.Running, f.Body.Triage = r, tr
		return f
	}
	none := bend(hurts(body.None, body.Stop), verdict.Stop, of(verdict.Easy, 40), of(verdict.Rest, 0), of(verdict.Race, 50))
	if !is(none[0], verdict.Rest, 0) || len(none[0].Because) != 1 || none[0].Because[0] != verdict.Code(body.Stop) || len(none[1].Because) != 0 || !is(none[2], verdict.Race, 50) {
		t.Errorf("no running: %+v", none)
	}
	short := bend(hurts(body.Shorter, body.Modify), verdict.Modify, of(verdict.Easy, 50), of(verdict.Long, 100), of(verdict.Tempo, 60), of(verdict.Rest, 0))
	if !is(short[0], verdict.Easy, 35) || !is(short[1], verdict.Easy, 70) || !is(short[2], verdict.Easy, 42) || len(short[3].Because) != 0 {
		t.Errorf("shorter: %+v", short)
	}
	cut := hurts(body.Shorter, body.Modify)
	cut.Cuts.Last = verdict.Cut{Fired: today, Until: today + 6, Scale: 0.7}
	if d := bend(cut, verdict.Modify, of(verdict.Easy, 50))[0]; !is(d, verdict.Easy, 35) || len(d.Because) != 1 {
		t.Errorf("as short already by the cut: %+v", d)
	}
	cut.Cuts.Last.Scale = 0.5
	if d := bend(cut, verdict.Modify, of(verdict.Easy, 50))[0]; !is(d, verdict.Easy, 25) || len(d.Because) != 1 {
		t.Errorf("shorter already by the cut: %+v", d)
	}
	// On the return to running a session of the walk-run is shortened, though the plan had rest.
	stages := hurts(body.Shorter, body.Modify)
	stages.Layoff = verdict.Layoff{Tier: 3, DaysOff: 30, LastRun: today - 30}
	if d := bend(stages, verdict.Modify, of(verdict.Rest, 0))[0]; d.After.Kind != verdict.WalkRun || math.Abs(d.After.Minutes-21) > 1e-9 {
		t.Errorf("a stage with a niggle: %+v", d)
	}
}

// after is the easy days after an illness, the last of them so many days from today.
func after(days diary.Date) (f verdict.Facts) {
	f.Body.Illness = body.Illness{Since: today - 6, Last: today - 3, Half: today - 1, Until: today + days}
	return f
}

// A race stays, and why it should not be run is said, the gravest first.
func TestWhyARaceShouldNotBeRun(t *testing.T) {
	for name, c := range map[string]struct {
		f    verdict.Facts
		want verdict.Code
	}{
		"nothing against it":     {verdict.Facts{}, ""},
		"pain that shortens":     {verdict.Facts{Reported: verdict.Reported{Body: body.State{Running: body.Shorter, Triage: body.Modify}}}, "modify"},
		"pain that stops":        {verdict.Facts{Reported: verdict.Reported{Body: body.State{Running: body.None, Triage: body.Stop}}}, "stop"},
		"an illness":             {verdict.Facts{Reported: verdict.Reported{Body: body.State{Illness: body.Illness{Since: today - 3, Where: diary.AboveNeck}}}}, verdict.Illness},
		"easy days after it":     {after(0), verdict.AfterIllness},
		"short after a limp":     {verdict.Facts{Reported: verdict.Reported{Body: body.State{Eased: today, Triage: body.Modify}}}, "modify"},
		"stages not done":        {verdict.Facts{Layoff: verdict.Layoff{Tier: 3, LastRun: today - 30}}, verdict.Code(verdict.ReturnToRun)},
		"two weeks off":          {verdict.Facts{Layoff: verdict.Layoff{Tier: 2, LastRun: today - 15}}, ""},
		"the easy days are over": {after(-1), ""},
	} {
		week := bend(c.f, verdict.Progress, of(verdict.Race, 50), of(verdict.Easy, 30))
		if week[0].NoRun != c.want || week[1].NoRun != "" || !is(week[0], verdict.Race, 50) {
			t.Errorf("%s: %+v, want %q", name, week, c.want)
		}
		reasons := verdict.RaceReasons(week)
		if (len(reasons) == 1) != (c.want != "") || c.want != "" && (reasons[0].Note != string(c.want) || reasons[0].Date != today) {
			t.Errorf("%s: %+v", name, reasons)
		}
	}
}

// A hold takes the next quality session and no other; a failing rebuild and a layoff
// take each.
func TestWhatHoldsQuality(t *testing.T) {
	for name, c := range map[string]struct {
		f      verdict.Facts
		action verdict.Action
		want   [3]verdict.SessionKind
	}{
		"nothing":               {verdict.Facts{}, verdict.Progress, [3]verdict.SessionKind{verdict.Tempo, verdict.Intervals, verdict.Tempo}},
		"a hold":                {verdict.Facts{}, verdict.HoldQuality, [3]verdict.SessionKind{verdict.Easy, verdict.Intervals, verdict.Tempo}},
		"not rebuilt":           {verdict.Facts{Rebuild: verdict.Rebuilding{Back: today - 10}}, verdict.Progress, [3]verdict.SessionKind{verdict.Easy, verdict.Easy, verdict.Easy}},
		"a layoff, declined on": {verdict.Facts{Layoff: verdict.Layoff{Tier: 1, Back: today - 9, Until: today - 1}}, verdict.Progress, [3]verdict.SessionKind{verdict.Easy, verdict.Easy, verdict.Easy}},
	} {
		week := bend(c.f, c.action, of(verdict.Tempo, 50), of(verdict.Intervals, 60), of(verdict.Tempo, 40))
		for i, kind := range c.want {
			if !is(week[i], kind, []float64{50, 60, 40}[i]) {
				t.Errorf("%s, day %d: %+v, want %s", name, i, week[i], kind)
			}
		}
	}
	r := rule.Default()
	f := verdict.Facts{Date: today, Rules: &r}
	week := verdict.Adjust(&f, load.New(&diary.Diary{}, r), verdict.Progress, []verdict.Session{of(verdict.Tempo, 50), of(verdict.Tempo, 50)})
	if !is(week[0], verdict.Easy, 50) || week[0].Because[0] != verdict.EasyNotKnown || !is(week[1], verdict.Tempo, 50) {
		t.Errorf("easy pace not known: %+v", week)
	}
}

// The two lower tiers scale what was planned, all of it easy, for as long as they are
// in force; rest and cross-training stay, and rest after a race does too.
func TestComingBackBendsADay(t *testing.T) {
	back := verdict.Facts{Layoff: verdict.Layoff{Tier: 1, DaysOff: 8, LastRun: today - 10, Back: today - 2, Until: today + 1}}
	week := bend(back, verdict.ReturnToRun, of(verdict.Easy, 50), of(verdict.Long, 100), of(verdict.Easy, 50))
	if !is(week[0], verdict.Easy, 40) || !is(week[1], verdict.Easy, 80) || !is(week[2], verdict.Easy, 50) {
		t.Errorf("the last day in force is the second: %+v", week)
	}
	off := verdict.Facts{Layoff: verdict.Layoff{Tier: 2, DaysOff: 15, LastRun: today - 15}}
	week = bend(off, verdict.ReturnToRun, of(verdict.Rest, 0), of(verdict.Cross, 60), of(verdict.WalkRun, 30), of(verdict.Tempo, 50), of(verdict.Race, 50), of(verdict.Rest, 0), of(verdict.Easy, 40))
	for i, d := range week {
		want := []verdict.Session{of(verdict.Rest, 0), of(verdict.Cross, 60), of(verdict.WalkRun, 18), of(verdict.Easy, 30), of(verdict.Race, 50), of(verdict.Rest, 0), of(verdict.Rest, 0)}[i] // the first days after a race are off
		if !is(d, want.Kind, want.Minutes) {
			t.Errorf("day %d: %+v, want %+v", i, d.After, want)
		}
	}
}

// By coverage alone: low with fewer than two signals, high with three that are settled.
func TestConfidence(t *testing.T) {
	settled := signal.State{Name: signal.InRange, Baseline: signal.Baseline{Days: 28}, RecentDays: 5}
	known := signal.State{Name: signal.Adverse, Baseline: signal.Baseline{Days: 27}, RecentDays: 7}
	r := rule.Default()
	for want, days := range map[verdict.Confidence][]signal.Day{
		verdict.Low:    {{}, {settled}, {known}},
		verdict.Medium: {{settled, settled}, {known, known}, {settled, settled, known}},
		verdict.High:   {{settled, settled, settled}},
	} {
		for _, d := range days {
			if _, _, got := verdict.Decide(&verdict.Facts{Date: today, Rules: &r, Signals: d}); got != want {
				t.Errorf("%+v: %s, want %s", d, got, want)
			}
		}
	}
}

// What was hard and becomes easy keeps its minutes, and goes as far as the runner's own
// easy pace: of what was run easy in four weeks, else of what is planned easy; and
// never further than what it replaces.
func TestEasedKilometres(t *testing.T) {
	r := rule.Default()
	tempo := verdict.Session{Kind: verdict.Tempo, Minutes: 60, Km: 12}
	easy := verdict.Session{Kind: verdict.Easy, Minutes: 50, Km: 8}
	runs := func(back, minutes int, km float32) *load.History {
		d := &diary.Diary{}
		for i := range 5 {
			date := today - diary.Date(back+i)
			d.Activities = append([]diary.Activity{{Date: date, Start: int64(date) * 86400, Sport: diary.Running, Seconds: float32(60 * minutes), Meters: 1000 * km}}, d.Activities...)
		}
		return load.New(d, r)
	}
	none := load.New(&diary.Diary{}, r)
	for name, c := range map[string]struct {
		h      *load.History
		before []verdict.Session
		km     float64
	}{
		"by what was run":               {runs(3, 60, 9), []verdict.Session{tempo, easy}, 9},
		"by what is planned":            {none, []verdict.Session{tempo, easy}, 9.6},
		"what was run long ago, aside":  {runs(29, 60, 9), []verdict.Session{tempo, easy}, 9.6},
		"nothing is known, and guessed": {none, []verdict.Session{tempo}, 0.92 * 12},
		"easy is as fast as the tempo":  {runs(3, 60, 14), []verdict.Session{tempo}, 12},
	} {
		f := verdict.Facts{Date: today, Rules: &r, Easy: load.EasyCheck{State: load.EasyPass}}
		for action, change := range map[verdict.Action]struct {
			scale float64
			facts func(f *verdict.Facts)
		}{
			verdict.HoldQuality: {1, func(*verdict.Facts) {}},
			verdict.Modify:      {r.ModifyScale, func(f *verdict.Facts) { f.Body.Running, f.Body.Triage = body.Shorter, body.Modify }},
			verdict.CutWeek:     {r.CutScale, func(f *verdict.Facts) { f.Cuts.Last = verdict.Cut{Fired: today, Until: today + 6, Scale: r.CutScale} }},
			verdict.ReturnToRun: {r.BackScale1, func(f *verdict.Facts) { f.Layoff = verdict.Layoff{Tier: 1, DaysOff: 8, LastRun: today - 8} }},
			verdict.Progress:    {1, func(f *verdict.Facts) { f.Easy.State = load.EasyUnknown }},
		} {
			f := f
			change.facts(&f)
			got := verdict.Adjust(&f, c.h, action, c.before)[0].After
			want := c.km * change.scale
			if got.Kind != verdict.Easy || math.Abs(got.Minutes-60*change.scale) > 1e-6 || math.Abs(got.Km-want) > 1e-6 {
				t.Errorf("%s, %s: %+v, want %g km", name, action, got, want)
			}
		}
	}
}

// What a niggle leaves is decided until it is asked about again, and open from then on;
// what does not end by saying how it is, is not.
func TestOpenFromTheReviewOn(t *testing.T) {
	hurts := func(run body.Running, tr body.Triage, reviews ...diary.Date) (f verdict.Facts) {
		f.Body.Running, f.Body.Triage = run, tr
		for _, v := range reviews {
			f.Body.Niggles = append(f.Body.Niggles, body.Niggle{Niggle: diary.Niggle{Site: "calf", Severity: 5}, Running: run, Triage: tr, Review: v})
		}
		return f
	}
	light := hurts(body.None, body.Stop, today+1)
	light.Body.Niggles = append(light.Body.Niggles, body.Niggle{Niggle: diary.Niggle{Site: "foot", Severity: 1}, Review: today + 3})
	for name, c := range map[string]struct {
		f    verdict.Facts
		want string // a letter a day: . decided, o open
	}{
		"in two days":                {hurts(body.None, body.Stop, today+2), "..ooo"},
		"today, and not said":        {hurts(body.None, body.Stop, today), ".oooo"},
		"long due":                   {hurts(body.None, body.Stop, today-3), ".oooo"},
		"of two the later":           {hurts(body.None, body.Stop, today+1, today+3), "...oo"},
		"a light one asks for none":  {light, ".oooo"},
		"shorter runs":               {hurts(body.Shorter, body.Modify, today+2), "..ooo"},
		"a red flag":                 {hurts(body.None, body.SeeClinician, today+2), "....."},
		"nothing that leaves less":   {hurts(body.AsPlanned, body.Run, today+2), "....."},
		"no running without niggles": {hurts(body.None, body.Stop), "....."},
	} {
		got := ""
		for _, d := range bend(c.f, verdict.Progress, of(verdict.Easy, 40), of(verdict.Easy, 40), of(verdict.Tempo, 40), of(verdict.Easy, 40), of(verdict.Long, 90)) {
			got += map[bool]string{false: ".", true: "o"}[d.Open]
		}
		if got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
}

// While an illness lasts every day ahead is open, but for a race, which is the runner's
// to decide.
func TestOpenWhileIll(t *testing.T) {
	var f verdict.Facts
	f.Body.Illness = body.Illness{Since: today - 3, Where: diary.AboveNeck}
	got := ""
	for _, d := range bend(f, verdict.Modify, of(verdict.Easy, 40), of(verdict.Easy, 40), of(verdict.Race, 50), of(verdict.Rest, 0)) {
		got += map[bool]string{false: ".", true: "o"}[d.Open]
	}
	if got != ".o.o" {
		t.Errorf("%s, want .o.o", got)
	}
}

// After a red flag that is gone runs are short up to the last day of its easy ones.
func TestShortAfterARedFlag(t *testing.T) {
	var f verdict.Facts
	f.Body.Eased = today + 1
	for i, d := range bend(f, verdict.Progress, of(verdict.Easy, 50), of(verdict.Easy, 50), of(verdict.Easy, 50)) {
		want, because := 35.0, []verdict.Code{verdict.FlagGone}
		if i == 2 {
			want, because = 50, nil
		}
		if !is(d, verdict.Easy, want) || !slices.Equal(d.Because, because) {
			t.Errorf("day %d: %+v, want %g minutes for %q", i, d, want, because)
		}
	}
}

// The easy days after a race: first none, then more and more of the usual, all of it
// easy; of two scalings the deeper holds, and where a plan has them it is left alone.
func TestEasyDaysAfterARace(t *testing.T) {
	r := rule.Default()
	ten := verdict.NewRaced(today-1, 10, &r) // six days, two of them off
	held := ten
	held.Held = true
	cut := verdict.Facts{Raced: ten}
	cut.Cuts.Last = verdict.Cut{Fired: today, Until: today + 6, Scale: 0.5}
	declined := verdict.Facts{Raced: ten, Reported: verdict.Reported{HoldDeclined: true}}
	week := []verdict.Session{of(verdict.Tempo, 40), of(verdict.Long, 90), of(verdict.Easy, 40), of(verdict.Cross, 60), of(verdict.Easy, 40), of(verdict.Long, 100), of(verdict.Tempo, 40)}
	for name, c := range map[string]struct {
		f      verdict.Facts
		action verdict.Action
		kinds  string
		min    [7]float64
	}{
		"by the days":            {verdict.Facts{Raced: ten}, verdict.HoldQuality, "--exeet", [7]float64{0, 0, 17, 60, 27, 80, 40}},
		"in a cut":               {cut, verdict.CutWeek, "--exeee", [7]float64{0, 0, 17, 30, 20, 50, 20}},
		"declined":               {declined, verdict.Progress, "tlexelt", [7]float64{40, 90, 40, 60, 40, 100, 40}},
		"the plan has them":      {verdict.Facts{Raced: held, Planned: verdict.Planned{Last: today + 30}}, verdict.Progress, "tlexelt", [7]float64{40, 90, 40, 60, 40, 100, 40}},
		"as far as it goes":      {verdict.Facts{Raced: held, Planned: verdict.Planned{Last: today}}, verdict.Progress, "t-exeet", [7]float64{40, 0, 17, 60, 27, 80, 40}},
		"a hold for more, on it": {verdict.Facts{Raced: ten, Reported: verdict.Reported{Body: body.State{Check: body.Check{State: body.CheckAdverse}}}}, verdict.HoldQuality, "--exeee", [7]float64{0, 0, 17, 60, 27, 80, 40}},
	} {
		got := bend(c.f, c.action, week...)
		if letters(got) != c.kinds {
			t.Errorf("%s: %s, want %s", name, letters(got), c.kinds)
			continue
		}
		for i, d := range got {
			if math.Abs(d.After.Minutes-c.min[i]) > 0.01 {
				t.Errorf("%s, day %d: %g min, want %g", name, i, d.After.Minutes, c.min[i])
			}
		}
	}
	for km, days := range map[float64]diary.Date{0.8: 2, 3: 2, 5: 3, 10: 6, 21.0975: 13, 42.195: 26, 100: 63} {
		if x := verdict.NewRaced(today, km, &r); x.Until != today+days || x.Easy(today) || !x.Easy(today+days) || x.Easy(today+days+1) {
			t.Errorf("%g km: until %d", km, x.Until-today)
		}
	}
}
