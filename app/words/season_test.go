package words

import (
	"slices"
	"strings"
	"testing"

	"rebound/engine/coach"
	"rebound/engine/diary"
	"rebound/engine/verdict"
)

// What came after a change is said in days and numbers from its end on, and never as its
// effect.
func TestSeasonSays(t *testing.T) {
	from := diary.DateOf(2026, 3, 14)
	x := coach.Turn{Kind: coach.TurnCut, From: from, To: from + 6, Decided: coach.Declined, Out: []diary.Kind{diary.HRV, diary.RestingHR}, Back: from + 9,
		Next: coach.Next{Date: from + 12, Km: 9.1, Minutes: 52, Felt: coach.FeltHarder}}
	for name, c := range map[string]struct {
		change     func(*coach.Turn)
		when, want string
	}{
		"declined": {func(x *coach.Turn) { x.Hard = 2 }, "14 to 20 Mar, declined",
			"You declined it. You ran 2 hard sessions on those days. HRV and resting heart rate were out of range. All signals were back in range 3 days after it ended. Next hard session: 6 days after it ended, 9.1 km in 52 min; it felt harder than expected."},
		"accepted, a race": {func(x *coach.Turn) {
			x.Decided, x.Out, x.Back = coach.Accepted, x.Out[:1], from+4
			x.Next = coach.Next{Date: from + 7, Race: &coach.Race{Km: 21.1, Name: "The <b>Loop\u2069\n"}, Km: 21.1, Minutes: 105, Felt: coach.FeltAsIs}
		}, "14 to 20 Mar, accepted", "You accepted it. HRV was out of range. All signals were back in range after 4 days, before it ended. Next race: The <b>Loop, 1 day after it ended, 21.1 km in 1 h 45 min; it felt as hard as expected."},
		"nothing said, nothing yet": {func(x *coach.Turn) {
			x.Decided, x.Back, x.Waits, x.Next = coach.Undecided, 0, true, coach.Next{Waits: true}
		}, "14 to 20 Mar", "HRV and resting heart rate were out of range, and not every signal has been back in range since. No hard session or race since."},
		"never": {func(x *coach.Turn) { x.Back, x.Next = 0, coach.Next{} }, "14 to 20 Mar, declined",
			"You declined it. HRV and resting heart rate were out of range, and not every signal was back in range within 60 days of its end. No hard session or race in the 28 days after it ended."},
		"a race later on": {func(x *coach.Turn) {
			x.Decided, x.Out = coach.Undecided, nil
			x.Next = coach.Next{Date: from + 7}
			x.Race = &coach.Race{Date: from + 29, Km: 10, Name: "Loop"}
		}, "14 to 20 Mar", "Next hard session: 1 day after it ended. Next race: Loop, 23 days after it ended, 10.0 km."},
		"a run like a race": {func(x *coach.Turn) {
			x.Decided, x.Out = coach.Undecided, nil
			x.Next = coach.Next{Date: from + 7, Race: &coach.Race{Km: 30, Like: true}}
		}, "14 to 20 Mar", "Next hard session: 1 day after it ended."},
		"a long stop": {func(x *coach.Turn) {
			x.Kind, x.Out, x.To, x.Next = coach.TurnStop, nil, from+40, coach.Next{Date: from + 46}
		}, "14 Mar to 23 Apr", "Next hard session: 6 days after it ended."},
		"one that lasts": {func(x *coach.Turn) {
			x.Kind, x.Out, x.Lasts, x.Next = coach.TurnStop, nil, true, coach.Next{Waits: true}
		}, "14 to 20 Mar",
			"As far as Rebound knows, it is not over yet."},
	} {
		y := x
		y.Out = slices.Clone(x.Out)
		c.change(&y)
		got := Options{}.turn(&y)
		if said := strings.Join(got.After, " "); said != c.want || got.When != c.when {
			t.Errorf("%s: %s: %q", name, got.When, said)
		}
	}
}

func TestSeasonSummary(t *testing.T) {
	s := coach.Season{From: diary.DateOf(2026, 1, 1), To: diary.DateOf(2026, 5, 1), Weeks: []coach.SeasonWeek{
		{Start: diary.DateOf(2025, 12, 29), Load: 311.6, Known: true, Level: verdict.LevelEase, Days: 3, Day: diary.DateOf(2025, 12, 30), Race: &coach.Race{Km: 10}},
		{Start: diary.DateOf(2026, 1, 5)},
		{Start: diary.DateOf(2026, 1, 12), Level: verdict.LevelGo, Days: 7, Ill: true, Race: &coach.Race{Km: 10, Name: "Loop"}},
		{Start: diary.DateOf(2026, 1, 19), Level: verdict.LevelGo, Days: 5, Race: &coach.Race{Like: true}},
	}}
	got := Season(s, 2026, []int{2026}, Options{Miles: true})
	if got.Summary != "In 2026 no week was made lighter, hard sessions were never on hold, and there was no stop." || got.Name != "2026" {
		t.Error(got.Name, got.Summary)
	}
	if w := got.Weeks[0]; *w.Load != 312 || w.Verdict != "ease off, 3 days" || w.Race != "6.2 mi" || w.Day != s.Weeks[0].Day || got.Weeks[1].Load != nil || got.Weeks[1].Verdict != "" {
		t.Errorf("%+v", got.Weeks)
	}
	for i, want := range []string{"Ease off, 3 days; race: 6.2 mi; load 312", "", "Go all week; race: Loop, 6.2 mi; ill", "Go, 5 days; a run as hard as a race"} {
		if w := got.Weeks[i]; w.Text != want {
			t.Errorf("week %d: %q, want %q", i, w.Text, want)
		}
	}
	s.Turns = []coach.Turn{{Kind: coach.TurnStop}, {Kind: coach.TurnHold}, {Kind: coach.TurnHold, Decided: coach.Declined}, {Kind: coach.TurnCut}}
	got = Season(s, 0, nil, Options{})
	if got.Summary != "In the last 12 months: 1 lighter week, 2 holds on hard sessions (1 declined) and 1 stop." || got.Name != "The last 12 months" {
		t.Error(got.Summary)
	}
	if c := got.Counts; len(c) != 4 || c[1].N != 2 || c[1].Note != "1 declined" || c[2].N != 0 || c[3].Name != "stop" {
		t.Errorf("%+v", c)
	}
}
