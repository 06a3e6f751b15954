package coach

import (
	"slices"

	"rebound/engine/diary"
	"rebound/engine/plan"
	"rebound/engine/verdict"
)

// OfferCode names why a plan is offered.
type OfferCode string

const (
	OfferRecovery   OfferCode = "recovery"    // the race is past: Race, Raced, Until
	OfferNotRun     OfferCode = "not_run"     // its day is past, and it was not run: the next plan
	OfferAfterRace  OfferCode = "after_race"  // the race and its easy days are over: the next plan
	OfferNext       OfferCode = "next"        // the plan is over
	OfferAfterPause OfferCode = "after_pause" // Back, DaysOff: a remake
	OfferAfterCut   OfferCode = "after_cut"   // the lighter week is over: a remake
	OfferSlipped    OfferCode = "slipped"     // Slip: a remake, or the plan as it is
)

// Offer is a plan that the runner may take instead of the one they follow: never
// more than an offer.
type Offer struct {
	Code    OfferCode
	Wish    plan.Wish     // what to ask for
	Race    *plan.Race    // the plan's; nil: none
	Raced   verdict.Raced // of it, as far as is known
	Until   diary.Date    // the last of the race's easy days
	Back    diary.Date    // the first run after a pause
	DaysOff int           // of it
	Slip    plan.Slip     // how much of the plan was run of late
}

// Offer is what may be taken instead: after the race its easy days; after a pause
// or a cut, a remake from what is run now; at the end, the next one. ok is false
// for none.
func (c *Coach) Offer() (o Offer, ok bool) {
	first, last, ok := c.plan.Span()
	if !ok {
		return o, false
	}
	race := c.plan.Race
	back := c.e.Past(c.date).Rebuilding(c.date).Back
	before, _ := c.e.History().LastRun(back - 1)
	off := int(back - before)
	if l := c.Report.Layoff; l.Back != 0 { // after a red flag the break began with it
		back, off = l.Back, l.DaysOff
	}
	o = Offer{Wish: c.asked(), Race: race}
	raced := false
	if race != nil {
		o.Raced, raced = c.e.RacedOn(race.Date, c.date)
		o.Until = o.Raced.Until
	}
	switch {
	case raced && c.date > race.Date && c.date <= o.Until:
		o.Code, o.Wish = OfferRecovery, raceless(o.Wish)
		o.Wish.Recover = &plan.Race{Date: race.Date, Km: o.Raced.Km}
	case raced && c.date > race.Date:
		o.Code, o.Wish = OfferAfterRace, raceless(o.Wish)
	case race != nil && c.date > race.Date:
		o.Code, o.Wish = OfferNotRun, raceless(o.Wish)
	case c.date > last:
		o.Code, o.Wish = OfferNext, raceless(o.Wish)
	case c.Report.Layoff.Off():
		return o, false // first run again
	case back > first:
		o.Code, o.Back, o.DaysOff = OfferAfterPause, back, off
	case c.cutOver(first):
		o.Code = OfferAfterCut
	default:
		if o.Slip, ok = c.slipped(); !ok {
			return o, false
		}
		o.Code = OfferSlipped
	}
	return o, true
}

// slipped is how much of the plan was run in the days that end with the last of which it
// is known; ok is false where that is enough, where it is not known, and for as long
// again after the runner said to keep the plan.
func (c *Coach) slipped() (s plan.Slip, ok bool) {
	h, r := c.e.History(), &c.rules
	to := min(c.date-1, h.Spoken(c.date))
	s, ok = c.plan.SlipSpan(to, r)
	if !ok || !c.Report.RunSeen || c.date-to > diary.Date(r.AskDays) || c.record.Kept != 0 && c.date-c.record.Kept < diary.Date(r.SlipDays) {
		return s, false
	}
	for d := s.From; d <= s.To; d++ {
		if last, ok := h.LastRun(d); ok && last == d { // how long it took may not be known
			s.Ran++
		}
		if c.plan.On(d).Minutes > 0 {
			s.Planned++
		}
	}
	if !s.Slipped(r) {
		return s, false
	}
	s.Planned = 0 // what their mornings took out, for an illness or a cut, has not slipped
	for d := s.From; d <= s.To; d++ {
		if p, _, ok := c.planned(d); ok && p.Minutes > 0 {
			s.Planned++
		}
	}
	return s, s.Slipped(r)
}

// cutOver reports whether a cut of this plan has ended, and is too near for
// another.
func (c *Coach) cutOver(first diary.Date) bool {
	cut := c.Report.Cuts.Last
	declined := slices.ContainsFunc(c.e.Diary().Reported.Decisions, func(d diary.Decision) bool {
		return d.Action == string(verdict.CutWeek) && !d.Accepted && d.Date >= cut.Fired && d.Date <= cut.Until
	})
	return cut.Scale > 0 && !declined && cut.Fired >= first && c.date > cut.Until && c.date < cut.Fired+diary.Date(c.rules.CutRefractor)
}

// asked is what the plan was asked for, to be asked again from the date on.
func (c *Coach) asked() (w plan.Wish) {
	if c.wish != nil {
		w = *c.wish
	}
	if r := c.plan.Race; r != nil {
		w.RaceDate, w.RaceKm, w.RaceName, w.RaceMinutes = r.Date, r.Km, r.Name, r.Minutes
	}
	w.Start, w.WeeklyKm = 0, nil
	w.Tune = slices.DeleteFunc(slices.Clone(w.Tune), func(r plan.Race) bool { return r.Date < c.date })
	var off []plan.Off
	for _, o := range w.Off {
		if o.To >= c.date {
			off = append(off, o)
		}
	}
	w.Off = off
	return w
}

// raceless is a wish without its races.
func raceless(w plan.Wish) plan.Wish {
	w.RaceDate, w.RaceKm, w.RaceName, w.RaceMinutes, w.Tune, w.Recover = 0, 0, "", 0, nil, nil
	return w
}
