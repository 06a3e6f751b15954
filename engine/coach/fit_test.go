package coach_test

import (
	"testing"

	"rebound/engine"
	"rebound/engine/coach"
	"rebound/engine/diary"
	"rebound/engine/plan"
	"rebound/engine/rule"
	"rebound/engine/sample"
)

// What the days off and the minutes made of a day is said of it while the day is as the
// plan has it. In a lighter week it is another session by then, cut short by something
// else; a day off stays one.
func TestADayThatIsAdjustedIsNotFitted(t *testing.T) {
	d := diary.Build(sample.Files(day), nil) // her week is cut by now
	made, err := coach.Make(engine.New(d, rule.Default()), plan.Wish{RaceDate: day + 60, RaceKm: 21.0975, Start: day - 28, Days: []string{"mon", "tue", "wed", "thu", "sat", "sun"}}, day-28)
	if err != nil {
		t.Fatal(err)
	}
	limits := map[string]float64{}
	for _, name := range plan.Weekdays {
		limits[name] = 30
	}
	lived, err := made.Live([]plan.Off{{From: day + 2, To: day + 2, Why: "travel"}}, limits, day-28)
	if err != nil {
		t.Fatal(err)
	}
	seen := map[bool]int{} // days that were fitted, by whether they were adjusted too
	for t0 := day - 14; t0 <= day; t0++ {
		e := engine.New(d, rule.Default())
		e.Follow(&lived.Plan)
		for _, x := range coach.On(e, t0, &lived).Days() {
			as, _, off, limit := lived.Fitted(x.Date)
			if as == "" {
				continue
			}
			changed := x.Changed() || x.Open
			seen[changed]++
			want := coach.Fit{As: as, Was: x.Fit.Was, Why: off.Why, Limit: limit}
			if changed && as != plan.LeftOut {
				want = coach.Fit{}
			}
			if x.Fit != want {
				t.Errorf("on %v, of %v (%v to %v): %+v, want %+v", t0, x.Date, x.Before, x.After, x.Fit, want)
			}
		}
	}
	if seen[false] == 0 || seen[true] == 0 {
		t.Errorf("fitted days that were adjusted or not: %v", seen)
	}
}
