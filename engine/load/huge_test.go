package load

import (
	"testing"

	"rebound/engine/diary"
)

// A run that took what a race takes is one: by heart rate over an hour and a half, or
// by its length against the runner's own six weeks.
func TestHugeEffort(t *testing.T) {
	usual := func(km float64) (list []diary.Activity) {
		for back := diary.Date(40); back > 0; back -= 4 {
			a := run(200-back, 60, 135, 3)
			a.Meters = float32(1000 * km)
			list = append(list, a)
		}
		return list
	}
	ran := func(minutes int, bpm uint8, km float64) diary.Activity {
		a := run(200, minutes, bpm, 3)
		a.Meters = float32(1000 * km)
		return a
	}
	halfWay := ran(100, 130, 15)
	for i := range halfWay.Track.HR[:len(halfWay.Track.HR)/2] {
		halfWay.Track.HR[i] = 170
	}
	less := ran(100, 130, 15)
	for i := range less.Track.HR[:len(less.Track.HR)/2-1] {
		less.Track.HR[i] = 170
	}
	ride := ran(219, 165, 80)
	ride.Sport = "cycling"
	noKm, noKmShort := ran(120, 130, 0), ran(119, 130, 0)
	for name, c := range map[string]struct {
		before []diary.Activity
		last   diary.Activity
		want   bool
	}{
		"a marathon in 3 h 39":            {usual(10), ran(219, 155, 42.2), true},
		"a long run":                      {usual(10), ran(110, 140, 18), false},
		"twice the longest":               {usual(10), ran(115, 140, 20), true},
		"nearly twice":                    {usual(10), ran(115, 140, 19.9), false},
		"half of it at 85%":               {usual(10), halfWay, true},
		"a step less than half":           {usual(10), less, false},
		"90 min at 85%":                   {nil, ran(90, 162, 16), true},
		"89 min at 85%":                   {nil, ran(89, 162, 16), false},
		"a ride":                          {usual(10), ride, false},
		"on a treadmill, by the time":     {usual(10), noKm, true},
		"a minute less there":             {usual(10), noKmShort, false},
		"with nothing to compare":         {nil, ran(200, 130, 30), false},
		"with three runs to compare":      {usual(10)[:3], ran(200, 130, 30), false},
		"of ultras, one more":             {usual(50), ran(219, 155, 42.2), false},
		"without heart rate, a long race": {usual(10), ran(240, 0, 42.2), true},
	} {
		h := withMax(append(c.before, c.last)...)
		if got := h.Huge(200, 200); (len(got) == 1) != c.want {
			t.Errorf("%s: %v", name, got)
		} else if c.want && (got[0].Date != 200 || !h.Hard(&got[0], h.Max(200))) {
			t.Errorf("%s: on %d, or not hard", name, got[0].Date)
		}
	}
}
