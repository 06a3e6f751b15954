package backend

import (
	"time"

	"rebound/app/wire"
	"rebound/app/words"
	"rebound/engine"
	"rebound/engine/coach"
	"rebound/engine/diary"
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
	year := min(max(a.Year, first), years[0])
	if a.Year == 0 {
		year = years[0]
	}
	from := max(diary.DateOf(year, time.January, 1), d.First)
	return words.Season(coach.LookBack(k.assessor(), from, diary.DateOf(year, time.December, 31), last, func(t diary.Date) engine.Report {
		return k.assessorOn(t, options.Today).Assess(t)
	}), years, options), nil
}
