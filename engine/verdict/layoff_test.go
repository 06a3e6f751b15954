package verdict

import (
	"testing"

	"rebound/engine/diary"
	"rebound/engine/rule"
)

// Of two layoffs in force at once the longer counts, and of two as long the later:
// its days began last. With the defaults two of a tier never meet, because each is
// over before the next can begin; a runner who keeps them longer has both.
func TestWhichOfTwoLayoffs(t *testing.T) {
	r := rule.Default()
	r.BackStay1 = 14
	for name, c := range map[string]struct {
		runs []diary.Date
		on   diary.Date
		want Layoff
	}{
		"as long: the later":            {[]diary.Date{80, 90, 98}, 98, Layoff{Tier: 1, DaysOff: 8, LastRun: 90, Back: 98, Until: 111}},
		"the first is over":             {[]diary.Date{80, 90, 98}, 104, Layoff{Tier: 1, DaysOff: 8, LastRun: 90, Back: 98, Until: 111}},
		"as long and still off":         {[]diary.Date{80, 90, 91}, 98, Layoff{Tier: 1, DaysOff: 7, LastRun: 91}},
		"the longer, though it is past": {[]diary.Date{76, 90, 97}, 97, Layoff{Tier: 2, DaysOff: 14, LastRun: 76, Back: 90, Until: 103}},
		"shorter and still off":         {[]diary.Date{76, 90, 91}, 98, Layoff{Tier: 2, DaysOff: 14, LastRun: 76, Back: 90, Until: 103}},
		"longer and still off":          {[]diary.Date{80, 90}, 104, Layoff{Tier: 2, DaysOff: 14, LastRun: 90}},
	} {
		got := FindLayoff(runs(c.runs...), ran(c.runs...), c.on, &r)
		if got != c.want {
			t.Errorf("%s: %+v, want %+v", name, got, c.want)
		}
	}
}
