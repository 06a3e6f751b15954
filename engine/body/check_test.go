package body

import (
	"testing"

	"rebound/engine/diary"
	"rebound/engine/rule"
)

// Check-ins that do not say how the runner feels are no check-ins in range.
func TestCheckNeedsAnswers(t *testing.T) {
	with := func(fill func(c *diary.CheckIn)) CheckState {
		told := &diary.Reported{}
		for d := diary.Date(99); d <= 100; d++ {
			c := diary.NewCheckIn(diary.Stamp{At: 0, Date: d})
			c.Fever = diary.No
			fill(&c)
			told.CheckIns = append(told.CheckIns, c)
		}
		return checkOn(told, 100, &rules).State
	}
	signs := func(n int, v diary.Score) func(c *diary.CheckIn) {
		return func(c *diary.CheckIn) {
			for i := range n {
				c.Signs[i] = v
			}
		}
	}
	for name, c := range map[string]struct{ got, want CheckState }{
		"no fever, and no more": {with(func(*diary.CheckIn) {}), CheckUnknown},
		"fatigue alone":         {with(func(c *diary.CheckIn) { c.Fatigue = 4 }), CheckUnknown},
		"two signs":             {with(signs(2, 4)), CheckUnknown},
		"three signs, none":     {with(signs(3, 0)), CheckInRange},
		"three signs":           {with(signs(3, 2)), CheckAdverse},
		"four other answers":    {with(func(c *diary.CheckIn) { c.Fatigue, c.Tension, c.Soreness, c.Stress = 1, 1, 1, 1 }), CheckInRange},
	} {
		if c.got != c.want {
			t.Errorf("%s: %s, want %s", name, c.got, c.want)
		}
	}
}

// checkOn is channel C on t.
func checkOn(in *diary.Reported, t diary.Date, r *rule.Settings) Check { return NewChecks(in, r).On(t) }
