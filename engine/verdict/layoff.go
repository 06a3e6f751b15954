package verdict

import (
	"rebound/engine/diary"
	"rebound/engine/load"
	"rebound/engine/rule"
)

// Layoff is a pause in running and the way back. Tier is 0 when none is in
// force, else 1 to 3 (7, 14, 21 days off and more).
//
// Days off are counted from the last run's date to the assessed one. From the
// first run back the tier stays in force for at least 7, 14 or 21 days: tendon
// and bone are slower than heart and lungs, and neither HRV nor heart rate can
// shorten it. A runner who was never seen running is unknown, not laid off.
type Layoff struct {
	Tier    int
	DaysOff int        // days without running: so far, or before the first run back
	LastRun diary.Date // the last run before the pause
	Back    diary.Date // the first run after it; 0 while still off
	Until   diary.Date // the last day in force; 0 while still off
}

// Off says whether the pause is still going on.
func (l Layoff) Off() bool { return l.Tier > 0 && l.Back == 0 }

// FindLayoff looks at the runs up to t.
func FindLayoff(h *load.History, t diary.Date, r *rule.Settings) Layoff {
	last, ok := h.LastRun(t)
	if !ok {
		return Layoff{}
	}
	var found Layoff
	if off := int(t - last); tier(off, r) > 0 {
		found = Layoff{Tier: tier(off, r), DaysOff: off, LastRun: last}
	}
	longest := diary.Date(max(r.BackStay1, r.BackStay2, r.BackStay3))
	runs := h.Between(t-longest+1, t)
	for i := range runs {
		if !runs[i].Run {
			continue
		}
		back := runs[i].Date
		before, ok := h.LastRun(back - 1)
		if !ok {
			continue
		}
		off := int(back - before)
		n := tier(off, r)
		until := back + stay(n, r) - 1
		if n == 0 || until < t || n < found.Tier || n == found.Tier && found.Off() {
			continue
		}
		found = Layoff{Tier: n, DaysOff: off, LastRun: before, Back: back, Until: until}
	}
	return found
}

func tier(daysOff int, r *rule.Settings) int {
	switch d := float64(daysOff); {
	case d >= r.BackTier3:
		return 3
	case d >= r.BackTier2:
		return 2
	case d >= r.BackTier1:
		return 1
	}
	return 0
}

func stay(tier int, r *rule.Settings) diary.Date {
	return diary.Date([...]float64{0, r.BackStay1, r.BackStay2, r.BackStay3}[tier])
}
