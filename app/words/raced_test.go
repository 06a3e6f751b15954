package words

import (
	"strings"
	"testing"

	"rebound/engine"
	"rebound/engine/body"
	"rebound/engine/coach"
	"rebound/engine/diary"
	"rebound/engine/plan"
	"rebound/engine/rule"
	"rebound/engine/signal"
	"rebound/engine/verdict"
)

// On a race's day the first word is of the race: to start, or not to.
func TestRaceDayHeadline(t *testing.T) {
	rules := rule.Default()
	calm := engine.Report{Date: march(15), Action: verdict.Progress, Level: verdict.LevelGo, Race: plan.Race{Date: march(15), Km: 21.0975}, RunSeen: true}
	for k := range calm.Signals {
		calm.Signals[k] = signal.State{Kind: diary.Kind(k), Name: signal.InRange}
	}
	calm.Week = []verdict.DayPlan{{Date: march(15), After: verdict.Session{Kind: verdict.Race, Minutes: 100, Km: 21.0975}}}
	knee := calm
	knee.Action, knee.Level = verdict.Stop, verdict.LevelStop
	n := body.Niggle{Niggle: diary.Niggle{Site: "knee", Side: diary.Left, Severity: 6}, Running: body.None, Triage: body.Stop, Review: march(17)}
	knee.Body = body.State{Date: march(15), Triage: body.Stop, Running: body.None, Niggles: []body.Niggle{n}}
	knee.Reasons = []verdict.Reason{{Code: verdict.PainStops, Site: "knee", Side: diary.Left, Value: 6, Limit: 5}}
	knee.Week = []verdict.DayPlan{{Date: march(15), After: calm.Week[0].After, NoRun: verdict.Code(verdict.Stop)}}
	back := calm
	back.Action = verdict.ReturnToRun
	back.Week = []verdict.DayPlan{{Date: march(15), After: calm.Week[0].After, NoRun: verdict.Code(verdict.ReturnToRun)}}
	held := calm
	held.Action, held.Level = verdict.HoldQuality, verdict.LevelEase
	held.Reasons = []verdict.Reason{{Code: verdict.CheckInAdverse, Tone: verdict.ToneEase}}
	weeks := held
	weeks.Reasons = []verdict.Reason{{Code: verdict.SignalRefers, Kind: diary.HRV, Tone: verdict.ToneEase, Days: 21}}
	second := held
	second.Raced = verdict.NewRaced(march(14), 10, &rules)
	second.Raced.Planned, second.Raced.Ran, second.Raced.Full = 10, true, true
	second.Reasons = []verdict.Reason{{Code: verdict.AfterRace, Tone: verdict.ToneEase}}
	ran, past := calm, calm
	ran.Done, past.Done = &engine.Done{}, &engine.Done{Over: true}
	for name, c := range map[string]struct {
		r              engine.Report
		first, next    string
		silent, quiet_ string
	}{
		"all is well":         {calm, "The half marathon, and nothing else today. HRV, resting heart rate and sleep look normal for you.", "Warm up, start slower than feels right, and do nothing else today. 13 easy days follow.", "as planned", "planned"},
		"a knee":              {knee, "Do not start the half marathon. Your left knee hurts 6 of 10, so rest until Tuesday, then update it.", "", "Race day", "Warm up"},
		"too early":           {back, "Better not to start the half marathon today. ", "", "Race day", "Warm up"},
		"under a hold":        {held, "The half marathon, and nothing else today. Your check-ins are worse than usual for you.", "Warm up, start slower than feels right, and do nothing else today. 13 easy days follow.", "wait", "hard session"},
		"three weeks out":     {weeks, "The half marathon, and nothing else today. HRV has been below your normal range for 21 days. It is time to see a doctor about it.", "", "wait", "hard session"},
		"the day after a 10K": {second, "The half marathon, and nothing else today. You ran the 10 km race on Saturday 14 March.", "", "take it easy", "Eat, sleep"},
		"it is run":           {ran, "HRV, ", "", "Race day", "Warm up"},
		"a past one":          {past, "The half marathon, and nothing else today. HRV, resting heart rate and sleep look normal for you.", "Warm up, start slower than feels right, and do nothing else today. 13 easy days follow.", "as planned", "planned"},
	} {
		head, step := headline(c.r, rules, Options{}), next(c.r, rules)
		if !strings.HasPrefix(head, c.first) || strings.Contains(head, c.silent) {
			t.Errorf("%s: %s", name, head)
		}
		if c.next != "" && step != c.next || strings.Contains(step, c.quiet_) {
			t.Errorf("%s: %s", name, step)
		}
	}
}

// What was run of a race is said as it was: all of it, a part, or that nothing is known.
func TestAfterRaceWords(t *testing.T) {
	rules := rule.Default()
	half := verdict.NewRaced(march(15), 21.0975, &rules)
	half.Planned, half.Ran, half.Full = 21.0975, true, true
	part := verdict.NewRaced(march(15), 15.7, &rules)
	part.Planned, part.Ran = 21.0975, true
	unknown := half
	unknown.Ran, unknown.Full = false, false
	huge := verdict.NewRaced(march(15), 30, &rules)
	huge.Ran, huge.Full = true, true
	for want, x := range map[string]verdict.Raced{
		"You ran the half marathon on Sunday 15 March, so take it easy or rest until Saturday 28 March.":             half,
		"You ran 15.7 km of the half marathon on Sunday 15 March, so take it easy or rest until Wednesday 25 March.": part,
		"The half marathon was on Sunday 15 March, so take it easy or rest until Saturday 28 March.":                 unknown,
		"Your run of 30.0 km on Sunday 15 March was as hard as a race, so take it easy or rest until":                huge,
	} {
		r := engine.Report{Date: march(16), Action: verdict.HoldQuality, Raced: x, Reasons: []verdict.Reason{{Code: verdict.AfterRace, Tone: verdict.ToneEase, Value: x.Km, Limit: 1.6, Days: int(x.Until - x.Date)}}}
		if got := headline(r, rules, Options{}); !strings.HasPrefix(got, want) {
			t.Errorf("%s, want %s", got, want)
		}
		if got, _, _ := reason(r, r.Reasons[0], rules, Options{}); strings.Contains(got, "if you did not race, say so") == x.Ran {
			t.Errorf("%+v: %s", x, got)
		}
	}
	rest := engine.Report{Date: march(18), Action: verdict.HoldQuality, Raced: half}
	if got := next(rest, rules); !strings.Contains(got, "No run until Friday 20 March") {
		t.Error(got)
	}
	rest.Date = march(20)
	if got := next(rest, rules); !strings.Contains(got, "Run easy if you feel like it") {
		t.Error(got)
	}
}

// A complaint that has stood for two weeks is sent to someone, whatever else is in force.
func TestComplaintIsSentOn(t *testing.T) {
	rules := rule.Default()
	r := engine.Report{Date: march(30)}
	r.Body.Check.Lasting[diary.Drained] = body.Lasting{Since: march(15), Strong: 13, Of: 14, Refer: true}
	for _, a := range []verdict.Action{verdict.HoldQuality, verdict.CutWeek, verdict.ReturnToRun, verdict.Progress, verdict.Deload} {
		if r.Action = a; !strings.Contains(next(r, rules), "Make an appointment: what you have had since Sunday 15 March should be looked at.") {
			t.Errorf("%s: %s", a, next(r, rules))
		}
	}
	r.Action = verdict.HoldQuality
	r.Reasons = []verdict.Reason{{Code: verdict.Persistent, Value: 15, Limit: 14, Date: march(15)}}
	if got, want := headline(r, rules, Options{}), "Feeling drained: 3 of 4 or more in 13 of your last 14 check-ins. After 15 days, see a doctor; the next hard session waits."; got != want {
		t.Errorf("%s", got)
	}
}

// A day off in the place of a session is not rest as planned.
func TestRestedInPlaceOf(t *testing.T) {
	day := coach.Done{Date: march(15), Done: plan.Done{Outcome: plan.Rested}}
	if got := outcome(&day, rule.Default(), Options{}, asPlanned); got != "Rest, as planned." {
		t.Error(got)
	}
	day.Was = plan.Session{Date: march(15), Session: verdict.Session{Kind: verdict.Tempo, Minutes: 50, Km: 9}}
	if got := outcome(&day, rule.Default(), Options{}, asPlanned); got != "Rested instead of: Tempo, 50 min, 9.0 km." {
		t.Error(got)
	}
}

// Without a plan a run is set against the usual week.
func TestOutcomeAgainstTheUsualWeek(t *testing.T) {
	for what, want := range map[plan.Outcome][2]string{
		plan.AsPlanned: {"As planned.", "As usual."}, plan.Rested: {"Rest, as planned.", "Rest, as usual."},
		plan.Extra:  {"A run on a rest day.", "You usually rest on this day."},
		plan.Longer: {"12 min longer than planned.", "12 min longer than usual."},
		plan.Harder: {"Harder than planned: 30 min at or above 88% of your max HR.", "Harder than usual: 30 min at or above 88% of your max HR."},
		plan.Missed: {"Not run. Don't make up for it.", "Not run. Don't make up for it."},
	} {
		d := coach.Done{Date: march(15), Done: plan.Done{Outcome: what, Hard: 30}, Off: 12}
		for i, against := range []string{asPlanned, asUsual} {
			if got := outcome(&d, rule.Default(), Options{}, against); got != want[i] {
				t.Errorf("%s against what is %s: %q, want %q", what, against, got, want[i])
			}
		}
	}
}

// The race is a hard run, and the only one it may be.
func TestRaceAhead(t *testing.T) {
	for want, a := range map[string]coach.Ahead{
		"The next seven days: 21.1 km in 1 run: the race.":                            {Km: 21.1, Runs: 1, Hard: 1, Race: true},
		"The next seven days: 40.0 km in 4 runs, the race included.":                  {Km: 40, Runs: 4, Hard: 1, Race: true},
		"The next seven days: 40.0 km in 4 runs, 2 hard sessions including the race.": {Km: 40, Runs: 4, Hard: 2, Race: true},
		"The next seven days: 40.0 km in 4 runs, no hard session.":                    {Km: 40, Runs: 4},
		"Rest until Tuesday 17 March. The days from then on are still open.":          {Open: march(17)},
		"No running in the next seven days.":                                          {},
	} {
		if got := ahead(a, Options{}); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}

// The days between a plan's race and the end of its week are no days of rest that were
// planned: easy or off, unless something else takes them.
func TestWeekAfterRace(t *testing.T) {
	r := engine.Report{Date: march(15), Plan: &plan.Plan{Race: &plan.Race{Date: march(15), Km: 10}}}
	for i := range 3 {
		r.Week = append(r.Week, verdict.DayPlan{Date: march(15 + i), Before: verdict.Session{Kind: verdict.Rest}, After: verdict.Session{Kind: verdict.Rest}})
	}
	r.Week[2].Because = []verdict.Code{verdict.Code(verdict.SeeClinician)}
	for i, want := range []bool{false, true, false} {
		if got := week(r)[i]; got.Ended != want {
			t.Errorf("%s ended: %v", got.Date, got.Ended)
		}
	}
	r.Plan = nil
	if week(r)[1].Ended {
		t.Error("ended without a plan")
	}
}
