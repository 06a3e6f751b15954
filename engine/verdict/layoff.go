package verdict

import (
	"rebound/engine/diary"
	"rebound/engine/load"
	"rebound/engine/rule"
)

// Layoff is a pause in running and the return from it. Tier is 0 when none is in
// force, else 1 to 3 (7, 14, 21 days off and more).
//
// Days off are counted from the last run's date to the assessed one. From the
// first run back the tier stays in force for at least 7, 14 or 21 days: tendon
// and bone are slower than heart and lungs, and neither HRV nor heart rate can
// shorten it. The third tier goes on until its stages are done (see [StageProgress]). A
// runner who was never seen running is unknown, not laid off.
type Layoff struct {
	Tier     int
	DaysOff  int           // days without running: so far, or before the first run back
	LastRun  diary.Date    // the last run before the pause
	Back     diary.Date    // the first run after it; 0 while still off
	Until    diary.Date    // the last of the days that it lasts at least; 0 while still off
	Progress StageProgress // of tier 3: it lasts until the stages are done
}

// Off reports whether the pause is still going on.
func (l Layoff) Off() bool { return l.Tier > 0 && l.Back == 0 }

// askedWithin is how long after the first run back a layoff is still asked about:
// a runner who by then has neither done the stages nor rebuilt the old volume has
// found a new usual.
const askedWithin = 12 * 7

// Pause is a pause in running that is over: long enough for a tier, with a run
// before and after it.
type Pause struct {
	Tier    int
	DaysOff int
	LastRun diary.Date
	Back    diary.Date // the first run after it
}

// Day is which day back t is; the first run's is 1.
func (p Pause) Day(t diary.Date) int { return int(t-p.Back) + 1 }

// pauses is those that ended from a date on up to t, in order.
func pauses(h *load.History, from, t diary.Date, r *rule.Settings) (out []Pause) {
	last, known := h.LastRun(from - 1)
	runs := h.Between(from, t)
	for i := range runs {
		if !runs[i].Run {
			continue
		}
		date := runs[i].Date
		if told, ok := h.ToldRun(date - 1); ok && (!known || told > last) {
			last, known = told, true
		}
		if n := tier(int(date-last), r); known && n > 0 {
			out = append(out, Pause{Tier: n, DaysOff: int(date - last), LastRun: last, Back: date})
		}
		last, known = date, true
	}
	return out
}

// FindLayoff is the layoff in force on t, by the runs up to it and what d has told
// of them; of two the longer, of two as long the later.
func FindLayoff(h *load.History, d *diary.Diary, t diary.Date, r *rule.Settings) Layoff {
	last, ok := h.LastRun(t)
	if !ok {
		return Layoff{}
	}
	var found Layoff
	for _, p := range pauses(h, t-askedWithin+1, t, r) {
		l := Layoff{Tier: p.Tier, DaysOff: p.DaysOff, LastRun: p.LastRun, Back: p.Back, Until: p.Back + stay(p.Tier, r) - 1}
		inForce := l.Until >= t
		if l.Tier == 3 {
			found = Layoff{} // it starts the stages anew
			l.Progress = findProgress(h, d, l.Back, l.Until, t, r)
			inForce = inForce || !l.Progress.Over()
		}
		if inForce && l.Tier >= found.Tier {
			found = l
		}
	}
	if off := int(t - last); tier(off, r) > 0 && tier(off, r) >= found.Tier {
		return Layoff{Tier: tier(off, r), DaysOff: off, LastRun: last}
	}
	return found
}

// FindReturn is the last pause that ended within the days that are still spoken
// of, whether its tier is in force or not; zero for none.
func FindReturn(h *load.History, t diary.Date, r *rule.Settings) (last Pause) {
	for _, p := range pauses(h, t-diary.Date(max(r.ReturnDays, r.LungsTo))+1, t, r) {
		last = p
	}
	return last
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
