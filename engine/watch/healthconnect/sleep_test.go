package healthconnect

import (
	"slices"
	"testing"

	"rebound/engine/diary"
)

// Of two apps that tell of one night the one counts that the runner has put first, if
// it says as much; without an order both are told.
func TestOrderOfApps(t *testing.T) {
	for name, c := range map[string]struct {
		order  string
		stages bool // of the second app
		want   int  // nights in all: one of the first app alone is always told
	}{
		"the first app's first": {"1,2", false, 2}, "the second's, without stages": {"2,1", false, 3}, "the second's, with stages": {"2, 1", true, 2},
		"one of them": {"1", true, 2}, "no order": {"", true, 3}, "another kind's": {"x", true, 3},
	} {
		r := rows{}
		r.add(apps, nil, "a", "")
		r.add(apps, nil, "b", "")
		r.add(priority, nil, 5, c.order)
		r.add(priority, nil, 1, "1,2")
		night := r.sleep(1, at(-2, 0), at(5, 0), 0)
		r.add(stages, night, at(-2, 0), at(5, 0), light)
		r.sleep(1, at(22, 0), at(29, 0), 0)
		if night := r.sleep(2, at(-3, 0), at(4, 0), 0); c.stages {
			r.add(stages, night, at(-3, 0), at(4, 0), rem)
		}
		got := 0
		for _, f := range read1(t, r) {
			got += len(f.Nights)
		}
		if got != c.want {
			t.Errorf("%s: %d nights, not %d", name, got, c.want)
		}
	}
}

func TestHRV(t *testing.T) {
	for name, c := range map[string]struct {
		nap, night bool
		other      bool // the night is another app's
		want       []diary.HRVStamp
	}{
		"no sleep":          {want: []diary.HRVStamp{{At: at(2, 0) / 1000, Value: 50, Metric: diary.MetricAnyRMSSD}, {At: at(14, 0) / 1000, Value: 30, Metric: diary.MetricAnyRMSSD}}},
		"a nap is no night": {nap: true, want: []diary.HRVStamp{{At: at(2, 0) / 1000, Value: 50, Metric: diary.MetricAnyRMSSD}, {At: at(14, 0) / 1000, Value: 30, Metric: diary.MetricAnyRMSSD}}},
		"a night":           {nap: true, night: true, want: []diary.HRVStamp{{At: at(5, 0) / 1000, Value: 50, Metric: diary.MetricOvernight}}},
		"another's night":   {night: true, other: true, want: []diary.HRVStamp{{At: at(5, 0) / 1000, Value: 50, Metric: diary.MetricOvernight}}},
	} {
		r := rows{}
		r.add(apps, nil, "a", "")
		r.add(apps, nil, "b", "")
		app := 1
		if c.other {
			app = 2
		}
		if c.night {
			r.sleep(app, at(-1, 0), at(1, 0), 0)
			r.sleep(app, at(1, 30), at(5, 0), 0)
		}
		if c.nap {
			r.sleep(app, at(13, 30), at(14, 30), 0)
		}
		r.add(hrvs, nil, 1, at(2, 0), 0, 50.0)
		r.add(hrvs, nil, 1, at(14, 0), 0, 30.0)
		r.add(hrvs, nil, 1, at(3, 0), 0, 0.0) // not measured
		list := read1(t, r)
		if !slices.Equal(list[0].HRV, c.want) {
			t.Errorf("%s: %v, not %v", name, list[0].HRV, c.want)
		}
	}
}
