package healthconnect

import (
	"slices"
	"testing"

	"rebound/engine/diary"
)

// A session takes another app's heart rate where its own app wrote none.
func TestAnotherAppsHeartRate(t *testing.T) {
	r := rows{}
	r.add(apps, nil, "a", "")
	r.add(apps, nil, "b", "")
	r.add(exercises, nil, 1, at(6, 0), 0, at(6, 30), 34)
	r.add(hearts, nil, 2)
	r.add(heartSeries, 1, 130, at(6, 1))
	list := read1(t, r)
	if len(list) != 1 || list[0].Activities[0].AvgHR != 130 || list[0].Activities[0].Sub != "treadmill" || list[0].Activities[0].Meters != 0 {
		t.Errorf("%+v", list)
	}
}

// The platform's numbers of exercise, and the library's where a database has those.
func TestSport(t *testing.T) {
	for name, c := range map[string]struct {
		kinds []int
		want  []diary.Sport
	}{
		"platform":                  {[]int{33, 34, 53, 56, 57, 4, 99}, []diary.Sport{diary.Running, diary.Running, "walking", "generic", "generic", "cycling", "generic"}},
		"library":                   {[]int{56, 57, 79, 8, 33}, []diary.Sport{"generic", "generic", "generic", "generic", diary.Running}},
		"library without platform":  {[]int{56, 57, 79, 8}, []diary.Sport{diary.Running, diary.Running, "walking", "cycling"}},
		"other workouts and no run": {[]int{57, 45}, []diary.Sport{"generic", "training"}},
	} {
		r := rows{}
		r.add(apps, nil, "a", "")
		for i, k := range c.kinds {
			r.add(exercises, nil, 1, at(i, 0), 0, at(i, 30), k)
		}
		var got []diary.Sport
		for _, a := range read1(t, r)[0].Activities {
			got = append(got, a.Sport)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, not %v", name, got, c.want)
		}
	}
}
