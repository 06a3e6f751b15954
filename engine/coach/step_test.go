package coach_test

import (
	"testing"

	"rebound/engine"
	"rebound/engine/body"
	"rebound/engine/coach"
	"rebound/engine/diary"
	"rebound/engine/load"
	"rebound/engine/plan"
	"rebound/engine/rule"
	"rebound/engine/verdict"
)

// today is the date of the reports below.
const today diary.Date = 1000

// Each row adds one thing to the rows above it of the same day, and is the step of all of
// them together: so the gravest of what holds is seen to come first.
func TestNextStepInOrder(t *testing.T) {
	rules := rule.Default()
	type row struct {
		add  func(*engine.Report)
		want coach.StepCode
	}
	reason := func(code verdict.Code) func(*engine.Report) {
		return func(r *engine.Report) { r.Reasons = append(r.Reasons, verdict.Reason{Code: code}) }
	}
	day := func(before, after verdict.SessionKind) func(*engine.Report) {
		return func(r *engine.Report) {
			r.Week = []verdict.DayPlan{{Before: verdict.Session{Kind: before}, After: verdict.Session{Kind: after}}}
		}
	}
	niggle := func(running body.Running, triage body.Triage) func(*engine.Report) {
		return func(r *engine.Report) {
			r.Body.Niggles = []body.Niggle{{Running: running, Triage: triage}}
			r.Body.Triage = triage
		}
	}
	complaint := func(r *engine.Report) { r.Body.Check.Lasting[0] = body.Lasting{Since: today - 20, Refer: true} }
	for name, c := range map[string]struct {
		action verdict.Action
		rows   []row
	}{
		"of the body": {verdict.Modify, []row{
			{func(*engine.Report) {}, coach.StepUpdateBody},
			{func(r *engine.Report) { r.Body.Eased = today + 1 }, coach.StepShortUntil},
			{func(r *engine.Report) { r.Body.Eased = today }, coach.StepShort},
			{func(r *engine.Report) {
				r.Layoff.Tier, r.Week = 3, []verdict.DayPlan{{After: verdict.Session{Kind: verdict.Rest}}}
			}, coach.StepNoRunShort},
			{func(r *engine.Report) { r.Body.Illness = body.Illness{Since: today - 3, Last: today - 1, Until: today} }, coach.StepWell},
			{func(r *engine.Report) { r.Body.Cleared = []body.Cleared{{Site: "shin", Bone: true}} }, coach.StepWalk},
			{niggle(body.AsPlanned, body.SeeClinician), coach.StepLook},
			{func(r *engine.Report) { r.Body.Illness = body.Illness{Since: today - 1} }, coach.StepIll},
			{func(r *engine.Report) { r.Body.Illness = body.Illness{Since: today - 60} }, coach.StepLongIll},
			{func(r *engine.Report) {
				r.Body.Illness = body.Illness{}
				niggle(body.None, body.Stop)(r)
			}, coach.StepGround},
			{niggle(body.None, body.SeeClinician), coach.StepGroundLook},
			{func(r *engine.Report) { r.Body.Illness = body.Illness{Since: today - 60} }, coach.StepGroundIll},
			{func(r *engine.Report) { r.Body.Fever = today - coach.LongFeverDays + 1 }, coach.StepFever},
			{func(r *engine.Report) { r.Body.Fever = today - coach.LongFeverDays }, coach.StepLongFever},
			{func(r *engine.Report) { r.Body.Chest = today }, coach.StepChest},
		}},
		"of a return": {verdict.ReturnToRun, []row{
			{func(*engine.Report) {}, coach.StepRebuilt},
			{func(r *engine.Report) { r.Layoff.Tier = 2 }, coach.StepTalk},
			{func(r *engine.Report) { r.Layoff.Tier = 3 }, coach.StepStage},
			{func(r *engine.Report) { r.Layoff.Progress.Stage = len(verdict.Stages) }, coach.StepStageOver},
			{func(r *engine.Report) { r.Layoff.Flag.Site = "shin" }, coach.StepWalk},
		}},
		"of a cut": {verdict.CutWeek, []row{
			{func(*engine.Report) {}, coach.StepCut},
			{func(r *engine.Report) { r.Cuts.Stuck = true }, coach.StepCutStuck},
		}},
		"of a hold": {verdict.HoldQuality, []row{
			{func(*engine.Report) {}, coach.StepNoHard},
			{day(verdict.Easy, verdict.Easy), coach.StepNoHard},
			{day(verdict.Tempo, verdict.Easy), coach.StepSwap},
			{func(r *engine.Report) { r.Easy.Last = today - diary.Date(rules.WindowDays) + 1 }, coach.StepSwap},
			{func(r *engine.Report) { r.Easy.Last = today - diary.Date(rules.WindowDays) }, coach.StepEasyAnew},
			{reason(verdict.HardInWindow), coach.StepSwap},
			{func(r *engine.Report) { r.Raced = verdict.Raced{Date: today - 4, Until: today + 9, Ran: true} }, coach.StepRacedRest},
			{func(r *engine.Report) { r.Raced = verdict.Raced{Date: today - 5, Until: today + 8} }, coach.StepRacedUnsaid},
			{func(r *engine.Report) { r.Raced.Ran = true }, coach.StepRacedEasy},
			{complaint, coach.StepComplaint},
			{reason(verdict.SignalRefers), coach.StepRefers},
		}},
		"of a step-back week": {verdict.Deload, []row{{func(*engine.Report) {}, coach.StepLight}}},
		"of going on": {verdict.Progress, []row{
			{func(r *engine.Report) { r.Level = verdict.LevelGo }, coach.StepPlanned},
			{reason(verdict.DeloadOverdue), coach.StepStepBack},
			{day(verdict.Tempo, verdict.Easy), coach.StepLighter},
			{func(r *engine.Report) { r.Easy.State = load.EasyUnknown }, coach.StepLighter},
			{func(r *engine.Report) { r.RunSeen = true }, coach.StepEasyRun},
			{func(r *engine.Report) { r.Easy.NoMax = true }, coach.StepMaxHR},
			{func(r *engine.Report) { r.Level = verdict.LevelUnknown }, coach.StepAddNew},
			{func(r *engine.Report) { r.Newest[diary.HRV].Date = today }, coach.StepCheckIn},
		}},
		"of nothing": {verdict.Unknown, []row{{func(*engine.Report) {}, coach.StepFirstFiles}}},
	} {
		r := engine.Report{Date: today, Action: c.action}
		r.Body.Date = today
		for i, row := range c.rows {
			row.add(&r)
			if got := coach.NextStep(&r, &rules).Code; got != row.want {
				t.Errorf("%s, row %d: %d, want %d", name, i, got, row.want)
			}
		}
	}
}

// A race that nothing speaks against is its day's step, whatever the action; one that
// something does is not.
func TestNextStepOfARace(t *testing.T) {
	rules := rule.Default()
	r := engine.Report{Date: today, Action: verdict.HoldQuality, Race: plan.Race{Date: today, Km: 10}}
	if got := coach.NextStep(&r, &rules); got != (coach.Step{Code: coach.StepRace}) {
		t.Errorf("%+v", got)
	}
	r.Week = []verdict.DayPlan{{NoRun: verdict.AfterIllness}}
	if got := coach.NextStep(&r, &rules); got.Code != coach.StepNoHard {
		t.Errorf("against it: %+v", got)
	}
	r.Week, r.Done = nil, &engine.Done{}
	if got := coach.NextStep(&r, &rules); got.Code != coach.StepNoHard {
		t.Errorf("run already: %+v", got)
	}
}

// Short nights come before a step and before a complaint, neither before a doctor; where
// the step is the complaint's own nothing comes before it.
func TestBeforeTheStep(t *testing.T) {
	rules := rule.Default()
	short := []verdict.Reason{{Code: verdict.ShortHabit}}
	for _, c := range []struct {
		action    verdict.Action
		reasons   []verdict.Reason
		complains bool
		want      coach.BeforeCode
	}{
		{verdict.Progress, nil, false, coach.BeforeNothing},
		{verdict.Progress, short, false, coach.BeforeSleep},
		{verdict.Progress, short, true, coach.BeforeSleep},
		{verdict.Progress, nil, true, coach.BeforeComplaint},
		{verdict.CutWeek, nil, true, coach.BeforeComplaint},
		{verdict.ReturnToRun, nil, true, coach.BeforeComplaint},
		{verdict.Deload, nil, true, coach.BeforeComplaint},
		{verdict.HoldQuality, nil, true, coach.BeforeNothing},
		{verdict.HoldQuality, short, true, coach.BeforeSleep},
		{verdict.Modify, nil, true, coach.BeforeNothing},
		{verdict.Modify, short, false, coach.BeforeSleep},
		{verdict.Stop, short, true, coach.BeforeNothing},
		{verdict.SeeClinician, short, true, coach.BeforeNothing},
	} {
		r := engine.Report{Date: today, Action: c.action, Reasons: c.reasons}
		r.Body.Check.Lasting[0] = body.Lasting{Since: today - 20, Refer: c.complains}
		if got := coach.NextStep(&r, &rules).Before; got != c.want {
			t.Errorf("%s, short nights %v, complaint %v: %d, want %d", c.action, c.reasons != nil, c.complains, got, c.want)
		}
	}
}
