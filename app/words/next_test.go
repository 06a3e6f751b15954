package words

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"rebound/app/wire"
	"rebound/engine"
	"rebound/engine/body"
	"rebound/engine/coach"
	"rebound/engine/diary"
	"rebound/engine/rule"
	"rebound/engine/verdict"
)

// besideNext is how many letters have room beside the line's name on a narrow phone.
const besideNext = 26

func fits(short string) bool {
	return short != "" && utf8.RuneCountInString(short) <= besideNext && unicode.IsLower(rune(short[0])) && !strings.HasSuffix(short, ".")
}

// checkShort holds that there is a hint beside every step but a stop's.
func checkShort(t *testing.T, name string, a *wire.Assessment) {
	t.Helper()
	if stop := a.Level == string(verdict.LevelStop); stop && a.NextShort != "" || !stop && !fits(a.NextShort) {
		t.Errorf("%s, %s: %q beside %q", name, a.Action, a.NextShort, a.Next)
	}
}

// Every step that the coach can decide on has its few words.
func TestShortSteps(t *testing.T) {
	for code := range coach.StepCodes {
		if short := shortSteps[code]; !fits(short) && code != coach.StepWalk {
			t.Errorf("step %d: %q", code, short)
		}
	}
}

// The few words are of what the line opens to, what comes before the step first.
func TestNextShort(t *testing.T) {
	e := engine.New(diary.Build(nil, nil), rule.Default())
	habit := []verdict.Reason{{Code: verdict.ShortHabit, Value: 400, Limit: 420}}
	walk := verdict.Layoff{Tier: 3, Flag: body.Cleared{Site: "shin", Bone: true}}
	looked := walk
	looked.Flag.Seen = true
	for _, c := range []struct {
		r           engine.Report
		short, text string
	}{
		{engine.Report{Action: verdict.Progress}, "do what was planned", "Do what was planned"},
		{engine.Report{Action: verdict.Progress, Reasons: habit}, "sleep first", "Sleep first"},
		{engine.Report{Action: verdict.CutWeek}, "run easy, sleep first", "Run easy and put sleep first."},
		{engine.Report{Action: verdict.ReturnToRun, Layoff: walk}, "make an appointment", "Make an appointment"},
		{engine.Report{Action: verdict.ReturnToRun, Layoff: looked}, "walk, pain-free", "Walk 30 minutes"},
		{engine.Report{Action: verdict.Stop, Level: verdict.LevelStop, Body: body.State{Chest: coachDay}}, "", "Get medical help today."},
	} {
		c.r.Date = coachDay
		a := Assessment(e, c.r, Options{})
		if a.NextShort != c.short || !strings.HasPrefix(a.Next, c.text) {
			t.Errorf("%s: %q beside %q, want %q beside %q", c.r.Action, a.NextShort, a.Next, c.short, c.text)
		}
	}
}
