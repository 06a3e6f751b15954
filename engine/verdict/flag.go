package verdict

import "rebound/engine/body"

// AfterFlag opens the return to running for a red flag that may have been bone and is
// gone: walking free of pain first, then the walk-run of three weeks off, whatever the
// days off were. f has what the body tells, and the layoff by the runs alone.
//
// The first run back is the first after the walking is done. What was run before that
// leads nowhere, and good days shorten nothing.
func AfterFlag(f *Facts, past *Past) {
	for i := range f.Body.Cleared {
		c := &f.Body.Cleared[i]
		if !c.Bony() {
			continue
		}
		l := past.afterFlag(c, f)
		if l.Back != 0 {
			f.backFrom(&l, past)
		}
		if l.Tier > 0 {
			f.Layoff = l
			return
		}
	}
}

// afterFlag is the return that a flag opened; without a tier once it is over.
func (p *Past) afterFlag(c *body.Cleared, f *Facts) Layoff {
	h := p.History
	l := Layoff{Tier: 3, Flag: *c, LastRun: c.Since - 1}
	if last, ok := h.LastRun(c.Since); ok {
		l.LastRun = last
	}
	if c.Ready != 0 {
		runs := h.Between(c.Ready+1, f.Date)
		for i := range runs {
			if runs[i].Run {
				l.Back = runs[i].Date
				break
			}
		}
	}
	if l.Back == 0 {
		l.DaysOff = int(f.Date - l.LastRun)
		return l
	}
	l.DaysOff, l.Until = int(l.Back-l.LastRun), l.Back+stay(3, f.Rules)-1
	l.Progress = p.progress(Pause{Tier: 3, DaysOff: l.DaysOff, LastRun: l.LastRun, Back: l.Back}, l.Until, f.Date)
	if f.Date > l.Until && l.Progress.Over() || f.Date-l.Back >= askedWithin {
		l.Tier = 0
	}
	return l
}

// backFrom is what else follows from a first run back after a flag: the first weeks
// are spoken of, and hard running waits for the weeks to be rebuilt.
func (f *Facts) backFrom(l *Layoff, past *Past) {
	h, p := past.History, Pause{Tier: 3, DaysOff: l.DaysOff, LastRun: l.LastRun, Back: l.Back}
	if f.Back.Back < p.Back && p.Day(f.Date) <= int(max(f.Rules.ReturnDays, f.Rules.LungsTo)) {
		f.Back = p
	}
	if !f.Rebuild.Held() && f.Date-l.Back <= askedWithin {
		f.Rebuild = rebuilding(h, l.Back, min(f.Date, h.Seen(f.Date)+1), weekly(h, l.LastRun-7*weeks+1, l.LastRun)/weeks, f.Rules)
	}
}
