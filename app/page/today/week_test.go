package today

import (
	"testing"

	"rebound/app/wire"
)

// A cell of the week and its sentence say the same of a day.
func TestDayOfWeek(t *testing.T) {
	rest, easy := wire.Session{Kind: "rest"}, wire.Session{Kind: "easy", Minutes: 40}
	for _, c := range []struct {
		day            wire.DayPlan
		cell, sentence string
	}{
		{wire.DayPlan{Before: rest, After: rest}, "Rest", "Thursday: Rest"},
		{wire.DayPlan{Before: easy, After: rest}, "Rest", "Thursday: Rest, instead of Easy run, 40 min"},
		{wire.DayPlan{Before: rest, After: rest, Ended: true}, "Easy or off", "Thursday: after the race, easy or off"},
		{wire.DayPlan{Before: easy, After: rest, Open: true}, "Open", "Thursday: not decided yet"},
	} {
		if cell, sentence := short(c.day), daySentence(c.day, false); cell != c.cell || sentence != c.sentence {
			t.Errorf("%q, %q; want %q, %q", cell, sentence, c.cell, c.sentence)
		}
	}
}
