package backend

import (
	"strings"
	"testing"

	"rebound/app/wire"
	"rebound/engine"
	"rebound/engine/diary"
	"rebound/engine/story/storytest"
)

// What the page sends of a day is a story that the engine's tests run as it is: parsed and
// assessed, it is the verdict that was shown, and no word of the runner's is in it.
func TestSentStory(t *testing.T) {
	p, _, now := coached(t)
	p.b.host.Version = "1.2.3+ (abcdef, " + now.String() + ")"
	p.plan(wire.OpPlanMake, half(now))
	p.get(new(wire.Settings), wire.OpSetting, wire.SettingArg{Key: "gate_k", Value: 0.6})
	p.get(new(wire.State), wire.OpDecide, wire.Decide{Date: now, Action: "cut_week", Why: "the wedding of Ann"})
	p.get(new(wire.State), wire.OpTyped, wire.Typed{Date: now, RestingHR: ptr(61.0), As: "own"})
	followed := 0
	for _, d := range []diary.Date{now, now - 1, now - 20, now - 90} {
		var a wire.Assessment
		p.get(&a, wire.OpAssess, wire.DateArg{Date: d})
		var s wire.Story
		p.get(&s, wire.OpStory, wire.DateArg{Date: d})
		for _, secret := range []string{"wedding", "garmin", "4257", now.String()[:5], (now - 90).String()[:8]} {
			if strings.Contains(s.Text, secret) {
				t.Errorf("%v: %q is in it", d, secret)
			}
		}
		r, evening := played(t, s.Text)
		if string(r.Action) != a.Action || string(r.Level) != a.Level || string(r.Confidence) != a.Confidence || evening != (d == now) || r.Date.Weekday() != d.Weekday() {
			t.Errorf("%v: %s %s %s, was %s %s %s\n%s", d, r.Action, r.Level, r.Confidence, a.Action, a.Level, a.Confidence, s.Text)
		}
		for i, s := range r.Signals {
			if s.Name.String() != a.Signals[i].State || s.DaysOut != a.Signals[i].DaysOut {
				t.Errorf("%v: %v is %v on day %d, was %s on day %d", d, s.Kind, s.Name, s.DaysOut, a.Signals[i].State, a.Signals[i].DaysOut)
			}
		}
		for i := range max(len(r.Reasons), len(a.Reasons)) {
			if i >= len(r.Reasons) || i >= len(a.Reasons) || string(r.Reasons[i].Code) != a.Reasons[i].Code {
				t.Errorf("%v: the reasons are %+v", d, r.Reasons)
				break
			}
		}
		if r.Plan != nil {
			followed++
		}
	}
	if followed != 1 {
		t.Errorf("%d days followed the plan, which was made today", followed)
	}
}

// played is the report of the date that a story wants.
func played(t *testing.T, text string) (r engine.Report, evening bool) {
	t.Helper()
	e, wants := storytest.Play(t, text)
	return storytest.Assess(e, wants[0]), wants[0].Evening
}

// Without a diary there is a story too: that nothing is known.
func TestSentStoryOfNothing(t *testing.T) {
	p := openPage(t, new(Memory).Open())
	var s wire.Story
	p.get(&s, wire.OpStory, wire.DateArg{Date: p.b.now()})
	if r, _ := played(t, s.Text); r.Action != "unknown" {
		t.Errorf("%s\n%s", r.Action, s.Text)
	}
}
