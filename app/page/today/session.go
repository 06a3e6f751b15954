package today

import (
	"fmt"

	"rebound/app/unit"
	"rebound/app/wire"
)

var sessionNames = map[string]string{
	"easy": "Easy run", "long": "Long run", "tempo": "Tempo", "intervals": "Intervals",
	"race": "Race", "rest": "Rest", "cross": "Cross-training", "walk_run": "Run-walk",
}

// sessionShort fits a seventh of a phone's width.
var sessionShort = map[string]string{
	"easy": "Easy", "long": "Long", "tempo": "Tempo", "intervals": "Int.",
	"race": "Race", "rest": "Rest", "cross": "Cross", "walk_run": "Walk",
}

func sessionName(s wire.Session) string {
	if n, ok := sessionNames[s.Kind]; ok {
		return n
	}
	return s.Kind
}

// amount is how much of a session: "40 min · 8.0 km".
func amount(s wire.Session, miles bool) string {
	text := ""
	if s.Minutes > 0 {
		text = fmt.Sprintf("%.0f min", s.Minutes)
	}
	if s.Km > 0 {
		if text != "" {
			text += " · "
		}
		text += unit.Distance(s.Km, miles)
	}
	return text
}
