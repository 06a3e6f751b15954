package words

func init() {
	for key, name := range map[string]string{
		"race_week":      "How much of your usual running a week with a tune-up race has, race included",
		"race_after":     "How much of your usual running a week of easy days after that race has",
		"recover_from":   "First run after a race, compared with your usual run",
		"recover_to":     "Last easy day after a race, compared with your usual run",
		"race_easy_km":   "After a race, take one easy day for every",
		"race_easy_days": "After a race, take at least this many easy days",
		"race_ran":       "A run on race day is the race from this share of its distance",
		"race_full":      "The race is finished from this share of its distance",
		"done_near":      "A run is as planned when its length differs by at most",
		"cycle_load":     "A training block is more work when its load is higher by",
		"cycle_easier":   "Easy running is easier when its heart rate is lower by",
		"cycle_index":    "Easy running is easier when the running-speed index is higher by",
		"cycle_early":    "A training block is judged after its first",
		"slip_days":      "Your plan is checked for missed runs over the last",
		"slip_needs":     "Planned sessions needed for that check",
		"slip_share":     "A new plan is offered when you ran less of the old one than",
	} {
		ruleNames[key] = name
	}
}
