package today

import (
	"testing"

	"rebound/app/wire"
	"rebound/engine/diary"
)

// A signal stands in two or three words, whatever it is and for however long.
func TestBrief(t *testing.T) {
	for want, s := range map[string]wire.Signal{
		"usual": {Kind: "hrv", State: "in_range"}, "usual, but short": {Kind: "sleep", State: "in_range", Owed: true},
		"a little low": {Kind: "hrv", State: "in_range", Past: "one_day", Note: "a little low"}, "a little short": {Kind: "sleep", State: "in_range", Past: "not_short", Note: "a little short", Owed: true},
		"lower than usual":      {Kind: "resting_hr", State: "in_range", Past: "better", Note: "lower than usual"},
		"more, but still short": {Kind: "sleep", State: "in_range", Past: "better", Note: "longer than usual, but your sleep debt is 9 h", Owed: true},
		"unusually high":        {Kind: "hrv", State: "unusual"},
		"low today":             {Kind: "hrv", State: "adverse", DaysOut: 1}, "low, 7 days": {Kind: "hrv", State: "adverse", DaysOut: 7},
		"high, 2 days": {Kind: "resting_hr", State: "adverse", DaysOut: 2}, "short, 5 days": {Kind: "sleep", State: "adverse", DaysOut: 5},
		"6 of 21 nights": {Kind: "hrv", State: "unknown", Learning: 6, Needed: 21, Learned: "6 of 21 nights", Note: "learning"},
		"no readings":    {Kind: "sleep", State: "unknown", Note: "no readings"},
	} {
		if got := brief(s); got != want {
			t.Errorf("%+v: %q, want %q", s, got, want)
		}
	}
}

// How old the newest reading is, from the day that is shown.
func TestSeen(t *testing.T) {
	const day = diary.Date(20_790) // a Thursday
	for newest, want := range map[diary.Date]string{
		0: "", day: "last night", day - 1: "latest: yesterday", day - 4: "latest: Sunday", day - 20: "latest: Friday 13 November",
	} {
		if got := seen(&wire.Assessment{Date: day, Newest: newest}); got != want {
			t.Errorf("newest %v on %v: %q, want %q", newest, day, got, want)
		}
	}
}

// A signal is counted in its cell, but not where the head of the screen counts the same.
func TestNote(t *testing.T) {
	s := wire.Signal{Kind: "hrv", State: "unknown", Learning: 7, Needed: 21, Learned: "7 of 21 nights"}
	for want, steps := range map[string]*wire.Steps{"7 of 21 nights": nil, "learning": {Done: 7, Of: 21}} {
		if got := note(&wire.Assessment{Steps: steps}, s); got != want {
			t.Errorf("%+v: %q", steps, got)
		}
	}
	for _, other := range []wire.Steps{{Done: 6, Of: 21}, {Done: 7, Of: 14}} {
		if got := note(&wire.Assessment{Steps: &other}, s); got != "7 of 21 nights" {
			t.Errorf("%+v: %q", other, got)
		}
	}
}
