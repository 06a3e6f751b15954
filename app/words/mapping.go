package words

import (
	"rebound/app/unit"
	"rebound/app/wire"
)

var meanings = map[string]string{"date": "date", "resting_hr": "resting HR", "rmssd": "HRV (RMSSD)", "sdnn": "HRV (SDNN)", "asleep": "time asleep"}

// Mapping says what the runner said of a table: "mornings.csv: date, resting HR and HRV
// (RMSSD)".
func Mapping(m wire.Mapping) string {
	var parts []string
	for _, c := range m.Columns {
		if text := meanings[c.Means]; text != "" {
			parts = append(parts, text)
		}
	}
	text := "left out"
	if len(parts) > 0 {
		text = List(parts)
	}
	if m.Name == "" {
		return upper(text)
	}
	return unit.Own(m.Name) + ": " + text
}
