package words

import "regexp"

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
	{"baseline_needs", 21, "takes 21 mornings", "takes 28 mornings"},
	{"baseline_needs", 21, "of 21 nights: learning", "of 28 nights: learning"},
	{"baseline_days", 50, "in the 60 before", "in the 50 before"},
	{"sleep_short", 400, "under 7 h 00", "under 6 h 40"},
	{"sleep_short_nights", 4, "on 3 nights, and", "on 4 nights, and"},
	{"sleep_drop", 45, "and 30 min under your own", "and 45 min under your own"},
	{"habit_nights", 35, "sleep over the last four weeks", "sleep over the last five weeks"},
	{"lone_holds", 10, "After two weeks, hard", "After ten days, hard"},
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
	{"easy_days", 35, "No run of the last six weeks has", "No run of the last five weeks has"},
	{"easy_rise", 5, "under the limit of 4 bpm", "under the limit of 5 bpm"},
	{"easy_minutes", 30, "easy runs of 20 minutes or more", "easy runs of 30 minutes or more"},
	{"easy_minutes", 30, "run easy for 30 to 40 minutes", "run easy for 40 to 50 minutes"},
	{"easy_minutes", 30, "an easy, flat run of 30 to 40 minutes", "an easy, flat run of 40 to 50 minutes"},
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
	{"deload_scale", 0.45, "A step-back week: about half the volume", "A step-back week: about 45% of the volume"},
	{"deload_scale", 0.45, "a planned step-back week: about half the volume", "a planned step-back week: about 45% of the volume"},
	{"check_signs", 4, "3 or more of the five signs", "4 or more of the five signs"},
	{"check_days", 3, "out of proportion on two of three days", "out of proportion on three of three days"},
	{"check_needs", 12, "needs 10 check-ins before", "needs 12 check-ins before"},
	{"pain_modify", 2, "if it comes to 3 of 10", "if it comes to 2 of 10"},
	{"pain_modify", 2, "Pain of 3 of 10 or more", "Pain of 2 of 10 or more"},
	{"pain_stop", 6, "goes over 4 of 10, changes", "goes over 5 of 10, changes"},
	{"pain_stop", 6, "Walk home if pain goes over 4 of 10", "Walk home if pain goes over 5 of 10"},
	{"modify_scale", 0.6, "Seven tenths of the usual, no speed", "Six tenths of the usual, no speed"},
	{"illness_share", 0.4, "run easy for half your usual", "run easy for 40% of your usual"},
	{"illness_share", 0.4, "Half your usual, 30 min at most", "40% of your usual, 30 min at most"},
	{"illness_minutes", 25, "30 minutes at most", "25 minutes at most"},
	{"illness_minutes", 25, "Half your usual, 30 min at most", "Half your usual, 25 min at most"},
	{"illness_easy_least", 3, "at least two and at most ten", "at least three and at most ten"},
	{"illness_easy_most", 12, "at least two and at most ten", "at least two and at most twelve"},
	{"illness_first_half", 0.6, "50% of your usual in the first half", "60% of your usual in the first half"},
	{"illness_second_half", 0.8, "75% in the second", "80% in the second"},
	{"flag_walks", 3, "without pain on 2 days", "without pain on 3 days"},
	{"flag_walk_minutes", 40, "walk before you run: 30 minutes", "walk before you run: 40 minutes"},
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
	"Pain up to 4 of 10", "10 to 15 minutes at 11 to 15", "within the last two days", "after six weeks of training", "until two days after", "of the last three", "last three days", "Half of your usual on the first day back",
}

// stale is what the defaults sound like.
var stale = regexp.MustCompile(`(?i)\bseven days|six weeks|four weeks|two weeks|7-day|(next|in|last) 7 days|(takes|last) 14 days|the 30 days|30-day|\b60 before|` +
	`half the volume|count half|Two signals are|(about|at) (80|60|88)%|one SD\b|three weeks|first 21 days|2 to 4 weeks|Two sessions|of 2 sessions|` +
	`two of three days|over 355 ms|(in|last) 28 days|28 days before`)
