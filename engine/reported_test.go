package engine_test

import (
	"math/rand/v2"
	"testing"

	"rebound/engine"
	"rebound/engine/diary"
	"rebound/engine/rule"
	"rebound/engine/sample"
	"rebound/engine/verdict"
)

// caution orders the actions from the least cautious up.
var caution = map[verdict.Action]int{
	verdict.Unknown: 0, verdict.Progress: 1, verdict.HoldQuality: 2, verdict.CutWeek: 3,
	verdict.ReturnToRun: 4, verdict.Modify: 5, verdict.Stop: 6, verdict.SeeClinician: 7,
}

func assess(files []diary.File, told diary.File, date diary.Date) engine.Report {
	return engine.New(diary.Build(append(files[:len(files):len(files)], told), nil), rule.Default()).Assess(date)
}

// More pain never yields more running: not in the action, not on any day of the
// week, whatever else is going on.
func TestMorePainNeverMoreRunning(t *testing.T) {
	rng := rand.New(rand.NewPCG(4, 4))
	for _, story := range [][]sample.Chapter{nil, {drift}, {{From: 20, To: 3, Volume: -1}}, {{From: 45, To: 14, Volume: -1}}} {
		files := runner(7, 90, story...)
		for range 12 {
			date := today - diary.Date(rng.IntN(12))
			var before *engine.Report
			var told diary.File
			since := date - diary.Date(rng.IntN(10))
			for pain := range diary.MaxPain + 1 {
				told.Niggles = []diary.Niggle{{Stamp: diary.Stamp{Date: since}, Site: "knee", Side: diary.Left, Severity: pain}}
				got := assess(files, told, date)
				if before != nil {
					if caution[got.Action] < caution[before.Action] {
						t.Fatalf("%s: pain %d is %s, less was %s", date, pain, got.Action, before.Action)
					}
					for i := range got.Week {
						if a, b := got.Week[i].After, before.Week[i].After; a.Minutes > b.Minutes+1e-9 || a.Kind.Hard() && !b.Kind.Hard() {
							t.Fatalf("%s: pain %d runs %+v, less ran %+v", date, pain, a, b)
						}
					}
				}
				before = &got
			}
		}
	}
}

// Good HRV never overrides pain or illness.
func TestGoodReadingsOverrideNothing(t *testing.T) {
	fever := diary.NewCheckIn(diary.Stamp{At: 0, Date: today - 1})
	fever.Fever = diary.Yes
	chest := diary.NewCheckIn(diary.Stamp{At: 0, Date: today - 1})
	chest.Chest = diary.Yes
	for name, c := range map[string]struct {
		told   diary.File
		action verdict.Action
	}{
		"pain 4":    {diary.File{Reported: diary.Reported{Niggles: []diary.Niggle{{Stamp: diary.Stamp{Date: today - 1}, Site: "calf", Side: diary.Left, Severity: 4}}}}, verdict.Modify},
		"pain 6":    {diary.File{Reported: diary.Reported{Niggles: []diary.Niggle{{Stamp: diary.Stamp{Date: today - 1}, Site: "calf", Side: diary.Left, Severity: 6}}}}, verdict.Stop},
		"a limp":    {diary.File{Reported: diary.Reported{Niggles: []diary.Niggle{{Stamp: diary.Stamp{Date: today - 1}, Site: "calf", Limp: diary.Yes}}}}, verdict.SeeClinician},
		"fever":     {diary.File{Reported: diary.Reported{CheckIns: []diary.CheckIn{fever}}}, verdict.Stop},
		"chest":     {diary.File{Reported: diary.Reported{CheckIns: []diary.CheckIn{chest}}}, verdict.SeeClinician},
		"illness":   {diary.File{Reported: diary.Reported{Tags: []diary.DayTag{{Stamp: diary.Stamp{Date: today}, Tag: "illness"}}}}, verdict.Modify},
		"last week": {diary.File{Reported: diary.Reported{Niggles: []diary.Niggle{{Stamp: diary.Stamp{Date: today - 8}, Site: "calf", Severity: 1}}}}, verdict.SeeClinician},
	} {
		for _, better := range []float64{0, 0.3, 0.8} {
			files := runner(8, 90, sample.Chapter{From: 9, To: 0, HRV: better, RestingHR: -4 * better, Sleep: 60 * better})
			got := assess(files, c.told, today)
			if got.Action != c.action {
				t.Errorf("%s, HRV up by %g: %s, want %s", name, better, got.Action, c.action)
			}
		}
	}
}

// More soreness never makes a day's action bolder.
func TestMoreSorenessNeverBolder(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 5))
	files := runner(9, 90, drift)
	for range 30 {
		var told diary.File
		for d := today - 30; d <= today; d++ {
			c := diary.NewCheckIn(diary.Stamp{At: 0, Date: d})
			for i := range c.Signs {
				c.Signs[i] = diary.Score(rng.IntN(3))
			}
			c.Fatigue, c.Soreness = diary.Score(rng.IntN(3)), diary.Score(rng.IntN(3))
			told.CheckIns = append(told.CheckIns, c)
		}
		before := assess(files, told, today)
		for i := range told.CheckIns[28:] {
			told.CheckIns[28+i].Soreness = diary.MaxSign
			told.CheckIns[28+i].Signs[diary.UnresolvedSoreness] = diary.MaxSign
		}
		after := assess(files, told, today)
		if caution[after.Action] < caution[before.Action] || after.Level == verdict.LevelGo && before.Level != verdict.LevelGo {
			t.Fatalf("sorer: from %s to %s", before.Action, after.Action)
		}
	}
}

// What is told tomorrow is not heard today.
func TestReportedInTheFuture(t *testing.T) {
	files := runner(10, 60)
	bad := diary.NewCheckIn(diary.Stamp{At: 0, Date: today})
	bad.Chest = diary.Yes
	told := diary.File{
		Reported: diary.Reported{CheckIns: []diary.CheckIn{bad}, Niggles: []diary.Niggle{{Stamp: diary.Stamp{Date: today}, Site: "knee", Severity: 9}},
			Efforts: []diary.Effort{{Stamp: diary.Stamp{Date: today}, RPE: 10}}, Cold: []diary.Cold{{Stamp: diary.Stamp{Date: today}}}},
	}
	with, without := assess(files, told, today-1), assess(files, diary.File{}, today-1)
	if with.Action != without.Action || len(with.Body.Niggles) > 0 || with.Body.Triage != without.Body.Triage || len(with.Reasons) != len(without.Reasons) {
		t.Errorf("%+v", with)
	}
}

// A runner who has told something is not unknown.
func TestReportedAlone(t *testing.T) {
	c := diary.NewCheckIn(diary.Stamp{At: 0, Date: today})
	c.Fatigue = 1
	if r := assess(nil, diary.File{Reported: diary.Reported{CheckIns: []diary.CheckIn{c}}}, today); r.Action != verdict.Progress || r.Confidence != verdict.Low {
		t.Errorf("a check-in alone: %s %s", r.Action, r.Confidence)
	}
	if r := assess(nil, diary.File{Reported: diary.Reported{Niggles: []diary.Niggle{{Stamp: diary.Stamp{Date: today}, Site: "hip", Severity: 6}}}}, today); r.Action != verdict.Stop {
		t.Errorf("pain alone: %s", r.Action)
	}
}
