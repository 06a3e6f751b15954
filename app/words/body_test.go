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
			x := exercise(it)
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
			told := diary.Told{Niggles: []diary.Niggle{{Date: 100, Site: site, Side: diary.Left, Severity: pain}}}
			for _, phase := range []body.Phase{body.Building, body.Easing, body.Back, body.Off} {
				s := body.Read(body.Input{Date: 101, Rules: &r, Told: &told, History: noRuns})
				see(s.Programme(phase))
			}
		}
	}
	ill, hurt := diary.NewCheckIn(1, 100), diary.NewCheckIn(1, 100)
	ill.Fever, hurt.Chest = diary.Yes, diary.Yes
	for _, c := range []diary.CheckIn{ill, hurt} {
		s := body.Read(body.Input{Date: 101, Rules: &r, Told: &diary.Told{CheckIns: []diary.CheckIn{c}}, History: noRuns})
		see(s.Programme(body.Off))
	}
	for d := range diary.Date(7) {
		s := body.Read(body.Input{Date: 100 + d, Rules: &r, Told: &diary.Told{}, History: noRuns})
		see(s.Programme(body.Building))
	}
	for code := range instructions {
		if !slices.Contains(met, code) {
			t.Errorf("%s is written and never chosen", code)
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
	if got := coldText(body.Cold{Cause: body.ColdLong, Until: 16*60 + 5}, rule.Default()); !strings.Contains(got, "until 16:05") {
		t.Error(got)
	}
}

// The sentence names the niggle that forbids to run, not an older one.
func TestHeadlineNamesWhatStops(t *testing.T) {
	told := diary.File{Niggles: []diary.Niggle{
		{Date: 90, Site: "lower_back", Severity: 2},
		{Date: 100, Site: "knee", Side: diary.Left, Severity: 6},
	}}
	e := engine.New(diary.Build([]diary.File{told}, nil), rule.Default())
	a := Assessment(e, e.Assess(100), Options{})
	if a.Action != "see_clinician" || !strings.Contains(a.Headline, "left knee hurts 6") || !strings.Contains(a.Headline, "lower back") {
		t.Errorf("%s: %s", a.Action, a.Headline)
	}
	if !strings.Contains(a.Body.Text, "left knee") || a.Body.Niggles[0].Site != "knee" {
		t.Errorf("%s: %+v", a.Body.Text, a.Body.Niggles)
	}
}
