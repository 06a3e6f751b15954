package body

import (
	"rebound/engine/diary"
	"rebound/engine/load"
	"rebound/engine/rule"
)

// Cycle is what the optional log says of a date. In the luteal phase resting
// heart rate rises and HRV falls by itself, which is the pattern that signals are
// read for: it is named, and changes nothing.
type Cycle struct {
	Day    int     // of the cycle, from 1; 0 when the log says nothing of the date
	Length float64 // median of the logged cycles, else cycle_days
	Logged int     // cycles behind Length
	Luteal bool
}

// cycle counts from the last logged period. Luteal are the last days of a cycle,
// cycle_luteal of them, until the next period is logged: it may be late, so a
// week over the length still counts (ours). Gaps of under 15 or over 60 days are
// a missing entry, not a cycle (ours).
func cycle(log []diary.Period, t diary.Date, r *rule.Settings) (c Cycle) {
	const shortest, longest, late, needs = 15, 60, 7, 3
	var gaps []float64
	var last diary.Date
	for _, p := range log {
		if p.Date > t {
			break
		}
		if gap := p.Date - last; last != 0 && gap >= shortest && gap <= longest {
			gaps = append(gaps, float64(gap))
		}
		last = p.Date
	}
	if last == 0 {
		return c
	}
	c.Length, c.Logged = r.CycleDays, len(gaps)
	if len(gaps) >= needs {
		c.Length = load.Median(gaps)
	}
	day := int(t-last) + 1
	if float64(day) > c.Length+late {
		return Cycle{}
	}
	c.Day = day
	c.Luteal = float64(day) > c.Length-r.LutealDays
	return c
}
