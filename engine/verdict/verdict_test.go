package verdict

import (
	"slices"
	"testing"

	"rebound/engine/body"
	"rebound/engine/diary"
	"rebound/engine/load"
	"rebound/engine/rule"
	"rebound/engine/signal"
)

// ran is a diary of even runs of 40 minutes.
func ran(dates ...diary.Date) *diary.Diary {
	d := &diary.Diary{}
	for _, date := range dates {
		d.Activities = append(d.Activities, diary.Activity{Date: date, Start: int64(date) * 86400, Sport: diary.Running, Seconds: 2400, Meters: 7000,
			Track: diary.Track{Speed: slices.Repeat([]uint16{2917}, 2400/diary.TrackStep)}})
	}
	return d
}

func runs(dates ...diary.Date) *load.History { return load.New(ran(dates...), rule.Default()) }

// layoffOn is the layoff of a runner who ran every day before the first run of d, on a
// date that holds a check-in: days without a run are days off, all of them.
func layoffOn(d *diary.Diary, on diary.Date, r *rule.Settings) Layoff {
	var often []diary.Date
	if len(d.Activities) > 0 {
		for first := d.Activities[0].Date; len(often) < 9; {
			often = append(often, first-9+diary.Date(len(often)))
		}
	}
	d.Activities = append(ran(often...).Activities, d.Activities...)
	d.Reported.CheckIns = []diary.CheckIn{diary.NewCheckIn(diary.Stamp{Date: on})}
	return (&Past{History: load.New(d, *r), Diary: d, Rules: r}).Layoff(on)
}

func TestLayoff(t *testing.T) {
	r := rule.Default()
	for name, c := range map[string]struct {
		runs []diary.Date
		on   diary.Date
		tier int
		back diary.Date
	}{
		"never ran":                       {nil, 100, 0, 0},
		"six days off":                    {[]diary.Date{94}, 100, 0, 0},
		"seven":                           {[]diary.Date{93}, 100, 1, 0},
		"thirteen":                        {[]diary.Date{87}, 100, 1, 0},
		"fourteen":                        {[]diary.Date{86}, 100, 2, 0},
		"twenty: no walk-run":             {[]diary.Date{80}, 100, 2, 0},
		"twenty-one: walk-run":            {[]diary.Date{79}, 100, 3, 0},
		"the first run ever is no return": {[]diary.Date{98}, 100, 0, 0},
		"back after 10, first day":        {[]diary.Date{90, 100}, 100, 1, 100},
		"back after 10, seventh day":      {[]diary.Date{90, 100}, 106, 1, 100},
		"back after 10, over, ran on":     {[]diary.Date{90, 100, 104}, 107, 0, 0},
		"back after 20, 14th day":         {[]diary.Date{80, 100, 105, 110}, 113, 2, 100},
		"back after 20, 15th day":         {[]diary.Date{80, 100, 105, 110}, 114, 0, 0},
		"back after 30, 21st day":         {[]diary.Date{70, 100, 105, 110, 115}, 120, 3, 100},
		"back after 30, 22nd day":         {[]diary.Date{70, 100, 105, 110, 115}, 121, 0, 0},
		"a second, shorter pause inside":  {[]diary.Date{70, 100, 108}, 110, 3, 100},
	} {
		if got := layoffOn(ran(c.runs...), c.on, &r); got.Tier != c.tier || got.Back != c.back {
			t.Errorf("%s: %+v, want tier %d back on %d", name, got, c.tier, c.back)
		}
	}
}

// day makes a day with n signals adverse for a cut, the others in range.
func day(n int) (d signal.Day) {
	for k := range d {
		d[k].Kind, d[k].Name = diary.Kind(k), signal.InRange
		if k < n {
			d[k].Name, d[k].Cut = signal.Adverse, true
		}
	}
	return d
}

func TestCutFires(t *testing.T) {
	r := rule.Default()
	for name, c := range map[string]struct {
		days  []int
		fired diary.Date
		scale float64
	}{
		"one signal for long":           {[]int{1, 1, 1, 1, 1, 1}, 0, 0},
		"two for two days":              {[]int{2, 2, 0, 2, 2}, 0, 0},
		"two for three":                 {[]int{0, 2, 2, 2}, 3, 0.7},
		"two, then three on the day":    {[]int{2, 2, 3}, 2, 0.5},
		"three, then two on the day":    {[]int{3, 3, 2, 3}, 2, 0.7},
		"not again within fourteen":     {[]int{2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2}, 2, 0.7},
		"again on the fourteenth after": {[]int{2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2}, 16, 0.7},
	} {
		var cuts Cuts
		for i, n := range c.days {
			cuts = cuts.Next(diary.Date(i), day(n), &r)
		}
		if cuts.Last.Fired != c.fired || cuts.Last.Scale != c.scale {
			t.Errorf("%s: %+v, want day %d x%g", name, cuts.Last, c.fired, c.scale)
		}
	}
}

func TestTwoCutsWithoutRecovery(t *testing.T) {
	r := rule.Default()
	for name, rest := range map[string]int{"never back": 2, "back in between": 0} {
		var cuts Cuts
		for i := range 20 {
			n := 2
			if i == 8 || i == 9 {
				n = rest
			}
			cuts = cuts.Next(diary.Date(i), day(n), &r)
		}
		if cuts.Stuck != (rest == 2) || cuts.Last.Fired != 16 {
			t.Errorf("%s: %+v", name, cuts)
		}
	}
}

func TestLadder(t *testing.T) {
	r := rule.Default()
	hard := []load.Session{{Date: 98}}
	cut := Cuts{Last: Cut{Fired: 98, Until: 104, Scale: 0.7}}
	deep := Cuts{Last: Cut{Fired: 98, Until: 104, Scale: 0.5, All: true}}
	blind := signal.Day{}
	for name, c := range map[string]struct {
		f      Facts
		action Action
		level  Level
	}{
		"nothing known":                        {Facts{Signals: blind}, Unknown, LevelUnknown},
		"runs alone":                           {Facts{Signals: blind, RunSeen: true}, Progress, LevelUnknown},
		"a check-in alone":                     {Facts{Signals: blind, Reported: Reported{Body: body.State{Reported: true}}}, Progress, LevelUnknown},
		"a deload without a signal":            {Facts{Signals: blind, Planned: Planned{Deload: true}}, Deload, LevelGo},
		"one signal known":                     {Facts{Signals: signal.Day{{Kind: diary.HRV, Name: signal.InRange}}, RunSeen: true}, Progress, LevelGo},
		"all in range":                         {Facts{Signals: day(0), RunSeen: true}, Progress, LevelGo},
		"one out, no hard session":             {Facts{Signals: day(1), RunSeen: true}, Progress, LevelGo},
		"one out after a hard session":         {Facts{Signals: day(1), RunSeen: true, Hard: hard}, HoldQuality, LevelEase},
		"in range after a hard session":        {Facts{Signals: day(0), RunSeen: true, Hard: hard}, Progress, LevelGo},
		"easy pace fails":                      {Facts{Signals: day(0), Easy: load.EasyCheck{State: load.EasyFail}}, HoldQuality, LevelEase},
		"easy pace unknown leaves the action":  {Facts{Signals: day(0)}, Progress, LevelGo},
		"pain that stops":                      {Facts{Signals: day(0), Reported: Reported{Body: body.State{Triage: body.Stop, Running: body.None}}}, Stop, LevelStop},
		"a red flag":                           {Facts{Signals: day(0), Reported: Reported{Body: body.State{Triage: body.SeeClinician, Running: body.None}}}, SeeClinician, LevelStop},
		"an ache of a week":                    {Facts{Signals: day(0), Reported: Reported{Body: body.State{Triage: body.SeeClinician, Running: body.Shorter}}}, SeeClinician, LevelRecover},
		"cut in force though all is back":      {Facts{Signals: day(0), Cuts: cut}, CutWeek, LevelEase},
		"cut with all three":                   {Facts{Signals: day(3), Cuts: deep}, CutWeek, LevelRecover},
		"a cut is deeper than a short layoff":  {Facts{Signals: day(2), Cuts: cut, Layoff: Layoff{Tier: 1}}, CutWeek, LevelEase},
		"and so is its level":                  {Facts{Signals: day(2), Cuts: deep, Layoff: Layoff{Tier: 2}}, CutWeek, LevelRecover},
		"a longer layoff is deeper than a cut": {Facts{Signals: day(2), Cuts: cut, Layoff: Layoff{Tier: 2}}, ReturnToRun, LevelEase},
		"a walk-run comes before any cut":      {Facts{Signals: day(2), Cuts: deep, Layoff: Layoff{Tier: 3}}, ReturnToRun, LevelEase},
		"good signals do not shorten a return": {Facts{Signals: day(0), Layoff: Layoff{Tier: 2}}, ReturnToRun, LevelEase},
	} {
		c.f.Date, c.f.Rules = 100, &r
		action, level, _ := Decide(&c.f)
		if action != c.action || level != c.level {
			t.Errorf("%s: %s %s, want %s %s", name, action, level, c.action, c.level)
		}
	}
}

// Four weeks of Tuesday, Thursday and a long Sunday make the usual week.
func TestUsualWeek(t *testing.T) {
	monday := diary.DateOf(2026, 3, 16)
	d := &diary.Diary{}
	for w := diary.Date(1); w <= 4; w++ {
		for weekday, minutes := range map[diary.Date]float32{1: 40, 3: 50, 6: 100} {
			date := monday - 7*w + weekday
			d.Activities = append(d.Activities, diary.Activity{Date: date, Start: int64(date) * 86400, Sport: diary.Running, Seconds: minutes * 60, Meters: minutes * 170})
		}
	}
	r := rule.Default()
	f := Facts{Date: monday, Rules: &r, Signals: day(0)}
	h := load.New(d, r)
	week := Week(&f, h, Progress)
	for i, want := range []Session{{Rest, 0, 0}, {Easy, 40, 6.8}, {Rest, 0, 0}, {Easy, 50, 8.5}, {Rest, 0, 0}, {Rest, 0, 0}, {Long, 100, 17}} {
		got := week[i].After
		if got.Kind != want.Kind || got.Minutes != want.Minutes || got.Km < want.Km-1e-6 || got.Km > want.Km+1e-6 || len(week[i].Because) > 0 {
			t.Errorf("day %d: %+v, want %+v", i, week[i], want)
		}
	}
	f.Layoff = Layoff{Tier: 3, DaysOff: 22, LastRun: monday - 1}
	for i, got := range Week(&f, h, ReturnToRun) {
		want := WalkRun
		if i%2 == 1 {
			want = Rest
		}
		if got.After.Kind != want || got.After.Minutes > 30 {
			t.Errorf("walk-run day %d: %+v", i, got)
		}
	}
	if Week(&f, runs(), Progress) != nil {
		t.Error("without runs there is no usual week")
	}
}
