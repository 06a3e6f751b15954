package words

import (
	"strings"
	"testing"

	"rebound/engine"
	"rebound/engine/body"
	"rebound/engine/diary"
	"rebound/engine/rule"
	"rebound/engine/verdict"
)

// What comes next of an illness is ahead: its review, then the day for a doctor; and what
// goes on after its easy days is what then holds.
func TestIllnessNext(t *testing.T) {
	rules := rule.Default()
	ill := func(day int) engine.Report {
		b := body.State{Date: march(day), Triage: body.Modify, Illness: body.Illness{Since: march(2), Where: diary.AboveNeck, Open: []diary.Date{march(2)}}}
		return engine.Report{Date: march(day), Action: verdict.Modify, Level: verdict.LevelEase, Body: b}
	}
	well := func(reasons ...verdict.Reason) engine.Report {
		r := ill(9)
		r.Body.Illness = body.Illness{Since: march(2), Last: march(7), Half: march(10), Until: march(13), Where: diary.AboveNeck}
		r.Reasons = append([]verdict.Reason{{Code: verdict.AfterIllness}}, reasons...)
		return r
	}
	raced := well(verdict.Reason{Code: verdict.AfterRace, Tone: verdict.ToneEase})
	raced.Raced = verdict.NewRaced(march(8), 21.1, &rules)
	cut := well(verdict.Reason{Code: verdict.TwoOfThree})
	cut.Cuts.Last = verdict.Cut{Fired: march(9), Until: march(15), Scale: 0.7}
	over := well(verdict.Reason{Code: verdict.TwoOfThree})
	over.Cuts.Last = verdict.Cut{Fired: march(7), Until: march(13), Scale: 0.7}
	off := well()
	off.Layoff = verdict.Layoff{Tier: 1}
	flag := ill(9)
	flag.Body.Illness, flag.Body.Eased = body.Illness{}, march(10)
	last := flag
	last.Body.Eased = march(9)
	for name, c := range map[string]struct {
		r    engine.Report
		want string
	}{
		"the sixth day":     {ill(7), "Sleep, drink plenty, and see how you are tomorrow morning. When you are better, say so on Body. If you are not clearly better by Sunday 8 March, ask a doctor."},
		"the review":        {ill(8), "Sleep, drink plenty, and see how you are tomorrow morning. When you are better, say so on Body. If you are not better by Sunday 15 March, see a doctor."},
		"after the review":  {ill(12), "Sleep, drink plenty, and see how you are tomorrow morning. When you are better, say so on Body. If you are not better by Sunday 15 March, see a doctor."},
		"well":              {well(), "Run easy until Friday, then go back to your usual week. If you feel ill again, say so on Body."},
		"well, and raced":   {raced, "Eat, sleep and walk. No run until Friday 13 March, then easy runs that get longer again. If you feel ill again, say so on Body."},
		"well, in a cut":    {cut, "Run easy until Friday, then the lighter week goes on until Sunday. If you feel ill again, say so on Body."},
		"well, a cut over":  {over, "Run easy until Friday, then go back to your usual week. If you feel ill again, say so on Body."},
		"well, in a return": {off, "Run easy until Friday, then build back up. If you feel ill again, say so on Body."},
		"a flag":            {flag, "Run short and easy until tomorrow. If it comes back, stop and log it at once."},
		"a flag, last day":  {last, "Run short and easy today. If it comes back, stop and log it at once."},
	} {
		if got := next(c.r, rules); got != c.want {
			t.Errorf("%s: %s\nwant %s", name, got, c.want)
		}
	}
	if got, want := headline(raced, rules, Options{}), "Day 2 of 6 after your illness, and after what you ran on Sunday 8 March there is no run until Friday 13 March."; got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
	raced.Raced.Planned, raced.Date, raced.Body.Date = 21.1, march(12), march(12)
	if got, want := headline(raced, rules, Options{}), "Day 5 of 6 after your illness, and after the race of Sunday 8 March there is no run until Friday 13 March."; got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
	raced.Date, raced.Body.Date = march(13), march(13)
	if got, want := headline(raced, rules, Options{}), "Day 6 of 6 after your illness: 75% of your usual, all of it easy, no long run."; got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
}

// A doctor comes before a night's sleep, and who is ill has said why a signal is out.
func TestDoctorBeforeSleep(t *testing.T) {
	rules := rule.Default()
	sleep := verdict.Reason{Code: verdict.ShortHabit, Value: 380, Limit: 420}
	for action, first := range map[verdict.Action]string{verdict.Stop: "Get medical help today.", verdict.CutWeek: "Sleep first: 6 h 20 min a night"} {
		r := engine.Report{Action: action, Date: march(5), Reasons: []verdict.Reason{sleep}, Body: body.State{Date: march(5), Chest: march(5)}}
		if got := next(r, rules); !strings.HasPrefix(got, first) {
			t.Errorf("%s: %s", action, got)
		}
	}
	out := verdict.Reason{Code: verdict.SignalStays, Kind: diary.RestingHR, Days: 8, Value: 8, Limit: 7}
	for since, want := range map[diary.Date]string{march(2): "Your illness may be why.", 0: "Could it be illness"} {
		r := engine.Report{Date: march(5), Body: body.State{Illness: body.Illness{Since: since}}}
		if got, _, _, _ := staysOut(r, out, rules); !strings.Contains(got, want) {
			t.Errorf("ill since %d: %s", since, got)
		}
	}
}
