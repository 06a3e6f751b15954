package plan_test

import (
	"slices"
	"testing"
	"time"

	"rebound/engine/plan"
)

// A wish is a goal with its days by name, or refused for what is missing.
func TestGoalOfAWish(t *testing.T) {
	for name, c := range map[string]struct {
		w    plan.Wish
		want plan.RefusalCode
	}{
		"nothing":                 {plan.Wish{}, ""},
		"a race":                  {plan.Wish{RaceDate: monday + 50, RaceKm: 10}, ""},
		"without a distance":      {plan.Wish{RaceDate: monday + 50}, plan.NoDistance},
		"without a date":          {plan.Wish{RaceKm: 10}, plan.NoDate},
		"days":                    {plan.Wish{Days: []string{"sun", "Sat"}, Long: "SUN"}, ""},
		"a day there is not":      {plan.Wish{Days: []string{"sun", "noday"}}, plan.NotWeekday},
		"a long day there is not": {plan.Wish{Long: "noday"}, plan.NotWeekday},
		"no days chosen":          {plan.Wish{Days: []string{}}, plan.NoDays},
		"but how many":            {plan.Wish{Days: []string{}, PerWeek: 3}, ""},
		"any days":                {plan.Wish{PerWeek: 3}, ""},
	} {
		g, err := c.w.Goal()
		if got := code(t, err); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
		if c.want == "" && (g.PerWeek != c.w.PerWeek || (g.Race != nil) != (c.w.RaceKm > 0) || len(g.Days) != len(c.w.Days) || (g.Long != nil) != (c.w.Long != "")) {
			t.Errorf("%s: %+v", name, g)
		}
	}
	w := plan.Wish{RaceDate: monday + 50, RaceKm: 10, Days: []string{"sun", "Sat"}, Long: "SUN"}
	g, _ := w.Goal()
	if *g.Race != (plan.Race{Date: monday + 50, Km: 10}) || !slices.Equal(g.Days, []time.Weekday{time.Sunday, time.Saturday}) || *g.Long != time.Sunday {
		t.Errorf("%+v", g)
	}
}
