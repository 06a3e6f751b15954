// Package words is every sentence that the runner reads about their body, their
// plan and their files, with units: an [engine.Report] or what package coach
// decided in, the wire's structs out. The screens' own labels live with the
// screens. Nothing here decides anything, and every number that is a threshold is
// the settings' own.
//
// The tone: plain words, the number next to the claim, no blame, no diagnosis,
// and never "just rest" without what comes next.
package words

import (
	"fmt"
	"math"
	"strings"

	"rebound/app/unit"
	"rebound/engine/diary"
)

// Options is how a runner wants to read.
type Options struct {
	Miles bool
	Today diary.Date // what "today" means; 0: the assessed date
}

var kindNames = [diary.Kinds]string{"HRV", "Resting heart rate", "Sleep"}
var kindNouns = [diary.Kinds]string{"HRV", "resting heart rate", "sleep"}
var kindUnits = [diary.Kinds]string{"ms", "bpm", ""}

// Distance writes kilometres in the runner's unit: "8.7 km", "5.4 mi".
func (o Options) Distance(km float64) string { return unit.Distance(km, o.Miles) }

// Pace writes a speed in m/s as minutes per kilometre or mile: "5:42 /km".
func (o Options) Pace(speed float64) string {
	switch {
	case speed <= 0:
		return ""
	case o.Miles:
		return o.clock(speed) + " /mi"
	}
	return o.clock(speed) + " /km"
}

// clock is the same without its unit: "5:42".
func (o Options) clock(speed float64) string {
	if o.Miles {
		return unit.Clock(1000 * unit.KmPerMile / speed)
	}
	return unit.Clock(1000 / speed)
}

// Clock writes minutes as h:mm.
func Clock(minutes float64) string { return unit.Clock(minutes) }

// Hours writes minutes as one says them: "7 h 5 min", "8 h", "45 min".
func Hours(minutes float64) string { return unit.Hours(minutes) }

// Day writes a date in the year: "14 Mar".
func Day(d diary.Date) string { return d.Time().Format("2 Jan") }

// DayFrom writes a date as seen from another: "14 Mar", with its year when that
// is not the same.
func DayFrom(d, seen diary.Date) string {
	if d.Time().Year() == seen.Time().Year() {
		return Day(d)
	}
	return d.Time().Format("2 Jan 2006")
}

// LongDay writes "Sunday 15 March".
func LongDay(d diary.Date) string { return unit.LongDay(d) }

// past writes a day that may be long ago.
func past(d, seen diary.Date) string { return unit.PastDay(d, seen) }

// Soon writes a day to come as one says it on another: "today", "tomorrow", "Saturday",
// and "Sunday 15 March" from a week on.
func Soon(d, seen diary.Date) string {
	switch n := d - seen; {
	case n <= 0:
		return "today"
	case n == 1:
		return "tomorrow"
	case n < 7:
		return d.Weekday().String()
	}
	return LongDay(d)
}

// FullDay writes "15 March 2026".
func FullDay(d diary.Date) string { return unit.FullDay(d) }

// Ordinal writes 1st, 2nd, 3rd, 4th.
func Ordinal(n int) string {
	suffix := "th"
	if n%100 < 11 || n%100 > 13 {
		switch n % 10 {
		case 1:
			suffix = "st"
		case 2:
			suffix = "nd"
		case 3:
			suffix = "rd"
		}
	}
	return fmt.Sprintf("%d%s", n, suffix)
}

// Count writes a number with its noun: "1 day", "3 days".
func Count(n int, noun string) string { return unit.Count(n, noun) }

// List joins with commas and a last "and".
func List(items []string) string {
	switch len(items) {
	case 0:
		return ""
	case 1:
		return items[0]
	}
	return strings.Join(items[:len(items)-1], ", ") + " and " + items[len(items)-1]
}

// Value writes a reading in its unit: "48 ms", "51 bpm", "7:31".
func Value(k diary.Kind, v float64) string {
	if k == diary.Sleep {
		return Clock(v)
	}
	return fmt.Sprintf("%.0f %s", v, kindUnits[k])
}

// natural turns a number of the comparison into the runner's unit: HRV is
// compared as ln RMSSD.
func natural(k diary.Kind, v float64) float64 {
	if k == diary.HRV {
		return math.Exp(v)
	}
	return v
}

// upper makes the first letter a capital.
func upper(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}
