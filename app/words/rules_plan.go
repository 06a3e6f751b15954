package words

func init() {
	for key, name := range map[string]string{
		"race_week":      "Volume of a week with a race on the way, the race counted in",
		"race_after":     "Volume of a week in the easy days after it",
		"recover_from":   "After a race: the first run, of your usual",
		"recover_to":     "After a race: the last of the easy days, of your usual",
		"race_easy_km":   "A day is easy after a race for every",
		"race_easy_days": "and at least",
		"race_ran":       "A run on a race's day is the race from",
		"race_full":      "and run to its end from",
		"done_near":      "A run is as planned within",
		"cycle_load":     "A block is more work than the one before from",
		"cycle_easier":   "Easy running costs less from",
		"cycle_index":    "The running-speed index is better from",
		"cycle_early":    "A block is too young to speak of before",
	} {
		ruleNames[key] = name
	}
}
