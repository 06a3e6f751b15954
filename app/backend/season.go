package backend

import (
	"time"

	"rebound/app/wire"
	"rebound/app/words"
	"rebound/engine"
	"rebound/engine/coach"
	"rebound/engine/diary"
	"rebound/engine/plan"
)

// season is a year looked back on, each of its days with the plan that it had. It costs an
// assessment a day, so that a year is asked for when it is looked at, and its answer kept
// while nothing changes.
func (b *Backend) season(a wire.SeasonArg) (wire.Season, error) {
	options := b.options()
	k := b.shown()
	k.mu.Lock()
	defer k.mu.Unlock()
	d := k.built()
	last := min(d.Last, options.Today)
	if d.First > last {
		return wire.Season{Years: []int{}, Weeks: []wire.SeasonWeek{}, Turns: []wire.Turn{}}, nil
	}
	var years []int
	first := d.First.Time().Year()
	for y := last.Time().Year(); y >= first; y-- {
		years = append(years, y)
	}
	const weeks = 52 // of twelve months, the one that goes on among them
	year, from, to := 0, plan.Monday(last)-7*(weeks-1), last
	if a.Year != 0 {
		year = min(max(a.Year, first), years[0])
		from, to = diary.DateOf(year, time.January, 1), diary.DateOf(year, time.December, 31)
	}
	return words.Season(coach.LookBack(k.assessor(), max(from, d.First), to, last, func(t diary.Date) engine.Report {
		return k.assessorOn(t, options.Today).Assess(t)
	}), year, years, options), nil
}
