package body

import (
	"testing"

	"rebound/engine/diary"
)

// Cold water of a race's week makes no habit of it in the week after.
func TestRaceWeekIsNoHabit(t *testing.T) {
	told := &diary.Reported{}
	for d := diary.Date(127); d <= 130; d++ {
		told.Cold = append(told.Cold, diary.Cold{Stamp: diary.Stamp{Date: d}})
	}
	in := Input{Date: 131, Rules: &rules, Reported: told, Races: []diary.Date{130}}
	in.History = noHistory
	if c := cold(&in, false); c.Habit || c.Week != 4 {
		t.Errorf("%+v", c)
	}
	in.Races = nil
	if c := cold(&in, false); !c.Habit {
		t.Errorf("without the race: %+v", c)
	}
}
