package load

import (
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

// partly is a run of 40 minutes of which so many have heart rate.
func partly(date diary.Date, minutes int) diary.Activity {
	a := run(date, 40, 140, 3)
	clear(a.Track.HR[minutes*perMinute:])
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

// Heart rate over half of a session measures it; under half it is estimated from the
// runner's own sessions of its kind in the 42 days before.
func TestMeasuredOrEstimated(t *testing.T) {
	perMin := Men.PerMinute(140, 50, 190)
	ride := run(99, 60, 120, 3)
	ride.Sport = "cycling"
	for name, c := range map[string]struct {
		before   []diary.Activity
		today    diary.Activity
		load     float64
		estimate int
		unknown  int
	}{
		"half of it":               {nil, partly(100, 20), 20 * perMin, 0, 0},
		"under half":               {nil, partly(100, 19), 0, 0, 1},
		"under half, one before":   {[]diary.Activity{run(99, 30, 140, 3)}, partly(100, 19), 40 * perMin, 1, 0},
		"one 42 days before":       {[]diary.Activity{run(58, 30, 140, 3)}, blind(100), 60 * perMin, 1, 0},
		"one 43 days before":       {[]diary.Activity{run(57, 30, 140, 3)}, blind(100), 0, 0, 1},
		"a ride before":            {[]diary.Activity{ride}, blind(100), 0, 0, 1},
		"half of one before":       {[]diary.Activity{partly(99, 20)}, blind(100), 60 * perMin, 1, 0},
		"under half of one before": {[]diary.Activity{partly(99, 19)}, blind(100), 0, 0, 1},
		"none of one before":       {[]diary.Activity{blind(99)}, blind(100), 0, 0, 1},
	} {
		d := withMax(append(c.before, c.today)...).Next(nil, 100, 50)
		near(t, name, d.Load, c.load, 1e-6)
		if d.Estimated != c.estimate || d.Unknown != c.unknown || d.Sessions != 1 {
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
	h := history(run(100, 30, 140, 3), run(101, 30, 140, 3), run(102, 30, 180, 3), run(103, 30, 140, 3))
	for _, c := range []struct {
		date      diary.Date
		rest, max float64
	}{{100, 50, 140}, {101, 60, 140}, {103, 60, 180}, {103, 50, 180}} {
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
