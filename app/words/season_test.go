package words

import (
	"slices"
	"testing"

	"rebound/engine/coach"
	"rebound/engine/diary"
	"rebound/engine/verdict"
)

// What came after a change is said in days and numbers, and never as its effect.
func TestSeasonSays(t *testing.T) {
	from := diary.DateOf(2026, 3, 14)
	x := coach.Turn{Kind: coach.TurnCut, From: from, To: from + 6, Decided: coach.Declined, Out: []diary.Kind{diary.HRV, diary.RestingHR}, Back: 9,
		Next: coach.Next{Date: from + 12, Km: 9.1, Minutes: 52, Felt: coach.FeltHarder}}
	for name, c := range map[string]struct {
		change        func(*coach.Turn)
		decided, want string
	}{
		"declined": {func(*coach.Turn) {}, "You declined it.",
			"HRV and resting heart rate were out of range. All signals were back in range 9 days after it began. Next hard session: 12 days after it began, 9.1 km in 52 min; it felt harder than expected."},
		"accepted, a race": {func(x *coach.Turn) {
			x.Decided, x.Out, x.Back = coach.Accepted, x.Out[:1], 1
			x.Next = coach.Next{Date: from + 1, Race: true, Km: 21.1, Minutes: 105, Felt: coach.FeltAsIs}
		}, "You accepted it.", "HRV was out of range. All signals were back in range 1 day after it began. Next race: 1 day after it began, 21.1 km in 1 h 45 min; it felt as hard as expected."},
		"nothing said, nothing yet": {func(x *coach.Turn) {
			x.Decided, x.Back, x.Waits, x.Next = coach.Undecided, 0, true, coach.Next{Waits: true}
		}, "", "HRV and resting heart rate were out of range, and not every signal has been back in range since. No hard session or race since."},
		"never": {func(x *coach.Turn) { x.Back, x.Next = 0, coach.Next{} }, "You declined it.",
			"HRV and resting heart rate were out of range, and not every signal was back in range in the 60 days after it. No hard session or race in the four weeks after it began."},
		"a stop": {func(x *coach.Turn) {
			x.Kind, x.Out, x.Next = coach.TurnStop, nil, coach.Next{Date: from + 20}
		}, "", "Next hard session: 20 days after it began."},
	} {
		y := x
		y.Out = slices.Clone(x.Out)
		c.change(&y)
		got := Options{}.turn(&y)
		said := ""
		for i, s := range got.After {
			if i > 0 {
				said += " "
			}
			said += s
		}
		if said != c.want || got.Decided != c.decided || got.When != "14 to 20 Mar" {
			t.Errorf("%s: %q %q, %s", name, got.Decided, said, got.When)
		}
	}
}

func TestSeasonSummary(t *testing.T) {
	s := coach.Season{From: diary.DateOf(2026, 1, 1), To: diary.DateOf(2026, 5, 1), Weeks: []coach.SeasonWeek{
		{Start: diary.DateOf(2025, 12, 29), Load: 311.6, Known: true, Level: verdict.LevelEase, Days: 3, RaceKm: 10},
		{Start: diary.DateOf(2026, 1, 5)},
	}}
	got := Season(s, []int{2026}, Options{Miles: true})
	if got.Summary != "In 2026 no week was made lighter, hard sessions were never on hold, and there was no stop." {
		t.Error(got.Summary)
	}
	if w := got.Weeks[0]; *w.Load != 312 || w.Verdict != "ease off, 3 days" || w.Race != "6.2 mi" || got.Weeks[1].Load != nil || got.Weeks[1].Verdict != "" {
		t.Errorf("%+v", got.Weeks)
	}
	s.Turns = []coach.Turn{{Kind: coach.TurnStop}, {Kind: coach.TurnHold}, {Kind: coach.TurnHold, Decided: coach.Declined}, {Kind: coach.TurnCut}}
	if got := Season(s, nil, Options{}).Summary; got != "In 2026: 1 lighter week, 2 holds on hard sessions (1 declined) and 1 stop." {
		t.Error(got)
	}
}
