package words

func init() {
	for key, name := range map[string]string{
		"race_week":      "A week with a tune-up race has, race included",
		"race_after":     "A week in the easy days after it has",
		"recover_from":   "After a race: first run, of your usual",
		"recover_to":     "After a race: last easy day, of your usual",
		"race_easy_km":   "After a race: one easy day for every",
		"race_easy_days": "After a race: at least this many easy days",
		"race_ran":       "A run on race day counts as the race from",
		"race_full":      "A run on race day counts as finished from",
		"done_near":      "A run counts as planned within",
		"cycle_load":     "A block counts as more work from",
		"cycle_easier":   "Easy running counts as easier from",
		"cycle_index":    "Easy running counts as easier: running-speed index up by",
		"cycle_early":    "Days before a training block is compared",
		"slip_days":      "How far back your plan is checked for missed runs",
		"slip_needs":     "Planned sessions needed for that check",
		"slip_share":     "A new plan is offered when you ran less of it than",
	} {
		ruleNames[key] = name
	}
}
