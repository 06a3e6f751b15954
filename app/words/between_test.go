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

// On a day off between two sessions of the run-walk a niggle or a mild illness leaves no
// run, whatever it would leave of one; on the day of a session, and where running is by
// choice, it does.
func TestDayOffBetweenTwoRuns(t *testing.T) {
	rules := rule.Default()
	rest := verdict.DayPlan{Date: coachDay, Before: verdict.Session{Kind: verdict.Easy, Minutes: 30}, After: verdict.Session{Kind: verdict.Rest}}
	session := rest
	session.After = verdict.Session{Kind: verdict.WalkRun, Minutes: 20}
	option := rest
	option.Option = verdict.Session{Kind: verdict.Easy, Minutes: 20}
	for name, c := range map[string]struct {
		day  verdict.DayPlan
		tier int
		off  bool
	}{"a day off": {rest, 3, true}, "a session": {session, 3, false}, "a choice": {option, 3, false}, "no run-walk": {rest, 2, false}} {
		r := engine.Report{Date: coachDay, Action: verdict.Modify, Layoff: verdict.Layoff{Tier: 3, Back: coachDay - 4, Until: coachDay + 16}, Week: []verdict.DayPlan{c.day}}
		r.Layoff.Tier = c.tier
		r.Body.Date = coachDay
		ill := r
		ill.Body.Illness = body.Illness{Since: coachDay - 1, Last: coachDay, Where: diary.AboveNeck}
		ill.Reasons = []verdict.Reason{{Code: verdict.Illness, Date: coachDay - 1}}
		sore := r
		sore.Reasons = []verdict.Reason{{Code: verdict.NiggleEases, Site: "calf", Side: "left", Value: 3}}
		flag := r
		flag.Body.Eased = coachDay + 1
		flag.Reasons = []verdict.Reason{{Code: verdict.FlagGone, Site: "calf", Side: "left", Date: coachDay - 1, Limit: 2}}
		for _, s := range []string{bodyHeadline(ill, rules, Options{}), bodyHeadline(sore, rules, Options{}), bodyHeadline(flag, rules, Options{}), next(flag, rules)} {
			if off := strings.Contains(s, "between two runs") || strings.HasPrefix(s, "No run today"); off != c.off {
				t.Errorf("%s: %q", name, s)
			}
		}
	}
}
