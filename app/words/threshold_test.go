package words

import (
	"encoding/json"
	"slices"
	"strings"
	"sync"
	"testing"

	"rebound/app/wire"
	"rebound/engine"
	"rebound/engine/body"
	"rebound/engine/coach"
	"rebound/engine/diary"
	"rebound/engine/load"
	"rebound/engine/plan"
	"rebound/engine/rule"
	"rebound/engine/sample"
	"rebound/engine/signal"
	"rebound/engine/verdict"
)

// settingsWith is the defaults, with some of spoken changed.
func settingsWith(t *testing.T, keys ...int) rule.Settings {
	t.Helper()
	r := rule.Default()
	for _, i := range keys {
		if err := r.Set(spoken[i].key, spoken[i].value); err != nil {
			t.Fatal(err)
		}
	}
	return r
}

// spokenDiaries is a runner who reports, one who paused for five weeks, one of a
// few days, and no one: the same for any settings.
var spokenDiaries = sync.OnceValue(func() (out []*diary.Diary) {
	files := sample.Files(coachDay)
	paused := slices.DeleteFunc(slices.Clone(files), func(f diary.File) bool {
		return len(f.Activities) > 0 && diary.DateAt(f.Activities[0].Start, 0) > coachDay-40 && diary.DateAt(f.Activities[0].Start, 0) < coachDay-2
	})
	for _, list := range [][]diary.File{append(slices.Clone(files), sample.Reported(coachDay, files)), paused, files[600:], nil} {
		out = append(out, diary.Build(list, nil))
	}
	return out
})

// sentences is every string of the screens by some settings: of a runner in a cut
// with a plan, of one who comes back from a pause, of one whose body speaks, and of
// each reason by itself.
func sentences(t *testing.T, r rule.Settings) (out []string) {
	t.Helper()
	see := func(x any) {
		b, err := json.Marshal(x)
		if err != nil {
			t.Fatal(err)
		}
		var v any
		if err := json.Unmarshal(b, &v); err != nil {
			t.Fatal(err)
		}
		out = walk(v, out)
	}
	sampled := engine.New(spokenDiaries()[0], r)
	made, err := coach.Make(sampled, plan.Wish{RaceDate: coachDay + 70, RaceKm: 21.0975, Start: coachDay - 40}, coachDay)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range spokenDiaries() {
		e := engine.New(d, r)
		for _, day := range []diary.Date{coachDay - 150, coachDay - 20, coachDay, coachDay + 4} {
			see(Assessment(e, e.Assess(day), Options{}))
		}
		see(BodyScreen(e, coachDay, Options{}))
		see(PlanScreen(e, Followed{}, coachDay, Options{}))
		see(Trends(e, wire.TrendsArg{To: coachDay, Days: 42}, Options{}))
	}
	sampled.Follow(&made.Plan)
	for _, d := range []diary.Date{coachDay - 12, coachDay, coachDay + 8} {
		see(PlanScreen(sampled, Followed{Plan: &made}, d, Options{}))
	}
	see(Rules(r))
	for _, x := range spokenReports(r) {
		see(Assessment(sampled, x, Options{}))
	}
	for _, c := range []body.Cold{{Cause: body.ColdStrength, Until: -1}, {Cause: body.ColdHard, Until: -1}, {Habit: true, Week: 3}} {
		see(coldCard(c, r, Options{}))
	}
	see(skippedText(&body.State{Skipped: []body.Part{body.Manual}}, r))
	see(niggle(&body.Niggle{Niggle: diary.Niggle{Site: "calf"}, Triage: body.Run}, &body.State{Date: coachDay}, r))
	see(reactionCard(&body.Reaction{Latest: body.ReactionTest{Date: coachDay}, Behind: 2}, coachDay, r))
	return out
}

// spokenReports is a report for each reason and action whose sentence has a
// threshold in it, whatever the settings make of any diary.
func spokenReports(r rule.Settings) (out []engine.Report) {
	known := func(k diary.Kind, missing signal.Missing) signal.State {
		s := signal.State{Kind: k, Name: signal.InRange, RecentDays: 4, Recent: 4, Baseline: signal.Baseline{Mean: 4, SD: 1, Low: 3, High: 5, Days: 60}}
		if missing != signal.Nothing {
			s.Name, s.Missing = signal.Unknown, missing
		}
		return s
	}
	base := engine.Report{Date: coachDay, RunSeen: true, Level: verdict.LevelGo, Action: verdict.Progress,
		Cuts: verdict.Cuts{Last: verdict.Cut{Fired: coachDay, Until: coachDay + 6, Scale: 0.7, Out: [diary.Kinds]bool{true, true}}},
		Easy: load.EasyCheck{State: load.EasyFail, HR: 140, Usual: 135, Speed: 3, Runs: 4},
		Back: verdict.Pause{Tier: 2, DaysOff: 18, LastRun: coachDay - 20, Back: coachDay - 2}}
	for k := range base.Signals {
		base.Signals[k] = known(diary.Kind(k), signal.Nothing)
	}
	base.Body.Check = body.Check{BadDays: 9, Entries: 3}
	return append(reasonReports(base), actionReports(base, r, known)...)
}

func reasonReports(base engine.Report) (out []engine.Report) {
	for _, code := range []verdict.Code{
		verdict.TwoOfThree, verdict.Drifting, verdict.HardInWindow, verdict.EasyPaceFails, verdict.EasyNotKnown, verdict.EasyBlind, verdict.Illness, verdict.AfterIllness, verdict.ShortHabit,
		verdict.SessionSpike, verdict.PlannedDeload, verdict.OffRunning, verdict.FirstWeeks, verdict.LungsFirst, verdict.StageNow, verdict.Fever,
		verdict.NiggleEases, verdict.CheckInAdverse, verdict.CheckInFine, verdict.NervousSystem, "hrv_in_range", "resting_hr_in_range", "sleep_in_range",
	} {
		x := base
		one := verdict.Reason{Code: code, Value: 9, Limit: 1, Days: 1, Date: coachDay, Site: "calf", Side: diary.Left}
		switch code {
		case verdict.EasyPaceFails:
			x.Easy.By = load.ByIndex
		case verdict.EasyBlind:
			x.Easy = load.EasyCheck{Blind: true}
		case verdict.OffRunning:
			one.Value = 21
		case "resting_hr_in_range":
			one.Kind = diary.RestingHR
		case "sleep_in_range":
			one.Kind = diary.Sleep
		}
		x.Reasons = []verdict.Reason{one}
		out = append(out, x)
	}
	return out
}

func actionReports(base engine.Report, r rule.Settings, known func(diary.Kind, signal.Missing) signal.State) (out []engine.Report) {
	for _, a := range []verdict.Action{verdict.Unknown, verdict.Deload, verdict.CutWeek, verdict.ReturnToRun} {
		x := base
		x.Action, x.Layoff = a, verdict.Layoff{Tier: 1, DaysOff: 9, LastRun: coachDay - 9}
		for k := range x.Signals {
			if a == verdict.CutWeek {
				x.Signals[k].Name, x.Signals[k].DaysOut = signal.Adverse, 3
			}
		}
		out = append(out, x)
	}
	second := base
	second.Action, second.Layoff = verdict.ReturnToRun, verdict.Layoff{Tier: 2, DaysOff: 15, LastRun: coachDay - 15}
	untold := base
	untold.Easy = load.EasyCheck{State: load.EasyUnknown}
	few := base
	for k := range few.Signals {
		few.Signals[k] = known(diary.Kind(k), signal.FewRecent)
	}
	few.Reasons = []verdict.Reason{{Code: "hrv_unknown"}}
	learning := base
	learning.Signals[diary.HRV] = known(diary.HRV, signal.FewBaseline)
	all := base
	for code := range instructions {
		all.Programme = append(all.Programme, body.Item{Part: "load", Exercise: code})
	}
	bone := base
	bone.Action, bone.Layoff = verdict.ReturnToRun, verdict.Layoff{Tier: 3, DaysOff: 9, LastRun: coachDay - 9, Flag: body.Cleared{Site: "shin", Bone: true, Gone: coachDay - 2}}
	return append(out, bone, second, untold, few, learning, all)
}

// references are the papers' own words.
var references = func() (list []string) {
	for _, r := range rule.References {
		list = append(list, r.String(), r.Title)
	}
	return list
}()

// walk adds every string of a JSON value.
func walk(v any, out []string) []string {
	switch v := v.(type) {
	case string:
		if !slices.Contains(references, v) {
			out = append(out, v)
		}
	case []any:
		for _, x := range v {
			out = walk(x, out)
		}
	case map[string]any:
		for _, x := range v {
			out = walk(x, out)
		}
	}
	return out
}

func containing(list []string, part string) string {
	for _, s := range list {
		if strings.Contains(s, part) {
			return s
		}
	}
	return ""
}

// A sentence takes its thresholds from the settings: with one changed it says the
// new value, and nothing says the old one.
func TestSentencesFollowSettings(t *testing.T) {
	byDefault := sentences(t, rule.Default())
	var now []string
	for i, x := range spoken {
		if containing(byDefault, x.was) == "" {
			t.Errorf("%s: no sentence says %q", x.key, x.was)
			continue
		}
		if i == 0 || spoken[i-1].key != x.key {
			now = sentences(t, settingsWith(t, i))
		}
		if s := containing(now, x.was); s != "" && x.was != x.says {
			t.Errorf("%s is %g: %q", x.key, x.value, s)
		}
		if containing(now, x.says) == "" {
			t.Errorf("%s is %g: no sentence says %q", x.key, x.value, x.says)
		}
	}
}

// With all of them changed at once, no sentence has a default left in it.
func TestNoStaleDefault(t *testing.T) {
	all := make([]int, len(spoken))
	for i := range all {
		all[i] = i
	}
	r := settingsWith(t, all...)
	for key, v := range map[string]float64{"growth": 0.15, "rebuilt_weeks": 2, "taper_scale": 0.45, "deload_every": 6, "cut_refractory": 20, "cut_scale": 0.65, "niggle_days": 9, "sleep_need": 500, "easy_needs": 5} {
		if err := r.Set(key, v); err != nil {
			t.Fatal(err)
		}
	}
	seen := map[string]bool{}
	for _, s := range sentences(t, r) {
		if seen[s] || !stale.MatchString(s) || slices.ContainsFunc(fixed, func(f string) bool { return strings.Contains(s, f) }) {
			continue
		}
		seen[s] = true
		t.Errorf("%q in %q", stale.FindString(s), s)
	}
}
