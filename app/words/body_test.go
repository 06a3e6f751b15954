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
			for _, phase := range []body.Phase{body.Building, body.Easing, body.Back, body.Off} {
				s := body.Read(body.Input{Date: 101, Rules: &r, Reported: &told, History: noRuns})
				see(s.Programme(phase))
			}
		}
	}
	ill, hurt := diary.NewCheckIn(diary.Stamp{At: 1, Date: 100}), diary.NewCheckIn(diary.Stamp{At: 1, Date: 100})
	ill.Fever, hurt.Chest = diary.Yes, diary.Yes
	for _, c := range []diary.CheckIn{ill, hurt} {
		s := body.Read(body.Input{Date: 101, Rules: &r, Reported: &diary.Reported{CheckIns: []diary.CheckIn{c}}, History: noRuns})
		see(s.Programme(body.Off))
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
		body.ColdStrength: "evidence", body.ColdHard: "precaution", body.ColdLong: "precaution",
		body.ColdRace: "11 to 15", body.ColdNothing: "10 to 15 minutes",
	} {
		if got := coldText(body.Cold{Cause: cause, Until: -1}, rule.Default()); !strings.Contains(got, want) {
			t.Errorf("%q: %s", cause, got)
		}
	}
	ill := coldCard(body.Cold{Advice: body.ColdAllowed, Cause: body.ColdRace, Ill: true}, rule.Default())
	if ill.Advice != "not_today" || ill.Dose != "" || ill.Kind != "precaution" {
		t.Errorf("with fever: %+v", ill)
	}
	if got := coldText(body.Cold{Cause: body.ColdLong, Until: 16*60 + 5}, rule.Default()); !strings.Contains(got, "until 16:05") {
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
		"Your left knee is swollen, so":                              {Swelling: true},
		"Your left knee was worse the day after running, so":         {Severity: 1, Worse: true},
		"Your left knee hurts 4 of 10, so":                           {Severity: 4, Worse: true},
		"You noted a limp (left knee), so":                           {Severity: 1, Limp: diary.Yes},
		"You noted pain at night and pain on a point of bone (left ": {Severity: 4, NightPain: diary.Yes, BonePoint: diary.Yes},
	} {
		n.Date, n.Site, n.Side = 100, "knee", diary.Left
		e, r := assessed(100, diary.File{Reported: diary.Reported{Niggles: []diary.Niggle{n}}})
		a := Assessment(e, r, Options{})
		if !strings.HasPrefix(a.Headline, want) {
			t.Errorf("%q, want %q", a.Headline, want)
		}
		seen := a.Action == "see_clinician"
		if strings.Contains(a.Body.Text, "looked at") != seen || strings.Contains(a.Body.Niggles[0].Text, "no running") != seen {
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
	if text := channel(&r.Body, rule.Default()); strings.Contains(text, "within your usual") || !strings.Contains(text, "not known yet") || !strings.HasSuffix(text, "feeling drained.") {
		t.Error(text)
	}
}

// Chest symptoms come before sleep; fever that lasts goes to a doctor.
func TestIllnessIsSaid(t *testing.T) {
	c := diary.CheckIn{Stamp: diary.Stamp{Date: 100}, Chest: diary.Yes}
	if list := screenOf(100, diary.File{Reported: diary.Reported{CheckIns: []diary.CheckIn{c}}}).Advice; !strings.Contains(list[0], "medical help") || !strings.HasPrefix(list[1], "Then sleep: aim") {
		t.Errorf("%q", list)
	}
	c.Chest, c.Fever = diary.NotSaid, diary.Yes
	gone := diary.CheckIn{Stamp: diary.Stamp{Date: 104}, Fever: diary.No}
	for date, want := range map[diary.Date]string{102: "until it is gone.", 103: "see a doctor.", 104: "before anything hard."} {
		_, r := assessed(date, diary.File{Reported: diary.Reported{CheckIns: []diary.CheckIn{c, gone}}})
		if text := triageText(&r.Body); !strings.HasSuffix(text, want) {
			t.Errorf("day %d: %s", date, text)
		}
	}
}
