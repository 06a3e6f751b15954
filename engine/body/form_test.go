package body_test

import (
	"math"
	"slices"
	"testing"

	"rebound/engine/body"
	"rebound/engine/diary"
	"rebound/engine/load"
)

// Form is that of the window's seven days against the sixty before them; two runs now
// and five before it are asked for, and only runs whose pace and steps are known say
// what pace is usual.
func TestFormOfTheWindow(t *testing.T) {
	usual := []int{66, 40, 30, 20, 7}
	balance := func(window, baseline []int, change func(h *load.History)) (body.Stride, body.Gait) {
		h := striding(&defaults, window, baseline, func(s *load.Stride) { s.Balance = 50 }, func(s *load.Stride) { s.Balance = 52 })
		if change != nil {
			change(h)
		}
		return state(&defaults, func(in *body.Input) { in.History = h }).Stride, body.GaitOn(h, today, &defaults)
	}
	for name, c := range map[string]struct {
		window, baseline []int
		change           func(h *load.History)
		known            bool
		runs             int
	}{
		"two and five":              {[]int{6, 0}, usual, nil, true, 2},
		"one of the window too old": {[]int{0}, append(slices.Clone(usual), 7), nil, false, 1},
		"one of those before too":   {[]int{6, 0}, append([]int{67}, usual[1:]...), nil, false, 2},
		"four before":               {[]int{6, 0}, usual[1:], nil, false, 2},
		"one now":                   {[]int{0}, usual, nil, false, 1},
		"nothing before":            {[]int{6, 0}, nil, nil, false, 2},
		"a ride among them":         {[]int{6, 0}, usual, func(h *load.History) { h.Sessions[0].Run = false }, false, 2},
		"a ride now":                {[]int{6, 0}, usual, func(h *load.History) { h.Sessions[5].Run = false }, false, 1},
		"no balance in one":         {[]int{6, 0}, usual, func(h *load.History) { h.Sessions[0].Stride.Balance = 0 }, false, 2},
		"nor in one of now":         {[]int{6, 0}, usual, func(h *load.History) { h.Sessions[6].Stride.Balance = 0 }, false, 1},
	} {
		s, g := balance(c.window, c.baseline, c.change)
		if s.Known != c.known || s.Out != c.known || s.Runs != c.runs {
			t.Errorf("%s: %+v", name, s)
		}
		i := slices.IndexFunc(g.Lines, func(l body.GaitLine) bool { return l.Measure == body.GaitBalance })
		if len(c.baseline) == 0 {
			if i >= 0 {
				t.Errorf("%s: without a usual pace nothing is matched: %+v", name, g)
			}
			continue
		}
		if l := g.Lines[i]; (l.State == body.GaitOut) != c.known || (l.State == body.GaitUnknown) == c.known || l.Runs != c.runs || l.SD != 1 {
			t.Errorf("%s: %+v", name, l)
		}
	}
	if s, _ := balance([]int{6, 0}, usual, nil); s.Longer() != diary.Left || (body.Stride{Now: 49, Usual: 50}).Longer() != diary.Right {
		t.Error("more of the left foot is left")
	}

	// What pace is usual: a ride, and runs of unknown step or pace, have no say.
	_, g := balance([]int{6, 0}, []int{60, 50, 40, 30, 20, 15, 12, 10}, func(h *load.History) {
		for i := range 2 {
			h.Sessions[i].Run, h.Sessions[i].Stride.Speed = false, 9
			h.Sessions[2+i].Stride.Speed, h.Sessions[2+i].Stride.Cadence = 9, 0
			h.Sessions[4+i].Stride.Speed = 0
		}
	})
	if math.Abs(g.Low-2.76) > 1e-9 || math.Abs(g.High-3.24) > 1e-9 {
		t.Errorf("the band is %g to %g", g.Low, g.High)
	}
	// Two now and two before are as many, and still a line.
	_, g = balance([]int{6, 0}, []int{30, 20}, nil)
	if len(g.Lines) != 2 || g.Lines[0].Runs != 2 || g.Lines[0].Behind != 2 || g.Lines[0].State != body.GaitUnknown {
		t.Errorf("%+v", g.Lines)
	}
	// One run before has no spread but the floor.
	if _, g = balance([]int{0}, []int{30}, nil); g.Lines[0].SD != 1 {
		t.Errorf("%+v", g.Lines[0])
	}
}

// Cold water waits until six hours after the later of a day's hard and long runs, by
// the runner's own clock; where an hour is not known it says so.
func TestColdAfterTheLaterRun(t *testing.T) {
	at := func(hour, minutes float64) load.Session {
		return load.Session{Date: today, Start: int64(today)*86400 + int64(hour*3600), Run: true, Minutes: minutes}
	}
	for name, c := range map[string]struct {
		long []diary.Activity
		hard []load.Session
		want body.Cold
	}{
		"hard":                     {nil, []load.Session{at(8, 60)}, body.Cold{Advice: body.ColdWait, Cause: body.ColdHard, On: today, Until: 15 * 60}},
		"hard twice, the later":    {nil, []load.Session{at(8, 60), at(12, 30)}, body.Cold{Advice: body.ColdWait, Cause: body.ColdHard, On: today, Until: 18*60 + 30}},
		"in the other order":       {nil, []load.Session{at(12, 30), at(8, 60)}, body.Cold{Advice: body.ColdWait, Cause: body.ColdHard, On: today, Until: 18*60 + 30}},
		"an hour east":             {nil, []load.Session{{Date: today, Start: int64(today)*86400 + 8*3600, Minutes: 60, Offset: 3600}}, body.Cold{Advice: body.ColdWait, Cause: body.ColdHard, On: today, Until: 16 * 60}},
		"the hour is not known":    {nil, []load.Session{{Date: today, Minutes: 60}}, body.Cold{Advice: body.ColdWait, Cause: body.ColdHard, On: today, Until: -1}},
		"nothing":                  {nil, nil, body.Cold{Advice: body.ColdAllowed, Until: -1}},
		"a ride of two hours":      {[]diary.Activity{{Date: today, Start: int64(today) * 86400, Sport: "cycling", Seconds: 7200}}, nil, body.Cold{Advice: body.ColdAllowed, Until: -1}},
		"long and as late as hard": {[]diary.Activity{{Date: today, Start: int64(today)*86400 + 8*3600, Sport: diary.Running, Seconds: 7200}}, []load.Session{at(9, 60)}, body.Cold{Advice: body.ColdWait, Cause: body.ColdLong, On: today, Until: 16 * 60}},
	} {
		got := state(&defaults, func(in *body.Input) {
			in.History, in.Hard = load.New(&diary.Diary{Activities: c.long}, defaults), c.hard
		}).Cold
		if got != c.want {
			t.Errorf("%s: %+v, want %+v", name, got, c.want)
		}
	}
}

// Immersions count for seven days; race week is the race's day and the six before it.
func TestColdByTheWeek(t *testing.T) {
	for name, c := range map[string]struct {
		backs []int
		races []diary.Date
		want  body.Cold
	}{
		"three in seven days": {[]int{6, 3, 0}, nil, body.Cold{Advice: body.ColdAllowed, Week: 3, Habit: true, Until: -1}},
		"one of eight":        {[]int{7, 3, 0}, nil, body.Cold{Advice: body.ColdAllowed, Week: 2, Until: -1}},
		"race today":          {[]int{2, 1, 0}, []diary.Date{today}, body.Cold{Advice: body.ColdAllowed, Cause: body.ColdRace, Week: 3, Until: -1}},
		"race in six days":    {[]int{2, 1, 0}, []diary.Date{today + 6}, body.Cold{Advice: body.ColdAllowed, Cause: body.ColdRace, Week: 3, Until: -1}},
		"race in seven":       {[]int{2, 1, 0}, []diary.Date{today + 7}, body.Cold{Advice: body.ColdAllowed, Week: 3, Habit: true, Until: -1}},
		"race yesterday":      {[]int{3, 2, 0}, []diary.Date{today - 1}, body.Cold{Advice: body.ColdAllowed, Week: 3, Until: -1}},
	} {
		got := state(&defaults, func(in *body.Input) {
			in.Races = c.races
			for _, b := range c.backs {
				in.Reported.Cold = append(in.Reported.Cold, diary.Cold{Stamp: ago(b)})
			}
		}).Cold
		if got != c.want {
			t.Errorf("%s: %+v, want %+v", name, got, c.want)
		}
	}
}

// Naps of the fourteen days are added up, and kept apart from the nights.
func TestNaps(t *testing.T) {
	nap := func(back int, minutes float32, staged, nap bool) diary.NightOf {
		return diary.NightOf{Night: diary.Night{Light: minutes, Staged: staged, Nap: nap}, Date: today - diary.Date(back)}
	}
	got := state(&defaults, func(in *body.Input) {
		in.Nights = []diary.NightOf{nap(14, 1, true, true), nap(13, 20, true, true), nap(5, 300, true, false), nap(4, 7, false, true), nap(0, 40, true, true), nap(-1, 3, true, true)}
		in.Slept = []diary.Point{{Date: today - 1, Value: 400}, {Date: today + 1, Value: 100}}
	}).Sleep
	if got.Naps != 60 || got.Nights != 1 || got.Debt != 80 || got.Target != 480+80.0/7 {
		t.Errorf("%+v", got)
	}
}

// The kilometres of a week are those of running in the last seven days.
func TestLongWeekOfRunning(t *testing.T) {
	for name, c := range map[string]struct {
		back  int
		sport diary.Sport
		want  float64
	}{"six days ago": {6, diary.Running, 510}, "seven days ago": {7, diary.Running, 480}, "a ride": {0, "cycling", 480}} {
		date := today - diary.Date(c.back)
		h := load.New(&diary.Diary{Activities: []diary.Activity{{Date: date, Start: int64(date) * 86400, Sport: c.sport, Meters: 90_000, Seconds: 3600}}}, defaults)
		if got := state(&defaults, func(in *body.Input) { in.History = h }).Sleep.Need; got != c.want {
			t.Errorf("%s: %g minutes, want %g", name, got, c.want)
		}
	}
	for days, want := range map[int]bool{41: false, 42: true} {
		loads := loaded(10, 100)[42-days:]
		if got := state(&defaults, func(in *body.Input) { in.Loads = loads }).Sleep; got.Load != want {
			t.Errorf("%d days of load: %+v", days, got)
		}
	}
}
