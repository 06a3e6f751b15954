package load

import (
	"math"
	"slices"
	"testing"

	"rebound/engine/diary"
	"rebound/engine/rule"
)

// blind is a run of an hour without heart rate.
func blind(date diary.Date) diary.Activity {
	a := run(date, 60, 0, 3)
	a.Track.HR = nil
	return a
}

// partly is a run of 40 minutes of which heart rate is known for so many: the last
// sample holds for one.
func partly(date diary.Date, minutes int) diary.Activity {
	a := run(date, 40, 140, 3)
	if minutes < 40 {
		clear(a.Track.HR[(minutes-1)*perMinute+1:])
	}
	return a
}

func withMax(activities ...diary.Activity) *History {
	r := rule.Default()
	r.MaxHR = 190
	return New(&diary.Diary{Activities: activities}, r)
}

// days is the loads from day 100 on.
func days(h *History, n int, rest float64) (out []Day) {
	for i := range n {
		out = append(out, h.Next(out, 100+diary.Date(i), rest))
	}
	return out
}

// Monotony is of the seven days up to a date, and is not said while one of them is
// not known, or before there are seven.
func TestMonotonyOfSevenDays(t *testing.T) {
	var list []diary.Activity
	minutes := []int{30, 40, 0, 60, 20, 50, 90, 45, 15}
	var loads []float64
	for i, m := range minutes {
		if m > 0 {
			list = append(list, run(100+diary.Date(i), m, 140, 3))
		}
		loads = append(loads, float64(m)*Men.PerMinute(140, 50, 190))
	}
	for i, d := range days(withMax(list...), len(minutes), 50) {
		near(t, "load", d.Load, loads[i], 1e-6)
		if i < 6 {
			if d.Monotony != 0 || d.Strain != 0 {
				t.Errorf("day %d: %g before there are seven days", i, d.Monotony)
			}
			continue
		}
		m, s := Monotony([7]float64(loads[i-6 : i+1]))
		near(t, "monotony", d.Monotony, m, 1e-9)
		near(t, "strain", d.Strain, s, 1e-6)
	}
	// A week with a session of which nothing can be said has no monotony, until it is past.
	h := history(append([]diary.Activity{blind(100)}, list[1:]...)...)
	h.rules.MaxHR = 190
	for i, d := range days(h, 9, 50) {
		if (d.Monotony == 0) != (i < 7) {
			t.Errorf("day %d after an unknown one: monotony %g", i, d.Monotony)
		}
	}
	ride := blind(106)
	ride.Sport = "cycling"
	h = history(append([]diary.Activity{blind(100), ride}, list[1:4]...)...)
	h.rules.MaxHR = 190
	if d := days(h, 7, 50)[6]; d.Unknown != 1 || d.Monotony != 0 {
		t.Errorf("two unknown days in a week: %+v", d)
	}
	near(t, "monotony at the cap", first(Monotony([7]float64{100, 100, 100, 100, 100, 117.82, 82.18})), 10, 0)
	near(t, "form", Balance{Fitness: 50, Fatigue: 62}.Form(), -12, 0)
}

func first(a, _ float64) float64 { return a }

// There is a load to speak of for 42 days after a measured session.
func TestLoadIsKnownForSixWeeks(t *testing.T) {
	for i, d := range days(withMax(run(100, 40, 140, 3)), 44, 50) {
		if d.Known != (i < 42) {
			t.Errorf("day %d: known %v", i, d.Known)
		}
	}
	h := history(blind(100))
	h.rules.MaxHR = 190
	if d := days(h, 3, 50)[2]; d.Known {
		t.Errorf("after a session of which nothing is known: %+v", d)
	}
}

// What was measured of a session counts as it was; its other minutes as a blend of its
// own mean and of the runner's median minute in the same sport of the 42 days before,
// by the share that was measured.
func TestMeasuredAndTheRest(t *testing.T) {
	perMin, hot := Men.PerMinute(140, 50, 190), Men.PerMinute(160, 50, 190)
	ride := run(99, 60, 120, 3)
	ride.Sport = "cycling"
	hard := run(99, 30, 160, 3)
	for name, c := range map[string]struct {
		before  []diary.Activity
		today   diary.Activity
		load    float64
		unknown int
	}{
		"all of it":              {[]diary.Activity{hard}, partly(100, 40), 40 * perMin, 0},
		"three quarters of it":   {[]diary.Activity{hard}, partly(100, 30), 30*perMin + 10*(perMin*3/4+hot/4), 0},
		"half of it":             {[]diary.Activity{hard}, partly(100, 20), 20*perMin + 20*(perMin+hot)/2, 0},
		"a tenth of it":          {[]diary.Activity{hard}, partly(100, 4), 4*perMin + 36*(perMin/10+hot*9/10), 0},
		"none of it":             {[]diary.Activity{hard}, blind(100), 60 * hot, 0},
		"half, none before":      {nil, partly(100, 20), 40 * perMin, 0},
		"a tenth, none before":   {nil, partly(100, 4), 40 * perMin, 0},
		"one 42 days before":     {[]diary.Activity{run(58, 30, 140, 3)}, blind(100), 60 * perMin, 0},
		"one 43 days before":     {[]diary.Activity{run(57, 30, 140, 3)}, blind(100), 0, 1},
		"a ride before":          {[]diary.Activity{ride}, blind(100), 0, 1},
		"a tenth of one before":  {[]diary.Activity{partly(99, 4)}, blind(100), 60 * perMin, 0},
		"none of one before":     {[]diary.Activity{blind(99)}, blind(100), 0, 1},
		"by the weights of both": {[]diary.Activity{hard, partly(98, 20)}, blind(100), 60 * (perMin + (hot-perMin)*(0.75-0.25)/(1-0.25)), 0},
	} {
		d := withMax(append(c.before, c.today)...).Next(nil, 100, 50)
		near(t, name, d.Load, c.load, 1e-6)
		if d.Unknown != c.unknown || d.Sessions != 1 {
			t.Errorf("%s: %+v", name, d)
		}
	}
	// A session on the same day estimates no other: it may be of another kind of day.
	d := withMax(run(100, 30, 140, 3), blind(100)).Next(nil, 100, 50)
	if d.Sessions != 2 || d.Unknown != 1 || !d.Known {
		t.Errorf("%+v", d)
	}
	empty := run(100, 0, 140, 3)
	if d := withMax(empty).Next(nil, 100, 50); d.Load != 0 || d.Unknown != 1 {
		t.Errorf("a session without a minute: %+v", d)
	}
}

// A load is worked out anew for another resting heart rate and another maximum.
func TestLoadGoesByRestAndMaximum(t *testing.T) {
	h := New(&diary.Diary{Persons: []diary.Person{{Age: 70}},
		Activities: []diary.Activity{run(98, 30, 150, 3), run(99, 30, 150, 3), run(101, 30, 140, 3), run(102, 30, 180, 3), run(103, 30, 180, 3), run(104, 30, 140, 3)}}, rule.Default())
	for _, c := range []struct {
		date      diary.Date
		rest, max float64
	}{{101, 50, 150}, {101, 60, 150}, {104, 60, 180}, {104, 50, 180}} {
		near(t, "load", h.Next(nil, c.date, c.rest).Load, 30*Men.PerMinute(140, c.rest, c.max), 1e-6)
	}
	near(t, "a maximum at rest", Men.PerMinute(100, 100, 100), 0, 0)
}

// The runner's rates are of the twelve weeks up to a date, of running, and of runs
// that last.
func TestRatesOfTwelveWeeks(t *testing.T) {
	ride, nothing := run(100, 40, 150, 3), run(100, 0, 150, 3)
	ride.Sport = "cycling"
	nothing.Track.HR = []uint8{150, 150}
	easy := Men.PerMinute(130, 50, 190)
	for name, c := range map[string]struct {
		list []diary.Activity
		want float64
	}{
		"83 days before":        {[]diary.Activity{run(100-83, 40, 130, 3)}, easy},
		"84 days before":        {[]diary.Activity{run(100-84, 40, 130, 3)}, 0},
		"on the day":            {[]diary.Activity{run(100, 40, 130, 3)}, easy},
		"a ride beside it":      {[]diary.Activity{run(99, 40, 130, 3), ride}, easy},
		"one without a minute":  {[]diary.Activity{run(99, 40, 130, 3), nothing}, easy},
		"one without a pulse":   {[]diary.Activity{run(99, 40, 130, 3), blind(100)}, easy},
		"with nothing to go by": {nil, 0},
	} {
		if got := withMax(c.list...).Rates(100, 50); got.Hard != 0 || got.Easy < c.want-1e-9 || got.Easy > c.want+1e-9 {
			t.Errorf("%s: %+v, want %g", name, got, c.want)
		}
	}
}

// Wherever in a run the strap dies, a step earlier or later changes its load by what a
// minute is worth at most, from no heart rate at all to all of it.
func TestNoStepInLoad(t *testing.T) {
	before := []diary.Activity{run(90, 40, 150, 3), run(93, 60, 138, 3), run(96, 50, 145, 3)}
	drifts := run(100, 60, 0, 3)
	for i := range drifts.Track.HR {
		drifts.Track.HR[i] = uint8(115 + i*50/len(drifts.Track.HR))
	}
	last, worth := 0.0, Men.PerMinute(170, 50, 190)
	for known := range len(drifts.Track.HR) + 1 {
		a := drifts
		a.Track.HR = slices.Clone(drifts.Track.HR)
		clear(a.Track.HR[known:])
		now := withMax(append(before[:3:3], a)...).Next(nil, 100, 50).Load
		if known > 0 && math.Abs(now-last) > worth {
			t.Fatalf("with %d steps known the load goes from %g to %g", known, last, now)
		}
		last = now
	}
}
