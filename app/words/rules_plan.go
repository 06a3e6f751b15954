package words

func init() {
	for key, name := range map[string]string{
		"race_week":    "Volume of a week with a race on the way, the race counted in",
		"race_after":   "Volume of a week in the easy days after it",
		"recover_from": "After a race: the first run, of your usual",
		"recover_to":   "After a race: the last of the easy days, of your usual",
		"done_near":    "A run is as planned within",
		"cycle_load":   "A block is more work than the one before from",
		"cycle_easier": "Easy running costs less from",
		"cycle_index":  "The running-speed index is better from",
		"cycle_early":  "A block is too young to speak of before",
	} {
		ruleNames[key] = name
	}
}
