package words

import (
	"fmt"
	"math"
	"strings"

	"rebound/engine/diary"
	"rebound/engine/rule"
)

var small = [...]string{"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"}

// spelled writes a small number as a word, from 13 on in digits.
func spelled(n int) string {
	if n >= 0 && n < len(small) {
		return small[n]
	}
	return fmt.Sprint(n)
}

// plural is a noun for so many.
func plural(n int, noun string) string {
	if n == 1 {
		return noun
	}
	return noun + "s"
}

// span writes a number of days as one says it: "seven days", "six weeks", "30
// days".
func span(days float64) string {
	n := int(days)
	if n >= 14 && n%7 == 0 {
		return spelled(n/7) + " weeks"
	}
	return spelled(n) + " " + plural(n, "day")
}

// forDays writes how long something has been so: "for 4 days", and "today" on its first.
func forDays(n int) string {
	if n <= 1 {
		return "today"
	}
	return "for " + Count(n, "day")
}

// onDay is a day to come within a sentence: "tomorrow", "on Saturday".
func onDay(d, seen diary.Date) string {
	day := Soon(d, seen)
	if d-seen > 1 {
		day = "on " + day
	}
	return day
}

// whole rounds, without a minus before zero.
func whole(v float64) float64 { return math.Round(v) + 0 }

// until is to the end of a day: "today", "until Saturday".
func until(d, seen diary.Date) string {
	if d <= seen {
		return "today"
	}
	return "until " + Soon(d, seen)
}

// under writes a time that is below a limit, and says so where both round to the same.
func under(minutes, limit float64) string {
	if Hours(minutes) == Hours(limit) {
		return "just under " + Hours(limit)
	}
	return Hours(minutes)
}

// percent writes a share: "70%".
func percent(x float64) string { return fmt.Sprintf("%.0f%%", 100*x) }

// shareOf writes a share of something: "half the volume", "45% of the volume".
func shareOf(x float64, whole string) string {
	if x == 0.5 {
		return "half " + whole
	}
	return percent(x) + " of " + whole
}

// sds writes a number of standard deviations: "one SD", "1.5 SDs".
func sds(x float64) string {
	if x == 1 {
		return "one SD"
	}
	return fmt.Sprintf("%g SDs", round(x, 100))
}

// filler puts the settings' thresholds in the place of their names in the texts of
// the programme.
func filler(r rule.Settings) *strings.Replacer {
	over, month := "a tenth over", "month"
	if r.SpikeShare != 1.1 {
		over = fmt.Sprintf("%.0f%% over", 100*(r.SpikeShare-1))
	}
	if r.SpikeDays != 30 {
		month = "last " + span(r.SpikeDays)
	}
	scale := fmt.Sprintf("About %.0f%% of the distance", 100*r.ModifyScale)
	weeks := int(r.TendonDays) / 7
	months := fmt.Sprintf("%d weeks", weeks)
	if r.TendonDays == 84 {
		months = "three months"
	}
	return strings.NewReplacer(
		"{over}", over, "{month}", month, "{scale}", scale, "{stop}", fmt.Sprintf("%.0f", r.PainStop-1),
		"{ill_most}", span(r.IllnessMost), "{ill_share}", upper(shareOf(r.IllnessShare, "your usual")), "{ill_minutes}", fmt.Sprintf("%.0f min", r.IllnessMinutes),
		"{first}", percent(r.IllnessFirst), "{second}", percent(r.IllnessSecond), "{flag_walk}", fmt.Sprintf("%.0f min", r.FlagWalkMinutes), "{flag_walks}", upper(spelled(int(r.FlagWalks)))+" "+plural(int(r.FlagWalks), "day"),
		"{stage_sessions}", upper(spelled(int(r.StageSessions)))+" "+plural(int(r.StageSessions), "session"),
		"{tendon_weeks}", fmt.Sprintf("%d weeks", weeks), "{tendon_months}", months,
	)
}
