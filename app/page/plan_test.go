package page

import (
	"slices"
	"strings"
	"testing"

	"rebound/app/wire"
	"rebound/engine/diary"
)

// following is a plan in a week that was cut, on the way back, with all there is
// to say.
func following() wire.PlanScreen {
	easy := wire.Session{Kind: "easy", Minutes: 50, Km: 8.7}
	s := wire.PlanScreen{
		Date: day, Goal: wire.PlanGoal{RaceDate: day + 91, RaceKm: 42.195, Days: []string{"tue", "thu", "sun"}, Long: "sun"},
		NowKm: 32, NowText: "From your diary: 32 km a week, the median of the last four.",
		Made: &wire.Plan{Notes: []string{"All of it is easy."}}, Race: "Marathon, Sunday 14 June: 13 weeks to go",
		Undo: "Moved intervals from Tue 17 Mar to Thu 19 Mar", Summary: "Two of the seven days are lighter.",
		Done: []wire.PlanDone{{Date: day - 1, Day: "Sat 14 Mar", Planned: "Rest", Done: "Easy run, 30 min", State: "extra", Text: "an extra run"}},
		Return: &wire.ReturnCard{DaysOff: 24, Stage: 2, Banner: "Day 6 of the first 21 back.", Lungs: "Your lungs are back before your tendons are.", Text: "Walk and run by turns.",
			Stages: []wire.RunStage{{Text: "1 min run, 1 min walk, 10 times", State: "done"}, {Text: "2 min run, 1 min walk, 8 times", State: "now", Note: "1 of 2 done"}, {Text: "30 min", State: "to_come"}},
			Loss:   &wire.Chart{Key: "loss", Title: "What the pause cost", Unit: "%", Summary: "About 8%.", Lines: []wire.Line{{Name: "VO2max", Points: strip(0, -2, -5, -8)}}}},
		Cycles: []wire.Cycle{
			{From: day - 56, To: day - 29, Stress: wire.CyclePart{State: "unknown", Text: "No load is known."}, Answer: "Not enough is known."},
			{From: day - 28, To: day - 1, Stress: wire.CyclePart{State: "yes", Text: "The load went up.", Number: "+18%"}, Response: wire.CyclePart{State: "yes", Text: "HRV fell."}, Adaptation: wire.CyclePart{State: "no", Text: "Not yet back."}, Answer: "Not yet."},
		},
		Forecast: &wire.Forecast{Text: "Four weeks from now fitness is 51 with the cut and 52 without.", Chart: wire.Chart{Key: "forecast", Title: "Fitness", Lines: []wire.Line{{Name: "Fitness", Points: strip(50, 51)}}}},
		Offer:    &wire.PlanOffer{Text: "A new plan from where you are now.", Goal: wire.PlanGoal{RaceDate: day + 91, RaceKm: 42.195}},
	}
	for i := range 7 {
		d := day + diary.Date(i)
		s.Days = append(s.Days, wire.PlanDay{Date: d, Day: d.Time().Format("Mon 2 Jan"), Before: easy, After: easy, Text: "Easy run, 50 min, 8.7 km", Target: "128 to 146 bpm",
			MoveTo: []wire.MoveTo{{Date: day + 3, Day: "Wed 18 Mar", Warn: "next to another hard session"}, {Date: day + 5, Day: "Fri 20 Mar"}}})
	}
	s.Days[0].Before, s.Days[0].Was = wire.Session{Kind: "intervals", Minutes: 62, Km: 12}, "Intervals, 62 min, 12.0 km"
	s.Days[0].Why, s.Days[0].Because, s.Days[0].Decline = []string{"HRV and resting heart rate drifted together."}, []string{"cut_week"}, "cut_week"
	s.Days[1].After, s.Days[1].Before, s.Days[1].Text, s.Days[1].Target, s.Days[1].MoveTo = wire.Session{Kind: "rest"}, wire.Session{Kind: "rest"}, "Rest", "", nil
	s.Days[2].Text, s.Days[2].Steps, s.Days[2].Workout = "Intervals, 62 min, 12.0 km", []string{"15 min easy", "6 times 3 min hard, 2 min easy"}, true
	s.Days[3].Kept, s.Days[3].Decline, s.Days[3].Deload = true, "hold_quality", true
	s.Days[6].NoRun = "The race stays on its day; with this pain, do not run it."
	ran := 31.5
	for i := range 14 {
		w := wire.BlockWeek{Start: day - 6 + diary.Date(7*i), Planned: 32 + float64(i), Long: 14, Deload: i%4 == 3, Taper: i > 11, Race: i == 13, Tune: i == 6, Now: i == 0, Text: "Week of 32 km."}
		if i == 0 {
			w.Done = &ran
		}
		s.Weeks = append(s.Weeks, w)
	}
	return s
}

// unplanned is what the form starts from.
func unplanned() wire.PlanScreen {
	return wire.PlanScreen{Date: day, NowKm: 32, NowText: "From your diary: 32 km a week.", Goal: wire.PlanGoal{Days: []string{"tue", "thu", "sun"}}}
}

func planViews() map[string]*view {
	all := map[string]*view{}
	set := func(name string, s *wire.PlanScreen, change func(v *view)) {
		v := at(screenPlan)
		if s != nil {
			v.plan = showPlan(*s, nil)
			v.draft = startDraft(*s)
		}
		if change != nil {
			change(v)
		}
		all[name] = v
	}
	with, without := following(), unplanned()
	set("plan-waiting", nil, nil)
	set("plan", &with, func(v *view) { v.moving, v.canShare = day+2, true; v.plan.open["block"] = true })
	set("plan-keeping", &with, func(v *view) { v.keeping, v.state.Units = day, "mi" })
	set("plan-goal", &without, func(v *view) { v.draft.kind, v.draft.wrong = "half", faults{idRaceDate: "Choose the day of the race."} })
	set("plan-change", &with, func(v *view) { v.route.part = partGoal; v.preview = showPlan(with, nil) })
	return all
}

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
		d := startDraft(unplanned())
		d.kind, d.long, d.typed = c.kind, c.long, true
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
	d := startDraft(wire.PlanScreen{Goal: was, NowKm: 32})
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

// What was changed says so without colour, and can be kept.
func TestDayCards(t *testing.T) {
	root := parse(t, shell(planViews()["plan"], &acts{}))
	var cards []*node
	for _, li := range root.find("li") {
		if li.attrs["data-date"] != "" {
			cards = append(cards, li)
		}
	}
	if len(cards) != 7 {
		t.Fatalf("%d day cards", len(cards))
	}
	says := cards[0].says()
	for _, want := range []string{"Instead of", "Intervals, 62 min, 12.0 km", "Easy run", "HRV and resting heart rate drifted together.", "Keep the original", "Move"} {
		if !strings.Contains(says, want) {
			t.Errorf("the changed day does not say %q: %s", want, says)
		}
	}
	if strings.Contains(cards[1].says(), "Move") {
		t.Error("rest can be moved")
	}
	if says := cards[3].says(); !strings.Contains(says, "You kept the original") || strings.Contains(says, "Keep the original") {
		t.Errorf("the kept day says %s", says)
	}
	to := ""
	for _, b := range cards[2].find("button") {
		if b.attrs["class"] == "move" {
			to = b.attrs["data-to"]
		}
	}
	if to != "2026-03-18 2026-03-20" {
		t.Errorf("the session can be dragged to %q", to)
	}
}

// A mark that the block does not have is not explained.
func TestBlockLegend(t *testing.T) {
	says := func(change func(w *wire.BlockWeek)) string {
		s := following()
		for i := range s.Weeks {
			change(&s.Weeks[i])
		}
		return parse(t, blockLegend(s.Weeks)).says()
	}
	if got, want := says(func(*wire.BlockWeek) {}), "planned run step-back week taper or recovery race race on the way this week"; got != want {
		t.Errorf("the legend says %q, want %q", got, want)
	}
	if got, want := says(func(w *wire.BlockWeek) { *w = wire.BlockWeek{Planned: 30, Recovery: true} }), "taper or recovery"; got != want {
		t.Errorf("of easy weeks the legend says %q, want %q", got, want)
	}
}

// Where Today's week comes from is not guessed, and what was declined long ago is
// not offered back.
func TestTodaysWeek(t *testing.T) {
	for name, c := range map[string]struct {
		change         func(a *wire.Assessment)
		says, saysNone string
	}{
		"no plan":             {func(a *wire.Assessment) {}, "From your usual week", "From your plan"},
		"a plan":              {func(a *wire.Assessment) { a.PlanAfter = &wire.Plan{} }, "From your plan.", "usual week"},
		"a pause":             {func(a *wire.Assessment) { a.Action = "return_to_run" }, "See the way back", "From your usual week"},
		"a cut":               {func(a *wire.Assessment) {}, "Keep the original", "You kept"},
		"kept":                {func(a *wire.Assessment) { a.Reasons = []wire.Reason{{Code: "cut_week_declined"}} }, "You kept the original.", "Keep the original"},
		"kept long ago":       {func(a *wire.Assessment) { a.Reasons = []wire.Reason{{Code: "declined"}, {Code: "cuts_declined"}} }, "Keep the original", "You kept"},
		"a race with a fever": {func(a *wire.Assessment) { a.Week[0].NoRun = "Do not run it: the fever." }, "Do not run it", "You kept"},
	} {
		v := at(screenToday)
		c.change(v.now)
		got := parse(t, box("of", sessionCard(v, &acts{}, v.now))).says()
		if !strings.Contains(got, c.says) || strings.Contains(got, c.saysNone) {
			t.Errorf("%s: the card says %s", name, got)
		}
	}
}

// The block's slider says the week in words, within the block.
func TestBlockSlider(t *testing.T) {
	for _, at := range []int{-3, 0, 5, 99} {
		v := planViews()["plan"]
		v.week = at
		for _, in := range parse(t, shell(v, &acts{})).find("input") {
			if in.attrs["type"] != "range" {
				continue
			}
			if in.attrs["aria-valuetext"] == "" || in.attrs["max"] != "13" || strings.HasPrefix(in.attrs["value"], "-") || len(in.attrs["value"]) > 2 || in.attrs["value"] == "99" {
				t.Errorf("week %d: the slider is %v", at, in.attrs)
			}
		}
	}
}

// A plan that is over has no days to show or take along; its block stands at its
// last week.
func TestPlanThatIsOver(t *testing.T) {
	v := planViews()["plan"]
	v.plan.Days = nil
	says := parse(t, shell(v, &acts{})).says()
	for _, none := range []string{"The coming seven days", "The week on paper"} {
		if strings.Contains(says, none) {
			t.Errorf("without days the screen still says %q", none)
		}
	}
	weeks := []wire.BlockWeek{{Start: day}, {Start: day + 7}, {Start: day + 14}}
	for today, want := range map[diary.Date]int{day - 3: 0, day + 40: 2} {
		if got := nowWeek(weeks, today); got != want {
			t.Errorf("on day %+d the week is %d, want %d", today-day, got, want)
		}
	}
}
