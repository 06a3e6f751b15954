package words

import (
	"fmt"
	"strings"

	"rebound/app/wire"
	"rebound/engine/rule"
)

// ruleNames says what each threshold is; what stands in braces is another one.
var ruleNames = map[string]string{
	"window_days":             "Days that count as now",
	"window_needs":            "Readings needed to know how you are now",
	"baseline_days":           "Earlier days that make your normal range",
	"baseline_needs":          "Readings needed for a normal range",
	"baseline_settled":        "Readings below which your normal range is rough",
	"gate_k":                  "How far out of normal makes a hard session wait",
	"cut_k":                   "How far out of normal counts towards a lighter week",
	"unusual_k":               "How far above normal HRV is unusual",
	"hrv_sd_floor":            "Smallest spread of HRV to assume",
	"resting_hr_sd_floor":     "Smallest spread of resting heart rate to assume",
	"resting_hr_rise":         "Smallest rise of resting heart rate that counts",
	"resting_hr_rise_share":   "Or, if less: rise as a share of your usual",
	"sleep_short":             "A short night is under",
	"sleep_short_nights":      "Short nights in {window} that count",
	"sleep_drop":              "Sleep is short when it is also under your usual by",
	"sleep_very_short":        "Short whatever is usual for you: average under",
	"sleep_very_short_nights": "Nights on record that this needs",
	"sleep_literal":           "Count short sleep even when it is usual for you",
	"habit_nights":            "Nights that show a sleep habit",
	"habit_needs":             "Nights on record that a habit needs",
	"tag_weight":              "How much a day tagged as out of the ordinary counts",
	"cut_signals":             "Signals that must be off together",
	"cut_run":                 "Days in a row that they must be off",
	"cut_length":              "Length of the lighter week",
	"cut_refractory":          "Days until the next one can come",
	"cut_scale":               "How much of the week stays",
	"cut_deep_scale":          "How much stays when all three are off",
	"lone_asks":               "Ask why a signal is out after",
	"lone_holds":              "Hard sessions wait after",
	"lone_refers":             "See a doctor after",
	"hard_share":              "A hard session reaches this share of max HR",
	"hard_minutes":            "A hard session holds it for at least",
	"monotony_high":           "Mention monotony from",
	"spike_share":             "Longest run, against your longest of {spike} days",
	"spike_days":              "Days looked back for your longest run",
	"max_share":               "The highest heart rate in your runs is your max HR from this share of 208 − 0.7 × age",
	"max_witness":             "Max HR: another day came this close",
	"max_rpe":                 "Max HR: or you rated one of those runs",
	"load_measured":           "Mention missing heart rate under this share of your minutes",
	"huge_minutes":            "As hard as a race: a run of at least",
	"huge_share":              "As hard as a race: half of it at this share of max HR",
	"huge_times":              "As hard as a race: times your longest run",
	"huge_days":               "As hard as a race: days looked back for your longest",
	"huge_needs":              "As hard as a race: runs needed in those days",
	"easy_minutes":            "Shortest easy run that counts",
	"easy_discard":            "Left out at the start of a run",
	"easy_days":               "Days looked back for easy runs",
	"easy_needs":              "Runs needed to compare with",
	"easy_recent":             "Latest runs that are compared",
	"easy_share":              "Easy is at most this share of max HR",
	"easy_vary":               "Steady means speed varies by less than",
	"easy_climb":              "Flat means a climb of less than",
	"easy_rise":               "The check fails when heart rate is up by",
	"easy_index_sd":           "The check fails when the running-speed index is down by",
	"easy_index_floor":        "Smallest spread of the running-speed index to assume",
	"easy_felt":               "Without heart rate: easy runs that felt too hard",
	"easy_felt_of":            "Without heart rate: out of the last",
	"back_tier_1":             "A break starts at this many days off",
	"back_tier_2":             "A longer break starts at",
	"back_tier_3":             "Return by run-walk after",
	"rhythm_weeks":            "Weeks that show how often you usually run",
	"ask_days":                "Ask whether you ran after this long without data",
	"report_near":             "A file is the run you reported if it is as long, within",
	"back_scale_1":            "How much of the week stays after a break",
	"back_scale_2":            "How much stays after a longer break",
	"back_stay_1":             "Careful days after a break",
	"back_stay_2":             "Careful days after a longer break",
	"back_stay_3":             "Careful days after {back} or more",
	"growth":                  "A week grows while rebuilding by at most",
	"rebuilt_weeks":           "Rebuilt weeks in a row before hard running",
	"rebuilt_share":           "A week is rebuilt at this share of your usual",
	"stage_sessions":          "Pain-free sessions before the next run-walk stage",
	"stage_share":             "A run counts for a stage from this share of it",
	"return_speed":            "Coming back: no faster than this times your easy speed before the break",
	"return_over":             "Coming back: a run is named when it beats that by more than",
	"return_days":             "The first weeks back last",
	"lungs_from":              "Heart and lungs feel like before from",
	"lungs_to":                "Heart and lungs feel like before by",
	"aerobic_held":            "Fitness is not called lost if other sports made up this share of your training",
	"loss_weekly":             "Fitness lost a week off (0: by a study; RunNerd's guide says 7%)",
	"declined_days":           "Mention what you declined for",
	"declined_cuts":           "Mention lighter weeks declined in a row from",
	"deload_every":            "A step-back week comes every",
	"deload_scale":            "How much a step-back week has",
	"taper_scale":             "How much the taper has",
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
