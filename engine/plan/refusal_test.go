package plan_test

import (
	"errors"
	"math"
	"testing"
	"time"

	"rebound/engine/diary"
	"rebound/engine/plan"
	"rebound/engine/rule"
	"rebound/engine/verdict"
)

// code is why something was refused; "" when it was not.
func code(t *testing.T, err error) plan.RefusalCode {
	t.Helper()
	var r *plan.Refusal
	if err != nil && !errors.As(err, &r) {
		t.Fatalf("not a refusal: %v", err)
	}
	if r == nil {
		return ""
	}
	return r.Code
}

// What can be planned, at the last value that can and the first that cannot.
func TestLimitsOfAWish(t *testing.T) {
	race := func(in diary.Date, km float64) *plan.Race { return &plan.Race{Date: monday + in, Km: km} }
	tune := func(r ...plan.Race) plan.Goal { return plan.Goal{Tune: r, Race: race(100, 10)} }
	past := func(back diary.Date, km float64) plan.Goal {
		return plan.Goal{Recover: &plan.Race{Date: monday - back, Km: km}}
	}
	weekly := func(km float64) plan.Goal { return plan.Goal{Now: plan.Shape{Weekly: km, Easy: 5}} }
	sunday := time.Sunday
	for name, c := range map[string]struct {
		goal plan.Goal
		want plan.RefusalCode
	}{
		"400 m":                           {plan.Goal{Race: race(30, 0.4)}, ""},
		"less":                            {plan.Goal{Race: race(30, 0.39)}, plan.RaceKm},
		"250 km":                          {plan.Goal{Race: race(30, 250)}, ""},
		"more":                            {plan.Goal{Race: race(30, 250.1)}, plan.RaceKm},
		"today":                           {plan.Goal{Race: race(0, 10)}, ""},
		"yesterday":                       {plan.Goal{Race: race(-1, 10)}, plan.RacePast},
		"in two years":                    {plan.Goal{Race: race(730, 10)}, ""},
		"a day later":                     {plan.Goal{Race: race(731, 10)}, plan.RaceFar},
		"no day a week is by volume":      {plan.Goal{PerWeek: 0}, ""},
		"seven days a week":               {plan.Goal{PerWeek: 7}, ""},
		"eight":                           {plan.Goal{PerWeek: 8}, plan.DaysAWeek},
		"minus one":                       {plan.Goal{PerWeek: -1}, plan.DaysAWeek},
		"300 km a week":                   {weekly(300), ""},
		"more km":                         {weekly(300.1), plan.WeeklyKm},
		"less than none":                  {weekly(-0.1), plan.WeeklyKm},
		"Saturday and Sunday":             {plan.Goal{Days: []time.Weekday{0, 6}, Long: &sunday}, ""},
		"an eighth day":                   {plan.Goal{Days: []time.Weekday{0, 7}}, plan.NotWeekday},
		"a day before Sunday":             {plan.Goal{Days: []time.Weekday{-1, 0}}, plan.NotWeekday},
		"a long run on another day":       {plan.Goal{Days: []time.Weekday{6}, Long: &sunday}, plan.LongElsewhere},
		"a race on the way today":         {tune(plan.Race{Date: monday, Km: 5}), ""},
		"yesterday's":                     {tune(plan.Race{Date: monday - 1, Km: 5}), plan.TunePast},
		"a week before the goal":          {tune(plan.Race{Date: monday + 93, Km: 5}), ""},
		"six days before it":              {tune(plan.Race{Date: monday + 94, Km: 5}), plan.RacesNear},
		"after it":                        {tune(plan.Race{Date: monday + 101, Km: 5}), plan.TuneLate},
		"too short":                       {tune(plan.Race{Date: monday + 30, Km: 0.3}), plan.RaceKm},
		"two of them a week apart":        {tune(plan.Race{Date: monday + 37, Km: 5}, plan.Race{Date: monday + 30, Km: 5}), ""},
		"six days apart":                  {tune(plan.Race{Date: monday + 36, Km: 5}, plan.Race{Date: monday + 30, Km: 5}), plan.RacesNear},
		"without a goal, the last Sunday": {plan.Goal{Tune: []plan.Race{{Date: monday + 83, Km: 5}}}, ""},
		"the day after it":                {plan.Goal{Tune: []plan.Race{{Date: monday + 84, Km: 5}}}, plan.TuneLate},
		"after yesterday's race":          {past(1, 10), ""},
		"after today's":                   {past(0, 10), plan.RecoverAhead},
		"on the last of its easy days":    {past(6, 10), ""},
		"a day later than that":           {past(7, 10), plan.RecoverOver},
		"after a race of no length":       {past(1, 0.1), plan.RecoverKm},
		"with another race":               {plan.Goal{Recover: &plan.Race{Date: monday - 1, Km: 10}, Race: race(50, 10)}, plan.RecoverOther},
		"with one on the way":             {plan.Goal{Recover: &plan.Race{Date: monday - 1, Km: 10}, Tune: []plan.Race{{Date: monday + 9, Km: 5}}}, plan.RecoverOther},
	} {
		r := rule.Default()
		c.goal.Start = monday
		if c.goal.Now.Easy == 0 {
			c.goal.Now = plan.Shape{Weekly: 30, Easy: 5}
		}
		_, err := plan.Make(c.goal, &r)
		if got := code(t, err); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

// What a plan from outside may hold, at its limits.
func TestLimitsOfASession(t *testing.T) {
	of := func(minutes, km float64) plan.Plan {
		return plan.Plan{Sessions: []plan.Session{{Date: monday, Session: verdict.Session{Kind: verdict.Easy, Minutes: minutes, Km: km}}}}
	}
	raced := func(date diary.Date, km float64) plan.Plan {
		p := of(30, 5)
		p.Race = &plan.Race{Date: date, Km: km}
		return p
	}
	for name, c := range map[string]struct {
		p    plan.Plan
		want plan.RefusalCode
	}{
		"nothing":            {of(0, 0), ""},
		"a day of 250 km":    {of(1440, 250), ""},
		"a minute more":      {of(1441, 250), plan.Impossible},
		"a km more":          {of(1440, 251), plan.Impossible},
		"less than nothing":  {of(-1, 5), plan.Impossible},
		"no number":          {of(30, math.NaN()), plan.Impossible},
		"a race of 100 m":    {raced(monday+9, 0.1), ""},
		"of less":            {raced(monday+9, 0.09), plan.RaceIncomplete},
		"of 250 km":          {raced(monday+9, 250), ""},
		"of more":            {raced(monday+9, 251), plan.RaceIncomplete},
		"without a date":     {raced(0, 10), plan.RaceIncomplete},
		"weeks from Tuesday": {plan.Plan{Weeks: []plan.Week{{Start: monday + 1}}}, plan.NotMonday},
	} {
		if got := code(t, c.p.Check()); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

// A session moves within the plan's weeks, from today on; one without a race has its
// last week's rest to move to, one with a race ends with it.
func TestLimitsOfAMove(t *testing.T) {
	week := func(race *plan.Race) plan.Plan {
		p := plan.Plan{Race: race, Weeks: []plan.Week{{Start: monday, Km: 10}, {Start: monday + 7, Km: 8}}}
		for _, d := range []diary.Date{2, 4, 9} {
			p.Sessions = append(p.Sessions, plan.Session{Date: monday + d, Session: verdict.Session{Kind: verdict.Easy, Minutes: 30, Km: 5}})
		}
		if race != nil {
			p.Sessions[2].Kind = verdict.Race
		}
		return p
	}
	free, raced := week(nil), week(&plan.Race{Date: monday + 9, Km: 5})
	for name, c := range map[string]struct {
		p               plan.Plan
		from, to, today diary.Date
		want            plan.RefusalCode
	}{
		"to the first Monday":          {free, 2, 0, 0, ""},
		"to the Sunday before it":      {free, 2, -1, -9, plan.OutOfPlan},
		"to the last Sunday":           {free, 2, 13, 0, ""},
		"to the Monday after it":       {free, 2, 14, 0, plan.OutOfPlan},
		"to today":                     {free, 4, 3, 3, ""},
		"to yesterday":                 {free, 4, 2, 3, plan.DayPast},
		"from yesterday":               {free, 2, 4, 3, plan.DayPast},
		"to itself":                    {free, 2, 2, 0, plan.SameDay},
		"from a day of rest":           {free, 3, 4, 0, plan.NothingThere},
		"beside the race":              {raced, 2, 8, 0, ""},
		"onto the race":                {raced, 2, 9, 0, plan.RaceMoves},
		"the race itself":              {raced, 9, 8, 0, plan.RaceMoves},
		"past the race":                {raced, 2, 10, 0, plan.OutOfPlan},
		"before the plan, in its time": {raced, 2, -3, -9, plan.OutOfPlan},
	} {
		now, err := c.p.Move(monday+c.from, monday+c.to, monday+c.today)
		if got := code(t, err); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
		if c.want == "" && (now.On(monday+c.to).Km != 5 || now.Weeks[0].Km+now.Weeks[1].Km != 18) {
			t.Errorf("%s: %+v", name, now)
		}
	}
	free.Free([]diary.Date{monday + 1, monday + 2, monday + 3, monday + 9, monday + 10})
	if len(free.Sessions) != 4 || free.Sessions[1].Date != monday+3 || free.Sessions[1].Kind != verdict.Rest {
		t.Errorf("only a day without a session, inside the plan, is rest by name: %+v", free.Sessions)
	}
}
