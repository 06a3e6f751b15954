package backend

import (
	"rebound/app/wire"
	"rebound/app/words"
	"rebound/engine/coach"
)

// summary is the page for a coach, physio or doctor up to a date: each of its days as it
// was assessed, with the plan that it had.
func (b *Backend) summary(a wire.DateArg) (*wire.Summary, error) {
	options := b.options()
	k := b.shown()
	k.mu.Lock()
	defer k.mu.Unlock()
	var s coach.Summary
	for t := a.Date - coach.SummaryDays + 1; t <= a.Date; t++ {
		e := k.assessorOn(t, options.Today)
		r := e.Assess(t)
		s.Take(e, &r)
	}
	return words.Summary(k.assessor(), &s, a.Date, options), nil
}
