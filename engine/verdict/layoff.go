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

// Rebuilding is the way back to hard running after a layoff whose days in force
// are over or not: quality stays away until enough weeks in a row, counted from
// the first run back, held the volume of before. A week that falls short starts
// the count again.
type Rebuilding struct {
	Back  diary.Date // the first run back; 0 when nothing is being rebuilt
	Weeks int        // rebuilt weeks in a row so far
}

// Held says whether quality is still away.
func (b Rebuilding) Held() bool { return b.Back != 0 }

// rebuildWithin is how long after the first run back a layoff is still asked
// about: a runner who never returns to the old volume has found a new usual one.
const rebuildWithin = 12 * 7

// FindRebuilding looks for the last layoff before t that is not yet rebuilt.
func FindRebuilding(h *load.History, t diary.Date, r *rule.Settings) Rebuilding {
	runs := h.Between(t-rebuildWithin, t)
	for i := len(runs) - 1; i >= 0; i-- {
		if !runs[i].Run {
			continue
		}
		back := runs[i].Date
		before, ok := h.LastRun(back - 1)
		if !ok || tier(int(back-before), r) == 0 {
			continue
		}
		usual := weekly(h, before-7*weeks+1, before) / weeks
		out := Rebuilding{Back: back}
		for week := back; week+6 < t; week += 7 {
			out.Weeks++
			if weekly(h, week, week+6) < r.Rebuilt*usual {
				out.Weeks = 0
			}
			if out.Weeks >= int(r.RebuiltRun) {
				return Rebuilding{}
			}
		}
		return out
	}
	return Rebuilding{}
}

// weekly is the minutes run from day a to day b.
func weekly(h *load.History, a, b diary.Date) float64 {
	sum := 0.0
	sessions := h.Between(a, b)
	for i := range sessions {
		if sessions[i].Run {
			sum += sessions[i].Minutes
		}
	}
	return sum
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
