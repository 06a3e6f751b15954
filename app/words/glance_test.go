package words

import (
	"testing"

	"rebound/engine"
	"rebound/engine/diary"
	"rebound/engine/rule"
	"rebound/engine/signal"
	"rebound/engine/verdict"
)

// A signal stands in two or three words, whatever it is and for however long.
func TestBrief(t *testing.T) {
	rules := rule.Default()
	for _, c := range []struct {
		kind diary.Kind
		name signal.Name
		days int
		owed bool
		want string
	}{
		{diary.HRV, signal.InRange, 0, false, "usual"}, {diary.Sleep, signal.InRange, 0, true, "usual, but short"},
		{diary.HRV, signal.Unusual, 0, false, "unusually high"},
		{diary.HRV, signal.Adverse, 1, false, "low today"}, {diary.HRV, signal.Adverse, 7, false, "low, 7 days"},
		{diary.RestingHR, signal.Adverse, 2, false, "high, 2 days"}, {diary.Sleep, signal.Adverse, 5, false, "short, 5 days"},
	} {
		s := signal.State{Kind: c.kind, Name: c.name, DaysOut: c.days}
		if got := brief(&s, &signal.Learning{}, &rules, c.owed); got != c.want {
			t.Errorf("%v %v for %d days: %q, want %q", c.kind, c.name, c.days, got, c.want)
		}
	}
	for _, c := range []struct {
		s    signal.State
		l    signal.Learning
		want string
	}{
		{signal.State{Kind: diary.HRV, Name: signal.Unknown, Missing: signal.FewBaseline}, signal.Learning{Have: 6, Need: 21}, "6 of 21 nights"},
		{signal.State{Kind: diary.RestingHR, Name: signal.Unknown, Missing: signal.FewRecent, RecentDays: 3}, signal.Learning{}, "only 3 days"},
		{signal.State{Kind: diary.Sleep, Name: signal.Unknown, Missing: signal.NoReadings}, signal.Learning{}, "no readings"},
	} {
		if got := brief(&c.s, &c.l, &rules, false); got != c.want {
			t.Errorf("%+v: %q, want %q", c.s, got, c.want)
		}
	}
}

// How old the newest reading is, from the day that is shown.
func TestSeen(t *testing.T) {
	const day = diary.Date(20_790) // a Thursday
	for _, c := range []struct {
		newest, today diary.Date
		want          string
	}{
		{0, day, ""}, {day, day, "last night"}, {day, day + 3, "that night"}, {day - 1, day, "latest: yesterday"}, {day - 1, day + 3, "latest: Wednesday"},
		{day - 4, day, "latest: Sunday"}, {day - 20, day, "latest: Friday 13 November"},
	} {
		r := engine.Report{Date: day}
		r.Newest[0].Date = c.newest
		if got := seen(&r, Options{Today: c.today}); got != c.want {
			t.Errorf("newest %v on %v, today %v: %q, want %q", c.newest, day, c.today, got, c.want)
		}
	}
	for age, want := range map[diary.Date]string{2: "Tuesday's answer: Go", 9: "Tuesday 1 December's answer: Go"} {
		if got := Earlier(&engine.Report{Date: day - 2, Level: verdict.LevelGo}, Options{Today: day - 2 + age}); got.Text != want {
			t.Errorf("%d days later: %q, want %q", age, got.Text, want)
		}
	}
	if Earlier(&engine.Report{Date: day, Level: verdict.LevelUnknown}, Options{Today: day}) != nil {
		t.Error("what was not known is called an answer")
	}
}
