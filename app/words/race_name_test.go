package words

import (
	"strings"
	"testing"

	"rebound/app/unit"
	"rebound/engine"
	"rebound/engine/body"
	"rebound/engine/coach"
	"rebound/engine/diary"
	"rebound/engine/plan"
	"rebound/engine/rule"
	"rebound/engine/verdict"
)

// A race with a name goes by it wherever it is named, as text, and beside its distance
// where that is said; without one it goes by its distance.
func TestARaceGoesByItsName(t *testing.T) {
	named := func(name string) bool { return strings.TrimSpace(name) != "" }
	for name, called := range map[string]string{"The <b>Lewes</b> Loop": "<b>Lewes</b> Loop", "My first half": "first half", "מרוץ תל אביב": "\u2068מרוץ תל אביב\u2069", " ": "half marathon", "": "half marathon"} {
		race := plan.Race{Date: coachDay + 21, Km: 21.0975, Name: name, Minutes: 105}
		p := plan.Plan{Race: &race, Sessions: []plan.Session{{Date: race.Date, Session: verdict.Session{Kind: verdict.Race, Km: race.Km, Minutes: 110}}}}
		title, when := goalText(coach.Goal{Race: race, Days: 21}, Options{})
		if named(name) && (title != unit.Own(name) || when != "Half marathon on Sunday 5 April: 3 weeks to go") || !named(name) && (title != "Half marathon" || when != "Sunday 5 April: 3 weeks to go") {
			t.Errorf("%q: %q, %q", name, title, when)
		}
		says := map[string]string{
			"offer":    offer(&coach.Offer{Code: coach.OfferNotRun, Race: &race}, rule.Default(), Options{}).Text,
			"after it": planNote(plan.Note{Code: plan.Recovering, Race: race, Value: 3, Limit: 13}, Options{}),
			"ran it":   racedWhat(&verdict.Raced{Date: race.Date, Name: name, Km: race.Km, Planned: race.Km, Ran: true, Full: true}, Options{}),
			"ran some": racedWhat(&verdict.Raced{Date: race.Date, Name: name, Km: 15, Planned: race.Km, Ran: true}, Options{}),
			"it was":   racedWhat(&verdict.Raced{Date: race.Date, Name: name, Km: race.Km, Planned: race.Km}, Options{}),
			"race day": raceDay(engine.Report{Date: race.Date, Race: race, Action: verdict.Progress, Level: verdict.LevelGo}, rule.Default(), Options{}),
		}
		stands := verdict.Reason{Code: verdict.RaceStands, Date: race.Date, Note: string(verdict.Modify)}
		mark := mark(&coach.Mark{Date: race.Date, Code: coach.MarkRace, Name: name})
		week := blockWeek(0, 1, &coach.Week{Race: true}, &race, Options{}).Text
		if named(name) {
			if got := Calendar(p, Options{}).Events[0].Summary; got != name+", 21.1 km" {
				t.Errorf("the calendar says %q", got)
			}
			says["too near"] = planNote(plan.Note{Code: plan.RaceNear, Race: race, Value: 9}, Options{})
			says["a day off"] = planNote(plan.Note{Code: plan.RaceOff, Race: race}, Options{})
			says["afterwards"] = planNote(plan.Note{Code: plan.AfterRace, Race: race, Value: 13}, Options{})
			says["stands"], _, _, _ = returnReason(engine.Report{Plan: &p}, stands, rule.Default(), Options{})
			says["week"] = week
			if mark.Text != name {
				t.Errorf("its mark says %q", mark.Text)
			}
		} else if mark.Text != "race" || !strings.HasSuffix(week, ", race") {
			t.Errorf("without a name: %q, %q", mark.Text, week)
		}
		for where, text := range says {
			if !strings.Contains(text, called) || strings.Contains(text, "The the") || strings.Contains(text, "the The") || strings.Contains(text, "he My") {
				t.Errorf("%s: %q does not name %q", where, text, called)
			}
		}
	}
}

// In a day's line a race goes by its name; what it was planned to take stays beside it.
func TestARacesDay(t *testing.T) {
	race := plan.Race{Date: coachDay, Km: 10, Name: "Loop"}
	s := verdict.Session{Kind: verdict.Race, Minutes: 50, Km: 10}
	for want, c := range map[string]struct {
		on   diary.Date
		race *plan.Race
		kind verdict.SessionKind
	}{
		"Loop, 50 min, 10.0 km":     {coachDay, &race, verdict.Race},
		"Race, 50 min, 10.0 km":     {coachDay + 1, &race, verdict.Race}, // another one
		"Easy run, 50 min, 10.0 km": {coachDay, &race, verdict.Easy},
	} {
		s.Kind = c.kind
		if got := (Options{}).dayOf(c.on, plan.Session{Session: s}, &plan.Plan{Race: c.race}); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	s.Kind = verdict.Race
	if got := (Options{}).dayOf(coachDay, plan.Session{Session: s}, nil); got != "Race, 50 min, 10.0 km" {
		t.Errorf("without a plan: %q", got)
	}
}

// A name is one line of text, and one that runs from right to left turns nothing round
// but itself.
func TestARacesNameIsText(t *testing.T) {
	for name, want := range map[string]string{
		"Loop\u2069\u202e\u2068 10": "Loop 10", "a\nb\u2028c\x1b[31m": "abc[31m", "ברלין": "\u2068ברלין\u2069", "\u200b ": "", "": "",
	} {
		if got := raceCalled(name); got != want {
			t.Errorf("%q becomes %q, want %q", name, got, want)
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
		if got := fitText(f); !strings.Contains(got, want) || want == "" && got != "" {
			t.Errorf("%+v: %q", f, got)
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

// After a race that ends the plan a day is easy or off, and no run is offered while
// something rules running out.
func TestAfterTheLastRace(t *testing.T) {
	d := coach.Day{DayPlan: verdict.DayPlan{Date: coachDay}, Ended: true}
	for running, want := range map[body.Running]string{body.AsPlanned: "an easy run or a day off", body.None: "once nothing rules out running"} {
		r := engine.Report{Date: coachDay}
		r.Body.Running = running
		if got := planDay(&d, r, rule.Default(), Options{}).Why; len(got) != 1 || !strings.Contains(got[0], want) {
			t.Errorf("running %v: %q", running, got)
		}
	}
}
