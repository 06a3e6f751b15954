package plan_test

import (
	"testing"
	"time"

	"rebound/engine/diary"
	"rebound/engine/load"
	"rebound/engine/plan"
	"rebound/engine/rule"
	"rebound/engine/verdict"
)

// weekday is a week of a plan in letters from Monday on.
func weekday(p plan.Plan, first diary.Date) (out string) {
	for d := first; d < first+7; d++ {
		if k := p.On(d).Kind; k == verdict.Rest {
			out += "-"
		} else {
			out += string(k[0])
		}
	}
	return out
}

func weeks(t *testing.T, name string, g plan.Goal, want ...string) {
	t.Helper()
	r := rule.Default()
	g.Start = monday
	p := by(&r, g)
	for i, w := range want {
		if got := weekday(p, monday+diary.Date(7*i)); got != w {
			t.Errorf("%s, week %d: %s, want %s", name, i+1, got, w)
		}
	}
}

var fit = plan.Shape{Weekly: 90, Easy: 5}

// Where the runs of a week fall: with a day between the hard ones and the long one
// where the days allow it, tempo and intervals by turns.
func TestDaysOfAWeek(t *testing.T) {
	for n, want := range map[int][2]string{
		1: {"------l", "------l"}, 2: {"--e---l", "--e---l"}, 3: {"-e-t--l", "-e-i--l"}, 4: {"-e-t-el", "-e-i-el"},
		5: {"-tei-el", "-tei-el"}, 6: {"-teeiel", "-teeiel"}, 7: {"eteeiel", "eteeiel"},
	} {
		weeks(t, "by number", plan.Goal{PerWeek: n, Now: fit}, want[0], want[1])
	}
	for _, c := range []struct {
		days []time.Weekday
		want string
	}{
		{[]time.Weekday{1, 3, 5}, "t-e-l--"}, {[]time.Weekday{1, 2, 3}, "tel----"}, {[]time.Weekday{0, 1, 6}, "t----el"},
		{[]time.Weekday{2, 4, 6, 0}, "-e-t-el"}, {[]time.Weekday{1, 2, 3, 4, 5}, "teiel--"}, {[]time.Weekday{0, 1, 3, 5, 6}, "e-t-iel"},
		{[]time.Weekday{6, 5, 4, 3, 2, 1}, "teeiel-"}, {[]time.Weekday{3, 3, 5, 0}, "--t-e-l"},
	} {
		weeks(t, "by name", plan.Goal{Days: c.days, Now: fit}, c.want)
	}
	for long, want := range []string{"-e-t-el", "l-e-t-e", "-l-e-te", "-el-e-t", "-e-l-et", "-t-el-e", "-t-e-le"} {
		day := time.Weekday(long)
		weeks(t, "long run on "+day.String(), plan.Goal{PerWeek: 4, Long: &day, Now: fit}, want)
	}
}

// How many days: as asked for, else as now from three on, else by how much is run.
func TestHowManyDays(t *testing.T) {
	for km, want := range map[float64]string{24.9: "-e-t--l", 25: "-e-t-el", 44.9: "-e-t-el", 45: "-tei-el", 74.9: "-tei-el", 75: "-teeiel"} {
		weeks(t, "by volume", plan.Goal{Now: plan.Shape{Weekly: km, Easy: 5}}, want)
	}
	for n, want := range map[int]string{2: "-tei-el", 3: "-e-t--l", 4: "-e-t-el", 7: "eteeiel", 9: "eteeiel"} {
		weeks(t, "as now", plan.Goal{Now: plan.Shape{Weekly: 50, PerWeek: n, Easy: 5}}, want)
	}
	// Under 10 km a week begins with walking and running by turns, on three days at most.
	for km, want := range map[float64]string{10: "-e-e-el", 9.9: "-w-w--w", 4: "---w--w", 0: "-w-w--w"} {
		weeks(t, "a beginner", plan.Goal{PerWeek: 4, Now: plan.Shape{Weekly: km, Easy: 6}}, want)
	}
	// Only from 15 km a week on is anything hard.
	for km, want := range map[float64]string{14.9: "-e-e--l", 15: "-e-t--l"} {
		weeks(t, "hard from", plan.Goal{PerWeek: 3, Now: plan.Shape{Weekly: km, Easy: 6}}, want)
	}
}

// A plan starts from the median week of the last four, of as many as there are since
// the first run; a run of under one km has no pace, nor has a hard one.
func TestShapeOfTheDiary(t *testing.T) {
	r := rule.Default()
	r.MaxHR = 190
	const start = diary.Date(20_006) // a Monday's worth of days: weeks count back from it
	type run struct {
		back        int
		km, minutes float64
		bpm         uint8
	}
	shape := func(runs ...run) plan.Shape {
		d := &diary.Diary{}
		for i := len(runs) - 1; i >= 0; i-- {
			v := runs[i]
			date := start - diary.Date(v.back)
			a := diary.Activity{Date: date, Start: int64(date) * 86400, Sport: diary.Running, Seconds: float32(60 * v.minutes), Meters: float32(1000 * v.km)}
			for range int(v.minutes * 60 / diary.TrackStep) {
				a.Track.HR = append(a.Track.HR, v.bpm)
			}
			d.Activities = append(d.Activities, a)
		}
		return plan.ShapeOf(load.New(d, r), start, &r)
	}
	four := []run{{1, 10, 60, 0}, {7, 10, 60, 0}, {8, 30, 180, 0}, {15, 30, 180, 0}, {21, 10, 60, 0}, {22, 12, 72, 0}, {28, 12, 72, 0}, {29, 90, 540, 0}}
	for name, c := range map[string]struct {
		got  plan.Shape
		want plan.Shape // without Past
	}{
		"nothing":                   {shape(), plan.Shape{MaxHR: 190, MaxFrom: "setting"}},
		"four weeks":                {shape(four...), plan.Shape{Weekly: 27, PerWeek: 2, Easy: 6, MaxHR: 190, MaxFrom: "setting"}}, // 20, 30, 40, 24
		"two weeks since the first": {shape(append(four[:3:3], run{14, 2, 12, 0})...), plan.Shape{Weekly: 26, PerWeek: 2, Easy: 6, MaxHR: 190, MaxFrom: "setting"}},
		"and not a day less":        {shape(append(four[:3:3], run{13, 2, 12, 0})...), plan.Shape{Weekly: 20, PerWeek: 2, Easy: 6, MaxHR: 190, MaxFrom: "setting"}},
		"one week":                  {shape(four[:2]...), plan.Shape{Weekly: 20, PerWeek: 2, Easy: 6, MaxHR: 190, MaxFrom: "setting"}},
		"today's is not seen":       {shape(run{0, 10, 60, 0}), plan.Shape{MaxHR: 190, MaxFrom: "setting"}},
		"a jog has no pace":         {shape(run{1, 0.9, 9, 0}, run{2, 1, 8, 0}), plan.Shape{Weekly: 1.9, PerWeek: 2, Easy: 8, MaxHR: 190, MaxFrom: "setting"}},
		"nor has a hard run":        {shape(run{1, 2.5, 11, 175}, run{2, 1, 8, 0}), plan.Shape{Weekly: 3.5, PerWeek: 2, Easy: 8, MaxHR: 190, MaxFrom: "setting"}},
		"two in a day are one":      {shape(run{1, 5, 30, 0}, run{1, 5, 30, 0}), plan.Shape{Weekly: 10, PerWeek: 1, Easy: 6, MaxHR: 190, MaxFrom: "setting"}},
	} {
		if c.got.Weekly != c.want.Weekly || c.got.PerWeek != c.want.PerWeek || !near(c.got.Easy, c.want.Easy) || c.got.VDOT != 0 || c.got.MaxHR != c.want.MaxHR {
			t.Errorf("%s: %+v, want %+v", name, c.got, c.want)
		}
	}
	// The cap knows the runs of thirty days, and the best effort is of ninety.
	if past := shape(run{1, 5, 30, 0}, run{30, 6, 40, 0}, run{31, 7, 50, 0}).Past; len(past) != 2 || past[0].Km != 6 || past[1].Date != start-1 {
		t.Errorf("%+v", past)
	}
	for name, c := range map[string]struct {
		r    run
		want float64
	}{
		"ten km in 45 min, hard":   {run{5, 10, 45, 175}, plan.VDOT(10, 45)},
		"ninety days ago":          {run{90, 10, 45, 175}, plan.VDOT(10, 45)},
		"ninety-one":               {run{91, 10, 45, 175}, 0},
		"three km":                 {run{5, 3, 12, 175}, plan.VDOT(3, 12)},
		"less":                     {run{5, 2.9, 12, 175}, 0},
		"easy":                     {run{5, 10, 45, 160}, 0},
		"faster than anyone can":   {run{5, 10, 20, 175}, 0},
		"at the limit of the hard": {run{5, 10, 45, 168}, plan.VDOT(10, 45)},
	} {
		if got := shape(c.r).VDOT; !near(got, c.want) {
			t.Errorf("%s: VDOT %g, want %g", name, got, c.want)
		}
	}
	if got := shape(run{5, 10, 45, 175}, run{9, 10, 50, 175}).VDOT; !near(got, plan.VDOT(10, 45)) {
		t.Errorf("of two the better: %g", got)
	}
}

func near(got, want float64) bool { return got > want-1e-4 && got < want+1e-4 }
