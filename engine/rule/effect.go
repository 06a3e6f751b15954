package rule

// Effect is what an answer takes to "does it matter for me?", and what is asked about.
type Effect struct {
	EffectSeason   float64 // days that two nights which are compared lie apart at most
	EffectNeeds    float64 // nights on each side
	EffectWeeks    float64 // different weeks that they are of
	EffectDays     float64 // days looked back
	EffectInterval float64 // share of the interval
	EffectFalse    float64 // share of what is seen that may be by chance
	EffectLate     float64 // hour at which a run that ends then or later was late
	EffectPain     float64 // days from a morning on in which pain is looked for
}

var tableEffect = []Rule{
	{"effect_season", "effect", 60, 28, 120, 1, "days", "", true, func(s *Settings) *float64 { return &s.EffectSeason }},
	{"effect_needs", "effect", 8, 5, 30, 1, "nights", "", true, func(s *Settings) *float64 { return &s.EffectNeeds }},
	{"effect_weeks", "effect", 6, 4, 20, 1, "weeks", "", true, func(s *Settings) *float64 { return &s.EffectWeeks }},
	{"effect_days", "effect", 1095, 180, 3650, 5, "days", "", true, func(s *Settings) *float64 { return &s.EffectDays }},
	{"effect_interval", "effect", 0.9, 0.8, 0.98, 0.01, "share", "", true, func(s *Settings) *float64 { return &s.EffectInterval }},
	{"effect_false", "effect", 0.1, 0.01, 0.2, 0.01, "share", "", true, func(s *Settings) *float64 { return &s.EffectFalse }},
	{"effect_late", "effect", 20, 16, 23, 0.5, "h", "", true, func(s *Settings) *float64 { return &s.EffectLate }},
	{"effect_pain", "effect", 7, 1, 14, 1, "days", "", true, func(s *Settings) *float64 { return &s.EffectPain }},
}
