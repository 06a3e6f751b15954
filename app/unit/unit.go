// Package unit writes quantities and dates as the runner reads them. The backend's
// sentences (package words) and the page's labels share it: it imports nothing
// but the calendar, so that the page does not load the engine for a date.
package unit

import (
	"fmt"
	"math"

	"rebound/engine/diary"
)

// KmPerMile is the international mile (1959) in kilometres.
const KmPerMile = 1.609344

// Distance writes kilometres in the runner's unit: "8.7 km", "5.4 mi".
func Distance(km float64, miles bool) string { return Length(km, miles) + " " + Name(miles) }

// Length is a distance without its unit: "8.7".
func Length(km float64, miles bool) string {
	if miles {
		km /= KmPerMile
	}
	return fmt.Sprintf("%.1f", km)
}

// Name is the unit of distances: "km" or "mi".
func Name(miles bool) string {
	if miles {
		return "mi"
	}
	return "km"
}

// Clock writes minutes as h:mm, or seconds as m:ss.
func Clock(v float64) string {
	n := int(math.Round(v))
	return fmt.Sprintf("%d:%02d", n/60, n%60)
}

// RaceTime writes a race's minutes as runners do: "1:45:00", "44:30"; "" for none.
func RaceTime(minutes float64) string {
	switch s := int(60*minutes + .5); {
	case s == 0:
		return ""
	case s < 3600:
		return Clock(float64(s))
	default:
		return fmt.Sprintf("%d:%02d:%02d", s/3600, s/60%60, s%60)
	}
}

// Hours writes minutes as one says them: "7 h 5 min", "8 h", "45 min".
func Hours(minutes float64) string {
	m := int(math.Round(minutes))
	switch {
	case m < 60:
		return fmt.Sprintf("%d min", m)
	case m%60 == 0:
		return fmt.Sprintf("%d h", m/60)
	}
	return fmt.Sprintf("%d h %d min", m/60, m%60)
}

// Thousands writes a whole number with commas: "3,412".
func Thousands(n int) string {
	if n < 1000 {
		return fmt.Sprint(n)
	}
	return fmt.Sprintf("%s,%03d", Thousands(n/1000), n%1000)
}

// Count writes a number with its noun: "1 day", "3 days", "3,412 files".
func Count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return Thousands(n) + " " + noun + "s"
}

// LongDay writes "Sunday 15 March".
func LongDay(d diary.Date) string { return d.Time().Format("Monday 2 January") }

// PastDay writes a day that may be long ago: with its year where it would pass for a
// later one.
func PastDay(d, seen diary.Date) string {
	if seen-d < 300 {
		return LongDay(d)
	}
	return FullDay(d)
}

// FullDay writes "15 March 2026".
func FullDay(d diary.Date) string { return d.Time().Format("2 January 2006") }

// Span writes the days from one to another: "2 Feb to 15 Mar 2026". It names the
// year once where one is enough.
func Span(from, to diary.Date) string {
	first := from.Time().Format("2 Jan 2006")
	if from.Time().Year() == to.Time().Year() {
		first = from.Time().Format("2 Jan")
	}
	return first + " to " + to.Time().Format("2 Jan 2006")
}
