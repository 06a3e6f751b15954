package ui

import (
	"testing"
	"time"

	"rebound/engine/diary"
)

var day = diary.DateOf(2026, time.March, 15)

func TestParseRoute(t *testing.T) {
	for fragment, want := range map[string]Route{
		"":                  {Screen: ScreenToday},
		"/today":            {Screen: ScreenToday},
		"/today/2026-03-14": {Screen: ScreenToday, Date: day - 1},
		"/today/2026-03-15": {Screen: ScreenToday}, // today itself
		"/today/2026-03-16": {Screen: ScreenToday}, // has not come
		"/today/yesterday":  {Screen: ScreenToday},

		"/today/2026-03-14/why":  {Screen: ScreenToday, Date: day - 1, Part: PartWhy},
		"/today/2026-03-14/else": {Screen: ScreenToday, Date: day - 1},
		"/today/why":             {Screen: ScreenToday, Part: PartWhy},

		"/trends":            {Screen: ScreenTrends},
		"/trends/matters":    {Screen: ScreenTrends, Part: "matters"},
		"/files":             {Screen: ScreenFiles},
		"/settings":          {Screen: ScreenSettings},
		"/nowhere/2026-01-1": {Screen: ScreenToday},
	} {
		if got := ParseRoute(fragment, day); got != want {
			t.Errorf("%q is %+v, want %+v", fragment, got, want)
		}
	}
	for _, d := range []int{0, -1, -400} {
		back := ParseRoute(Hash(day+diary.Date(d), day)[1:], day)
		if want := (Route{Screen: ScreenToday, Date: map[bool]diary.Date{true: 0, false: day + diary.Date(d)}[d == 0]}); back != want {
			t.Errorf("the link to day %+d leads to %+v", d, back)
		}
		if why := ParseRoute(Why(day+diary.Date(d), day)[1:], day); why.Part != PartWhy || why.Date != back.Date {
			t.Errorf("the link to the reasons of day %+d leads to %+v", d, why)
		}
	}
}
