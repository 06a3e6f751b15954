package inbox

import (
	"testing"
	"time"

	"rebound/app/wire"
	"rebound/engine/diary"
)

var day = diary.DateOf(2026, time.March, 15)

func TestReadTyped(t *testing.T) {
	for _, c := range []struct {
		hr, hrv, sleep string
		bad            string // the input that is wrong
		want           [3]float64
	}{
		{"51", "58", "7:30", "", [3]float64{51, 58, 450}},
		{" 51 ", "", "", "", [3]float64{51, 0, 0}},
		{"", "58,5", "7h05", "", [3]float64{0, 58.5, 425}},
		{"", "", "7 h 30", "", [3]float64{0, 0, 450}},
		{"", "", "7 h 30 min", "", [3]float64{0, 0, 450}},
		{"", "", "7.5", "", [3]float64{0, 0, 450}},
		{"", "", "8h", "", [3]float64{0, 0, 480}},
		{"", "", "", idHR, [3]float64{}},
		{"29", "", "", idHR, [3]float64{}},
		{"fast", "", "", idHR, [3]float64{}},
		{"51", "251", "", idHRV, [3]float64{}},
		{"51", "58", "1:59", idSleep, [3]float64{}},
		{"51", "58", "7:75", idSleep, [3]float64{}},
		{"51", "NaN", "", idHRV, [3]float64{}},
	} {
		got, wrong := readTyped(day, c.hr, c.hrv, c.sleep)
		if wrong.First(idHR, idHRV, idSleep) != c.bad {
			t.Errorf("%+v: wrong is %v", c, wrong)
			continue
		}
		if c.bad != "" {
			continue
		}
		for i, v := range []*float64{got.RestingHR, got.HRVms, got.SleepMin} {
			if (v == nil) != (c.want[i] == 0) || v != nil && *v != c.want[i] {
				t.Errorf("%+v: field %d is %v", c, i, v)
			}
		}
		back := takenBack(got, nil)
		if back.Date != got.Date || (back.HRVms == nil) != (got.HRVms == nil) || back.HRVms != nil && *back.HRVms != 0 {
			t.Errorf("%+v is taken back by %+v", got, back)
		}
	}
}

// Taken back is what was typed now, and nothing that was typed before it.
func TestTakenBackToWhatWasTyped(t *testing.T) {
	bpm, ms, before := 52.0, 61.0, 51.0
	now := wire.Typed{Date: 20_000, RestingHR: &bpm, HRVms: &ms, As: "own"}
	was := wire.Typed{Date: 20_000, RestingHR: &before, As: "watch"}
	if got := takenBack(now, &was); got.RestingHR == nil || *got.RestingHR != 51 || got.HRVms == nil || *got.HRVms != 0 || got.SleepMin != nil || got.As != "watch" {
		t.Errorf("%+v", got)
	}
	was.Date--
	if got := takenBack(now, &was); *got.RestingHR != 0 || got.As != "own" {
		t.Errorf("of another day: %+v", got)
	}
}
