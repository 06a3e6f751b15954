package coach

import (
	"reflect"
	"slices"
	"testing"

	"rebound/engine"
	"rebound/engine/diary"
	"rebound/engine/rule"
	"rebound/engine/sample"
	"rebound/engine/verdict"
)

// What is looked at ahead is what an engine that was given that diary says, and it
// leaves nothing behind: over half a year of the sample runner's mornings.
func TestIfTodayIsTheEnginesOwn(t *testing.T) {
	last := diary.DateOf(2026, 3, 15)
	differ, none, cuts := 0, 0, 0
	for today := last - 170; today <= last; today += 5 {
		files := slices.DeleteFunc(sample.Files(last), func(f diary.File) bool { return after(&f, today) })
		d := diary.Build(files, nil)
		e := engine.New(d, rule.Default())
		e.Live(today)
		was := e.Assess(today)
		got := IfToday(e, &was)
		if again := e.Assess(today); !reflect.DeepEqual(again, was) || e.Diary() != d {
			t.Fatalf("%v: looking ahead changed the day", today)
		}
		if len(got) == 0 {
			none++
			continue
		}
		if was.Done != nil || was.Level == verdict.LevelStop {
			t.Errorf("%v: looked ahead on a day that is done or stopped", today)
		}
		if got[0].Choice != AsItStands || got[0].Session != was.Week[0].After {
			t.Errorf("%v: the first choice is %+v", today, got[0])
		}
		for _, c := range got {
			runs := runOf(today, c.Session, 7)
			for i, day := range c.Days {
				fresh := engine.New(stays(d, &was, runs), rule.Default())
				fresh.Live(today)
				want := fresh.Assess(today + 1 + diary.Date(i))
				if day.Action != want.Action || day.Level != want.Level || len(want.Week) > 0 && !reflect.DeepEqual(day.Day, want.Week[0]) {
					t.Fatalf("%v, %s, %v: %s %+v, and an engine of its own says %s %+v", today, c.Choice, day.Date, day.Action, day.Day, want.Action, want.Week)
				}
				runs = append(runs, runOf(day.Date, want.Week[0].After, 7)...)
				if day.Action == verdict.CutWeek && was.Action != verdict.CutWeek {
					cuts++
				}
			}
			if !reflect.DeepEqual(c.Days, got[0].Days) {
				differ++
			}
		}
	}
	if differ == 0 || cuts == 0 {
		t.Errorf("%d choices lead elsewhere, %d mornings begin a lighter week: the look ahead says nothing", differ, cuts)
	}
}

// after reports whether a file is of a date past one.
func after(f *diary.File, t diary.Date) bool {
	at := int64(0)
	for _, a := range f.Activities {
		at = max(at, a.Start)
	}
	for _, n := range f.Nights {
		at = max(at, n.End)
	}
	for _, h := range f.HRV {
		at = max(at, h.At)
	}
	for _, r := range f.Resting {
		at = max(at, r.At)
	}
	return at >= int64(t)*86400+8*3600
}

// The things that can be done with a day, by what it is.
func TestChoices(t *testing.T) {
	tempo, easy := verdict.Session{Kind: verdict.Tempo, Minutes: 50, Km: 9}, verdict.Session{Kind: verdict.Easy, Minutes: 50, Km: 8}
	rest, race := verdict.Session{Kind: verdict.Rest}, verdict.Session{Kind: verdict.Race, Minutes: 100, Km: 21}
	cross, walks := verdict.Session{Kind: verdict.Cross, Minutes: 40}, verdict.Session{Kind: verdict.WalkRun, Minutes: 30, Km: 4}
	day := func(action verdict.Action, before, after verdict.Session) *engine.Report {
		return &engine.Report{Action: action, Week: []verdict.DayPlan{{Before: before, After: after}, {After: tempo}, {After: easy}}}
	}
	for name, c := range map[string]struct {
		report *engine.Report
		want   []Choice
	}{
		"a hard session":           {day(verdict.Progress, tempo, tempo), []Choice{AsItStands, Easily, Resting}},
		"an easy run":              {day(verdict.Progress, easy, easy), []Choice{AsItStands, Shorter, Resting}},
		"a hard session made easy": {day(verdict.HoldQuality, tempo, easy), []Choice{AsItStands, AsItWas, Resting}},
		"the same for a niggle":    {day(verdict.Modify, tempo, easy), []Choice{AsItStands, Resting}},
		"an easy run made a rest":  {day(verdict.CutWeek, easy, rest), []Choice{AsItStands, AsItWas}},
		"a run-walk":               {day(verdict.ReturnToRun, easy, walks), []Choice{AsItStands, Resting}},
		"a day between two":        {day(verdict.ReturnToRun, easy, rest), nil},
		"a rest day":               {day(verdict.Progress, rest, rest), []Choice{AsItStands, Anyway}},
		"a rest day with a niggle": {day(verdict.Modify, rest, rest), nil},
		"a race":                   {day(verdict.Progress, race, race), nil},
		"a day of something else":  {day(verdict.Progress, cross, cross), nil},
		"a race taken out":         {day(verdict.Modify, race, rest), nil},
		"a race put in":            {day(verdict.Progress, easy, race), nil},
		"something else taken out": {day(verdict.CutWeek, cross, rest), nil},
		"something else put in":    {day(verdict.Modify, easy, cross), nil},
		"a run on a rest day":      {day(verdict.CutWeek, rest, easy), []Choice{AsItStands, Resting}},
		"no week":                  {&engine.Report{Action: verdict.Progress}, nil},
	} {
		var got []Choice
		for _, x := range choicesOf(c.report, .7) {
			got = append(got, x.Choice)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
	stop := day(verdict.Stop, easy, easy)
	stop.Level = verdict.LevelStop
	done := day(verdict.Progress, easy, easy)
	done.Done = &engine.Done{}
	if choicesOf(stop, .7) != nil || choicesOf(done, .7) != nil {
		t.Error("there is something to choose under a stop, or once it is done")
	}
	if s := choicesOf(day(verdict.Progress, easy, easy), .7)[1].Session; s.Minutes != 35 || s.Km != 5.6 {
		t.Errorf("the shorter run is %+v", s)
	}
	if s := choicesOf(day(verdict.Progress, tempo, tempo), .7)[1].Session; s.Kind != verdict.Easy || s.Minutes != 50 || s.Km != 0 { // never the km of what it replaces
		t.Errorf("instead of %+v the easy run is %+v", tempo, s)
	}
	long := verdict.Session{Kind: verdict.Long, Minutes: 100, Km: 16}
	if s := choicesOf(day(verdict.Progress, long, long), .7)[1].Session; s != (verdict.Session{Kind: verdict.Easy, Minutes: 70, Km: 11.2}) {
		t.Errorf("the shorter long run is %+v", s)
	}
	if s := choicesOf(day(verdict.Progress, rest, rest), .7)[1].Session; s != easy { // the next easy run of the week, not its tempo
		t.Errorf("run all the same: %+v", s)
	}
	rules := rule.Default()
	if !LooksAhead(day(verdict.Progress, easy, easy), &rules) || LooksAhead(done, &rules) {
		t.Error("it looks ahead from a day that is done, or from none")
	}
	for _, s := range []verdict.Session{rest, cross, {Kind: verdict.Easy}} {
		if run := runOf(1, s, 7); run != nil {
			t.Errorf("%+v is reported as %+v", s, run)
		}
	}
	if run := runOf(1, tempo, 7); len(run) != 1 || run[0].RPE != 7 {
		t.Errorf("a hard session is reported as %+v", run)
	}
	if run := runOf(1, walks, 7); len(run) != 1 || run[0].Sub != diary.RunWalk || run[0].RPE.Said() {
		t.Errorf("a run-walk is reported as %+v", run)
	}
}

// What is measured with a strap stays as it is too, for a runner who puts it first, or has
// nothing else: each morning reads what the strap read this week.
func TestIfTodayByStrap(t *testing.T) {
	today := diary.DateOf(2026, 3, 15)
	first := diary.Choice{First: [diary.Kinds]string{diary.HRV: diary.StrapSource, diary.RestingHR: diary.StrapSource}}
	hrv := diary.Choice{First: [diary.Kinds]string{diary.HRV: diary.StrapSource}}
	for name, choice := range map[string]diary.Choice{"alone": {}, "before a watch": first, "of HRV before a watch": hrv, "behind a watch": {}} {
		files := sample.Files(today)
		for i := range files {
			if files[i].Nights = nil; name == "alone" {
				files[i].HRV, files[i].Resting = nil, nil
			}
		}
		var r diary.Reported
		for d := today - 90; d <= today; d++ {
			r.Straps = append(r.Straps, diary.Strap{Stamp: diary.Stamp{At: int64(d)*86400 + 6*3600, Date: d}, RMSSD: float32(60 + 2*(d-today+6)*(d-today+6)/(1+today-d)), HR: float32(50 + d%3)})
		}
		d := diary.BuildBy(append(files, diary.File{Kind: "typed", Reported: r}), nil, choice)
		e := engine.New(d, rule.Default())
		e.Live(today)
		was := e.Assess(today)
		e.Hear(stays(d, &was, nil))
		for i := range diary.Date(IfDays) {
			then := e.Assess(today + 1 + i)
			for k, s := range then.Signals {
				before := was.Signals[k]
				day, ok := diary.Point{}, false
				for _, x := range e.Diary().Series {
					if x.Kind == before.Kind && x.Source == before.Source && x.Metric == before.Metric {
						day, ok = x.On(then.Date)
					}
				}
				if before.RecentDays > 0 && (s.Source != before.Source || s.RecentDays < before.RecentDays || !ok) {
					t.Errorf("%s: %v of %v is of %d mornings of %q, was of %d of %q; it reads %v", name, s.Kind, then.Date, s.RecentDays, s.Source, before.RecentDays, before.Source, day.Value)
				}
			}
		}
	}
}
