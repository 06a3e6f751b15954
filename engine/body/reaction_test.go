package body

import (
	"math"
	"testing"

	"rebound/engine/diary"
	"rebound/engine/load"
)

func trials(ms ...float32) []float32 { return ms }

// steady is ten responses around a mean.
func steady(date diary.Date, mean float32) diary.Reaction {
	var out []float32
	for i := range 10 {
		out = append(out, mean+float32(i)-4.5)
	}
	return diary.Reaction{Stamp: diary.Stamp{Date: date}, Trials: out}
}

func TestMeasureReaction(t *testing.T) {
	in := diary.Reaction{Stamp: diary.Stamp{Date: 100}, Trials: trials(0, 60, 250, 260, 270, 280, 290, 300, 310, 320, 330, 400, 9000)}
	got, ok := measureReaction(&in, &rules)
	// Ten lights are answered: 3010 ms in all, one over 355 ms; 0 and 60 ms are false
	// starts, and the light of nine seconds was not answered: a lapse, and no time.
	if !ok || got.Trials != 10 || got.Early != 2 || got.Lapses != 2 || got.Fastest != 250 || got.Slowest != 400 || math.Abs(got.Mean-301) > 1e-9 {
		t.Errorf("%+v %v", got, ok)
	}
	in.Trials = trials(250, 260, 270, 0, 0, 0, 0, 0)
	if _, ok := measureReaction(&in, &rules); ok {
		t.Error("three responses are no test")
	}
}

// One light of sixteen that was not answered is a lapse; the mean stays that of
// the others.
func TestUnansweredLight(t *testing.T) {
	in := diary.Reaction{Stamp: diary.Stamp{Date: 100}}
	for range 15 {
		in.Trials = append(in.Trials, 289)
	}
	for unanswered, counts := range map[float32]bool{diary.Unanswered - 1: true, diary.Unanswered: false, diary.Unanswered + 1: false, 60_000: false} {
		test := in
		test.Trials = append(test.Trials[:15:15], unanswered)
		got, ok := measureReaction(&test, &rules)
		if !ok || got.Lapses != 1 || (got.Trials == 16) != counts || !counts && got.Mean != 289 {
			t.Errorf("%g ms: %+v %v", unanswered, got, ok)
		}
	}
}

func TestReactionAgainstOwn(t *testing.T) {
	for name, c := range map[string]struct {
		before []float32 // a test every other day up to day 98
		today  float32   // on day 100; 0 for none
		state  ReactionState
	}{
		"usual":                      {[]float32{290, 300, 300, 305, 310}, 305, ReactionUsual},
		"within the floor of 15 ms":  {[]float32{300, 300, 300, 300, 300}, 314, ReactionUsual},
		"at the floor":               {[]float32{300, 300, 300, 300, 300}, 315, ReactionSlowed},
		"slower, of an even runner":  {[]float32{290, 300, 300, 305, 310}, 330, ReactionSlowed},
		"as slow, of an uneven one":  {[]float32{250, 300, 300, 340, 360}, 330, ReactionUsual},
		"four tests behind":          {[]float32{300, 300, 300, 300}, 400, ReactionUnknown},
		"faster is usual":            {[]float32{300, 300, 300, 300, 300}, 200, ReactionUsual},
		"no test in the three days":  {[]float32{300, 300, 300, 300, 300}, 0, ReactionUnknown},
		"one wild test does not set": {[]float32{300, 300, 300, 300, 900}, 301, ReactionUsual},
	} {
		var tests []diary.Reaction
		for i, mean := range c.before {
			tests = append(tests, steady(diary.Date(97-2*(len(c.before)-1-i)), mean))
		}
		if c.today > 0 {
			tests = append(tests, steady(100, c.today))
		}
		if got := reaction(tests, 100, &rules); got.State != c.state {
			t.Errorf("%s: %s, %+v", name, got.State, got)
		}
	}
}

// The flag fires with soreness 0: by both signs on two of three days, or by one of
// them with slowed reactions; never by reactions alone.
func TestNervousSystem(t *testing.T) {
	for name, c := range map[string]struct {
		spring, harder int // days of the last two on which the sign is there
		slowed         bool
		want           bool
	}{
		"both on two days":               {2, 2, false, true},
		"both, one on one day":           {2, 1, false, false},
		"one on two days":                {2, 0, false, false},
		"one on two days, slowed":        {2, 0, true, true},
		"the other on two days, slowed":  {0, 2, true, true},
		"one on one day, slowed":         {1, 0, true, false},
		"slowed alone":                   {0, 0, true, false},
		"both on two days, slowed a lot": {2, 2, true, true},
	} {
		told := &diary.Reported{}
		for i := range 2 {
			in := diary.NewCheckIn(diary.Stamp{At: 1, Date: 99 + diary.Date(i)})
			in.Soreness, in.Signs[diary.LostSpring], in.Signs[diary.HarderThanItShould] = 0, 0, 0
			if i < c.spring {
				in.Signs[diary.LostSpring] = 2
			}
			if i < c.harder {
				in.Signs[diary.HarderThanItShould] = 3
			}
			told.CheckIns = append(told.CheckIns, in)
		}
		for d := range diary.Date(6) {
			told.Reactions = append(told.Reactions, steady(80+d, 300))
		}
		if c.slowed {
			told.Reactions = append(told.Reactions, steady(100, 380))
		}
		s := Read(Input{Date: 100, Rules: &rules, Reported: told, History: load.New(&diary.Diary{}, rules)})
		if s.Nervous != c.want {
			t.Errorf("%s: %v, want %v", name, s.Nervous, c.want)
		}
		if s.Triage != Run || s.Running != AsPlanned {
			t.Errorf("%s: a flag decides nothing, and this came to %s", name, s.Triage)
		}
	}
}
