package words

import (
	"strings"
	"testing"

	"rebound/engine"
	"rebound/engine/body"
	"rebound/engine/diary"
	"rebound/engine/rule"
	"rebound/engine/signal"
	"rebound/engine/verdict"
)

// ranged is a go on which each signal stands where it is said to.
func ranged(past [diary.Kinds]signal.Past) engine.Report {
	base := [diary.Kinds]signal.Baseline{
		diary.HRV:       {Mean: 4.11, SD: 0.12, Low: 4.05, High: 4.17, Days: 60},
		diary.RestingHR: {Mean: 50, SD: 1, Low: 49.5, High: 50.5, Days: 60},
		diary.Sleep:     {Mean: 455, SD: 24, Low: 443, High: 467, Days: 60},
	}
	bad, good := [diary.Kinds]float64{4.007, 51, 437}, [diary.Kinds]float64{4.2, 48, 480}
	r := engine.Report{Date: coachDay, Seen: coachDay, RunSeen: true, Action: verdict.Progress, Level: verdict.LevelGo, Confidence: verdict.High}
	for k := range r.Signals {
		s := signal.State{Kind: diary.Kind(k), Name: signal.InRange, Baseline: base[k], Recent: base[k].Mean, Past: past[k], RecentDays: 7, Source: "garmin fit"}
		switch {
		case past[k].Bad():
			s.Recent = bad[k]
		case past[k] == signal.Better:
			s.Recent = good[k]
		}
		s.Z = (s.Recent - s.Baseline.Mean) / s.Baseline.SD
		s.Held = past[k] == signal.Leaning || past[k] == signal.OneDay && k == int(diary.HRV)
		r.Signals[k] = s
	}
	rules := rule.Default()
	r.Reasons = verdict.Reasons(&verdict.Facts{Date: r.Date, Signals: r.Signals, RunSeen: true, Rules: &rules})
	return r
}

func sayOf(r engine.Report) (head string, why []string, text string) {
	e := engine.New(diary.Build(nil, nil), rule.Default())
	a := Assessment(e, r, Options{})
	var all []string
	for _, s := range a.Signals {
		why = append(why, s.Note+". "+s.Why)
		all = append(all, s.Note, s.Why)
	}
	for _, x := range a.Reasons {
		all = append(all, x.Text)
	}
	return a.Headline, why, strings.Join(append(all, a.Headline), "\n")
}

// The headline of a go says what it draws: nothing that lies outside its normal range looks
// normal, and none of it is told as if it were out.
func TestHeadlineOfWhatIsPast(t *testing.T) {
	const in, one, better = signal.Inside, signal.OneDay, signal.Better
	for _, c := range []struct {
		past [diary.Kinds]signal.Past
		want string
	}{
		{[3]signal.Past{in, in, in}, "HRV, resting heart rate and sleep look normal for you: train as planned."},
		{[3]signal.Past{better, in, in}, "HRV, resting heart rate and sleep look normal or better for you: train as planned."},
		{[3]signal.Past{one, in, in}, "HRV is a little low, but not enough to change anything: train as planned."},
		{[3]signal.Past{in, signal.Slight, in}, "Resting heart rate is a little high, but not enough to change anything: train as planned."},
		{[3]signal.Past{better, in, signal.NotShort}, "Sleep is a little short, but not enough to change anything: train as planned."},
		{[3]signal.Past{one, signal.Leaning, in}, "HRV is a little low and resting heart rate a little high, but not enough to change anything: train as planned."},
		{[3]signal.Past{one, in, signal.FewShort}, "HRV is a little low and sleep a little short, but not enough to change anything: train as planned."},
		{[3]signal.Past{one, signal.Slight, signal.NotShort}, "HRV, resting heart rate and sleep are a little off, but not enough to change anything: train as planned."},
	} {
		if got, _, _ := sayOf(ranged(c.past)); got != c.want {
			t.Errorf("%v: %q, want %q", c.past, got, c.want)
		}
	}
	far := ranged([3]signal.Past{one, in, in})
	far.Signals[diary.HRV].Z = -1
	if got, _, _ := sayOf(far); got != "HRV is low after one odd night, but not enough to change anything: train as planned." {
		t.Errorf("far off: %q", got)
	}
	unread := ranged([3]signal.Past{one, in, in})
	unread.Signals[diary.Sleep] = signal.State{Kind: diary.Sleep, Missing: signal.NoReadings}
	if got, _, _ := sayOf(unread); got != "HRV is a little low, but not enough to change anything, and sleep is not known: train as planned." {
		t.Errorf("one not known: %q", got)
	}
	out := ranged([3]signal.Past{in, signal.Slight, in})
	out.Signals[diary.HRV].Name, out.Signals[diary.HRV].DaysOut = signal.Adverse, 3
	if got, _, _ := sayOf(out); !strings.HasPrefix(got, "HRV has been below your normal range for 3 days, which on its own changes nothing yet") {
		t.Errorf("one out: %q", got)
	}
}

// Each reason is said with the number that it rests on, and says that nothing follows.
func TestWhyPastChangesNothing(t *testing.T) {
	for _, c := range []struct {
		kind diary.Kind
		past signal.Past
		want string
	}{
		{diary.HRV, signal.Inside, "in range. "},
		{diary.HRV, signal.Better, "higher than usual. "},
		{diary.HRV, signal.OneDay, "a little low. One night alone accounts for it, so it changes nothing."},
		{diary.RestingHR, signal.Better, "lower than usual. "},
		{diary.RestingHR, signal.OneDay, "high after one odd day. One day alone accounts for it, so it changes nothing."},
		{diary.RestingHR, signal.Slight, "a little high. It takes a rise of 1.5 bpm to count, so it changes nothing."},
		{diary.RestingHR, signal.Leaning, "a little high. With its highest day left out it would be too little to count, so it changes nothing."},
		{diary.Sleep, signal.Better, "longer than usual. "},
		{diary.Sleep, signal.OneDay, "a little short. One night alone accounts for it, so it changes nothing."},
		{diary.Sleep, signal.NotShort, "a little short. It is still 7 h or more a night, so it changes nothing."},
		{diary.Sleep, signal.FewShort, "a little short. It takes 3 nights under 7 h to count, so it changes nothing."},
		{diary.Sleep, signal.Slight, "a little short. It takes 30 min less than usual to count, so it changes nothing."},
		{diary.Sleep, signal.Leaning, "a little short. With one of its nights left out it would not be short enough to count, so it changes nothing."},
	} {
		var past [diary.Kinds]signal.Past
		past[c.kind] = c.past
		_, got, all := sayOf(ranged(past))
		if got[c.kind] != c.want {
			t.Errorf("%v %q: %q, want %q", c.kind, c.past, got[c.kind], c.want)
		}
		if c.past.Bad() && (strings.Contains(all, "normal for you") || strings.Count(all, "in range") != 2) {
			t.Errorf("%v %q: said to be normal somewhere:\n%s", c.kind, c.past, all)
		}
		if c.past.Bad() && !strings.Contains(all, "Your normal range is ") {
			t.Errorf("%v %q: the reasons do not say it:\n%s", c.kind, c.past, all)
		}
	}
}

// The debt of sleep is said beside where its average stands, whatever that is.
func TestPastAndOwed(t *testing.T) {
	for past, want := range map[signal.Past]string{
		signal.Inside:   "usual for you, but your sleep debt is 9 h. ",
		signal.Better:   "longer than usual, but your sleep debt is 9 h. ",
		signal.NotShort: "a little short. It is still 7 h or more a night, so it changes nothing. Your sleep debt is 9 h.",
	} {
		r := ranged([diary.Kinds]signal.Past{diary.Sleep: past})
		r.Body.Sleep = body.Sleep{Need: 480, Debt: 540, Nights: 14}
		if _, got, _ := sayOf(r); got[diary.Sleep] != want {
			t.Errorf("%q: %q, want %q", past, got[diary.Sleep], want)
		}
	}
}
