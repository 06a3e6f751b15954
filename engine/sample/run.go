package sample

import (
	"math"
	"time"

	"rebound/engine/diary"
)

// The runner's engine: heart rate and speed are tied by one line through the
// easy pace, which is how steady running behaves below threshold.
const (
	maxHR     = 190.0
	easyHR    = 136.0
	easySpeed = 2.88  // m/s at easyHR on the first day, 5:47 a km
	perBeat   = 0.021 // m/s gained by one beat a minute more
)

// part is a stretch of a session at one effort.
type part struct {
	minutes   float64
	hr        float64 // bpm that the effort settles at
	intensity string
}

// session is the day's plan: nil for a rest day. Weeks are counted back from
// the last day's, every fourth one a step back.
func (d *day) session() []part {
	volume := 1 + d.now.Volume
	monday := func(x diary.Date) diary.Date { return x - diary.Date((x.Weekday()+6)%7) }
	week := int(monday(d.Last)-monday(d.date)) / 7
	stepBack := week%4 == 3
	if stepBack {
		volume *= 0.65
	}
	if volume < 0.1 {
		return nil
	}
	long := 88 + 6*float64((3-week%4)%4) // 88, 94, 100, back to 88
	switch d.date.Weekday() {
	case time.Tuesday:
		return easy(48 * volume)
	case time.Wednesday:
		return intervals(math.Round(6 * volume))
	case time.Thursday:
		if week%2 == 0 {
			return easy(40 * volume)
		}
	case time.Friday:
		if d.now.Volume > 0 {
			return tempo(20 * volume)
		}
	case time.Saturday:
		if week%4 == 1 {
			return trial()
		}
		return easy(36 * volume)
	case time.Sunday:
		return easy(long * volume)
	}
	return nil
}

func easy(minutes float64) []part {
	return []part{{math.Round(minutes), easyHR, diary.LapActive}}
}

func intervals(n float64) []part {
	plan := []part{{15, easyHR, diary.LapWarmup}}
	for i := range int(n) {
		plan = append(plan,
			part{3, 0.93*maxHR + float64(i), diary.LapInterval},
			part{2, 130, diary.LapRecovery})
	}
	return append(plan, part{10, 132, diary.LapCooldown})
}

func tempo(minutes float64) []part {
	return []part{
		{15, easyHR, diary.LapWarmup},
		{math.Round(minutes), 0.885 * maxHR, diary.LapActive},
		{10, 132, diary.LapCooldown},
	}
}

// trial is a parkrun: what the highest heart rate of the month is known from.
func trial() []part {
	return []part{
		{10, easyHR, diary.LapWarmup},
		{18, 0.955 * maxHR, diary.LapActive},
		{5, 0.985 * maxHR, diary.LapActive},
		{6, 130, diary.LapCooldown},
	}
}

// gain is how much faster the runner is by this day than on the first.
func (d *day) gain() float64 {
	return 1 + d.Gain*(1-float64(d.ago)/float64(max(d.Days, 1)))
}

func (d *day) run(plan []part) diary.File {
	start := d.at(17*60 + 40 + math.Round(20*d.legs.NormFloat64()))
	if d.date.Weekday() == time.Sunday || d.date.Weekday() == time.Saturday {
		start = d.at(9*60 + math.Round(15*d.legs.NormFloat64()))
	}
	a := d.record(plan)
	a.Start = start
	end := start + int64(a.Elapsed)
	f := d.file("activity", "Activity", start)
	f.Clocks = []diary.Clock{{At: end, Offset: d.Offset}}
	f.Persons = []diary.Person{{At: start, RestingHR: usualResting, Sex: "female", WeightKg: 61, Age: 36}}
	f.Activities = []diary.Activity{a}
	return f
}
