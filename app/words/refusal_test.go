package words

import (
	"errors"
	"os"
	"regexp"
	"strings"
	"testing"

	"rebound/engine"
	"rebound/engine/coach"
	"rebound/engine/diary"
	"rebound/engine/entry"
	"rebound/engine/plan"
	"rebound/engine/rule"
)

func TestRefusedWishes(t *testing.T) {
	e := engine.New(diary.Build(nil, nil), rule.Default())
	for says, g := range map[string]plan.Wish{
		"How long is the race?": {RaceDate: coachDay + 9},
		"When is the race?":     {RaceKm: 10},
		"The race on 14 March 2026 is before the plan starts, on 15 March 2026: choose a later race.": {RaceDate: coachDay - 1, RaceKm: 10},
		"at least one running day": {Days: []string{}},
		"not a weekday":            {Days: []string{"someday"}},
		"The long run's day, Sunday, is not one of your running days":                               {Days: []string{"mon"}, Long: "sun"},
		"5 minutes on a Tuesday cannot be planned: give 10 to 600":                                  {Minutes: map[string]float64{"tue": 5}},
		"A plan from 1 January 2029 on starts more than two years from now: choose an earlier day.": {Start: diary.DateOf(2029, 1, 1)},
		"8 days a week":        {PerWeek: 8},
		"900 km a week":        {WeeklyKm: new(900.0)},
		"comes after the plan": {Tune: []plan.Race{{Date: coachDay + 300, Km: 10}}},
		"is still to come":     {Recover: &plan.Race{Date: coachDay + 3, Km: 10}},
		"two years":            {RaceDate: coachDay + 800, RaceKm: 10},
		"Your last run cannot be after today: correct its date, or leave it empty.": {LastRun: coachDay + 1},
		"0.1 km cannot be plan": {RaceDate: coachDay + 80, RaceKm: 0.1},
	} {
		_, err := coach.Make(e, g, coachDay)
		if text, ok := Refused(err); !ok || !strings.Contains(text, says) {
			t.Errorf("%v: %q, want %q", err, text, says)
		}
	}
}

func TestRefusedMoves(t *testing.T) {
	_, made := following(t, plan.Wish{RaceDate: coachDay + 77, RaceKm: 10, Start: coachDay + 1})
	var tempo diary.Date
	for _, s := range made.Sessions {
		if s.Kind == "tempo" && tempo == 0 {
			tempo = s.Date
		}
	}
	for says, m := range map[string]plan.Swap{
		"A race does not move, and nothing moves onto it: choose another day.":  {From: coachDay + 77, To: coachDay + 76},
		"14 March 2026 is in the past: choose a day from 15 March 2026 on.":     {From: tempo, To: coachDay - 1},
		"The session is on " + FullDay(tempo) + " already: choose another day.": {From: tempo, To: tempo},
	} {
		_, err := made.Swap(m, coachDay)
		if text, ok := Refused(err); !ok || text != says {
			t.Errorf("%q, want %q", text, says)
		}
	}
}

// Every refusal that the engine has is a sentence of its own.
func TestRefusals(t *testing.T) {
	src, err := os.ReadFile("../../engine/plan/refusal.go")
	if err != nil {
		t.Fatal(err)
	}
	codes := regexp.MustCompile(`RefusalCode = "([a-z_]+)"`).FindAllSubmatch(src, -1)
	seen := map[string]bool{}
	for _, m := range codes {
		text, ok := Refused(&plan.Refusal{Code: plan.RefusalCode(m[1])})
		if !ok || text == "This cannot be planned." || seen[text] || strings.Contains(text, "%!") {
			t.Errorf("%s: %q", m[1], text)
		}
		seen[text] = true
	}
	if len(codes) < 25 {
		t.Errorf("%d codes were found", len(codes))
	}
	if _, ok := Refused(errors.New("of the disk")); ok {
		t.Error("any error is a refusal")
	}
}

// A span without a day says which of its two is missing.
func TestRefusedSpan(t *testing.T) {
	for field, want := range map[string]string{
		"date": "The date is missing.", "from": "The first day is missing.", "to": "The last day is missing.",
	} {
		if text, hint := refusedEntry(&entry.Refusal{Code: entry.NoDate, Field: field}); text != want || hint == "" {
			t.Errorf("%s: %s %s", field, text, hint)
		}
	}
}

// What a setting cannot be is answered by what it can be.
func TestRefusedSettings(t *testing.T) {
	for text, want := range map[string]string{
		`{"sex":"x"}`:        `"x" is not a sex. Use female or male, or "" to leave it unset.`,
		`{"sex":1}`:          `Sex cannot be a number. Use female or male, or "" to leave it unset.`,
		`{"sex":null}`:       `Sex has no value. Use female or male, or "" to leave it unset.`,
		`{"units":true}`:     `Units cannot be true or false. Use km or mi.`,
		`{"theme":[]}`:       `Theme cannot be a list. Use one of auto, light and dark.`,
		`{"age":"old"}`:      `Age cannot be text. Give 10 to 110 years, or 0 to leave it unset.`,
		`{"gate_k":{}}`:      `Gate k cannot be a group of values. Give 0.25 to 2 SD.`,
		`{"window_days":""}`: `Window days cannot be text. Give a whole number from 5 to 7 days.`,
	} {
		s := entry.DefaultSettings()
		refused := s.Read([]byte(text))
		if len(refused) != 1 {
			t.Fatalf("%s: %v", text, refused)
		}
		if p := RefusedEntry(refused[0]); p.Text+" "+p.Hint != want {
			t.Errorf("%s: %s %s", text, p.Text, p.Hint)
		}
	}
	for text, want := range map[string]string{
		`{"checkins":[{"date":"2026-03-15","fatigue":"much"}]}`:  "Fatigue cannot be text. Write a number.",
		`{"checkins":[{"date":"2026-03-15","tags":"heat"}]}`:     "Tags cannot be text. Write a list in square brackets, [ ].",
		`{"checkins":[{"date":"2026-03-15","fever":1}]}`:         "Fever cannot be a number. Write true or false.",
		`{"checkins":{"date":"2026-03-15"}}`:                     "Checkins cannot be a group of values. Write a list in square brackets, [ ].",
		`{"decisions":[{"date":"2026-03-15","action":[]}]}`:      "Action cannot be a list. Write it in quotation marks.",
		`{"checkins":["ill"]}`:                                   "Entry cannot be text. Write it in braces, { }.",
		`{"checkins":[{"date":"2026-03-15","doses":"two"}]}`:     "Doses cannot be text. Write it in braces, { }.",
		`{"checkins":[{"date":"2026-03-15","fatigue":[1,2,3]}]}`: "Fatigue cannot be a list. Write a number.",
	} {
		_, refused, err := entry.ReadJournal([]byte(text), entry.Context{Today: coachDay, Stamp: func(t diary.Date) diary.Stamp { return diary.Stamp{Date: t} }})
		if err != nil || len(refused) != 1 {
			t.Fatalf("%s: %v %v", text, refused, err)
		}
		if p := RefusedEntry(refused[0].Refusal); p.Text+" "+p.Hint != want {
			t.Errorf("%s: %s %s", text, p.Text, p.Hint)
		}
	}
}
