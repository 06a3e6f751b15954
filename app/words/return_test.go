package words

import (
	"slices"
	"strings"
	"testing"
	"time"

	"rebound/app/wire"
	"rebound/engine"
	"rebound/engine/coach"
	"rebound/engine/diary"
	"rebound/engine/rule"
	"rebound/engine/verdict"
)

// A runner off since Sunday 1 March, back on the 25th by walk-run.
func back(runs map[diary.Date]verdict.Stage, told diary.File) *engine.Engine {
	files := []diary.File{told}
	add := func(d diary.Date, s verdict.Stage) {
		var speed []uint16
		for range s.Times {
			speed = slices.Concat(speed, slices.Repeat([]uint16{2800}, int(60*s.Run/diary.TrackStep)), slices.Repeat([]uint16{1400}, int(60*s.Walk/diary.TrackStep)))
		}
		files = append(files, diary.File{Kind: "activity", Name: d.String(), Activities: []diary.Activity{{
			Start: int64(d)*86400 + 12*3600, Sport: diary.Running, Seconds: float32(60 * s.Minutes()), Meters: float32(150 * s.Minutes()), Track: diary.Track{Speed: speed}}}})
	}
	for day := diary.Date(0); day < 56; day += 2 {
		add(march(1)-day, verdict.Stage{Run: 50, Times: 1})
	}
	for d, s := range runs {
		add(d, s)
	}
	return engine.New(diary.Build(files, nil), rule.Default())
}

func march(day int) diary.Date { return diary.DateOf(2026, time.March, day) }

func TestReturnCard(t *testing.T) {
	walkRun := map[diary.Date]verdict.Stage{march(25): verdict.Stages[0], march(27): verdict.Stages[0], march(29): verdict.Stages[1]}
	e := back(walkRun, diary.File{Reported: diary.Reported{Pains: []diary.RunPain{{Stamp: diary.Stamp{Date: march(27)}}}, CheckIns: []diary.CheckIn{checkedIn(march(24))}}})
	for day, want := range map[int]struct {
		stage int
		now   string
		says  []string
	}{
		24: {1, "1 min run, 1 min walk, 15 times: 0 of 2 sessions done", []string{"23 days off. Take extra care in the first 21 days back", "20 to 70%", "within 2 to 4 weeks", "About 11% of VO2max may be gone after 23 days off"}},
		25: {1, "1 min run, 1 min walk, 15 times: 1 of 2 sessions done; 1 still to rate for pain", []string{"Day 1 of the first 21 days back, after 24 days off", "1 min run, 1 min walk, 15 times, every other day."}},
		27: {2, "2 min run, 1 min walk, 10 times: 0 of 2 sessions done", []string{"Day 3 of the first 21 days"}},
		30: {2, "2 min run, 1 min walk, 10 times: 1 of 2 sessions done; 1 still to rate for pain", nil},
	} {
		e.Live(march(day)) // the evening, after the day's run
		c := coach.On(e, march(day), nil)
		card := returnCard(c, e.Rules(), Options{})
		if card == nil {
			t.Fatalf("%d March: no card", day)
		}
		all := strings.Join([]string{card.Banner, card.Lungs, card.Text, card.Loss.Summary}, "\n")
		for _, s := range want.says {
			if !strings.Contains(all, s) {
				t.Errorf("%d March: %q is not in\n%s", day, s, all)
			}
		}
		now := ""
		for i, s := range card.Stages {
			if (s.State == "now") != (i+1 == want.stage) || (s.State == "done") != (i+1 < want.stage) {
				t.Errorf("%d March: stage %d is %s", day, i+1, s.State)
			}
			if s.State == "now" {
				now = s.Text + ": " + s.Note
			}
		}
		if card.Stage != want.stage || now != want.now {
			t.Errorf("%d March: stage %d, %q", day, card.Stage, now)
		}
		if line := card.Loss.Lines[0].Points; line[0].Value != 0 || line[7].Value != 4.5 || line[21].Value != 10.1 {
			t.Errorf("the curve starts %v", line[:22])
		}
	}
	if returnCard(coach.On(e, march(2), nil), e.Rules(), Options{}) != nil {
		t.Error("a card on the day after a run")
	}
}

// Every reason on the return to running, and on what was decided, has a sentence of its
// own; the runner's words stay words.
func TestReturnReasons(t *testing.T) {
	e := back(map[diary.Date]verdict.Stage{march(25): verdict.Stages[0], march(27): verdict.Stages[0]}, diary.File{
		Reported: diary.Reported{Pains: []diary.RunPain{{Stamp: diary.Stamp{Date: march(27)}, Pain: 4}},
			Decisions: []diary.Decision{{Stamp: diary.Stamp{Date: march(26)}, Action: "cut_week", Why: "a <b>rehearsal</b>"}}},
	})
	texts := map[string]string{}
	e.Live(march(27))
	for _, x := range Assessment(e, e.Assess(march(27)), Options{}).Reasons {
		texts[x.Code] = x.Text
	}
	for code, want := range map[verdict.Code]string{
		verdict.ComingBack: "take care until Tuesday 14 April at least",
		verdict.StageBack:  "Your run-walk is at 1 min run, 1 min walk, 15 times: 0 of 2 sessions done; the run on 27 Mar hurt, so the count starts again.",
		verdict.FirstWeeks: "Day 3 of the first 21 days back",
		verdict.Rebuild:    "3 weeks in a row",
		verdict.Declined:   "You declined the change on 26 Mar: a <b>rehearsal</b>",
	} {
		if got := texts[string(code)]; !strings.Contains(got, want) {
			t.Errorf("%s: %q, want %q", code, got, want)
		}
	}
	r := engine.Report{Date: march(10)}
	for code := range against {
		if s := noRun(verdict.DayPlan{NoRun: code}); !strings.HasPrefix(s, "The race stays on its day.") || strings.Contains(s, ": .") {
			t.Errorf("%s: %q", code, s)
		}
		text, _, _, ok := returnReason(r, verdict.Reason{Code: verdict.RaceStands, Date: march(15), Note: string(code)}, rule.Default(), Options{})
		if !ok || !strings.HasPrefix(text, "The race of Sunday 15 March stays on its day.") || strings.Contains(text, ": .") {
			t.Errorf("%s: %q", code, text)
		}
	}
	if noRun(verdict.DayPlan{}) != "" {
		t.Error("nothing speaks against a race, and something is said")
	}
}

// A cyclist of eight hours a week who ran once is not told that fitness is gone: what
// is said is what is known of heart and lungs, and that tissue is another matter.
func TestReturnOfACyclist(t *testing.T) {
	var f diary.File
	ride := func(d diary.Date, sport diary.Sport, minutes float32) {
		f.Activities = append(f.Activities, diary.Activity{Start: int64(d)*86400 + 12*3600, Sport: sport, Seconds: 60 * minutes})
	}
	for d := march(1) - 60; d <= march(28); d++ {
		if d%2 == 0 {
			ride(d, "cycling", 137)
		}
	}
	ride(march(1), diary.Running, 30)
	for rides, says := range map[bool][2]string{
		true:  {"You kept up 8 h a week of other sports", "VO2max"},
		false: {"VO2max is down by about 12%", "other sports"},
	} {
		file := f
		if !rides {
			file.Activities = file.Activities[len(file.Activities)-1:]
		}
		seen := diary.File{Reported: diary.Reported{CheckIns: []diary.CheckIn{checkedIn(march(28))}}}
		e := engine.New(diary.Build([]diary.File{file, seen}, nil), rule.Default())
		a := Assessment(e, e.Assess(march(28)), Options{})
		i := slices.IndexFunc(a.Reasons, func(r wire.Reason) bool { return r.Code == string(verdict.OffRunning) })
		if i < 0 || a.Action != "return_to_run" {
			t.Fatalf("rides %v: %s, %v", rides, a.Action, a.Reasons)
		}
		text := a.Reasons[i].Text
		card := returnCard(coach.On(e, march(28), nil), e.Rules(), Options{})
		if !strings.Contains(text, says[0]) || strings.Contains(text, says[1]) || !strings.Contains(text, "endons and bones weaken") || (card.Loss == nil) != rides || strings.Contains(card.Lungs, "other sports") != rides {
			t.Errorf("rides %v: %s\n%s", rides, text, card.Lungs)
		}
	}
}
