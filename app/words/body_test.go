package words

import (
	"slices"
	"strings"
	"testing"

	"rebound/engine"
	"rebound/engine/body"
	"rebound/engine/diary"
	"rebound/engine/load"
	"rebound/engine/rule"
)

var noRuns = load.New(&diary.Diary{}, rule.Default())

// Every item that the engine can choose has its words, and none is left over.
func TestProgrammeIsWritten(t *testing.T) {
	var met []body.Exercise
	see := func(items []body.Item) {
		for _, it := range items {
			met = append(met, it.Exercise)
			x := exercise(it, filler(rule.Default()))
			for what, s := range map[string]string{"title": x.Title, "dose": x.Dose, "how": x.How, "progress": x.Progress, "stop": x.StopWhen, "source": x.Source} {
				if s == "" {
					t.Errorf("%s: %s has no %s", it.Part, it.Exercise, what)
				}
			}
			if strings.Contains(strings.ToLower(x.Title+x.How), "just rest") {
				t.Errorf("%s says to just rest", it.Exercise)
			}
		}
	}
	r := rule.Default()
	for _, site := range diary.Sites {
		for _, pain := range []diary.Score{1, 3, 6} {
			told := diary.Reported{Niggles: []diary.Niggle{{Stamp: diary.Stamp{Date: 100}, Site: site, Side: diary.Left, Severity: pain}}}
			for _, phase := range []body.Phase{body.Building, body.Easing, body.Back, body.Racing, body.Free, body.Unplanned} {
				s := body.Read(body.Input{Date: 101, Rules: &r, Reported: &told, History: noRuns})
				see(s.Programme(phase))
			}
		}
	}
	at := diary.Stamp{At: 1, Date: 99}
	for _, told := range []diary.Reported{
		{Illnesses: []diary.Illness{{Stamp: at, Where: diary.AboveNeck}}},
		{Illnesses: []diary.Illness{{Stamp: at, To: 100, Where: diary.AboveNeck}}},
		{Illnesses: []diary.Illness{{Stamp: diary.Stamp{At: 1, Date: 80}, Where: diary.AboveNeck}}},
		{Niggles: []diary.Niggle{{Stamp: at, Site: "shin", BonePoint: diary.Yes}, {Stamp: diary.Stamp{At: 2, Date: 100}, Site: "shin"}}},
		{Niggles: []diary.Niggle{{Stamp: diary.Stamp{At: 1, Date: 90}, Site: "calf", Severity: 1}}},
	} {
		s := body.Read(body.Input{Date: 101, Rules: &r, Reported: &told, History: noRuns})
		see(s.Programme(body.Easing))
	}
	for d := range diary.Date(7) {
		s := body.Read(body.Input{Date: 100 + d, Rules: &r, Reported: &diary.Reported{}, History: noRuns})
		see(s.Programme(body.Building))
	}
	for code := range instructions {
		if !slices.Contains(met, code) {
			t.Errorf("%s is written and never chosen", code)
		}
		if !code.Known() {
			t.Errorf("%s cannot be ticked off", code)
		}
	}
}

func TestColdIsSaid(t *testing.T) {
	for cause, want := range map[body.ColdCause]string{
		body.ColdStrength: "what your muscles gain", body.ColdHard: "precaution", body.ColdLong: "precaution",
		body.ColdRace: "11 to 15", body.ColdNothing: "10 to 15 minutes",
	} {
		if got := coldText(body.Cold{Cause: cause, Until: -1}, rule.Default(), Options{}); !strings.Contains(got, want) {
			t.Errorf("%q: %s", cause, got)
		}
	}
	ill := coldCard(body.Cold{Advice: body.ColdNotToday, Cause: body.ColdIll}, rule.Default(), Options{})
	if ill.Advice != "not_today" || ill.Dose != "" || ill.Kind != "precaution" {
		t.Errorf("with fever: %+v", ill)
	}
	if got := coldText(body.Cold{Cause: body.ColdLong, Until: 16*60 + 5}, rule.Default(), Options{}); !strings.Contains(got, "until 16:05") {
		t.Error(got)
	}
}

// The sentence names the niggle that forbids to run, not an older one.
func TestHeadlineNamesWhatStops(t *testing.T) {
	told := diary.File{Reported: diary.Reported{Niggles: []diary.Niggle{
		{Stamp: diary.Stamp{Date: 90}, Site: "lower_back", Severity: 2},
		{Stamp: diary.Stamp{Date: 100}, Site: "knee", Side: diary.Left, Severity: 6},
	}}}
	e := engine.New(diary.Build([]diary.File{told}, nil), rule.Default())
	a := Assessment(e, e.Assess(100), Options{})
	if a.Action != "see_clinician" || !strings.Contains(a.Headline, "left knee hurts 6") || !strings.Contains(a.Headline, "lower back") {
		t.Errorf("%s: %s", a.Action, a.Headline)
	}
	if !strings.Contains(a.Body.Text, "left knee") || a.Body.Niggles[0].Site != "knee" {
		t.Errorf("%s: %+v", a.Body.Text, a.Body.Niggles)
	}
}

func assessed(date diary.Date, f diary.File) (*engine.Engine, engine.Report) {
	e := engine.New(diary.Build([]diary.File{f}, nil), rule.Default())
	return e, e.Assess(date)
}

// What the runner noted is named: no pain of 0 of 10, and no flag that was not said.
func TestHeadlineSaysWhatWasNoted(t *testing.T) {
	for want, n := range map[string]diary.Niggle{
		"Your left knee is swollen, so":                       {Swelling: true},
		"Your left knee was worse the day after running, so":  {Severity: 1, Worse: true},
		"Your left knee hurts 4 of 10, so":                    {Severity: 4, Worse: true},
		"You logged a limp (left knee): do":                   {Severity: 1, Limp: diary.Yes},
		"You logged night pain and pinpoint bone pain (left ": {Severity: 4, NightPain: diary.Yes, BonePoint: diary.Yes},
	} {
		n.Date, n.Site, n.Side = 100, "knee", diary.Left
		e, r := assessed(100, diary.File{Reported: diary.Reported{Niggles: []diary.Niggle{n}}})
		a := Assessment(e, r, Options{})
		if !strings.HasPrefix(a.Headline, want) {
			t.Errorf("%q, want %q", a.Headline, want)
		}
		seen := a.Action == "see_clinician"
		if strings.Contains(a.Body.Text, "See a physiotherapist") != seen || strings.Contains(a.Body.Niggles[0].Text, "do not run") != seen {
			t.Errorf("%s: %q, %q", a.Action, a.Body.Text, a.Body.Niggles[0].Text)
		}
	}
}

// A check-in without an own usual is not within it, and a lone sign is named.
func TestCheckInSaysNoMoreThanIsKnown(t *testing.T) {
	var f diary.File
	for d := diary.Date(99); d <= 100; d++ {
		c := diary.CheckIn{Stamp: diary.Stamp{Date: d}}
		c.Signs[diary.Drained] = 3
		f.CheckIns = append(f.CheckIns, c)
	}
	_, r := assessed(100, f)
	if text := channel(&r.Body, rule.Default()); strings.Contains(text, "look normal") || !strings.Contains(text, "It takes 10 earlier check-ins") || !strings.HasSuffix(text, "feeling drained.") {
		t.Error(text)
	}
}

// Chest symptoms leave nothing beside help; fever that lasts goes to a doctor.
func TestFeverIsSaid(t *testing.T) {
	c := diary.CheckIn{Stamp: diary.Stamp{Date: 100}, Chest: diary.Yes}
	s := screenOf(100, diary.File{Reported: diary.Reported{CheckIns: []diary.CheckIn{c}}})
	if len(s.Advice) != 1 || !strings.Contains(s.Advice[0], "medical help") || s.Urgent != emergency || len(s.Body.Programme) != 0 {
		t.Errorf("%q %q %+v", s.Advice, s.Urgent, s.Body.Programme)
	}
	c.Chest, c.Fever = diary.NotSaid, diary.Yes
	gone := diary.CheckIn{Stamp: diary.Stamp{Date: 104}, Fever: diary.No}
	for date, want := range map[diary.Date]string{102: "until it is gone.", 103: "see a doctor.", 104: "no long run."} {
		_, r := assessed(date, diary.File{Reported: diary.Reported{CheckIns: []diary.CheckIn{c, gone}}})
		if text := triageText(&r.Body, rule.Default()); !strings.HasSuffix(text, want) {
			t.Errorf("day %d: %s", date, text)
		}
	}
}

// An illness is said by its place and its day, on every screen alike.
func TestIllnessIsSaid(t *testing.T) {
	ill := func(where diary.Where, to diary.Date) diary.File {
		return diary.File{Reported: diary.Reported{Illnesses: []diary.Illness{{Stamp: diary.Stamp{Date: 100}, To: to, Where: where}}}}
	}
	for name, c := range map[string]struct {
		where    diary.Where
		to, on   diary.Date
		headline string
		next     string
	}{
		"above, first day":   {diary.AboveNeck, 0, 100, "Day 1 of an illness above the neck: rest, or run easy for half your usual, 30 minutes at most.", "Sleep, drink"},
		"above, seventh day": {diary.AboveNeck, 0, 106, "ask a doctor.", "Sleep, drink"},
		"above, two weeks":   {diary.AboveNeck, 0, 113, "You have been ill for 14 days: rest, and see a doctor.", "See a doctor."},
		"below":              {diary.BelowNeck, 0, 101, "no running until you are better.", "Sleep, drink"},
		"not sure":           {diary.Unsure, 0, 101, "If you feel up to it, run easy", "Sleep, drink"},
		"the day after":      {diary.AboveNeck, 104, 105, "Day 1 of 5 after your illness: 50% of your usual", "Run easy until"},
		"the fourth":         {diary.AboveNeck, 104, 108, "Day 4 of 5 after your illness: 75% of your usual", "Run easy until"},
	} {
		e, r := assessed(c.on, ill(c.where, c.to))
		a, s := Assessment(e, r, Options{}), BodyScreen(e, c.on, Options{})
		if !strings.Contains(a.Headline, c.headline) || !strings.HasPrefix(a.Next, c.next) {
			t.Errorf("%s: %s %s", name, a.Headline, a.Next)
		}
		if s.Ill == nil || s.Ill.Text != a.Headline || s.Body.Text != a.Headline {
			t.Errorf("%s: Today says %q, Body %+v and %q", name, a.Headline, s.Ill, s.Body.Text)
		}
	}
}

// After a red flag that may have been bone the first word is that someone should look,
// then what is left of the walking; the screens say the same.
func TestRedFlagGoneIsSaid(t *testing.T) {
	at := func(d diary.Date) diary.Stamp { return diary.Stamp{At: int64(d), Date: d} }
	told := diary.Reported{
		Niggles: []diary.Niggle{{Stamp: at(95), Site: "shin", Side: diary.Left, BonePoint: diary.Yes}, {Stamp: at(97), Site: "shin", Side: diary.Left}},
		Walks:   []diary.Walk{{Stamp: at(99), Minutes: 30}},
	}
	e, r := assessed(100, diary.File{Reported: told})
	a, s := Assessment(e, r, Options{}), BodyScreen(e, 100, Options{})
	if want := "Have your left shin looked at, though it no longer hurts. After pinpoint bone pain in your left shin, walk before you run: 30 minutes without pain on 2 days. 1 done so far."; a.Headline != want {
		t.Errorf("%s", a.Headline)
	}
	if a.Reasons[0].Code != "red_flag_unseen" || !strings.HasPrefix(a.Next, "Make an appointment with a physiotherapist or doctor.") {
		t.Errorf("%+v %s", a.Reasons[0], a.Next)
	}
	if s.Walk == nil || !s.Walk.Walking || s.Walk.Seen || s.Walk.Walks != 1 || s.Walk.Today != nil || !strings.Contains(s.Body.Text, "walk before you run: 1 of 2 pain-free days done so far") {
		t.Errorf("%+v %s", s.Walk, s.Body.Text)
	}
	again := told
	again.Niggles = append(slices.Clone(told.Niggles), diary.Niggle{Stamp: at(100), Site: "shin", Side: diary.Left, Severity: 2})
	e, r = assessed(100, diary.File{Reported: again})
	if a := Assessment(e, r, Options{}); !strings.HasPrefix(a.Headline, "Have your left shin looked at. After pinpoint bone pain") {
		t.Errorf("it hurts again: %s", a.Headline)
	}
	told.Niggles = append(told.Niggles, diary.Niggle{Stamp: at(99), Site: "shin", Side: diary.Left, Seen: diary.Yes})
	told.Walks = append(told.Walks, diary.Walk{Stamp: at(100), Minutes: 30})
	e, r = assessed(100, diary.File{Reported: told})
	a, s = Assessment(e, r, Options{}), BodyScreen(e, 100, Options{})
	if want := "You have walked without pain: begin with 1 min run, 1 min walk, 15 times, every other day."; a.Headline != want {
		t.Errorf("%s", a.Headline)
	}
	if s.Walk == nil || s.Walk.Walking || !s.Walk.Seen || s.Walk.Today == nil || *s.Walk.Today.Pain != 0 {
		t.Errorf("%+v", s.Walk)
	}
}
