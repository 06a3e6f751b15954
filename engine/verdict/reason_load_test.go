package verdict_test

import (
	"testing"

	"rebound/engine/diary"
	"rebound/engine/load"
	"rebound/engine/rule"
	"rebound/engine/signal"
	"rebound/engine/verdict"
)

func TestReasonsOfAReturn(t *testing.T) {
	expect(t, "off", verdict.Facts{Layoff: verdict.Layoff{Tier: 2, DaysOff: 15, LastRun: today - 15}}, "layoff ease 15/7 2d 15")
	back := verdict.Layoff{Tier: 1, DaysOff: 9, LastRun: today - 12, Back: today - 3, Until: today + 3}
	expect(t, "coming back", verdict.Facts{Layoff: back}, "coming_back ease 9/7 4d -3")
	stages := verdict.Layoff{Tier: 3, DaysOff: 30, LastRun: today - 40, Back: today - 10, Until: today + 10}
	stages.Progress.Stage, stages.Progress.Done, stages.Progress.Last = 2, 1, today-1
	expect(t, "by stages", verdict.Facts{Layoff: stages}, "coming_back ease 30/7 11d -10", "walk_run_stage ease 1/2 3d 1")
	stages.Progress.Failed = today - 1
	expect(t, "a stage back", verdict.Facts{Layoff: stages}, "coming_back ease 30/7 11d -10", "walk_run_stage_back ease 1/2 3d 1")
	expect(t, "off for long", verdict.Facts{Layoff: verdict.Layoff{Tier: 3, DaysOff: 30, LastRun: today - 30}}, "layoff ease 30/7 3d 30")
	expect(t, "the first weeks", verdict.Facts{Back: verdict.Pause{Tier: 1, Back: today - 9}}, "first_weeks_back watch 10/21 9")
	expect(t, "lungs first", verdict.Facts{Back: verdict.Pause{Tier: 1, Back: today - 22}}, "lungs_before_tissue watch 23/28 22")
	expect(t, "not rebuilt", verdict.Facts{Rebuild: verdict.Rebuilding{Back: today - 20, Weeks: 2}}, "weeks_not_rebuilt watch 2/3 20")
}

func TestReasonsOfACut(t *testing.T) {
	r := rule.Default()
	cut := verdict.Cut{Fired: today - 2, Until: today + 4, Scale: 0.7}
	all, over := cut, cut
	all.All, over.Fired, over.Until = true, today-9, today-3
	no := verdict.Reported{Decisions: []diary.Decision{{Stamp: diary.Stamp{Date: today - 1}, Action: string(verdict.CutWeek)}}}
	for name, c := range map[string]struct {
		f    verdict.Facts
		want string
	}{
		"in force":                   {verdict.Facts{Cuts: verdict.Cuts{Last: cut}}, "two_of_three ease 0/2 3d 2"},
		"in force, still out":        {verdict.Facts{Cuts: verdict.Cuts{Last: cut}, Signals: drift(2)}, "two_of_three ease 2/2 3d 2"},
		"all three":                  {verdict.Facts{Cuts: verdict.Cuts{Last: all}, Signals: drift(3)}, "all_three ease 3/2 3d 2"},
		"declined":                   {verdict.Facts{Cuts: verdict.Cuts{Last: cut}, Reported: no}, ""},
		"over, drifting on":          {verdict.Facts{Cuts: verdict.Cuts{Last: over, Run: 5}, Signals: drift(2)}, "cut_refractory watch 9/14 5d 9"},
		"over, back in range":        {verdict.Facts{Cuts: verdict.Cuts{Last: over}, Signals: drift(1)}, ""},
		"drifting for two days":      {verdict.Facts{Cuts: verdict.Cuts{Run: 2}, Signals: drift(2)}, "drifting_together watch 2/3 2d"},
		"fourteen days on":           {verdict.Facts{Cuts: verdict.Cuts{Last: over, Run: 3}, Signals: drift(3)}, "cut_refractory watch 9/14 3d 9"},
		"one out for days, drift up": {verdict.Facts{Cuts: verdict.Cuts{Run: 4}, Signals: drift(1)}, ""},
	} {
		c.f.Date, c.f.Rules = today, &r
		got := ""
		for _, v := range verdict.Reasons(&c.f) {
			switch v.Code {
			case verdict.TwoOfThree, verdict.AllThree, verdict.Drifting, verdict.Refractory:
				got += line(v)
			}
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
	expect(t, "two without a return", verdict.Facts{Cuts: verdict.Cuts{Stuck: true, Last: over, Before: verdict.Cut{Fired: today - 30}}}, "two_cuts_no_recovery watch 21d 30")
}

func TestReasonsOfAHold(t *testing.T) {
	hardRun := minutesAt(180, 24)
	hardRun.HR[120] = 1200 // the rest of it was easy
	hardRun.Date = today - 2
	earlier := load.Session{Date: today - 4, Effort: 9}
	rated := load.Session{Date: today - 1, Effort: 7}
	f := verdict.Facts{Signals: signal.Day{{Kind: diary.HRV, Name: signal.Adverse}}, Max: load.MaxHR{BPM: 190}}
	f.Hard = []load.Session{earlier, hardRun}
	expect(t, "after a hard run", f, "hard_session_in_window ease 24/10 2d 2", "hrv_adverse ease 0/-0.5")
	f.Hard = []load.Session{hardRun, rated}
	expect(t, "after one that was rated", f, "hard_session_in_window ease 7/7 2d 1", "hrv_adverse ease 0/-0.5")
}

// minutesAt is a session of so many minutes at a heart rate.
func minutesAt(bpm int, minutes float64) (s load.Session) {
	s.HR[bpm] = uint16(60 * minutes)
	return s
}

func TestReasonsOfSignals(t *testing.T) {
	base := signal.Baseline{Mean: 50, SD: 6, Days: 60}
	of := func(s signal.State) verdict.Facts {
		var f verdict.Facts
		f.Signals[s.Kind] = s
		return f
	}
	s := signal.State{Kind: diary.RestingHR, Name: signal.Adverse, Recent: 54, Baseline: base, DaysOut: 4, Newest: today}
	expect(t, "resting HR by its SD", of(s), "resting_hr_adverse ease 4/3 4d 0")
	s.Baseline.SD, s.Name, s.DaysOut = 2, signal.InRange, 0
	expect(t, "by 3%", of(s), "resting_hr_in_range go 4/1.5 0")
	s.Baseline.Mean, s.Recent = 90, 94
	expect(t, "by 2 bpm", of(s), "resting_hr_in_range go 4/2 0")
	expect(t, "HRV out", of(signal.State{Kind: diary.HRV, Name: signal.Adverse, Z: -0.8, DaysOut: 2}), "hrv_adverse ease -0.8/-0.5 2d")
	expect(t, "HRV high", of(signal.State{Kind: diary.HRV, Name: signal.Unusual, Z: 1.2}), "hrv_unusual watch 1.2/1")
	expect(t, "sleep out", of(signal.State{Kind: diary.Sleep, Name: signal.Adverse, Recent: 380, DaysOut: 1}), "sleep_adverse ease 380/420 1d")
	expect(t, "a week too thin", of(signal.State{Kind: diary.Sleep, Missing: signal.FewRecent, RecentDays: 3}), "sleep_unknown unknown 3/4")
	expect(t, "a normal too young", of(signal.State{Kind: diary.HRV, Missing: signal.FewBaseline, RecentDays: 7, Baseline: signal.Baseline{Days: 13}}), "hrv_unknown unknown 13/14")
	expect(t, "one outlier", of(signal.State{Kind: diary.HRV, Name: signal.InRange, Held: true, RecentDays: 6}), "hrv_in_range go 0/-0.5", "one_outlier watch 6d")
}

func TestReasonsOfLoad(t *testing.T) {
	expect(t, "easy pace fails", verdict.Facts{Easy: load.EasyCheck{State: load.EasyFail, HR: 146, Usual: 141, Runs: 7, Last: today - 1}}, "easy_pace_fail ease 5/4 7d 1")
	expect(t, "easy pace passes", verdict.Facts{Easy: load.EasyCheck{State: load.EasyPass, HR: 140, Usual: 141, Runs: 7, Last: today - 1}}, "easy_pace_pass go -1/4 7d 1")
	expect(t, "easy pace not known", verdict.Facts{Easy: load.EasyCheck{Runs: 2}}, "easy_pace_unknown unknown 2/4")
	expect(t, "habitually short", verdict.Facts{Habit: 419}, "short_sleep_habit watch 419/420")
	expect(t, "habitually seven hours", verdict.Facts{Habit: 420})
	expect(t, "a spike", verdict.Facts{Spike: 1.3, SpikeOn: today - 1}, "session_spike watch 1.3/1.1 1")
	expect(t, "as long as may be", verdict.Facts{Spike: 1.1})
	expect(t, "monotonous", verdict.Facts{Measured: 1, Load: load.Day{Known: true, Monotony: 2.5}}, "monotony_high watch 2.5/2")
	expect(t, "as monotonous as may be", verdict.Facts{Measured: 1, Load: load.Day{Known: true, Monotony: 2}})
	expect(t, "a strap that fails", verdict.Facts{Measured: 0.6, Load: load.Day{Known: true}}, "load_part_measured watch 0.6/0.9 42d")
	expect(t, "of no known load", verdict.Facts{Measured: 0})
	expect(t, "monotonous, not known", verdict.Facts{Load: load.Day{Monotony: 2.5}})
	expect(t, "tagged days", verdict.Facts{Tagged: 2}, "tagged_days watch 0.5/1 2d")
}

func TestReasonsOfAPlan(t *testing.T) {
	monday := today - 3
	no := verdict.Reported{Decisions: []diary.Decision{{Stamp: diary.Stamp{Date: monday}, Action: string(verdict.Deload)}}}
	deload := verdict.Planned{Deload: true, Monday: monday, Km: 21}
	expect(t, "a step-back week", verdict.Facts{Planned: deload}, "planned_deload go 21/0.5 4d")
	expect(t, "declined", verdict.Facts{Planned: deload, Reported: no}, "deload_declined watch 3")
	expect(t, "overdue", verdict.Facts{Planned: verdict.Planned{Weeks: 5}}, "deload_overdue watch 5/4")
	expect(t, "not yet", verdict.Facts{Planned: verdict.Planned{Weeks: 4}})
	for name, f := range map[string]verdict.Facts{
		"in a deload": {Planned: verdict.Planned{Deload: true, Weeks: 5}},
		"off":         {Layoff: verdict.Layoff{Tier: 1, LastRun: today - 8}},
		"rebuilding":  {Rebuild: verdict.Rebuilding{Back: today - 8}},
		"in a cut":    {Cuts: verdict.Cuts{Last: verdict.Cut{Fired: today, Until: today, Scale: 0.7}}},
		"on the run":  {},
	} {
		r := rule.Default()
		f.Planned.Weeks, f.Rules = 5, &r
		if got := says(f, verdict.DeloadOverdue); got != (name == "on the run") {
			t.Errorf("%s: overdue %v", name, got)
		}
	}
}
