package verdict

import (
	"testing"

	"rebound/engine/body"
	"rebound/engine/diary"
	"rebound/engine/load"
	"rebound/engine/rule"
	"rebound/engine/signal"
)

// Training advice may be declined; what is about pain, illness or coming back, and
// what asks for nothing, may not.
func TestDeclinable(t *testing.T) {
	may := map[Action]bool{CutWeek: true, HoldQuality: true, Deload: true}
	for _, a := range []Action{Unknown, Progress, Deload, HoldQuality, CutWeek, ReturnToRun, Modify, Stop, SeeClinician, "", "cut_week_declined"} {
		if Declinable(a) != may[a] {
			t.Errorf("%q: %v", a, Declinable(a))
		}
	}
}

// Each of a week's days says whether it was changed by what may be declined, and
// whether it is as planned because that was.
func TestChoose(t *testing.T) {
	r := rule.Default()
	cut := Cuts{Last: Cut{Fired: 98, Until: 104, Scale: 0.7}}
	planned := []Session{{Easy, 50, 8}, {Kind: Rest}, {Tempo, 50, 9}, {Easy, 50, 8}, {Intervals, 50, 9}, {Race, 50, 10}, {Long, 90, 15}}
	no := func(a Action, on diary.Date) []diary.Decision {
		return []diary.Decision{{Stamp: diary.Stamp{Date: on}, Action: string(a)}}
	}
	yes := append(no(CutWeek, 98), diary.Decision{Stamp: diary.Stamp{Date: 99}, Action: string(CutWeek), Accepted: true})
	failing := body.State{Check: body.Check{State: body.CheckAdverse}}
	for name, c := range map[string]struct {
		f                    Facts
		declinable, declined Action
		days, left           [7]bool // may be declined; is as planned, for it was declined
	}{
		"a cut on its third day": {Facts{Cuts: cut}, CutWeek, "", [7]bool{true, false, true, true, true, false, false}, [7]bool{}},
		"declined":               {Facts{Cuts: cut, Reported: Reported{Decisions: no(CutWeek, 99)}}, "", CutWeek, [7]bool{}, [7]bool{true, false, true, true, true}},
		"declined, taken back":   {Facts{Cuts: cut, Reported: Reported{Decisions: yes}}, CutWeek, "", [7]bool{true, false, true, true, true}, [7]bool{}},
		"an earlier one's no":    {Facts{Cuts: cut, Reported: Reported{Decisions: no(CutWeek, 97)}}, CutWeek, "", [7]bool{true, false, true, true, true}, [7]bool{}},
		"a hold":                 {Facts{Reported: Reported{Body: failing}}, HoldQuality, "", [7]bool{2: true}, [7]bool{}},
		"a hold declined":        {Facts{Reported: Reported{Body: failing, Decisions: no(HoldQuality, 99), HoldDeclined: true}}, "", HoldQuality, [7]bool{}, [7]bool{2: true}},
		"cut and hold declined": {Facts{Cuts: cut, Reported: Reported{Body: failing, HoldDeclined: true, Decisions: append(no(CutWeek, 98), no(HoldQuality, 99)...)}},
			"", CutWeek, [7]bool{}, [7]bool{true, false, true, true, true}},
		"a planned deload": {Facts{Planned: Planned{Deload: true, Monday: 98}}, Deload, "", [7]bool{}, [7]bool{}},
		"coming back":      {Facts{Layoff: Layoff{Tier: 1, LastRun: 90}}, "", "", [7]bool{}, [7]bool{}},
	} {
		f := c.f
		f.Date, f.Rules, f.Signals = 100, &r, day(0)
		f.Easy.State = load.EasyPass // no test run comes before the quality
		action, _, _ := Decide(&f)
		week := Adjust(&f, runs(), action, planned)
		declinable, declined := Choose(&f, action, week)
		if declinable != c.declinable || declined != c.declined {
			t.Errorf("%s: %q may be declined, %q was; want %q and %q", name, declinable, declined, c.declinable, c.declined)
		}
		for i, d := range week {
			if (d.Declinable != "") != c.days[i] || (d.Declined != "") != c.left[i] {
				t.Errorf("%s, day %d: %+v", name, i, d)
			}
			if d.Declinable != "" && d.Declinable != declinable || d.Declined != "" && d.Declined != declined {
				t.Errorf("%s, day %d: %+v", name, i, d)
			}
		}
	}
}

// That several cuts in a row were declined is a reason, and no action that was.
func TestDeclinedReason(t *testing.T) {
	r := rule.Default()
	f := Facts{Date: 100, Rules: &r, Signals: signal.Day{}, Reported: Reported{CutsDeclined: 3, Decisions: []diary.Decision{{Stamp: diary.Stamp{Date: 95}, Action: string(CutWeek)}}}}
	seen := false
	for _, x := range Reasons(&f) {
		seen = seen || x.Code == CutsDeclined
		if x.Action != "" {
			t.Errorf("%+v", x)
		}
	}
	if _, declined := Choose(&f, Progress, nil); declined != "" || !seen {
		t.Errorf("%q, seen %v", declined, seen)
	}
}
