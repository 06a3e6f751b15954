package words

import (
	"fmt"
	"strings"

	"rebound/app/wire"
	"rebound/engine/rule"
)

// ruleNames says what each threshold is; what stands in braces is another one.
var ruleNames = map[string]string{
	"window_days":             "Days that count as how you are now",
	"window_needs":            "Readings needed in those days",
	"baseline_days":           "Days before them that make your normal range",
	"baseline_needs":          "Readings needed before you have a normal range",
	"baseline_settled":        "Your normal range is rough with fewer readings than",
	"gate_k":                  "A hard session waits when a signal is off your average by",
	"cut_k":                   "A signal counts towards a lighter week when it is off by",
	"unusual_k":               "HRV is unusually high when it is above your average by",
	"hrv_sd_floor":            "Assume that your HRV varies by at least (0.1 is about 10%)",
	"resting_hr_sd_floor":     "Assume that your resting heart rate varies by at least",
	"resting_hr_rise":         "Your resting heart rate is raised from this much above your average",
	"resting_hr_rise_share":   "Or from this share of your average, if that is less",
	"sleep_short":             "A night is short when you sleep less than",
	"sleep_short_nights":      "Short nights in {window} that count",
	"sleep_drop":              "Your sleep also has to be below your usual by",
	"sleep_very_short":        "Sleep is short below this average, even if it is usual for you",
	"sleep_very_short_nights": "Nights with a reading needed to say so",
	"sleep_literal":           "Count short sleep even when it is usual for you",
	"habit_nights":            "Nights that show how much you usually sleep",
	"habit_needs":             "Nights with a reading needed among them",
	"tag_weight":              "How much a day counts that you tagged as out of the ordinary",
	"cut_signals":             "Signals that have to be off at the same time",
	"cut_run":                 "Days in a row that they have to be off",
	"cut_length":              "Length of the lighter week",
	"cut_refractory":          "Days before another lighter week can start",
	"cut_scale":               "How much of your running stays in the lighter week",
	"cut_deep_scale":          "How much stays when all three signals are off",
	"lone_asks":               "Ask why, once a signal has been out for",
	"lone_holds":              "Hard sessions wait, once it has been out for",
	"lone_refers":             "Suggest a doctor, once it has been out for",
	"hard_share":              "A session is hard at or above this share of your max HR",
	"hard_minutes":            "For a session to be hard, you hold that for at least",
	"monotony_high":           "Mention monotony when it reaches",
	"spike_share":             "Longest run advised, compared with your longest of {spike} days",
	"spike_days":              "Days looked back for your longest run",
	"max_share":               "The highest heart rate of your runs is your max HR if it reaches this share of 208 − 0.7 × age",
	"max_witness":             "For max HR, another day has to come this close to it",
	"max_rpe":                 "It is also your max HR if you rated the effort of that run at least",
	"load_measured":           "Mention missing heart rate when it covers less of your running than",
	"huge_minutes":            "A run as hard as a race lasts at least",
	"huge_share":              "Half of a run as hard as a race is at or above this share of max HR",
	"huge_times":              "A run is also as hard as a race from this many times your longest run",
	"huge_days":               "Days looked back for that longest run",
	"huge_needs":              "Runs needed in those days",
	"easy_minutes":            "Easy runs are compared from this length",
	"easy_discard":            "Time left out at the start of each run",
	"easy_days":               "Days looked back for easy runs to compare with",
	"easy_needs":              "Easy runs needed to compare with",
	"easy_recent":             "Latest easy runs that are compared",
	"easy_share":              "A run is easy up to this share of your max HR",
	"easy_vary":               "A run is steady when its speed varies by less than",
	"easy_climb":              "A run is flat when it climbs less than",
	"easy_rise":               "The check fails when your heart rate is higher by",
	"easy_index_sd":           "The check fails when the running-speed index is lower by",
	"easy_index_floor":        "Assume that the running-speed index varies by at least",
	"easy_felt":               "Without heart rate, it fails after this many easy runs that felt too hard",
	"easy_felt_of":            "Easy runs that are looked at for that",
	"back_tier_1":             "A break starts after this many days off",
	"back_tier_2":             "It is a longer break after",
	"back_tier_3":             "You come back with run-walk sessions after",
	"rhythm_weeks":            "Weeks that show how often you usually run",
	"ask_days":                "Ask whether you ran after this long without data",
	"report_near":             "A file is the run you logged if their lengths differ by at most",
	"back_scale_1":            "How much of your usual week you run after a break",
	"back_scale_2":            "How much of your usual week you run after a longer break",
	"back_stay_1":             "Days to be careful after a break",
	"back_stay_2":             "Days to be careful after a longer break",
	"back_stay_3":             "Days to be careful after {back} or more",
	"growth":                  "While you rebuild, a week grows by at most",
	"rebuilt_weeks":           "Rebuilt weeks in a row before hard sessions come back",
	"rebuilt_share":           "A week is rebuilt from this share of your usual week",
	"stage_sessions":          "Pain-free sessions before the next run-walk stage",
	"stage_share":             "A run counts for its run-walk stage from this share of it",
	"return_speed":            "While you come back, run at most as fast as before the break",
	"return_over":             "Mention a run that is faster than that by more than",
	"return_days":             "The first weeks back end after",
	"lungs_from":              "Your heart and lungs are back to normal at the earliest after",
	"lungs_to":                "Your heart and lungs are back to normal at the latest after",
	"aerobic_held":            "VO2max does not count as lost if other sports are this share of your training",
	"loss_weekly":             "VO2max lost in a week off (0 goes by a study; RunNerd's guide says 7%)",
	"declined_days":           "Mention what you declined for this long",
	"declined_cuts":           "Mention lighter weeks that you declined in a row, from",
	"deload_every":            "A step-back week comes every",
	"deload_scale":            "How much of your usual running a step-back week has",
	"taper_scale":             "How much of your usual running the taper has",
}

var groupNames = map[string]string{
	"signals": "Signals and your normal range",
	"cut":     "The lighter week",
	"lone":    "One signal that stays out",
	"hard":    "Hard sessions and training load",
	"easy":    "Easy-pace check",
	"return":  "Return to running",
	"decline": "What you decided",
	"plan":    "The plan",
}

// Rules lists every threshold with its name, value, default and source.
func Rules(s rule.Settings) []wire.Rule {
	out := make([]wire.Rule, 0, len(rule.Table))
	window := "a week"
	if s.WindowDays != 7 {
		window = span(s.WindowDays)
	}
	fill := strings.NewReplacer("{spike}", fmt.Sprintf("%.0f", s.SpikeDays), "{back}", span(s.BackTier3), "{window}", window)
	for _, r := range rule.Table {
		cite := wire.Cite{Title: "Our own rule"}
		if !r.Ours {
			cite = cited(r.Cite)
		}
		out = append(out, wire.Rule{
			Key: r.Key, Group: groupNames[r.Group], Name: fill.Replace(ruleNames[r.Key]), Unit: r.Unit,
			Value: r.Get(s), Default: r.Default, Min: r.Min, Max: r.Max, Step: r.Step, Cite: cite, Ours: r.Ours,
		})
	}
	return out
}
