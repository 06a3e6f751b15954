package page

import (
	"fmt"
	"math"

	"rebound/app/unit"
	"rebound/app/wire"
	"rebound/engine/diary"
)

const kmPerMile = unit.KmPerMile

func longDay(d diary.Date) string { return unit.LongDay(d) }

func fullDay(d diary.Date) string { return unit.FullDay(d) }

func count(n int, noun string) string { return unit.Count(n, noun) }

var sessionNames = map[string]string{
	"easy": "Easy run", "long": "Long run", "tempo": "Tempo", "intervals": "Intervals",
	"race": "Race", "rest": "Rest", "cross": "Cross-training", "walk_run": "Walk-run",
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

// left is a time to wait, roughly: nobody believes seconds.
func left(seconds float64) string {
	switch {
	case seconds <= 0:
		return ""
	case seconds < 8:
		return "a few seconds left"
	case seconds < 50:
		return fmt.Sprintf("about %.0f seconds left", math.Ceil(seconds/10)*10)
	case seconds < 100:
		return "about a minute left"
	}
	return fmt.Sprintf("about %.0f minutes left", math.Ceil(seconds/60))
}

func bytesText(n int64) string {
	switch {
	case n < 1<<20:
		return fmt.Sprintf("%.0f kB", math.Ceil(float64(n)/1e3))
	case n < 10<<20:
		return fmt.Sprintf("%.1f MB", float64(n)/1e6)
	}
	return fmt.Sprintf("%.0f MB", float64(n)/1e6)
}
