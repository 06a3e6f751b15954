package plan

import (
	"slices"
	"testing"
	"time"

	"rebound/app/wire"
	"rebound/engine/diary"
)

var day = diary.DateOf(2026, time.March, 15)

func TestGoalDraftReads(t *testing.T) {
	good := typedGoal{date: (day + 90).String()}
	for name, c := range map[string]struct {
		kind, long string
		miles      bool
		typed      typedGoal
		bad        string // the control that is wrong
		want       func(g wire.PlanGoal) bool
	}{
		"a half":            {kind: "half", typed: good, want: func(g wire.PlanGoal) bool { return g.RaceKm == 21.0975 && g.RaceDate == day+90 && g.WeeklyKm == nil }},
		"no race":           {kind: noRace, typed: typedGoal{date: "nonsense"}, want: func(g wire.PlanGoal) bool { return g.RaceKm == 0 && g.RaceDate == 0 }},
		"the days":          {kind: noRace, want: func(g wire.PlanGoal) bool { return slices.Equal(g.Days, []string{"tue", "thu", "sun"}) }},
		"a comma, in miles": {kind: otherKind, miles: true, typed: typedGoal{date: good.date, distance: "6,2"}, want: func(g wire.PlanGoal) bool { return near(g.RaceKm, 9.978) }},
		"a week in miles":   {kind: noRace, miles: true, typed: typedGoal{weekly: "20"}, want: func(g wire.PlanGoal) bool { return near(*g.WeeklyKm, 32.187) }},
		"a tune-up": {kind: "5", typed: typedGoal{date: good.date, tuneDates: [tunes]string{"", (day + 40).String()}, tuneKm: [tunes]string{"", "10"}}, want: func(g wire.PlanGoal) bool {
			return len(g.Tune) == 1 && g.Tune[0] == (wire.Race{Date: day + 40, Km: 10})
		}},
		"no day":             {kind: "5", bad: idRaceDate},
		"a past day":         {kind: "5", typed: typedGoal{date: (day - 1).String()}, bad: idRaceDate},
		"no distance":        {kind: otherKind, typed: good, bad: idDistance},
		"a distance of 0":    {kind: otherKind, typed: typedGoal{date: good.date, distance: "0"}, bad: idDistance},
		"not a number":       {kind: otherKind, typed: typedGoal{date: good.date, distance: "NaN"}, bad: idDistance},
		"a tune-up, no day":  {kind: "5", typed: typedGoal{date: good.date, tuneKm: [tunes]string{"10"}}, bad: idTuneDate(0)},
		"a tune-up, no km":   {kind: "5", typed: typedGoal{date: good.date, tuneDates: [tunes]string{good.date}}, bad: idTuneKm(0)},
		"long on a free day": {kind: noRace, long: "mon", bad: idLong},
		"a pause":            {kind: noRace, typed: typedGoal{lastRun: (day - 30).String()}, want: func(g wire.PlanGoal) bool { return g.LastRun == day-30 }},
		"a pause to come":    {kind: noRace, typed: typedGoal{lastRun: (day + 1).String()}, bad: idLastRun},
		"a week in words":    {kind: noRace, typed: typedGoal{weekly: "a lot"}, bad: idWeekly},
	} {
		d := StartDraft(unplanned())
		d.Kind, d.long, d.typed = c.kind, c.long, true
		g, wrong := d.read(c.typed, day, c.miles)
		if got := firstWrong(wrong); got != c.bad {
			t.Errorf("%s: wrong is %v, want %q first", name, wrong, c.bad)
		} else if c.want != nil && !c.want(g) {
			t.Errorf("%s: read as %+v", name, g)
		}
	}
}

// A goal that is opened for a change comes back as it was.
func TestGoalDraftKeepsTheGoal(t *testing.T) {
	weekly := 40.0
	was := wire.PlanGoal{RaceDate: day + 91, RaceKm: 12, Days: []string{"mon", "sat"}, Long: "sat", PerWeek: 2, WeeklyKm: &weekly, Tune: []wire.Race{{Date: day + 30, Km: 5}}}
	d := StartDraft(wire.PlanScreen{Goal: was, NowKm: 32})
	typed := typedGoal{distance: d.customText(false), date: was.RaceDate.String(), weekly: d.weeklyText(false)}
	typed.tuneDates[0], typed.tuneKm[0] = was.Tune[0].Date.String(), kmText(was.Tune[0].Km, false)
	got, wrong := d.read(typed, day, false)
	if wrong != nil {
		t.Fatal(wrong)
	}
	if got.RaceKm != 12 || got.RaceDate != was.RaceDate || !slices.Equal(got.Days, was.Days) || got.Long != "sat" || *got.WeeklyKm != 40 || !slices.Equal(got.Tune, was.Tune) || got.PerWeek != 2 {
		t.Errorf("%+v became %+v", was, got)
	}
}

// unplanned is what the form starts from.
func unplanned() wire.PlanScreen {
	return wire.PlanScreen{Date: day, NowKm: 32, NowText: "You have been running about 32 km a week lately.", Goal: wire.PlanGoal{Days: []string{"tue", "thu", "sun"}}}
}

// The block opens at the week of today; of a plan that is over at its last.
func TestNowWeek(t *testing.T) {
	weeks := []wire.BlockWeek{{Start: day}, {Start: day + 7}, {Start: day + 14}}
	for today, want := range map[diary.Date]int{day - 3: 0, day + 40: 2} {
		if got := nowWeek(weeks, today); got != want {
			t.Errorf("on day %+d the week is %d, want %d", today-day, got, want)
		}
	}
}
