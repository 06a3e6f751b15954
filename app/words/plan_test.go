package words

import (
	"encoding/json"
	"os"
	"reflect"
	"strings"
	"testing"
	"time"

	"rebound/engine"
	"rebound/engine/coach"
	"rebound/engine/diary"
	"rebound/engine/plan"
	"rebound/engine/rule"
	"rebound/engine/verdict"
)

// TestRecorded: what the page and the command line are given is the plan's own
// JSON, with sentences where that has codes, and reads back as the plan that it was.
func TestRecorded(t *testing.T) {
	r := rule.Default()
	start := diary.DateOf(2026, time.February, 4)
	goal := plan.Goal{Start: start, Race: &plan.Race{Date: start + 39, Km: 42.195}, Now: plan.Shape{Weekly: 15, VDOT: 40}}
	p, err := plan.Make(goal, &r)
	if err != nil {
		t.Fatal(err)
	}
	made := plan.Record{Plan: p, Goal: &plan.Wish{RaceDate: start + 39, RaceKm: 42.195, Start: start, Days: []string{"mon"}, Tune: []plan.Race{{Date: 1, Km: 2}}},
		Changes: []plan.Swap{{From: start, To: start + 1}}}
	text, err := json.Marshal(Recorded(made, Options{}))
	if err != nil {
		t.Fatal(err)
	}
	got, err := plan.Decode(text)
	if err != nil {
		t.Fatal(err)
	}
	if len(got.Notes) != len(p.Notes) || got.Notes[0].Text != planNote(p.Notes[0], Options{}) {
		t.Errorf("notes %+v", got.Notes)
	}
	got.Notes = p.Notes
	if !reflect.DeepEqual(got, made) {
		t.Errorf("got %+v\nwant %+v", got, made)
	}
	made.Notes = nil
	if text, _ := json.Marshal(Recorded(made, Options{})); string(text) != made.Encode() {
		t.Errorf("the page has\n%s, kept is\n%s", text, made.Encode())
	}
	if g := *made.Goal; !reflect.DeepEqual(Wish(goalOf(g)), g) {
		t.Errorf("%+v", Wish(goalOf(g)))
	}
}

// TestWalkRunInWords: a walk-run's steps are told and read back.
func TestWalkRunInWords(t *testing.T) {
	e := engine.New(diary.Build(nil, nil), rule.Default())
	made, err := coach.Make(e, plan.Wish{RaceDate: coachDay + 130, RaceKm: 10}, coachDay+1)
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, s := range made.Sessions {
		if w, ok := made.Workout(s); ok && s.Stage.Times > 0 {
			seen[strings.Join(Options{}.steps(w), "\n")] = true
		}
	}
	for _, want := range []string{"14 x (1 min run, 1 min walk)", "10 x (2 min run, 1 min walk)", "4 x (9 min run, 1 min walk)"} {
		if !seen[want] {
			t.Errorf("no session of %s: %v", want, seen)
		}
	}
}

// TestEveryNoteIsASentence with its numbers, in the runner's units.
func TestEveryNoteIsASentence(t *testing.T) {
	race := plan.Race{Date: diary.DateOf(2026, time.March, 8), Km: 42.195}
	for want, n := range map[string]plan.Note{
		"There is not enough time to build up to a marathon on 8 March 2026: your longest run can grow to 5.0 mi by then, and should reach 18.0 mi. This plan goes no faster than its rules allow. It is enough for a 10 km race on that day. There is time enough for a marathon from 19 July 2026 on.": {Code: plan.TooSoon,
			Value: 8.04672, Limit: 28.968, Race: race, SafeKm: 10, SafeOn: diary.DateOf(2026, time.July, 19)},
		"Even two years would not be enough":                               {Code: plan.TooSoon, Race: race},
		"The race is on 8 March 2026":                                      {Code: plan.RaceNear, Value: 1, Race: race},
		"The race is 9 days away":                                          {Code: plan.RaceNear, Value: 9, Race: race},
		"124.3 mi a week is more than most bodies":                         {Code: plan.VolumeHigh, Value: 200},
		"so the plan has 62.1 mi":                                          {Code: plan.VolumeLost, Value: 200, Limit: 100},
		"the first week is 4.7 mi":                                         {Code: plan.FromNothing, Value: 7.5},
		"fewer than three runs a week":                                     {Code: plan.AllEasy, Value: 2, Limit: 15},
		"once a week reaches 9.3 mi":                                       {Code: plan.AllEasy, Value: 3, Limit: 15},
		"worked out at 10:28 /mi":                                          {Code: plan.GuessedPace, Value: 6.5},
		"26 days easy or off":                                              {Code: plan.AfterRace, Value: 26, Race: race},
		"The half marathon on 8 March 2026 stays on its day":               {Code: plan.OnTheWay, Value: 13, Race: plan.Race{Date: race.Date, Km: 21.0975}},
		"7 days off, then easy runs that get longer again, 26 days in all": {Code: plan.Recovering, Value: 7, Limit: 26, Race: race},
		"as it was written":                                                {Code: plan.Written, Text: "as it was written"},
	} {
		got := planNote(n, Options{Miles: true})
		if !strings.Contains(got, want) || strings.Contains(got, "%!") {
			t.Errorf("%s: %q, want %q", n.Code, got, want)
		}
	}
}

func TestCalendar(t *testing.T) {
	r := rule.Default()
	start := diary.DateOf(2026, time.February, 2)
	goal := plan.Goal{Start: start, Now: plan.Shape{Weekly: 50, VDOT: 48}}
	p, err := plan.Make(goal, &r)
	if err != nil {
		t.Fatal(err)
	}
	c := Calendar(p, Options{})
	if len(c.Events) != len(p.Sessions) {
		t.Fatalf("%d events of %d sessions", len(c.Events), len(p.Sessions))
	}
	seen := map[string]bool{}
	hard := 0
	for i, e := range c.Events {
		if seen[e.UID] || e.Date != p.Sessions[i].Date {
			t.Errorf("%+v", e)
		}
		seen[e.UID] = true
		if p.Sessions[i].Hard {
			hard++
			if !strings.Contains(e.Details, "min warm-up\n") || !strings.Contains(e.Details, "hard at ") {
				t.Errorf("details %q", e.Details)
			}
		}
	}
	if hard == 0 {
		t.Error("no hard session was looked at")
	}
	// A day that a move frees is said to be free, under its name.
	moved, err := p.Move(start+1, start+2, start)
	if err != nil {
		t.Fatal(err)
	}
	if moved, err = moved.Move(start+2, start, start); err != nil { // to a Monday, which had nothing
		t.Fatal(err)
	}
	freed := Calendar(moved, Options{})
	if len(freed.Events) != len(p.Sessions)+1 || freed.Events[2].Summary != "Rest" || freed.Events[2].UID != (start+2).String()+"@plan.rebound" {
		t.Errorf("%+v", freed.Events[:4])
	}
	// A plan made anew keeps the names of its days.
	goal.Now.Weekly = 60
	if p, err = plan.Make(goal, &r); err != nil {
		t.Fatal(err)
	}
	for _, e := range Calendar(p, Options{}).Events[:4] {
		if !seen[e.UID] {
			t.Errorf("%s is new", e.UID)
		}
	}
}

// A plan that the first version stored is shown with the sentences that it was
// stored with, is moved by hand, and keeps both.
func TestPlanOfTheFirstVersion(t *testing.T) {
	text, err := os.ReadFile("../../engine/plan/testdata/written/moved.json")
	if err != nil {
		t.Fatal(err)
	}
	stored := plan.Stored(diary.PlanOf{Text: string(text)})
	if stored == nil {
		t.Fatal("it is followed as none")
	}
	e := engine.New(diary.Build(nil, nil), rule.Default())
	e.Follow(&stored.Plan)
	on := stored.Goal.Start + 1
	s := PlanScreen(e, Followed{Plan: stored}, on, Options{Today: on})
	if s.Title != "Half marathon" || s.When != "Sunday 7 March: 14 weeks to go" || len(s.Days) != 7 || len(s.Weeks) != len(stored.Weeks) || s.Goal.LastRun == 0 {
		t.Errorf("%q %q, %d days, %d weeks, %+v", s.Title, s.When, len(s.Days), len(s.Weeks), s.Goal)
	}
	if n := len(s.Made.Notes); n != 2 || !strings.HasPrefix(s.Made.Notes[1], "After the race: 13 days easy or off") {
		t.Errorf("notes %q", s.Made.Notes)
	}
	from := on
	for stored.On(from).Kind == verdict.Rest {
		from++
	}
	now, err := stored.Swap(plan.Swap{From: from, To: from + 1}, on)
	if err != nil {
		t.Fatal(err)
	}
	again := plan.Stored(diary.PlanOf{Text: now.Encode()})
	if again == nil || len(again.Changes) != 4 || !reflect.DeepEqual(again.Notes, stored.Notes) || !reflect.DeepEqual(again.Goal, stored.Goal) {
		t.Errorf("moved and stored again: %+v", again)
	}
}
