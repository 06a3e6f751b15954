package sources

import (
	"slices"
	"strings"
)

// Quick is a way by which a first verdict comes soon: one that brings weeks of nights, and
// how long it takes to have them.
type Quick struct {
	Takes string `json:"takes"`
	Way
}

// soon are the ways that bring weeks of nights at once, by how their text begins, with
// the minutes that they take. Where it is a maker's computers that take them, the hours
// are what makers say and runners report.
var soon = map[string]int{
	"Connect the watch by USB":                      minutes,
	"Without waiting: on connect.garmin.com":        quarter,
	"On garmin.com: Account > Data Management":      days,
	"Health app: tap your picture":                  quarter,
	"Export it on the phone in the same way":        quarter,
	"In the app's settings, export your data. A t":  quarter,
	"In the app's settings, export your data as":    minutes,
	"On takeout.google.com, choose only Fitbit":     hours,
	"In the app: Data management > Export":          minutes,
	"Android settings > Health Connect":             minutes,
	"In its settings, download your wellness":       minutes,
	"Export a report as CSV":                        quarter,
	"On cloud.ouraring.com, open Trends":            quarter,
	"On membership.ouraring.com":                    days,
	"On account.polar.com, choose Download":         days,
	"Open the sleep table":                          minutes,
	"Samsung Health app: menu > Settings":           quarter,
	"Let Samsung Health write to Health Connect":    quarter + 1,
	"WHOOP app: More > App settings":                hours,
	"In the app or on the website: your profile > ": hours,
	"Zepp app: Profile > Settings":                  hours,
	"On account.xiaomi.com: Privacy":                hours,
	"Save it as CSV with one row":                   quarter,
}

const (
	minutes = 5
	quarter = 15
	hours   = 3 * 60
	days    = 2 * 24 * 60
)

func takes(minutes int) string {
	switch {
	case minutes >= days:
		return "In a day or two"
	case minutes >= hours:
		return "Within hours"
	case minutes >= quarter:
		return "In a quarter of an hour"
	}
	return "In a few minutes"
}

// quickest are a maker's ways to a first verdict, the quickest first.
func quickest(m maker) []Quick {
	type timed struct {
		Quick
		minutes int
	}
	var found []timed
	for _, w := range slices.Concat(m.daily, m.history) {
		for begins, n := range soon {
			if strings.HasPrefix(w.Text, begins) {
				found = append(found, timed{Quick{takes(n), w}, n})
			}
		}
	}
	slices.SortStableFunc(found, func(a, b timed) int { return a.minutes - b.minutes })
	var list []Quick
	for _, t := range found {
		list = append(list, t.Quick)
	}
	return list
}
