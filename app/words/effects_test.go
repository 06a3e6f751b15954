package words

import (
	"strings"
	"testing"

	"rebound/engine"
	"rebound/engine/coach"
	"rebound/engine/diary"
	"rebound/engine/effect"
	"rebound/engine/rule"
	"rebound/engine/sample"
)

func seenShift(by, low, high float64) coach.Answer {
	return coach.Answer{Shift: effect.Shift{Known: true, By: by, Low: low, High: high, With: 9, Without: 40, Had: 9, Lacked: 40}, Seen: low > 0 || high < 0}
}

// Whatever is asked about has its words, and every answer its sentence.
func TestEffectsSentences(t *testing.T) {
	rules := rule.Default()
	m := coach.Matter{Of: "alcohol", Signals: [diary.Kinds]coach.Answer{
		diary.HRV:       seenShift(-0.0834, -0.1278, -0.0408),
		diary.RestingHR: seenShift(0.5, -0.25, 1.04),
		diary.Sleep:     {Shift: effect.Shift{Had: 3, Lacked: 20}},
	}}
	x := matter(&m, rules, Options{})
	if x.Value != "HRV lower" || x.Text != "Nights after alcohol, compared with your other nights. Too few nights yet for sleep." || len(x.Shifts) != 2 {
		t.Errorf("%+v", x)
	}
	if s := x.Shifts[0]; s.Text != "8% lower. Likely between 4% and 12% lower." || s.By != -8 || s.Low != -12 || s.High != -4 {
		t.Errorf("%+v", s)
	}
	if s := x.Shifts[1]; s.Text != "Can't see it in your data. Likely between 0.3 bpm lower and 1 bpm higher." || s.Amount != "0.5 bpm higher" {
		t.Errorf("%+v", s)
	}
	chance := seenShift(-21, -70, -6)
	chance.Seen = false
	for want, s := range map[string]coach.Answer{
		"Could be chance: between 6 min and 1 h 10 min shorter. With this many questions, a few come out like this by luck.": chance,
		"Can't see it in your data. Likely between 4 min shorter and no change.":                                             seenShift(-0.2, -4, 0.3),
		"12 min longer. Likely between 5 min and 20 min longer.":                                                             seenShift(12, 5, 20),
	} {
		s.Seen = s.Seen && s.High != 0.3
		if got := shift(&s, &signalScales[diary.Sleep], false); got.Text != want {
			t.Errorf("%q, not %q", got.Text, want)
		}
	}
	if x := matter(&coach.Matter{Of: coach.AfterLate, Signals: [diary.Kinds]coach.Answer{seenShift(0, -1, 1)}}, rules, Options{}); x.Text != "Nights after a run that ended late, compared with nights after one that ended before 20:00." || x.Value != "Can't see it" {
		t.Errorf("%+v", x)
	}
	if x := matter(&coach.Matter{Of: "alcohol", Over: 2, Signals: [diary.Kinds]coach.Answer{seenShift(-0.1, -0.2, -0.05)}}, rules, Options{}); x.Name != "Alcohol, more of it" || x.Text != "Nights after more than 2 drinks, compared with nights after up to 2 drinks." || x.Key == "alcohol" {
		t.Errorf("%+v", x)
	}
	if x := matter(&coach.Matter{Of: "alcohol", Over: 1, Signals: [diary.Kinds]coach.Answer{seenShift(-0.1, -0.2, -0.05)}}, rules, Options{}); !strings.HasPrefix(x.Text, "Nights after more than 1 drink, ") {
		t.Errorf("%+v", x)
	}
	if got := clause(&coach.Says{Of: coach.RanHarder, Answer: seenShift(1, 0.2, 2)}); got != "your runs felt harder" {
		t.Errorf("within a sentence: %q", got)
	}
	pain := followed(&coach.Says{Of: coach.Hurt, Answer: seenShift(0.12, 0.05, 0.2)}, rules)
	if pain.Value != "Yes, more often" || pain.Shifts[0].Text != "12 in 100 more often. Likely between 5 in 100 and 20 in 100 more often." || pain.Text != "How often you logged pain within seven days, out of 100 mornings." {
		t.Errorf("%+v", pain)
	}
}

// What is too little says what it takes, and asks nobody for more of it.
func TestEffectsWanting(t *testing.T) {
	rules := rule.Default()
	for want, s := range map[string]effect.Shift{
		"3 of 8 nights | 3 nights with it so far. A comparison takes 8.":                                                                                   {Had: 3, Lacked: 90},
		"0 of 8 nights | No nights without it so far. A comparison takes 8.":                                                                               {Had: 90},
		"7 of 8 nights | 7 nights without it so far. A comparison takes 8.":                                                                                {Had: 90, Lacked: 7},
		"Nothing to compare | Your 19 nights with it are nearly all on the same weekdays, and too few others fall on those weekdays to compare them with.": {Had: 19, Lacked: 90, With: 19, Without: 3},
		"Too few weeks | Your 9 nights with it are too close together. A comparison takes nights from 6 different weeks.":                                  {Had: 9, Lacked: 90, With: 9, Without: 40},
	} {
		value, text := wanting(&coach.Answer{Shift: s}, "night", rules)
		if got := value + " | " + text; got != want {
			t.Errorf("%q, not %q", got, want)
		}
	}
}

// The sample runner drinks at weekends and her HRV shows it, whatever weekday it is today;
// nothing is said of what she never logged.
func TestEffectsOfTheSampleRunner(t *testing.T) {
	for ahead := range diary.Date(7) {
		today := diary.DateOf(2026, 11, 27) + ahead
		files := append(sample.Files(today), sample.Reported(today, sample.Files(today)))
		x := Effects(engine.New(diary.Build(files, nil), rule.Default()), today, Options{})
		values := map[string]string{}
		for _, m := range x.Matters {
			values[m.Key] = m.Value
		}
		if !strings.HasPrefix(values["alcohol"], "HRV lower") || values["heavy_meal"] == "" {
			t.Errorf("on %v: %v", today, values)
		}
		if !strings.Contains(x.Waits, "altitude") || values["altitude"] != "" || x.Verdict == "" || len(x.Says) != 5 {
			t.Errorf("on %v: %q, %q", today, x.Waits, x.Verdict)
		}
	}
	for _, tag := range diary.DayTags {
		if _, after := matterName(tag); tag != "illness" && after == tag && tag != "alcohol" {
			t.Errorf("%s has no words", tag)
		}
	}
}
