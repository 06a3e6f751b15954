package words

import "regexp"

// spoken is what a sentence says of a threshold by its default, and by another
// value.
var spoken = []struct {
	key       string
	value     float64
	was, says string
}{
	{"window_days", 5, "1 hard session in the last seven days", "1 hard session in the last five days"},
	{"window_days", 5, "a night over the last seven days", "a night over the last five days"},
	{"window_days", 5, "bpm over the last seven days", "bpm over the last five days"},
	{"window_days", 5, "ms over the last seven days", "ms over the last five days"},
	{"window_days", 5, "too few readings in the last seven days", "too few readings in the last five days"},
	{"window_days", 5, "nights this week", "nights in five days"},
	{"window_days", 5, "7-day average", "5-day average"},
	{"window_days", 5, "Short nights in a week", "Short nights in five days"},
	{"window_days", 5, " runs in the last seven days, ", " runs in the last five days, "},
	{"window_needs", 3, "nights this week, 4 needed", "nights this week, 3 needed"},
	{"baseline_needs", 21, "takes 21 mornings", "takes 28 mornings"},
	{"baseline_needs", 21, " of 21 nights", " of 28 nights"},
	{"baseline_days", 50, "in the 60 days before", "in the 50 days before"},
	{"sleep_short", 400, "under 7 h.", "under 6 h 40 min."},
	{"sleep_short_nights", 4, "on 3 nights, and", "on 4 nights, and"},
	{"sleep_drop", 45, "and 30 min less than usual", "and 45 min less than usual"},
	{"habit_nights", 35, "too little for the last four weeks", "too little for the last five weeks"},
	{"lone_holds", 10, "After two weeks, hard", "After ten days, hard"},
	{"tag_weight", 0.3, "Days you tag count half.", "Days you tag count for 30%."},
	{"cut_signals", 3, "Two signals are off together", "Three signals are off together"},
	{"cut_run", 4, "were off together for 3 days", "were off together for 4 days"},
	{"cut_length", 10, "so the next seven days are lighter", "so the next ten days are lighter"},
	{"cut_length", 10, "the next 7 days were cut", "the next 10 days were cut"},
	{"hard_share", 0.9, "min at 88% of max HR", "min at 90% of max HR"},
	{"spike_days", 45, "any in the 30 days", "any in the 45 days"},
	{"spike_days", 45, "over your longest of the month", "over your longest of the last 45 days"},
	{"spike_days", 45, "your longest of 30 days", "your longest of 45 days"},
	{"spike_share", 1.3, "no run more than a tenth over", "no run more than 30% over"},
	{"easy_days", 35, "runs in the last six weeks to compare", "runs in the last five weeks to compare"},
	{"easy_days", 35, "in the six weeks before.", "in the five weeks before."},
	{"easy_days", 35, "in the six weeks before (", "in the five weeks before ("},
	{"easy_days", 35, "easy runs of the last six weeks", "easy runs of the last five weeks"},
	{"easy_days", 35, "No run of the last six weeks has", "No run of the last five weeks has"},
	{"easy_rise", 5, "within the limit of 4 bpm", "within the limit of 5 bpm"},
	{"easy_minutes", 30, "steady and flat, 20 minutes or longer", "steady and flat, 30 minutes or longer"},
	{"easy_minutes", 30, "run easy for 30 to 40 minutes", "run easy for 40 to 50 minutes"},
	{"easy_minutes", 30, "an easy, flat run of 30 to 40 minutes", "an easy, flat run of 40 to 50 minutes"},
	{"easy_recent", 3, "your latest two easy runs", "your latest three easy runs"},
	{"easy_index_sd", 1.5, "down by more than one SD", "down by more than 1.5 SDs"},
	{"back_scale_1", 0.7, "about 80% of your usual", "about 70% of your usual"},
	{"back_scale_2", 0.5, "about 60% of your usual", "about 50% of your usual"},
	{"back_tier_3", 35, "after three weeks or more", "after five weeks or more"},
	{"return_days", 28, "of the first 21 days back", "of the first 28 days back"},
	{"lungs_from", 10, "within 2 to 4 weeks", "within 10 to 28 days"},
	{"lungs_to", 42, "within 2 to 4 weeks", "within 2 to 6 weeks"},
	{"stage_sessions", 3, "Two sessions without pain before", "Three sessions without pain before"},
	{"stage_sessions", 3, "of 2 sessions done", "of 3 sessions done"},
	{"loss_weekly", 0.05, "down by about 10%", "down by about 14%"},
	{"deload_scale", 0.45, "A step-back week: about half the running", "A step-back week: about 45% of the running"},
	{"deload_scale", 0.45, "a planned step-back week: about half the running", "a planned step-back week: about 45% of the running"},
	{"check_signs", 4, "3 or more of the five signs", "4 or more of the five signs"},
	{"check_days", 3, "feels too hard, on two of three days", "feels too hard, on three of three days"},
	{"check_needs", 12, "takes 10 earlier check-ins", "takes 12 earlier check-ins"},
	{"pain_modify", 2, "if the pain reaches 3 of 10", "if the pain reaches 2 of 10"},
	{"pain_modify", 2, "Pain of 3 of 10 or more", "Pain of 2 of 10 or more"},
	{"pain_stop", 6, "goes over 4 of 10, changes", "goes over 5 of 10, changes"},
	{"pain_stop", 6, "Walk home if pain goes over 4 of 10", "Walk home if pain goes over 5 of 10"},
	{"modify_scale", 0.5, "About 70% of the distance, no speed work", "About 50% of the distance, no speed work"},
	{"illness_share", 0.4, "run easy for half your usual", "run easy for 40% of your usual"},
	{"illness_share", 0.4, "Half your usual, 30 min at most", "40% of your usual, 30 min at most"},
	{"illness_minutes", 25, "30 minutes at most", "25 minutes at most"},
	{"illness_minutes", 25, "Half your usual, 30 min at most", "Half your usual, 25 min at most"},
	{"illness_easy_least", 3, "at least two, at most ten", "at least three, at most ten"},
	{"illness_easy_most", 12, "at least two, at most ten", "at least two, at most twelve"},
	{"illness_first_half", 0.6, "50% of your usual in the first half", "60% of your usual in the first half"},
	{"illness_second_half", 0.8, "75% in the second", "80% in the second"},
	{"flag_walks", 3, "without pain on 2 days", "without pain on 3 days"},
	{"flag_walk_minutes", 40, "walk before you run: 30 minutes", "walk before you run: 40 minutes"},
	{"sleep_debt_days", 21, "No night of the last two weeks", "No night of the last three weeks"},
	{"cold_after_strength", 36, "within 24 hours of strength", "within 36 hours of strength"},
	{"cold_after_run", 8, "Wait 6 hours", "Wait 8 hours"},
	{"under_days", 21, "in the last 14 days before you had", "in the last 21 days before you had"},
	{"reaction_lapse", 400, "slower than 355 ms", "slower than 400 ms"},
	{"reaction_needs", 7, "takes 5 earlier tests", "takes 7 earlier tests"},
	{"screen_uneven", 0.3, "more than 20% are worth working on", "more than 30% are worth working on"},
	{"screen_calf_raise", 20, "25 raises or more", "20 raises or more"},
	{"programme_skip", 10, "in 7 days, so that", "in 10 days, so that"},
	{"tendon_days", 70, "Tendons take 12 weeks or more", "Tendons take 10 weeks or more"},
	{"tendon_days", 70, "Do it for three months", "Do it for 10 weeks"},
	{"tendon_days", 70, "Do it for 12 weeks", "Do it for 10 weeks"},
	{"marker_days", 35, "in the last 28 days and", "in the last 35 days and"},
	{"marker_days", 35, "28 days before", "35 days before"},
}

// fixed is what stands in sentences and is no threshold of the settings: how many
// days a plan is looked at ahead, a load's monotony, a week's immersions, and what
// studies and conventions say.
var fixed = []string{
	"The next seven days: ", "No running in the next seven days.", "were all much the same", "in seven days. As a habit", "Check in on two of three days", " time in 7 days", " times in 7 days",
	"Four weeks from now", "20 to 70%", "30 to 45 s", "5 × 30 s", "Tendons ", "highest 30 seconds", "Stop if pain goes over 3 of 10", "in the groin goes over 3 of 10",
	"Pain of up to 4 of 10", "10 to 15 minutes at 11 to 15", "within the last two days", "after six weeks of training", "until two days after", "of the last three", "last three days", "Half of your usual on the first day back",
}

// stale is what the defaults sound like.
var stale = regexp.MustCompile(`(?i)\bseven days|six weeks|four weeks|two weeks|7-day|(next|in|last) 7 days|(takes|last) 14 days|the 30 days|30-day|\b60 (days )?before|` +
	`half the running|count half|Two signals are|(about|at) (80|60|88)%|one SD\b|three weeks|first 21 days|2 to 4 weeks|Two sessions|of 2 sessions|` +
	`two of three days|slower than 355 ms|(in|last) 28 days|28 days before`)
