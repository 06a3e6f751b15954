package words

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"rebound/app/wire"
	"rebound/engine"
	"rebound/engine/body"
	"rebound/engine/coach"
	"rebound/engine/diary"
	"rebound/engine/rule"
)

func screenOf(t diary.Date, files ...diary.File) wire.BodyScreen {
	return BodyScreen(engine.New(diary.Build(files, nil), rule.Default()), t, Options{})
}

// A page that knows nothing draws an empty screen, not a broken one: no list is
// null, and nothing is in range that was not measured.
func TestEmptyBodyScreen(t *testing.T) {
	b, err := json.Marshal(screenOf(20000))
	if err != nil {
		t.Fatal(err)
	}
	var fields map[string]any
	if err := json.Unmarshal(b, &fields); err != nil {
		t.Fatal(err)
	}
	for name, v := range fields {
		if v == nil {
			t.Errorf("%s is null", name)
		}
	}
	s := screenOf(20000)
	if len(s.Sites) != 2*len(diary.Sites)-1 || len(s.Screen) != len(body.Tests) || len(s.Markers) != 4 {
		t.Errorf("%d sites, %d tests, %d markers", len(s.Sites), len(s.Screen), len(s.Markers))
	}
	for _, x := range s.Screen {
		if x.State != "unknown" || x.How == "" || x.Norm == "" || x.Cite.Title == "" || x.Title == "" {
			t.Errorf("%+v", x)
		}
	}
	for _, m := range s.Markers {
		if m.State != "unknown" || !strings.HasPrefix(m.Text, "Not enough") || m.From == "" {
			t.Errorf("%+v", m)
		}
	}
	if s.Reaction.State != "unknown" || s.Cycle != "" || s.Skipped != "" || !strings.HasPrefix(s.Advice[0], "Sleep first") {
		t.Errorf("%+v %q %q %q", s.Reaction, s.Cycle, s.Skipped, s.Advice)
	}
}

// Two check-ins in a day: the later wins, the earlier is kept; a deleted niggle is
// in the history and nowhere else.
func TestHistoryKeepsWhatWasReplaced(t *testing.T) {
	first, second := diary.NewCheckIn(diary.Stamp{At: 1, Date: 20000}), diary.NewCheckIn(diary.Stamp{At: 2, Date: 20000})
	first.Fatigue, second.Fatigue = 4, 1
	s := screenOf(20000, diary.File{
		Reported: diary.Reported{CheckIns: []diary.CheckIn{second, first},
			Niggles: []diary.Niggle{{Stamp: diary.Stamp{At: 3, Date: 19999}, Site: "calf", Side: diary.Left, Severity: 3}, {Stamp: diary.Stamp{At: 4, Date: 19999}, Site: "calf", Side: diary.Left, Off: true}},
			Screens: []diary.Screen{{Stamp: diary.Stamp{At: 5, Date: 19998}, Test: "balance", Side: diary.Left, Value: 12}},
			Ticks:   []diary.Tick{{Stamp: diary.Stamp{At: 6, Date: 20000}, Code: "calf_roll"}},
			Straps:  []diary.Strap{{Stamp: diary.Stamp{At: 8, Date: 19996}, RMSSD: 58.4, HR: 51.2}},
			Walks:   []diary.Walk{{Stamp: diary.Stamp{At: 8, Date: 19997}, Minutes: 30, Pain: 1}, {Stamp: diary.Stamp{At: 9, Date: 19996}, Minutes: 20, Pain: diary.Unsaid}},
			Efforts: []diary.Effort{{Stamp: diary.Stamp{At: 7, Date: 20001}, RPE: 9}}},
	})
	if s.CheckIn == nil || *s.CheckIn.Fatigue != 1 {
		t.Errorf("the later check-in counts: %+v", s.CheckIn)
	}
	want := []wire.HistoryLine{
		{Date: 20000, Kind: "check_in", Text: "Check-in: nothing over 1 of 4 in 1 answer."},
		{Date: 20000, Kind: "programme", Text: "Done: Calf foam rolling."},
		{Date: 20000, Kind: "check_in", Text: "Check-in: fatigue 4.", Old: true},
		{Date: 19999, Kind: "niggle", Text: "Left calf: 3 of 10.", Old: true},
		{Date: 19998, Kind: "screen", Text: "Single-leg balance, eyes closed, left: 12 s."},
		{Date: 19997, Kind: "walk", Text: "Walked 30 min; it hurt 1 of 10."},
		{Date: 19996, Kind: "walk", Text: "Walked 20 min."},
		{Date: 19996, Kind: "strap", Text: "Measured with a chest strap: HRV 58 ms, resting heart rate 51 bpm."},
	}
	if !slices.Equal(s.History, want) {
		t.Errorf("got  %+v\nwant %+v", s.History, want)
	}
	for _, x := range s.Sites {
		if x.Niggle != nil || len(x.Past) > 0 {
			t.Errorf("a deleted niggle stands: %+v", x)
		}
	}
	if !slices.Equal(s.Ticks, []string{"calf_roll"}) {
		t.Errorf("ticks %v", s.Ticks)
	}
}

func TestScreenIsDueAgain(t *testing.T) {
	f := diary.File{Reported: diary.Reported{Screens: []diary.Screen{{Stamp: diary.Stamp{At: 1, Date: 20000}, Test: "toe_reach", Value: 2}}}}
	due := func(s wire.BodyScreen) bool {
		return slices.Contains(s.Advice, "Time to repeat 1 test of the movement screen.")
	}
	if due(screenOf(20027, f)) || !due(screenOf(20028, f)) {
		t.Error("a test is due again after four weeks")
	}
}

// A day of which only a tag was told has a form that shows it, and a line.
func TestTagsAlone(t *testing.T) {
	s := screenOf(20000, diary.File{Reported: diary.Reported{Tags: []diary.DayTag{{Stamp: diary.Stamp{At: 1, Date: 20000}, Tag: "late_night"}}, Periods: []diary.Period{{Stamp: diary.Stamp{At: 1, Date: 20000}}}}})
	if s.CheckIn == nil || !slices.Equal(s.CheckIn.Tags, []string{"late_night"}) || s.CheckIn.Period == nil || s.CheckIn.Fatigue != nil {
		t.Errorf("%+v", s.CheckIn)
	}
	if len(s.History) != 2 || s.History[0].Text != "Noted: late night." || s.Last != nil {
		t.Errorf("%+v", s.History)
	}
}

func TestSiteLine(t *testing.T) {
	s := screenOf(20003, diary.File{Reported: diary.Reported{Niggles: []diary.Niggle{
		{Stamp: diary.Stamp{At: 1, Date: 20000}, Site: "hip", Side: diary.Right, Severity: 2, Tightness: true},
		{Stamp: diary.Stamp{At: 2, Date: 20002}, Site: "hip", Side: diary.Right, Severity: 3, Worse: true},
	}}})
	i := slices.IndexFunc(s.Sites, func(x wire.SiteLine) bool { return x.Site == "hip" && x.Side == "right" })
	hip := s.Sites[i]
	if hip.Niggle == nil || hip.Niggle.Triage != "modify" || hip.Said.Severity != 3 || !hip.Said.Worse {
		t.Errorf("%+v %+v", hip.Niggle, hip.Said)
	}
	if len(hip.Past) != 2 || hip.Past[0].Text != "3 of 10, worse the day after" || hip.Past[1].Text != "2 of 10, tight" {
		t.Errorf("%+v", hip.Past)
	}
	if hip.Chain[0].Site != "knee" || !strings.Contains(hip.Chain[0].Cite.Title, "Obstacle Doc") || hip.Chain[2].Cite != cited("") {
		t.Errorf("each link says whose it is: %+v", hip.Chain)
	}
}

// Cold water has a dose only when it is allowed, and says what a ban rests on.
func TestColdCard(t *testing.T) {
	for cause, want := range map[body.ColdCause]string{body.ColdStrength: "evidence", body.ColdHard: "precaution", body.ColdLong: "precaution", body.ColdRace: "", body.ColdNothing: ""} {
		c := coldCard(body.Cold{Cause: cause, Until: -1}, rule.Default(), Options{})
		if c.Kind != want || (c.Dose == "") != (want != "") {
			t.Errorf("%q: %+v", cause, c)
		}
	}
}

// A run that hurt asks where, until the body map says.
func TestPainWithoutAPlaceAsks(t *testing.T) {
	f := diary.File{Reported: diary.Reported{Pains: []diary.RunPain{{Stamp: diary.Stamp{At: 1, Date: 20000}, Pain: 4}}}}
	asks := func(s wire.BodyScreen) bool {
		return slices.ContainsFunc(s.Advice, func(a string) bool { return strings.Contains(a, "hurt 4 of 10") })
	}
	if !asks(screenOf(20001, f)) || asks(screenOf(20003, f)) {
		t.Error("it asks for three days")
	}
	f.Niggles = []diary.Niggle{{Stamp: diary.Stamp{At: 2, Date: 20000}, Site: "knee", Side: diary.Left, Severity: 4}}
	if asks(screenOf(20001, f)) {
		t.Error("it was said where")
	}
}

// The list counts what it has: an exercise that was ticked and is no longer on it is
// not done twice over.
func TestAdviceCountsItsOwn(t *testing.T) {
	s := screenOf(20000)
	tick := diary.File{Reported: diary.Reported{Ticks: []diary.Tick{{Stamp: diary.Stamp{At: 1, Date: 20000}, Code: s.Body.Programme[0].Code}, {Stamp: diary.Stamp{At: 1, Date: 20000}, Code: "manual_waits"}}}}
	if s := screenOf(20000, tick); !slices.Contains(s.Advice, "Today's exercises: 1 of 5 done.") {
		t.Errorf("%q", s.Advice)
	}
}

// Beside the run it says what so much pain asks for, until the body map was told.
func TestRunSaysThatItHurt(t *testing.T) {
	f := diary.File{Activities: []diary.Activity{{Date: 20000, Start: 20000 * 86400, Sport: diary.Running, Seconds: 2400, Meters: 7000}}}
	for pain, want := range map[diary.Score]string{2: "", 3: "shorter runs: say where", 5: "too much to run on: say where"} {
		f.Pains, f.Niggles = []diary.RunPain{{Stamp: diary.Stamp{At: 1, Date: 20000}, Pain: pain}}, nil
		s := screenOf(20001, f)
		if len(s.Runs) != 1 || !strings.Contains(s.Runs[0].Note, want) || want == "" && s.Runs[0].Note != "" {
			t.Fatalf("%d of 10: %+v", pain, s.Runs)
		}
		f.Niggles = []diary.Niggle{{Stamp: diary.Stamp{At: 2, Date: 20001}, Site: "calf", Severity: 3}}
		if s := screenOf(20001, f); strings.Contains(s.Runs[0].Note, "say where") {
			t.Errorf("it was said where: %s", s.Runs[0].Note)
		}
	}
}

func TestMarks(t *testing.T) {
	bad := diary.NewCheckIn(diary.Stamp{At: 1, Date: 20000})
	bad.Signs = [diary.Signs]diary.Score{3, 3, 3, 0, 0}
	e := engine.New(diary.Build([]diary.File{{
		Reported: diary.Reported{CheckIns: []diary.CheckIn{bad},
			Niggles: []diary.Niggle{
				{Stamp: diary.Stamp{At: 1, Date: 20001}, Site: "calf", Side: diary.Left, Severity: 2}, {Stamp: diary.Stamp{At: 2, Date: 20002}, Site: "calf", Side: diary.Left, Severity: 4},
				{Stamp: diary.Stamp{At: 3, Date: 20003}, Site: "calf", Side: diary.Left, Severity: 3}, {Stamp: diary.Stamp{At: 4, Date: 20004}, Site: "calf", Side: diary.Left}},
			Tags: []diary.DayTag{{Stamp: diary.Stamp{At: 1, Date: 20005}, Tag: "illness"}, {Stamp: diary.Stamp{At: 1, Date: 20006}, Tag: "illness"}}},
	}}, nil), rule.Default())
	var got []string
	for _, m := range coach.Marks(e, 20000, 20010) {
		got = append(got, mark(&m).Text)
	}
	want := []string{"check-in: 3 signs", "illness", "left calf 2 of 10", "left calf 4 of 10", "left calf gone"}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if late := coach.Marks(e, 20006, 20010); len(late) != 0 {
		t.Errorf("outside the days: %+v", late)
	}
}
