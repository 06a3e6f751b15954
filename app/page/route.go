package page

import (
	"strings"

	"rebound/engine/diary"
)

// Screens, as they stand in the fragment.
const (
	screenToday    = "today"
	screenTrends   = "trends"
	screenPlan     = "plan"
	screenBody     = "body"
	screenFiles    = "files"
	screenSettings = "settings"
)

// route is what the address shows: #/trends, #/today/2026-03-15, #/body/check-in.
type route struct {
	screen string
	date   diary.Date // a past day of Today; 0 for the local today
	part   string     // of Plan or Body; "" for the screen itself
}

// parseRoute reads a fragment without its #. Whatever names no screen, or a day
// that has not come, is Today.
func parseRoute(fragment string, today diary.Date) route {
	screen, rest, _ := strings.Cut(strings.TrimPrefix(fragment, "/"), "/")
	switch screen {
	case screenTrends, screenFiles, screenSettings:
		return route{screen: screen}
	case screenPlan, screenBody:
		return route{screen: screen, part: rest}
	}
	r := route{screen: screenToday}
	if d, err := diary.ParseDate(rest); err == nil && d < today {
		r.date = d
	}
	return r
}

// hash is the link to Today on a date.
func hash(d, today diary.Date) string {
	if d >= today {
		return "#/today"
	}
	return "#/today/" + d.String()
}
