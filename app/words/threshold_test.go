package words

import (
	"encoding/json"
	"maps"
	"regexp"
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

// spoken is what a sentence says of a threshold by its default, and by another
// value.
var spoken = []struct {
	key       string
	value     float64
	was, says string
}{
	{"window_days", 5, "in the last seven days, the last on", "in the last five days, the last on"},
	{"window_days", 5, "a night over the last seven days", "a night over the last five days"},
	{"window_days", 5, "bpm over the last seven days", "bpm over the last five days"},
	{"window_days", 5, "ms over the last seven days", "ms over the last five days"},
	{"window_days", 5, "too few readings in the last seven days", "too few readings in the last five days"},
	{"window_days", 5, "nights this week", "nights in five days"},
	{"window_days", 5, "7-day mean", "5-day mean"},
	{"window_days", 5, "Short nights in a week", "Short nights in five days"},
	{"window_days", 5, " runs in 7 days, ", " runs in 5 days, "},
	{"window_needs", 3, "of 4 nights", "of 3 nights"},
	{"baseline_needs", 21, "takes 14 days to learn", "takes 21 days to learn"},
	{"baseline_needs", 21, "of 14 nights: learning", "of 21 nights: learning"},
	{"baseline_days", 50, "in the 60 before", "in the 50 before"},
	{"sleep_short", 400, "under 7 h 00", "under 6 h 40"},
	{"sleep_short_nights", 4, "on 3 nights, and", "on 4 nights, and"},
	{"sleep_drop", 45, "and 30 min under your own", "and 45 min under your own"},
	{"habit_nights", 35, "sleep over the last four weeks", "sleep over the last five weeks"},
	{"tag_weight", 0.3, "Days tagged so count half.", "Days tagged so count for 30%."},
	{"cut_signals", 3, "Two signals are drifting", "Three signals are drifting"},
	{"cut_run", 4, "wrong way together for 3 days", "wrong way together for 4 days"},
	{"cut_length", 10, "so the next seven days are lighter", "so the next ten days are lighter"},
	{"cut_length", 10, "the next 7 days were cut", "the next 10 days were cut"},
	{"hard_share", 0.9, "min at 88% of max HR", "min at 90% of max HR"},
	{"spike_days", 45, "longest of the 30 days", "longest of the 45 days"},
	{"spike_days", 45, "over the longest of the month", "over the longest of the last 45 days"},
	{"spike_days", 45, "against the 30-day longest", "against the 45-day longest"},
	{"spike_share", 1.3, "never more than a tenth over", "never more than 30% over"},
	{"easy_days", 35, "runs in the last six weeks to compare", "runs in the last five weeks to compare"},
	{"easy_days", 35, "easy runs sat at 140 bpm; the six weeks before", "easy runs sat at 140 bpm; the five weeks before"},
	{"easy_days", 35, "in the six weeks before (", "in the five weeks before ("},
	{"easy_days", 35, "or more in the last six weeks", "or more in the last five weeks"},
	{"easy_minutes", 30, "easy runs of 20 minutes or more", "easy runs of 30 minutes or more"},
	{"easy_minutes", 30, "a 30 to 40 minute easy run", "a 40 to 50 minute easy run"},
	{"easy_minutes", 30, "an easy flat run of 30 to 40 minutes", "an easy flat run of 40 to 50 minutes"},
	{"easy_recent", 3, "and two to compare with them", "and three to compare with them"},
	{"easy_index_sd", 1.5, "down by more than one SD", "down by more than 1.5 SDs"},
	{"back_scale_1", 0.7, "about 80% of your usual", "about 70% of your usual"},
	{"back_scale_2", 0.5, "about 60% of your usual", "about 50% of your usual"},
	{"back_tier_3", 35, "after three weeks or more", "after five weeks or more"},
	{"return_days", 28, "of the first 21 days back", "of the first 28 days back"},
	{"lungs_from", 10, "within 2 to 4 weeks", "within 10 to 28 days"},
	{"lungs_to", 42, "within 2 to 4 weeks", "within 2 to 6 weeks"},
	{"stage_sessions", 3, "Two sessions without pain before", "Three sessions without pain before"},
	{"stage_sessions", 3, "of 2 sessions done", "of 3 sessions done"},
	{"loss_weekly", 0.05, "about 10% down", "about 14% down"},
	{"deload_scale", 0.45, "lighter week: about half the volume", "lighter week: about 45% of the volume"},
	{"deload_scale", 0.45, "planned deload: about half the volume", "planned deload: about 45% of the volume"},
	{"check_signs", 4, "3 or more of the five signs", "4 or more of the five signs"},
	{"check_days", 3, "out of proportion on two of three days", "out of proportion on three of three days"},
	{"check_needs", 12, "needs 10 check-ins before", "needs 12 check-ins before"},
	{"pain_modify", 2, "if it comes to 3 of 10", "if it comes to 2 of 10"},
	{"pain_modify", 2, "Pain from 3 of 10 on", "Pain from 2 of 10 on"},
	{"pain_stop", 6, "goes over 4 of 10, changes", "goes over 5 of 10, changes"},
	{"pain_stop", 6, "Walk home if pain goes over 4 of 10", "Walk home if pain goes over 5 of 10"},
	{"niggle_review", 3, "Look again in 48 hours", "Look again in 72 hours"},
	{"modify_scale", 0.6, "Seven tenths of the usual, no speed", "Six tenths of the usual, no speed"},
	{"fever_easy", 5, "as it lasted, three at most", "as it lasted, five at most"},
	{"fever_easy", 5, "as it lasted, 3 at most", "as it lasted, 5 at most"},
	{"sleep_debt_days", 21, "no night of the last two weeks", "no night of the last three weeks"},
	{"cold_after_strength", 36, "within 24 hours of strength", "within 36 hours of strength"},
	{"cold_after_run", 8, "Wait 6 hours", "Wait 8 hours"},
	{"under_days", 21, "of the last 14 days is known to have begun", "of the last 21 days is known to have begun"},
	{"reaction_lapse", 400, "over 355 ms", "over 400 ms"},
	{"reaction_needs", 7, "needs 5 tests before it", "needs 7 tests before it"},
	{"screen_uneven", 0.3, "more than 20% are worth work", "more than 30% are worth work"},
	{"screen_calf_raise", 20, "25 raises or more", "20 raises or more"},
	{"programme_skip", 10, "ticked off in 7 days", "ticked off in 10 days"},
	{"tendon_days", 70, "Tendons take 12 weeks and more", "Tendons take 10 weeks and more"},
	{"tendon_days", 70, "It runs for three months", "It runs for 10 weeks"},
	{"tendon_days", 70, "It runs for 12 weeks", "It runs for 10 weeks"},
	{"marker_days", 35, "in the last 28 days and", "in the last 35 days and"},
	{"marker_days", 35, "28 days before", "35 days before"},
}

// fixed is what stands in sentences and is no threshold of the settings: how many
// days a plan is looked at ahead, a load's monotony, a week's immersions, and what
// studies and conventions say.
var fixed = []string{
	"The next seven days: ", "No running in the next seven days.", "were all alike in load", "in seven days; as a habit", " time in 7 days", " times in 7 days",
	"most of the last four weeks", "Four weeks from now", "20 to 70%", "30 to 45 s", "5 x 30 s", "Tendons ", "highest 30 seconds", "Stop if pain goes over 3 of 10", "in the groin goes over 3 of 10",
	"Pain up to 4 of 10", "10 to 15 minutes at 11 to 15", "within the last two days", "until two days after", "of the last three", "last three days", "Half of your usual on the first day back",
}

// stale is what the defaults sound like.
var stale = regexp.MustCompile(`(?i)\bseven days|six weeks|four weeks|two weeks|7-day|(next|in|last) 7 days|(takes|last) 14 days|the 30 days|30-day|\b60 before|` +
	`half the volume|count half|Two signals are|(about|at) (80|60|88)%|one SD\b|three weeks|first 21 days|2 to 4 weeks|Two sessions|of 2 sessions|` +
	`two of three days|over 355 ms|(in|last) 28 days|28 days before`)

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
	for _, list := range [][]diary.File{append(slices.Clone(files), sample.Told(coachDay, files)), paused, files[600:], nil} {
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
		see(coldCard(c, r))
	}
	see(skippedText(&body.State{Skipped: []body.Part{body.Manual}}, r))
	see(niggle(&body.Niggle{Niggle: diary.Niggle{Site: "calf"}, Triage: body.Run}, coachDay, r))
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
		verdict.TwoOfThree, verdict.Drifting, verdict.HardInWindow, verdict.EasyPaceFails, verdict.EasyNotKnown, verdict.Illness, verdict.ShortHabit,
		verdict.SessionSpike, verdict.PlannedDeload, verdict.OffRunning, verdict.FirstWeeks, verdict.LungsFirst, verdict.StageNow, verdict.Fever,
		verdict.NiggleEases, verdict.CheckInAdverse, verdict.CheckInFine, verdict.NervousSystem, "hrv_in_range", "resting_hr_in_range", "sleep_in_range",
	} {
		x := base
		one := verdict.Reason{Code: code, Value: 9, Limit: 1, Days: 1, Date: coachDay, Site: "calf", Side: diary.Left}
		switch code {
		case verdict.EasyPaceFails:
			one.Value = 0
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
	return append(out, second, untold, few, learning, all)
}

// references are the papers' own words.
var references = slices.Collect(maps.Values(rule.References))

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
