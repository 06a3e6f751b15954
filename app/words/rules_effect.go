package words

func init() {
	groupNames["effect"] = "Does it matter for me?"
	for key, name := range map[string]string{
		"effect_season":   "Two nights are compared if they are at most this far apart",
		"effect_needs":    "Nights needed with it, and as many without",
		"effect_weeks":    "Different weeks that those nights have to come from",
		"effect_days":     "Days looked back for those nights",
		"effect_interval": "How sure the range around an answer is",
		"effect_false":    "At most this share of the answers may be chance",
		"effect_late":     "A run is late when it ends at this hour or later",
		"effect_pain":     "Pain counts when it comes within this long after a morning",
	} {
		ruleNames[key] = name
	}
}
