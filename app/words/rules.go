package words

import (
	"fmt"
	"strings"

	"rebound/app/wire"
	"rebound/engine/rule"
)

// ruleNames says what each threshold is; what stands in braces is another one.
var ruleNames = map[string]string{
	"window_days":             "Days in the recent window",
	"window_needs":            "Days with a reading that the window needs",
	"baseline_days":           "Days before the window that make your normal",
	"baseline_needs":          "Days with a reading that a normal needs",
	"baseline_settled":        "Below this, your normal is provisional",
	"gate_k":                  "How far out holds the next hard session",
	"cut_k":                   "How far out counts towards a week cut",
	"unusual_k":               "How far above normal HRV is unusual",
	"hrv_sd_floor":            "Least spread of HRV",
	"resting_hr_sd_floor":     "Least spread of resting heart rate",
	"resting_hr_rise":         "Least rise of resting heart rate",
	"resting_hr_rise_share":   "or, if that is less, this share of your normal",
	"sleep_short":             "A short night is under",
	"sleep_short_nights":      "Short nights in {window} that count",
	"sleep_drop":              "Least drop under your own usual sleep",
	"sleep_very_short":        "Short whatever is usual: mean under",
	"sleep_very_short_nights": "Nights known for that",
	"sleep_literal":           "Count short sleep even when it is usual for you",
	"habit_nights":            "Nights that make a sleep habit",
	"habit_needs":             "Nights known for that",
	"tag_weight":              "Weight of a day noted as out of the ordinary",
	"cut_signals":             "Signals that must drift together",
	"cut_run":                 "Days running that they must",
	"cut_length":              "Length of the lighter week",
	"cut_refractory":          "Days until it may come again",
	"cut_scale":               "Volume that stays",
	"cut_deep_scale":          "Volume that stays when all three drift",
	"lone_asks":               "Days out after which it is asked why",
	"lone_holds":              "after which hard sessions wait",
	"lone_refers":             "after which a doctor should look",
	"hard_share":              "A hard session reaches this share of max HR",
	"hard_minutes":            "for at least",
	"monotony_high":           "Monotony worth a word",
	"spike_share":             "Longest session against the {spike}-day longest",
	"spike_days":              "Days looked back for that",
	"max_share":               "Heart rate seen in your runs is your max from this share of 208 - 0.7 x age",
	"max_witness":             "when another day came this near to it",
	"max_rpe":                 "or when one of those runs was rated",
	"load_measured":           "Share of your minutes with heart rate that load should rest on",
	"huge_minutes":            "As hard as a race: a run of at least",
	"huge_share":              "half of it at this share of max HR",
	"huge_times":              "or this many times your longest run",
	"huge_days":               "of the days before it",
	"huge_needs":              "Runs needed in them",
	"easy_minutes":            "Shortest easy run that counts",
	"easy_discard":            "Left out at its start",
	"easy_days":               "Days looked back",
	"easy_needs":              "Runs needed to compare with",
	"easy_recent":             "Runs that are compared",
	"easy_share":              "Easy is at most this share of max HR",
	"easy_vary":               "Steady: speed varies less than",
	"easy_climb":              "Flat: climb less than",
	"easy_rise":               "Heart rate at easy pace that fails",
	"easy_index_sd":           "Running-speed index that fails",
	"easy_index_floor":        "Least spread of that index",
	"easy_felt":               "Without heart rate: easy runs that felt too hard",
	"easy_felt_of":            "out of the last",
	"back_tier_1":             "A pause: days off from",
	"back_tier_2":             "A longer pause from",
	"back_tier_3":             "Walk-run after",
	"rhythm_weeks":            "Weeks that show how often you usually run",
	"ask_days":                "Ask whether you ran after this long without a record",
	"report_near":             "A file is a run you reported when it is as long, within",
	"back_scale_1":            "Volume after a pause",
	"back_scale_2":            "Volume after a longer pause",
	"back_stay_1":             "Careful days after a pause",
	"back_stay_2":             "after a longer pause",
	"back_stay_3":             "after {back} or more",
	"growth":                  "Growth of a week while rebuilding, at most",
	"rebuilt_weeks":           "Rebuilt weeks in a row before hard running",
	"rebuilt_share":           "A week is rebuilt at this share of your usual",
	"stage_sessions":          "Sessions without pain before the next walk-run stage",
	"stage_share":             "A run is a session of a stage from this share of it",
	"return_days":             "The first weeks back last",
	"lungs_from":              "Heart and lungs feel as before after",
	"lungs_to":                "and by then they do",
	"aerobic_held":            "Fitness is not called lost while other sports hold this share of your training",
	"loss_weekly":             "Fitness lost a week off (0: by the study's curve; the guide says 7%)",
	"declined_days":           "What you kept is spoken of for",
	"declined_cuts":           "Lighter weeks kept off in a row that are worth a word",
	"deload_every":            "A step-back week comes every",
	"deload_scale":            "Volume that stays in a step-back week",
	"taper_scale":             "Volume that stays in the taper",
}

var groupNames = map[string]string{
	"signals": "Signals against your normal",
	"cut":     "The week cut",
	"lone":    "One signal that stays out",
	"hard":    "Hard sessions and load",
	"easy":    "Easy-pace check",
	"return":  "Coming back after a pause",
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
		cite := "Our choice"
		if !r.Ours {
			cite = rule.References[r.Cite]
		}
		out = append(out, wire.Rule{
			Key: r.Key, Group: groupNames[r.Group], Name: fill.Replace(ruleNames[r.Key]), Unit: r.Unit,
			Value: r.Get(s), Default: r.Default, Min: r.Min, Max: r.Max, Step: r.Step, Cite: cite, Ours: r.Ours,
		})
	}
	return out
}
