package body

import (
	"testing"
	"time"

	"rebound/app/page/ui"
	"rebound/app/wire"
	"rebound/engine/diary"
)

var day = diary.DateOf(2026, time.March, 15)

func no() *bool { return new(bool) }

func yes() *bool {
	v := true
	return &v
}

func num(n int) *int { return &n }

// begun are the forms that are not saved yet, and the days that they were begun for.
type begun struct {
	ui.Host
	forms map[string]string
}

func (b begun) Told(_, name string) string { return b.forms[name] }

// A part stands for today, unless its form was begun for another day.
func TestDay(t *testing.T) {
	host := begun{forms: map[string]string{"body/" + PartCold: "2026-03-14", "body/map/calf-left": "2026-03-13", "body/map/knee-left": "2026-03-16", "body/": "2026-03-14", "body/" + PartMap: "2026-03-14"}}
	for part, want := range map[string]diary.Date{
		PartCold: day - 1, PartMap + "/calf-left": day - 2, PartMap + "/knee-left": day, PartWalk: day, PartMap: day,
		"": day, PartCheckIn: day, PartCheckIn + "/2026-03-14": day - 1, PartCheckIn + "/2026-03-16": day, PartCheckIn + "/x": day, PartMap + "/2026-03-14": day,
	} {
		v := New(&ui.Page{Host: host, Today: day, Route: ui.Route{Screen: ui.ScreenBody, Part: part}}, nil)
		if got := v.day(); got != want {
			t.Errorf("#/body/%s stands for %s, want %s", part, got, want)
		}
	}
}

// A result is taken back by the same day's earlier one, else by none.
func TestTakeBackResult(t *testing.T) {
	test := &wire.ScreenTest{Test: "knee_to_wall", Sides: true, Left: &wire.ScreenResult{Date: day, Value: 8.5}, Right: &wire.ScreenResult{Date: day, Value: 11}}
	for _, c := range []struct {
		said, want wire.ScreenSaid
	}{
		{wire.ScreenSaid{Date: day, Side: "left", Value: 10}, wire.ScreenSaid{Date: day, Side: "left", Value: 8.5}},
		{wire.ScreenSaid{Date: day, Side: "right", Value: 10}, wire.ScreenSaid{Date: day, Side: "right", Value: 11}},
		{wire.ScreenSaid{Date: day + 1, Side: "left", Value: 10}, wire.ScreenSaid{Date: day + 1, Side: "left", Value: 10, Off: true}},
	} {
		if got := before(test, c.said); got != c.want {
			t.Errorf("%+v is taken back by %+v, want %+v", c.said, got, c.want)
		}
	}
}
