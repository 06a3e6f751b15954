package verdict_test

import (
	"math"
	"slices"
	"testing"

	"rebound/engine/diary"
	"rebound/engine/load"
	"rebound/engine/rule"
	"rebound/engine/verdict"
)

// stages is a third-tier layoff: still off, or back since some days.
func stages(back diary.Date) (l verdict.Layoff) {
	l = verdict.Layoff{Tier: 3, DaysOff: 30, LastRun: today - 30}
	if back > 0 {
		l.Back, l.Until = today-back, today-back+20
	}
	return l
}

// A walk-run goes as far as the runner's easy minute takes it, and its walks at 1.5
// m/s: by the running that is planned, else by the last run before the pause.
func TestHowFarAStageGoes(t *testing.T) {
	km := func(h *load.History, before ...verdict.Session) float64 {
		r := rule.Default()
		f := verdict.Facts{Date: today, Rules: &r, Layoff: stages(0)}
		return verdict.Adjust(&f, h, verdict.ReturnToRun, before)[0].After.Km
	}
	far := func(pace float64) float64 { return 15 * (pace + 0.09) }
	none := load.New(&diary.Diary{}, rule.Default())
	ride := entered(outing{30, 120})
	ride.Activities[0].Sport = "cycling"
	for name, c := range map[string]struct{ got, want float64 }{
		"by what is planned":          {km(none, verdict.Session{Kind: verdict.Easy, Minutes: 60, Km: 9}, verdict.Session{Kind: verdict.Long, Minutes: 90, Km: 15}), far(24.0 / 150)},
		"a ride and a race aside":     {km(none, of(verdict.Easy, 60), verdict.Session{Kind: verdict.Cross, Minutes: 60, Km: 30}, verdict.Session{Kind: verdict.Race, Minutes: 40, Km: 10}), far(1.0 / 6)},
		"one without a length aside":  {km(none, of(verdict.Easy, 60), verdict.Session{Kind: verdict.Easy, Minutes: 60}), far(1.0 / 6)},
		"by the last run":             {km(load.New(entered(outing{30, 40}, outing{31, 90}), rule.Default()), of(verdict.Rest, 0)), far(1.0 / 6)},
		"what is planned counts more": {km(load.New(entered(outing{30, 40}), rule.Default()), verdict.Session{Kind: verdict.Easy, Minutes: 60, Km: 12}), far(0.2)},
		"a ride is no run":            {km(load.New(ride, rule.Default()), of(verdict.Rest, 0)), far(0)},
		"nothing to go by":            {km(none, of(verdict.Rest, 0)), far(0)},
	} {
		if math.Abs(c.got-c.want) > 1e-6 {
			t.Errorf("%s: %g km, want %g", name, c.got, c.want)
		}
	}
}

// kinds of the days that stages make of those planned, in letters.
func letters(days []verdict.DayPlan) (out string) {
	for _, d := range days {
		switch d.After.Kind {
		case verdict.Rest:
			out += "-"
		case verdict.Cross:
			out += "x"
		default:
			out += string(d.After.Kind[0])
		}
	}
	return out
}

// A session of the stages every other day, the day after a run is none; a plan's days
// of rest stay the runner's, and its rides stay too where no session falls on them.
func TestStagesOnTheirDays(t *testing.T) {
	easy, rest, ride, race := of(verdict.Easy, 40), of(verdict.Rest, 0), of(verdict.Cross, 60), of(verdict.Race, 50)
	last := func(back, ran diary.Date, stage int) (l verdict.Layoff) {
		l = stages(back)
		l.Progress.Last, l.Progress.Stage, l.Progress.RunAt = today-ran, stage, stage
		return l
	}
	done := last(25, 1, len(verdict.Stages))
	done.Until = today + 1
	plan := verdict.Planned{Monday: today - 1}
	for name, c := range map[string]struct {
		f      verdict.Facts
		before []verdict.Session
		want   string
	}{
		"still off":                   {verdict.Facts{Layoff: stages(0)}, []verdict.Session{easy, easy, easy, easy}, "w-w-"},
		"ran yesterday":               {verdict.Facts{Layoff: last(3, 1, 0)}, []verdict.Session{easy, easy, easy, easy}, "-w-w"},
		"ran two days ago":            {verdict.Facts{Layoff: last(3, 2, 0)}, []verdict.Session{easy, easy, easy, easy}, "w-w-"},
		"ran today":                   {verdict.Facts{Layoff: last(3, 0, 0)}, []verdict.Session{easy, easy, easy, easy}, "w-w-"},
		"the last stage":              {verdict.Facts{Layoff: last(3, 2, 5)}, []verdict.Session{easy, easy, easy}, "e-e"},
		"by a plan":                   {verdict.Facts{Layoff: stages(0), Planned: plan}, []verdict.Session{rest, easy, easy, easy, rest, easy}, "-w-w-w"},
		"by a plan, on a day off":     {verdict.Facts{Layoff: last(3, 0, 0), Planned: plan}, []verdict.Session{rest, easy, easy}, "w-w"},
		"a ride on a day between":     {verdict.Facts{Layoff: stages(0), Planned: plan}, []verdict.Session{easy, ride, ride, ride}, "wxwx"},
		"a race, and rest after it":   {verdict.Facts{Layoff: stages(0)}, []verdict.Session{easy, race, rest, rest, easy}, "wr--w"},
		"done, and the days are over": {verdict.Facts{Layoff: done}, []verdict.Session{of(verdict.Long, 90), of(verdict.Long, 90), of(verdict.Long, 90)}, "-el"},
	} {
		if got := letters(bend(c.f, verdict.ReturnToRun, c.before...)); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
	short := bend(verdict.Facts{Layoff: stages(0), Planned: plan}, verdict.ReturnToRun, of(verdict.Easy, 20), rest, of(verdict.Easy, 40))
	if short[0].After.Minutes != 20 || math.Abs(short[0].After.Km-15*(1.0/6+0.09)*20/30) > 1e-9 || short[2].After.Minutes != 30 {
		t.Errorf("easing makes nothing longer: %+v", short)
	}
	if free := bend(verdict.Facts{Layoff: stages(0)}, verdict.ReturnToRun, of(verdict.Easy, 20)); free[0].After.Minutes != 30 {
		t.Errorf("a usual week is only habit: %+v", free)
	}
}

// The usual volume is that of the four weeks up to the last run before the pause; a
// week counts from the day after it is over, in its own seven days.
func TestWeeksThatAreRebuilt(t *testing.T) {
	week := func(minutes float64, also ...outing) *diary.Diary {
		d := inWeeks(minutes)
		extra := entered(also...)
		d.Activities = append(d.Activities, extra.Activities...)
		slices.SortFunc(d.Activities, func(a, b diary.Activity) int { return int(a.Start - b.Start) })
		return d
	}
	on := func(d *diary.Diary, t diary.Date) verdict.Rebuilding {
		r := rule.Default()
		return past(d, &r).Rebuilding(t)
	}
	// The first run back is on day 8 before today, its last day the day
	// before yesterday; the last
	// before it on day 18, the first of its four weeks on day 45.
	for name, c := range map[string]struct {
		d    *diary.Diary
		on   diary.Date
		want int
	}{
		"as of old":                      {week(100), today, 1},
		"the day it ends":                {week(100), today - 2, 0},
		"the day after":                  {week(100), today - 1, 1},
		"a run on the day after it":      {week(70, outing{1, 60}), today, 0},
		"a run on its last day":          {week(70, outing{2, 10}), today, 1},
		"more in the oldest of the four": {week(100, outing{45, 120}), today, 0},
		"more in the week before those":  {week(100, outing{46, 120}), today, 1},
	} {
		if got := on(c.d, c.on); got.Weeks != c.want || got.Back != today-8 {
			t.Errorf("%s: %+v, want %d weeks", name, got, c.want)
		}
	}
	// One that comes while an earlier is not rebuilt does not lower what is to be reached.
	twice := week(40)
	twice.Activities = append(twice.Activities, entered(outing{-9, 20}, outing{-12, 20}, outing{-17, 40}).Activities...)
	slices.SortFunc(twice.Activities, func(a, b diary.Activity) int { return int(a.Start - b.Start) })
	if got := on(twice, today+17); got.Back != today+9 || got.Weeks != 0 {
		t.Errorf("half of the old volume after a second pause: %+v", got)
	}
	// A pause is asked about for twelve weeks.
	r := rule.Default()
	for back, want := range map[int]bool{84: true, 85: false} {
		d := entered(outing{back + 10, 60}, outing{back, 10}, outing{back - 6, 10})
		if got := past(d, &r).Rebuilding(today); got.Held() != want {
			t.Errorf("back for %d days: %+v", back, got)
		}
	}
}

// What the runner says they ran ends a pause, or shortens it, as a file would; of a run
// on the very day of a file the file is the one that counts.
func TestPausesWithWordAlone(t *testing.T) {
	for name, c := range map[string]struct {
		ran, back int // days before today
		want      int // days off
	}{
		"nothing said":           {-1, 0, 20},
		"said of five days ago":  {5, 0, 0},
		"said of nine days ago":  {9, 0, 9},
		"said of the same day":   {0, 0, 20},
		"said of the day before": {20, 0, 20},
		"before all of it":       {30, 0, 20},
	} {
		d := entered(outing{20, 40}, outing{c.back, 40}, outing{21, 40}, outing{22, 40}, outing{23, 40}, outing{24, 40})
		if c.ran >= 0 {
			d.Reported.Ran = []diary.Ran{{Stamp: diary.Stamp{Date: today - diary.Date(c.ran)}}}
		}
		r := rule.Default()
		if got := past(d, &r).Return(today); got.DaysOff != c.want {
			t.Errorf("%s: %+v, want %d days off", name, got, c.want)
		}
	}
	word := entered(outing{0, 40})
	word.Reported.Ran = []diary.Ran{{Stamp: diary.Stamp{Date: today - 12}}}
	r := rule.Default()
	if got := past(word, &r).Return(today); got != (verdict.Pause{Tier: 1, DaysOff: 12, LastRun: today - 12, Back: today}) {
		t.Errorf("only their word of the time before: %+v", got)
	}
}

// A runner who ran yesterday has no layoff, and stages that are never done are asked
// about for twelve weeks.
func TestLayoffsThatAreNone(t *testing.T) {
	r := rule.Default()
	if got := layoff(entered(outing{3, 40}, outing{1, 40}), &r); got != (verdict.Layoff{}) {
		t.Errorf("%+v", got)
	}
	for back, want := range map[int]int{83: 3, 84: 0} {
		runs := []outing{{back + 30, 40}}
		for b := back; b >= 0; b -= 4 {
			runs = append(runs, outing{b, 5})
		}
		if got := layoff(entered(append(runs, outing{1, 5})...), &r); got.Tier != want {
			t.Errorf("back for %d days with runs of five minutes: %+v", back, got)
		}
	}
}
