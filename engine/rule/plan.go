package rule

// Plan is the thresholds of races on the way, the days after one, planned against
// done, and the review of a block. All are ours.
type Plan struct {
	RaceWeek    float64 // of a building week that the week of a race on the way holds, the race counted in
	RaceAfter   float64 // and a week that lies in the easy days after it
	RecoverFrom float64 // of the usual day's km, on the first day run after a race
	RecoverTo   float64 // and on the last of the easy days
	RaceEasyKm  float64 // km raced for each easy day after it
	RaceEasy    float64 // easy days after a race at least
	RaceRan     float64 // of a race's km that make a run of its day the race
	RaceFull    float64 // and the race run to its end
	DoneNear    float64 // share by which a run may differ from its session and be as planned
	CycleLoad   float64 // share by which a block's load is more work than that of the one before
	CycleEasier float64 // bpm by which easy running costs less
	CycleIndex  float64 // m/s by which the running-speed index is better
	CycleEarly  float64 // days of a block before which nothing but what left the normal is said
	SlipDays    float64 // days of a plan after which it is looked at how much of it was run
	SlipNeeds   float64 // sessions in them at least
	SlipShare   float64 // share of them under which a new plan is offered
}

var tablePlan = []Rule{
	{"race_week", "plan", 0.9, 0.6, 1, 0.05, "x", "", true, func(s *Settings) *float64 { return &s.RaceWeek }},
	{"race_after", "plan", 0.7, 0.4, 0.9, 0.05, "x", "", true, func(s *Settings) *float64 { return &s.RaceAfter }},
	{"recover_from", "plan", 0.3, 0.1, 0.6, 0.05, "x", "", true, func(s *Settings) *float64 { return &s.RecoverFrom }},
	{"recover_to", "plan", 0.8, 0.6, 1, 0.05, "x", "", true, func(s *Settings) *float64 { return &s.RecoverTo }},
	{"race_easy_km", "plan", 1.6, 0.8, 5, 0.1, "km", "", true, func(s *Settings) *float64 { return &s.RaceEasyKm }},
	{"race_easy_days", "plan", 2, 1, 7, 1, "days", "", true, func(s *Settings) *float64 { return &s.RaceEasy }},
	{"race_ran", "plan", 0.5, 0.3, 0.9, 0.05, "share", "", true, func(s *Settings) *float64 { return &s.RaceRan }},
	{"race_full", "plan", 0.9, 0.8, 1, 0.01, "share", "", true, func(s *Settings) *float64 { return &s.RaceFull }},
	{"done_near", "plan", 0.2, 0.05, 0.5, 0.05, "share", "", true, func(s *Settings) *float64 { return &s.DoneNear }},
	{"cycle_load", "plan", 0.05, 0, 0.3, 0.01, "share", "", true, func(s *Settings) *float64 { return &s.CycleLoad }},
	{"cycle_easier", "plan", 1, 0.5, 5, 0.5, "bpm", "", true, func(s *Settings) *float64 { return &s.CycleEasier }},
	{"cycle_index", "plan", 0.05, 0.01, 0.5, 0.01, "m/s", "", true, func(s *Settings) *float64 { return &s.CycleIndex }},
	{"cycle_early", "plan", 14, 7, 28, 1, "days", "", true, func(s *Settings) *float64 { return &s.CycleEarly }},
	{"slip_days", "plan", 14, 7, 28, 1, "days", "", true, func(s *Settings) *float64 { return &s.SlipDays }},
	{"slip_needs", "plan", 4, 2, 12, 1, "sessions", "", true, func(s *Settings) *float64 { return &s.SlipNeeds }},
	{"slip_share", "plan", 0.5, 0.2, 0.8, 0.05, "share", "", true, func(s *Settings) *float64 { return &s.SlipShare }},
}
