package page

import (
	"slices"
	"strings"
	"testing"

	"rebound/app/page/outline"
	"rebound/app/page/plan"
	"rebound/app/page/ui"
	"rebound/app/wire"
	"rebound/engine/diary"
)

// following is a plan in a week that was cut, returning to running, with all there is
// to say.
func following() wire.PlanScreen {
	easy := wire.Session{Kind: "easy", Minutes: 50, Km: 8.7}
	s := wire.PlanScreen{
		Date: day, Goal: wire.PlanGoal{RaceDate: day + 91, RaceKm: 42.195, Days: []string{"tue", "thu", "sun"}, Long: "sun"},
		NowKm: 32, NowText: "You have been running about 32 km a week on 4 days lately.",
		Made: &wire.Plan{Notes: []string{"All of it is easy."}}, Title: "Marathon", When: "Sunday 14 June: 13 weeks to go", Paused: "After three weeks off, your return to running begins with run-walk sessions.",
		Undo: "Moved intervals from Tue 17 Mar to Thu 19 Mar", Summary: "Two of the seven days are lighter.",
		Done: []wire.PlanDone{{Date: day - 1, Day: "Sat 14 Mar", Planned: "Rest", Done: "Easy run, 30 min", State: "extra", Text: "an extra run"}},
		Return: &wire.ReturnCard{DaysOff: 24, Stage: 2, Banner: "Day 6 of the first 21 back.", Lungs: "Your lungs are back before your tendons are.", Text: "Run and walk in turn.",
			Stages: []wire.RunStage{{Text: "1 min run, 1 min walk, 10 times", State: "done"}, {Text: "2 min run, 1 min walk, 8 times", State: "now", Note: "1 of 2 done"}, {Text: "30 min", State: "to_come"}},
			Loss:   &wire.Chart{Key: "loss", Title: "VO2max lost in days off", Unit: "%", Summary: "About 8%.", Lines: []wire.Line{{Name: "Estimate from a study", Points: strip(0, -2, -5, -8)}}}},
		Cycles: []wire.Cycle{
			{From: day - 56, To: day - 29, Stress: wire.CyclePart{State: "unknown", Text: "No load is known."}, Short: "too early to say", Answer: "Not enough is known."},
			{From: day - 28, To: day - 1, Stress: wire.CyclePart{State: "yes", Text: "The load went up.", Number: "+18%"}, Response: wire.CyclePart{State: "yes", Text: "HRV fell."}, Adaptation: wire.CyclePart{State: "no", Text: "Not yet back."}, Short: "not yet", Answer: "Not yet."},
		},
		Forecast: &wire.Forecast{Text: "Four weeks from now your fitness would be 51 with the lighter week, 52 as planned.", Chart: wire.Chart{Key: "forecast", Title: "Fitness", Lines: []wire.Line{{Name: "Fitness", Points: strip(50, 51)}}}},
		Offer:    &wire.PlanOffer{Text: "A new plan from where you are now.", Goal: wire.PlanGoal{RaceDate: day + 91, RaceKm: 42.195}},
	}
	for i := range 7 {
		d := day + diary.Date(i)
		s.Days = append(s.Days, wire.PlanDay{Date: d, Day: d.Time().Format("Mon 2 Jan"), Before: easy, After: easy, Name: "Easy run", Amount: "50 min, 8.7 km", Heart: "128 to 146 bpm",
			MoveTo: []wire.MoveTo{{Date: day + 3, Day: "Wed 18 Mar", Warn: "next to another hard session"}, {Date: day + 5, Day: "Fri 20 Mar"}}})
	}
	s.Days[0].Before, s.Days[0].Was = wire.Session{Kind: "intervals", Minutes: 62, Km: 12}, "Intervals, 62 min, 12.0 km"
	s.Days[0].Why, s.Days[0].Because, s.Days[0].Declinable = []string{"HRV and resting heart rate were off together."}, []string{"cut_week"}, "cut_week"
	s.Days[1].After, s.Days[1].Before, s.Days[1].Name, s.Days[1].Amount, s.Days[1].Heart, s.Days[1].MoveTo = wire.Session{Kind: "rest"}, wire.Session{Kind: "rest"}, "Rest", "", "", nil
	s.Days[2].Name, s.Days[2].Amount, s.Days[2].Steps, s.Days[2].Workout = "Intervals", "62 min, 12.0 km", []string{"15 min easy", "6 times 3 min hard, 2 min easy"}, true
	s.Days[3].Declined, s.Days[3].Deload = "hold_quality", true
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
	return wire.PlanScreen{Date: day, NowKm: 32, NowText: "You have been running about 32 km a week lately.", Paused: "After three weeks off, your return to running begins with run-walk sessions.", Goal: wire.PlanGoal{Days: []string{"tue", "thu", "sun"}}}
}

func planViews() map[string]*view {
	all := map[string]*view{}
	set := func(name, part string, s *wire.PlanScreen, change func(v *view)) {
		v := at(ui.ScreenPlan, part)
		if s != nil {
			v.answers[wire.OpPlan] = *s
			v.asked()
		}
		if change != nil {
			change(v)
		}
		all[name] = v
	}
	with, without := following(), unplanned()
	set("plan-waiting", "", nil, nil)
	set("plan", "", &with, func(v *view) { v.plan.Moving, v.plan.CanShare = day+2, true; v.plan.Plan.Open["block"] = true })
	set("plan-keeping", "", &with, func(v *view) { v.plan.Decline.Asking, v.page.State.Units = day, "mi" })
	set("plan-goal", "", &without, func(v *view) {
		v.plan.Draft.Kind, v.plan.Draft.Wrong = "half", ui.Faults{"goal-date": "Choose the day of the race."}
	})
	set("plan-change", "goal", &with, func(v *view) { v.plan.Preview = plan.Show(with, nil) })
	return all
}

// Days that are not decided yet are what was planned, and what they depend on stands once,
// before the first of them: they are no changes, of which each would be a warning.
func TestOpenDays(t *testing.T) {
	const until = "Not decided yet: it depends on how your left calf is on Thursday. Until then, this is what was planned."
	s := following()
	for i := 2; i < 7; i++ {
		s.Days[i].Open, s.Days[i].After, s.Days[i].Why = true, wire.Session{Kind: "rest"}, []string{until}
	}
	v := at(ui.ScreenPlan, "")
	v.answers[wire.OpPlan] = s
	v.asked()
	root := outline.Parse(t, v.draw())
	if n := strings.Count(root.Says(), until); n != 1 {
		t.Errorf("what they depend on is said %d times", n)
	}
	days := slices.DeleteFunc(root.Find("li"), func(li *outline.Node) bool { return li.Attrs["data-date"] == "" })
	for i, li := range days[2:] {
		says := li.Says()
		if strings.HasPrefix(says, until) != (i == 0) || !strings.Contains(says, "not decided yet; planned: ") || !strings.Contains(says, "Easy run") && !strings.Contains(says, "Intervals") ||
			strings.Contains(says, "Instead of") || slices.Contains(strings.Fields(li.Attrs["class"]), "changed") || len(li.Find("s")) > 0 {
			t.Errorf("an open day: %v, %s", li.Attrs, says)
		}
	}
	if says := days[0].Says(); !strings.Contains(says, "Instead of") {
		t.Errorf("a changed day: %s", says)
	}
}

// What was changed says so without colour, and can be kept.
func TestDayCards(t *testing.T) {
	root := outline.Parse(t, planViews()["plan"].draw())
	var cards []*outline.Node
	for _, li := range root.Find("li") {
		if li.Attrs["data-date"] != "" {
			cards = append(cards, li)
		}
	}
	if len(cards) != 7 {
		t.Fatalf("%d day cards", len(cards))
	}
	says := cards[0].Says()
	for _, want := range []string{"Instead of", "Intervals, 62 min, 12.0 km", "Easy run", "HRV and resting heart rate were off together.", "Keep my original week", "Move"} {
		if !strings.Contains(says, want) {
			t.Errorf("the changed day does not say %q: %s", want, says)
		}
	}
	if strings.Contains(cards[1].Says(), "Move") {
		t.Error("rest can be moved")
	}
	if says := cards[3].Says(); !strings.Contains(says, "You declined the change") || strings.Contains(says, "Keep my original week") {
		t.Errorf("the kept day says %s", says)
	}
	to := ""
	for _, b := range cards[2].Find("button") {
		if b.Attrs["class"] == "move" {
			to = b.Attrs["data-to"]
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
		v := at(ui.ScreenPlan, "")
		v.answers[wire.OpPlan] = s
		return part(t, v.asked(), "block", "legend").Says()
	}
	if got, want := says(func(*wire.BlockWeek) {}), "planned run step-back week taper or recovery race tune-up race this week"; got != want {
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
		"no plan":           {func(a *wire.Assessment) {}, "Your usual week", "From your plan"},
		"a plan":            {func(a *wire.Assessment) { a.WeekFrom = "plan" }, "From your plan.", "usual week"},
		"a plan that ended": {func(a *wire.Assessment) { a.PlanAfter, a.WeekFrom, a.Offer = nil, "after_race", "The marathon is run." }, "Back up to your usual week, day by day.", "your plan"},
		"a later day": {func(a *wire.Assessment) {
			a.Week[0].After, a.Week[0].Declinable, a.Week[2].Declinable = a.Week[0].Before, "", "cut_week"
		}, "Keep my original week", "Instead of"},
		"an open day":         {func(a *wire.Assessment) { a.Week[2].Open = true }, "Tuesday: not decided yet", "You declined"},
		"three reasons":       {func(a *wire.Assessment) { a.Week[0].Because = []string{"stop", "cut_week", "session_spike"} }, "· no running now", "the lighter week"},
		"a pause":             {func(a *wire.Assessment) { a.WeekFrom = "return_to_run" }, "See your return to running", "Your usual week"},
		"a cut":               {func(a *wire.Assessment) {}, "Keep my original week", "You declined"},
		"kept":                {func(a *wire.Assessment) { a.Declined = "cut_week" }, "You declined the change.", "Keep my original"},
		"kept long ago":       {func(a *wire.Assessment) { a.Reasons = []wire.Reason{{Code: "declined"}, {Code: "cuts_declined"}} }, "Keep my original week", "You declined"},
		"a race with a fever": {func(a *wire.Assessment) { a.Week[0].NoRun = "Do not run it: the fever." }, "Do not run it", "You declined"},
	} {
		v := at(ui.ScreenToday, "")
		c.change(v.page.Now)
		got := part(t, v, "card session").Says()
		if !strings.Contains(got, c.says) || strings.Contains(got, c.saysNone) {
			t.Errorf("%s: the card says %s", name, got)
		}
	}
}

// The block's slider says the week in words, within the block.
func TestBlockSlider(t *testing.T) {
	for _, at := range []int{-3, 0, 5, 99} {
		v := planViews()["plan"]
		v.plan.Week = at
		for _, in := range outline.Parse(t, v.draw()).Find("input") {
			if in.Attrs["type"] != "range" || in.Up.Attrs["class"] == "reader" { // a chart's is web/boot/reading.js's own
				continue
			}
			if in.Attrs["aria-valuetext"] == "" || in.Attrs["max"] != "13" || strings.HasPrefix(in.Attrs["value"], "-") || len(in.Attrs["value"]) > 2 || in.Attrs["value"] == "99" {
				t.Errorf("week %d: the slider is %v", at, in.Attrs)
			}
		}
	}
}

// A plan that is over has no days to show or take along; nor.
func TestPlanThatIsOver(t *testing.T) {
	v := planViews()["plan"]
	v.plan.Plan.Days = nil
	says := outline.Parse(t, v.draw()).Says()
	for _, none := range []string{"The next seven days", "The week on paper"} {
		if strings.Contains(says, none) {
			t.Errorf("without days the screen still says %q", none)
		}
	}
}

// part is the element of a class within that of another, and so on.
func part(t *testing.T, v *view, classes ...string) *outline.Node {
	t.Helper()
	at := outline.Parse(t, v.draw())
	for _, class := range classes {
		i := slices.IndexFunc(at.All(), func(n *outline.Node) bool { return n.Attrs["class"] == class })
		if i < 0 {
			t.Fatalf("nothing is a %s", class)
		}
		at = at.All()[i]
	}
	return at
}
