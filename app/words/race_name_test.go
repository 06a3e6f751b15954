package words

import (
	"strings"
	"testing"

	"rebound/engine"
	"rebound/engine/coach"
	"rebound/engine/plan"
	"rebound/engine/rule"
	"rebound/engine/verdict"
)

// A race with a name goes by it wherever it is named, as text, and beside its distance
// where that is said; without one it goes by its distance.
func TestARaceGoesByItsName(t *testing.T) {
	for name, called := range map[string]string{"The <b>Lewes</b> Loop": "<b>Lewes</b> Loop", " ": "half marathon", "": "half marathon"} {
		race := plan.Race{Date: coachDay + 21, Km: 21.0975, Name: name, Minutes: 105}
		p := plan.Plan{Race: &race, Sessions: []plan.Session{{Date: race.Date, Session: verdict.Session{Kind: verdict.Race, Km: race.Km, Minutes: 110}}}}
		title, when := goalText(coach.Goal{Race: race, Days: 21}, Options{})
		if strings.TrimSpace(name) != "" && (title != name || when != "Half marathon on Sunday 5 April: 3 weeks to go") || strings.TrimSpace(name) == "" && (title != "Half marathon" || when != "Sunday 5 April: 3 weeks to go") {
			t.Errorf("%q: %q, %q", name, title, when)
		}
		says := map[string]string{
			"offer":    offer(&coach.Offer{Code: coach.OfferNotRun, Race: &race}, rule.Default(), Options{}).Text,
			"after it": planNote(plan.Note{Code: plan.Recovering, Race: race, Value: 3, Limit: 13}, Options{}),
			"race day": raceDay(engine.Report{Date: race.Date, Race: race, Action: verdict.Progress, Level: verdict.LevelGo}, rule.Default(), Options{}),
		}
		if strings.TrimSpace(name) != "" {
			says["calendar"] = Calendar(p, Options{}).Events[0].Summary
		}
		for where, text := range says {
			if !strings.Contains(text, called) || strings.Contains(text, "The the") || strings.Contains(text, "the The") {
				t.Errorf("%s: %q does not name %q", where, text, called)
			}
		}
	}
}

// A goal time is said with its pace, and what the best recent effort points to where there
// is one; and that nothing is trained by it. It is not said of a race that is past.
func TestGoalTime(t *testing.T) {
	g := coach.Goal{Race: plan.Race{Date: coachDay, Km: 21.0975, Minutes: 105}, Fit: 110}
	want := "Your goal: 1:45:00, 4:59 /km. Your best recent effort points to about 1:50:00. Your sessions go by what you run now, not by the goal."
	if got := aimText(g, Options{}); got != want {
		t.Errorf("%q", got)
	}
	g.Fit = 0
	if got := aimText(g, Options{Miles: true}); got != "Your goal: 1:45:00, 8:01 /mi. Your sessions go by what you run now, not by the goal." {
		t.Errorf("%q", got)
	}
	g.Days = -1
	if got := aimText(g, Options{}); got != "" {
		t.Errorf("past: %q", got)
	}
	g.Days, g.Minutes = 3, 0
	if got := aimText(g, Options{}); got != "" {
		t.Errorf("without a time: %q", got)
	}
}

// What became of a day is said with its reason, or its minutes.
func TestFitText(t *testing.T) {
	tempo := plan.Session{Session: verdict.Session{Kind: verdict.Tempo}}
	for want, f := range map[string]coach.Fit{
		"":                               {},
		"can't run on this day (travel)": {As: plan.LeftOut, Why: "travel"},
		"can't run on this day. There is nothing": {As: plan.LeftOut},
		"Easy running only on this day":           {As: plan.EasyOnly},
		"The tempo has moved":                     {As: plan.WentAway, Was: tempo},
		"Shortened to 40 min":                     {As: plan.CutShort, Limit: 40},
		"Moved here, in place of":                 {As: plan.CameHere},
	} {
		if got := fitText(f, true); !strings.Contains(got, want) || want == "" && got != "" {
			t.Errorf("%+v: %q", f, got)
		}
		if got := fitText(f, false); (got != "") != (f.As == plan.LeftOut) {
			t.Errorf("%+v of a session that is another one by now: %q", f, got)
		}
	}
}

// On the way back a run's pace is a limit, in the runner's unit; a run that was faster is
// named with both paces.
func TestSpeedOnTheWayBack(t *testing.T) {
	r := engine.Report{Date: coachDay}
	x := verdict.Reason{Code: verdict.FasterThanBefore, Value: 3.2, Limit: 2.8, Date: coachDay - 1}
	text, number, limit := reason(r, x, rule.Default(), Options{})
	if !strings.Contains(text, "averaged 5:13 /km") || !strings.Contains(text, "before the break, 5:57 /km") || number != "5:13 /km" || limit != "5:57 /km" {
		t.Errorf("%q %q %q", text, number, limit)
	}
	if got := (Options{Miles: true}).noFaster(2.8); got != "no faster than 9:35 /mi" {
		t.Errorf("%q", got)
	}
	d := coach.Day{DayPlan: verdict.DayPlan{Date: coachDay, After: verdict.Session{Kind: verdict.Easy, Minutes: 30}, Speed: 2.8}}
	if got := planDay(&d, r, rule.Default(), Options{}).Pace; got != "no faster than 5:57 /km" {
		t.Errorf("the day asks for %q", got)
	}
}
