package words

import (
	"strings"
	"testing"

	"rebound/app/wire"
	"rebound/engine"
	"rebound/engine/diary"
	"rebound/engine/load"
	"rebound/engine/rule"
	"rebound/engine/signal"
	"rebound/engine/verdict"
)

// A check that fails is news for as long as the signals' window; after that it says how
// old it is, what there is of today stands first, and the next step is a new run.
func TestEasyCheckGrowsOld(t *testing.T) {
	e := engine.New(diary.Build(nil, nil), rule.Default())
	held := func(back diary.Date) engine.Report {
		r := engine.Report{Date: coachDay, RunSeen: true, Level: verdict.LevelEase, Action: verdict.HoldQuality, Seen: coachDay,
			Easy:    load.EasyCheck{State: load.EasyFail, By: load.ByPace, HR: 146, Usual: 140, Speed: 3, Runs: 6, Last: coachDay - back},
			Reasons: []verdict.Reason{{Code: verdict.EasyPaceFails, Tone: verdict.ToneEase, Value: 6, Limit: 4, Days: 6, Date: coachDay - back}}}
		for k := range r.Signals {
			r.Signals[k].Kind, r.Signals[k].Name = diary.Kind(k), signal.InRange
		}
		return r
	}
	fresh, old, silent, out, felt, sore := held(6), held(14), held(14), held(14), held(9), held(14)
	silent.Seen, silent.Signals = coachDay-14, signal.Day{}
	silent.Reasons = append(silent.Reasons, verdict.Reason{Code: verdict.RunsUnknown})
	longAgo := held(400)
	longAgo.Seen, longAgo.Signals, longAgo.Reasons = coachDay-400, signal.Day{}, silent.Reasons
	out.Signals[diary.HRV].Name, out.Signals[diary.HRV].DaysOut = signal.Adverse, 3
	felt.Easy.By, felt.Easy.Felt, felt.Easy.Runs = load.ByFelt, 2, 3
	sore.Reasons = append([]verdict.Reason{{Code: verdict.CheckInAdverse, Tone: verdict.ToneEase}}, sore.Reasons...)
	day := LongDay(coachDay - 14)
	for name, c := range map[string]struct {
		report     engine.Report
		head, step string
		old        bool
	}{
		"six days old":     {fresh, "Your heart rate at easy pace is 6 bpm above your usual, so the next hard session waits.", "No hard session for now.", false},
		"two weeks old":    {old, "HRV, resting heart rate and sleep look normal for you, but your easy-pace check on " + day + " failed.", "Do an easy, flat run of 30 to 40 minutes, then add its file", true},
		"and nothing new":  {silent, "Nothing has come in since " + day + ", and your easy-pace check on that day failed.", "Do an easy, flat run", true},
		"for over a year":  {longAgo, "Nothing has come in since " + FullDay(coachDay-400) + ", and", "Do an easy, flat run", true},
		"a signal is out":  {out, "HRV has been below your normal range for 3 days, and your easy-pace check on " + day + " failed.", "Do an easy, flat run", true},
		"by what was felt": {felt, "your easy-pace check on " + LongDay(coachDay-9) + " failed.", "rate how it felt", true},
		"and a check-in":   {sore, "", "No hard session for now.", true},
	} {
		a := Assessment(e, c.report, Options{})
		if !strings.Contains(a.Headline, c.head) || !strings.Contains(a.Next, c.step) {
			t.Errorf("%s: %q %q, want %q %q", name, a.Headline, a.Next, c.head, c.step)
		}
		if why := reasonOf(a, "easy_pace_fail"); strings.Contains(why, "ago") != c.old {
			t.Errorf("%s: %q", name, why)
		}
	}
}

func reasonOf(a wire.Assessment, code string) string {
	for _, x := range a.Reasons {
		if x.Code == code {
			return x.Text
		}
	}
	return ""
}
