package ui

import (
	"strings"

	"rebound/engine/diary"
)

// Screens, as they stand in the fragment.
const (
	ScreenToday    = "today"
	ScreenTrends   = "trends"
	ScreenPlan     = "plan"
	ScreenBody     = "body"
	ScreenFiles    = "files"
	ScreenSettings = "settings"
	ScreenSummary  = "summary" // the page for a coach, physio or doctor
)

// Route is what the address shows: #/trends, #/today/2026-03-15, #/today/2026-03-15/why,
// #/body/check-in.
type Route struct {
	Screen string
	Date   diary.Date // a past day of Today; 0 for the local today
	Part   string     // of Plan, Body or Trends; of Today [PartWhy]; "" for the screen itself
}

// ParseRoute reads a fragment without its #. Whatever names no screen, or a day
// that has not come, is Today.
func ParseRoute(fragment string, today diary.Date) Route {
	screen, rest, _ := strings.Cut(strings.TrimPrefix(fragment, "/"), "/")
	switch screen {
	case ScreenFiles, ScreenSettings, ScreenSummary:
		return Route{Screen: screen}
	case ScreenPlan, ScreenBody, ScreenTrends:
		return Route{Screen: screen, Part: rest}
	}
	r := Route{Screen: ScreenToday}
	day, part, _ := strings.Cut(rest, "/")
	if d, err := diary.ParseDate(day); err == nil && d < today {
		r.Date = d
	}
	if part == PartWhy || rest == PartWhy {
		r.Part = PartWhy
	}
	return r
}

// PartWhy is Today with its reasons open.
const PartWhy = "why"

// Hash is the link to Today on a date.
func Hash(d, today diary.Date) string {
	if d >= today {
		return "#/today"
	}
	return "#/today/" + d.String()
}

// Why is the link to a date's reasons.
func Why(d, today diary.Date) string { return Hash(d, today) + "/" + PartWhy }

// Links to forms of today: the check-in, where a slash and a date after it lead to a past
// day's, and an illness.
const (
	CheckIn = "#/body/check-in"
	Ill     = "#/body/ill"
)
