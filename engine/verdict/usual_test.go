package verdict_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"rebound/engine/diary"
	"rebound/engine/load"
	"rebound/engine/rule"
	"rebound/engine/verdict"
)

var monday = diary.DateOf(2026, time.March, 16)

// ranOn is a run on a date: minutes, "hard" when rated so, "laps" for a workout's.
func ranOn(date diary.Date, minutes float64, how string) func(d *diary.Diary) {
	return func(d *diary.Diary) {
		a := diary.Activity{Date: date, Start: int64(date) * 86400, Sport: diary.Running, Seconds: float32(60 * minutes), Meters: float32(160 * minutes)}
		if how == "laps" {
			for range 3 {
				a.Laps = append(a.Laps, diary.Lap{Seconds: 60, Intensity: diary.LapInterval}, diary.Lap{Seconds: 60, Intensity: diary.LapRecovery})
			}
		}
		d.Activities = append(d.Activities, a)
		if how == "hard" {
			d.Reported.Efforts = append(d.Reported.Efforts, diary.Effort{Stamp: diary.Stamp{Date: date}, RPE: 8})
		}
	}
}

// usual is the usual week from a date on, as "tue easy 40, sun long 100".
func usual(on diary.Date, runs ...func(d *diary.Diary)) string {
	d := &diary.Diary{}
	for _, run := range runs {
		run(d)
	}
	r := rule.Default()
	f := verdict.Facts{Date: on, Rules: &r, Easy: load.EasyCheck{State: load.EasyPass}}
	var out []string
	for _, day := range verdict.Week(&f, load.New(d, r), verdict.Progress) {
		if s := day.Before; s.Kind != verdict.Rest {
			out = append(out, fmt.Sprintf("%s %s %.0f", strings.ToLower(day.Date.Weekday().String()[:3]), s.Kind, s.Minutes))
		}
	}
	return strings.Join(out, ", ")
}

// every is a run on a weekday, counted from Monday, in each of the weeks before monday.
func every(weeks, weekday int, minutes float64, how ...string) func(d *diary.Diary) {
	return func(d *diary.Diary) {
		for w := 1; w <= weeks; w++ {
			kind := ""
			if w <= len(how) {
				kind = how[w-1]
			}
			ranOn(monday-diary.Date(7*w-weekday), minutes, kind)(d)
		}
	}
}

func TestUsualWeekByDay(t *testing.T) {
	three := []func(d *diary.Diary){every(4, 1, 40), every(4, 3, 40), every(4, 6, 40)}
	on := func(back int) func(d *diary.Diary) { return ranOn(monday-diary.Date(back), 40, "") }
	for name, c := range map[string]struct {
		got, want string
	}{
		"older runs do not count":              {usual(monday, append(three, ranOn(monday-29, 400, ""))...), "tue easy 40, thu easy 40, sun easy 40"},
		"those of 28 days do":                  {usual(monday, append(three, ranOn(monday-28, 40, ""), ranOn(monday-60, 40, ""))...), "tue easy 40, thu easy 40, sun easy 40"},
		"today's is none of them":              {usual(monday+1, append(three, ranOn(monday+1, 400, ""))...), "tue easy 40, thu easy 40, sun easy 40"},
		"eight days known, two a week":         {usual(monday, on(8), on(6), on(4), on(1)), "tue easy 40, sun easy 40"},
		"ten days known, two and a half":       {usual(monday, on(10), on(8), on(5), on(3), on(1)), "wed easy 40, fri easy 40, sun easy 40"},
		"fourteen days known":                  {usual(monday, on(14), on(12), on(7), on(5), on(3)), "mon easy 40, wed easy 40, fri easy 40"},
		"one a week: Monday before Sunday":     {usual(monday, on(8), on(7)), "mon easy 40"},
		"every day":                            {usual(monday, on(7), on(6), on(5), on(4), on(3), on(2), on(1)), "mon easy 40, tue easy 40, wed easy 40, thu easy 40, fri easy 40, sat easy 40, sun easy 40"},
		"two in a day are one day":             {usual(monday, every(4, 2, 30), every(4, 2, 20)), "wed easy 50"},
		"hard on two of four":                  {usual(monday, every(4, 1, 40, "hard", "hard"), every(4, 4, 40)), "tue tempo 40, fri easy 40"},
		"hard on one of three":                 {usual(monday, every(3, 1, 40, "hard"), every(3, 4, 40)), "tue easy 40, fri easy 40"},
		"workouts on two of four":              {usual(monday, every(4, 1, 40, "laps", "laps"), every(4, 4, 40)), "tue intervals 40, fri easy 40"},
		"hard, a workout on one of three":      {usual(monday, every(3, 1, 40, "laps", "hard", "hard"), every(3, 4, 40)), "tue tempo 40, fri easy 40"},
		"all of it hard":                       {usual(monday, every(2, 1, 40, "hard", "hard"), every(2, 4, 80, "hard", "hard")), "tue tempo 40, fri tempo 80"},
		"a third longer is the long run":       {usual(monday, every(4, 1, 100), every(4, 3, 100), every(4, 6, 133)), "tue easy 100, thu easy 100, sun long 133"},
		"less is not":                          {usual(monday, every(4, 1, 100), every(4, 3, 100), every(4, 6, 132)), "tue easy 100, thu easy 100, sun easy 132"},
		"of two as long the first from Sunday": {usual(monday, every(4, 0, 40), every(4, 2, 40), every(4, 4, 100), every(4, 6, 100)), "mon easy 40, wed easy 40, fri easy 100, sun long 100"},
		"one day a week is not long":           {usual(monday, every(4, 6, 100)), "sun easy 100"},
		"nothing":                              {usual(monday), ""},
	} {
		if c.got != c.want {
			t.Errorf("%s: %q, want %q", name, c.got, c.want)
		}
	}
}

// Weeks run without a light one, the week of the date included: a week under seven
// tenths of the three before it is light, one without a run ends the count, and no
// more than twelve are looked through.
func TestWeeksWithoutALightOne(t *testing.T) {
	weeks := func(minutes ...float64) int {
		d := &diary.Diary{}
		for w, m := range minutes {
			if m > 0 {
				ranOn(monday-diary.Date(7*w+1), m/4, "")(d) // a Sunday
				ranOn(monday-diary.Date(7*w+7), 3*m/4, "")(d)
			}
		}
		ranOn(monday, 20, "")(d) // this week's own
		return verdict.RunWeeks(load.New(d, rule.Default()), monday+3)
	}
	even := func(n int) []float64 {
		out := make([]float64, n)
		for i := range out {
			out[i] = 100
		}
		return out
	}
	for name, c := range map[string]struct{ got, want int }{
		"none before":                    {weeks(), 1},
		"four even ones":                 {weeks(even(4)...), 5},
		"the third is light":             {weeks(100, 100, 69, 100, 100, 100), 3},
		"at seven tenths it is not":      {weeks(100, 100, 70, 100, 100, 100), 7},
		"lighter than two, one unknown":  {weeks(69, 100, 0, 100), 1},
		"as heavy as the two there are":  {weeks(70, 100, 0, 100), 3},
		"a week without a run":           {weeks(100, 0, 100, 100), 2},
		"the fourth before says nothing": {weeks(75, 100, 100, 100, 900), 2},
		"twelve at most":                 {weeks(even(15)...), 13},
		"and of half a year no more":     {weeks(even(26)...), 13},
		"eleven":                         {weeks(even(11)...), 12},
	} {
		if c.got != c.want {
			t.Errorf("%s: %d weeks, want %d", name, c.got, c.want)
		}
	}
}
