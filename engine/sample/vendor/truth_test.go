package vendor_test

import (
	"testing"

	"rebound/engine"
	"rebound/engine/diary"
	"rebound/engine/sample/vendor"
)

// One truth a day: her watch's own files beside any other account of the same life come
// to the nights, runs and verdicts of the watch's files alone.
func TestOneTruth(t *testing.T) {
	fit, _ := read(t, write(t, "garmin", lived(), vendor.Options{}))
	hers := diary.Build(fit, herZone)
	alone := engine.New(hers, rules())
	for _, v := range vendor.All {
		t.Run(v.Name, func(t *testing.T) {
			files, _ := read(t, write(t, v.Name, lived(), vendor.Options{}))
			got := diary.Build(append(files, fit...), herZone)
			if len(got.Activities) != len(hers.Activities) {
				t.Errorf("%d runs, hers are %d", len(got.Activities), len(hers.Activities))
			}
			nights := map[diary.Date]int{}
			for _, n := range got.Nights {
				if nights[n.Date]++; !n.Nap && n.Source != hers.Nights[0].Source {
					t.Errorf("the night of %v is %s's", n.Date, n.Source)
					break
				}
			}
			both := engine.New(got, rules())
			for date := today - 13; date <= today; date++ {
				want, is := alone.Assess(date), both.Assess(date)
				if is.Action != want.Action || is.Level != want.Level || is.Confidence != want.Confidence {
					t.Errorf("%v: %s, %s, %s; by the watch alone %s, %s, %s", date, is.Action, is.Level, is.Confidence, want.Action, want.Level, want.Confidence)
				}
			}
		})
	}
}
