package healthconnect

import (
	"slices"
	"testing"

	"rebound/engine/diary"
)

func TestRead(t *testing.T) {
	list := read1(t, lived())
	if len(list) != 2 || list[0].Device.Model != "com.example.phone" || list[1].Device != (diary.Device{Maker: Via, Model: "com.example.watch"}) {
		t.Fatalf("%+v", list)
	}
	phone, watch := list[0], list[1]
	if len(phone.Nights) != 1 || phone.Nights[0].Total != 445 || phone.Nights[0].Staged || len(phone.Activities) != 0 {
		t.Errorf("the phone's growing night: %+v", phone.Nights)
	}
	want := diary.Night{Start: at(-2, 0) / 1000, End: at(5, 0) / 1000, Light: 230, Deep: 60, REM: 90, Wake: 40, Staged: true}
	if len(watch.Nights) != 1 || watch.Nights[0] != want {
		t.Errorf("the watch's night: %+v", watch.Nights)
	}
	if len(watch.Resting) != 1 || watch.Resting[0].Value != 47 {
		t.Errorf("resting heart rate: %v", watch.Resting)
	}
	if len(watch.HRV) != 1 || watch.HRV[0] != (diary.HRVStamp{At: at(5, 0) / 1000, Value: 58, Metric: diary.MetricOvernight}) {
		t.Errorf("HRV, the median of 41, 58, 60: %v", watch.HRV)
	}
	if len(watch.Clocks) != 2 || watch.Clocks[0] != (diary.Clock{At: at(-2, 0) / 1000, Offset: 7200}) {
		t.Errorf("clocks: %v", watch.Clocks)
	}
	if len(watch.Activities) != 1 {
		t.Fatalf("%d sessions", len(watch.Activities))
	}
	a := watch.Activities[0]
	if a.Start != at(6, 0)/1000 || a.Sport != diary.Running || a.Seconds != 1800 || a.Meters != 5300.5 || !a.HasAscent || a.Ascent != 31.5 || a.AvgHR != 145 || a.MaxHR != 150 {
		t.Errorf("the run: %+v", a)
	}
	if hr := a.Track.HR; len(hr) != 361 || hr[0] != 144 || hr[1] != 146 || hr[360] != 0 {
		t.Errorf("heart rate of its own app, 3 of 140 and 2 of 150 first: %v", hr)
	}
	if v := a.Track.Speed; len(v) != 361 || v[0] != 3000 || v[1] != 0 || v[120] != 1 {
		t.Errorf("speed: %v", v)
	}
}

// A clock that is set on the way is known on both sides of the change.
func TestClocks(t *testing.T) {
	r := rows{}
	r.add(apps, nil, "a", "")
	for day := range 10 {
		offset := 7200
		if day >= 5 {
			offset = -14400
		}
		r.add(resting, nil, 1, at(24*day, 0), offset, 50)
	}
	got := read1(t, r)[0].Clocks
	want := []diary.Clock{{At: at(0, 0) / 1000, Offset: 7200}, {At: at(96, 0) / 1000, Offset: 7200}, {At: at(120, 0) / 1000, Offset: -14400}, {At: at(216, 0) / 1000, Offset: -14400}}
	if !slices.Equal(got, want) {
		t.Errorf("%v, not %v", got, want)
	}
}
