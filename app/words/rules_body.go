package words

func init() {
	groupNames["body"] = "What you tell: check-in, niggles, sleep, cold water"
	ruleNames["hard_rpe"] = "A hard session by how it felt"
	for key, name := range map[string]string{
		"sign_present":        "A sign is present from",
		"check_signs":         "Signs on one day that make it a bad one",
		"check_days":          "Bad days of the last three that count",
		"check_sd":            "How far the check-in is off your usual",
		"check_sd_floor":      "Least spread of the check-in",
		"check_needs":         "Check-ins that your usual needs",
		"pain_modify":         "Pain that shortens runs",
		"pain_stop":           "Pain that stops running",
		"niggle_days":         "A niggle goes to a clinician after",
		"niggle_review":       "A niggle is asked about again after",
		"modify_scale":        "Volume that stays with a niggle",
		"fever_easy":          "Easy days after fever, at most",
		"sleep_need":          "Sleep you need on a usual day",
		"sleep_need_max":      "Sleep need at most",
		"sleep_load_rise":     "More sleep when the week's load is over your usual by",
		"sleep_long_week":     "More sleep when the week is longer than",
		"sleep_extra":         "How much more, each",
		"sleep_debt_days":     "Sleep debt looks back",
		"sleep_debt_share":    "Debt is paid back over",
		"sleep_debt_night":    "Extra sleep in one night, at most",
		"cold_after_strength": "No cold water after strength work for",
		"cold_after_run":      "No cold water after a hard or long run for",
		"cold_weekly":         "Cold water is a habit beyond, a week",
		"long_minutes":        "A long run, for cold water, from",
		"stride_shift":        "Stance balance off your usual by",
		"under_hard":          "Hard sessions begun under-recovered that are too many",
		"under_days":          "Days in which they are counted",
	} {
		ruleNames[key] = name
	}
}
