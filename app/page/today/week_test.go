package today

import (
	"testing"

	"rebound/app/wire"
)

// A day is said as it stands, with what it replaces.
func TestDayOfWeek(t *testing.T) {
	rest, easy := wire.Session{Kind: "rest"}, wire.Session{Kind: "easy", Minutes: 40, Km: 7}
	for _, c := range []struct {
		day  wire.DayPlan
		want string
	}{
		{wire.DayPlan{Before: rest, After: rest}, "Thursday: Rest"},
		{wire.DayPlan{Before: easy, After: easy}, "Thursday: Easy run, 40 min, 7.0 km"},
		{wire.DayPlan{Before: easy, After: rest}, "Thursday: Rest, instead of easy run, 40 min, 7.0 km"},
		{wire.DayPlan{Before: rest, After: rest, Ended: true}, "Thursday: after the race, easy or off"},
		{wire.DayPlan{Before: easy, After: rest, Open: true}, "Thursday: not decided yet"},
	} {
		if got := daySentence(c.day, false); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}
