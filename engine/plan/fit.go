package plan

import (
	"math"
	"slices"

	"rebound/engine/diary"
	"rebound/engine/verdict"
)

// Fit is the record with its sessions from today on fitted into the days that the
// runner has: what cannot be on its day goes to an easy day of its week or is left out,
// and what is longer than there is time for is shortened. It starts from Base every
// time, so that a day given back gets its session back, but for what changed places with a
// day that is past by now. A race stays where it is.
//
// Nothing is ever made up for: no week gets more running, or more hard or long
// sessions, than it had, and nothing goes into another week.
func (r Record) Fit(today diary.Date) Record {
	base := r.Base
	if base == nil {
		base = r.Sessions
	}
	f := fitter{wish: r.Goal, today: today, plan: r.Plan}
	f.plan.Sessions, f.plan.Weeks = slices.Clone(r.Sessions), slices.Clone(r.Weeks)
	for _, s := range r.arranged(base, today) {
		if s.Date >= today {
			f.plan.put(s)
		}
	}
	before := f.plan.Sessions
	f.plan.Sessions = slices.Clone(before)
	first, last, ok := f.plan.Span()
	for monday := Monday(max(first, today)); ok && monday <= last; monday += 7 {
		f.week(monday)
	}
	r.Plan, r.Base = f.plan, nil
	if !slices.Equal(f.plan.Sessions, before) {
		r.Base = before
	}
	r.note(before)
	return r
}

// arranged is the base with what changed places with a day that is past by now as it is:
// else what has been run would come again, and what was put off would be lost. With one
// such pair all of the week's stay, as one may stand on the day of another.
func (r *Record) arranged(base []Session, today diary.Date) []Session {
	p := Plan{Sessions: slices.Clone(base)}
	monday, past := Monday(today), false
	for _, long := range [...]bool{true, false} {
		moved := map[diary.Date]bool{}
		for from := monday; from < monday+7; from++ {
			s := p.On(from)
			if !keys(s.Kind) || (s.Kind == verdict.Long) != long || r.On(from).Kind == s.Kind || moved[from] {
				continue
			}
			for to := monday; to < monday+7; to++ {
				if p.On(to).Kind == verdict.Easy && r.On(to).Kind == s.Kind {
					past = past || min(from, to) < today
					moved[to] = true
					p.swap(from, to)
					break
				}
			}
		}
	}
	if past {
		return p.Sessions
	}
	return base
}

// fitter fits one plan.
type fitter struct {
	wish  *Wish
	today diary.Date
	plan  Plan
}

// week fits the days of a week: the long run finds its place first, then what is hard.
func (f *fitter) week(monday diary.Date) {
	from, to := max(monday, f.today), monday+6
	for _, key := range []func(verdict.SessionKind) bool{
		func(k verdict.SessionKind) bool { return k == verdict.Long }, verdict.SessionKind.Hard,
	} {
		for d := from; d <= to; d++ {
			if s := f.plan.On(d); key(s.Kind) && !f.fits(s, d) {
				if c, ok := f.place(s, from, to); ok {
					f.plan.swap(s.Date, c) // to where it fits, and so stays
				}
			}
		}
	}
	longest := 0.0 // of what is easy in the week: a long run is longer
	for d := monday; d <= to; d++ {
		if s := f.plan.On(d); s.Kind == verdict.Easy {
			longest = max(longest, s.Minutes)
		}
	}
	for d := from; d <= to; d++ {
		f.shorten(d, longest)
	}
}

// fits reports whether a session can be on a day as it is.
func (f *fitter) fits(s Session, d diary.Date) bool {
	_, off := f.wish.OffOn(d)
	limit := f.wish.TimeOn(d)
	return !off && (limit == 0 || s.Minutes <= limit)
}

// place is the day of the week that a hard or long session goes to: one with an easy
// run that it can take the place of as it is, the nearest that is next to nothing hard.
func (f *fitter) place(s Session, from, to diary.Date) (best diary.Date, ok bool) {
	score := math.MaxInt
	for c := from; c <= to; c++ {
		if c == s.Date || f.plan.On(c).Kind != verdict.Easy || !f.fits(s, c) || f.nearRace(c) {
			continue
		}
		points := int(max(c-s.Date, s.Date-c))
		for _, near := range []diary.Date{c - 1, c + 1} {
			if near != s.Date && f.plan.On(near).Hard {
				points = math.MaxInt
			}
		}
		if points < score {
			best, score, ok = c, points, true
		}
	}
	return best, ok
}

// nearRace reports whether a day is too near to a race for anything to be put there.
func (f *fitter) nearRace(d diary.Date) bool {
	return len(f.plan.Races(d-sharpenDays, d+sharpenDays)) > 0
}

// shorten leaves of a day what the runner has for it. easiest is the minutes of the
// week's longest easy run.
func (f *fitter) shorten(d diary.Date, easiest float64) {
	s := f.plan.On(d)
	if s.Kind == verdict.Race || s.Kind == verdict.Rest {
		return
	}
	was := s
	o, off := f.wish.OffOn(d)
	switch {
	case off && !o.Easy:
		s = Session{Date: d, Session: verdict.Session{Kind: verdict.Rest}}
	case off && s.Kind.Hard():
		s.Kind, s.Hard, s.Km = verdict.Easy, false, tenth(slower*s.Km)
	case off && s.Kind == verdict.Long:
		s.Kind = verdict.Easy
		if easiest > 0 {
			s = s.to(min(s.Minutes, easiest))
		}
	}
	if limit := f.wish.TimeOn(d); limit > 0 && s.Minutes > limit {
		s = s.to(limit)
		switch {
		case s.Kind.Hard() && s.Minutes < leastHard:
			s.Kind, s.Hard, s.Km = verdict.Easy, false, tenth(slower*s.Km)
		case s.Kind == verdict.Long && s.Minutes <= easiest:
			s.Kind = verdict.Easy
		}
	}
	if s != was {
		f.plan.put(s)
	}
}

const (
	slower    = 0.92 // of the km of a hard session that become easy ones
	leastHard = 25.0 // minutes: a shorter hard session is no time to warm up for
)

// to is a session so many minutes long.
func (s Session) to(minutes float64) Session {
	if s.Minutes <= minutes { // it may have none
		return s
	}
	s.Km = math.Floor(10*s.Km*minutes/s.Minutes) / 10
	s.Minutes = minutes
	if s.Kind == verdict.WalkRun && s.Stage.Times > 0 {
		s.Stage.Times = s.times()
	}
	return s
}

// note says what the days off and limits mean for the race: that its long runs got
// shorter than they were, and that it is on a day off itself.
func (r *Record) note(before []Session) {
	var notes []Note
	for _, n := range r.Notes {
		if n.Code != LessLong && n.Code != RaceOff {
			notes = append(notes, n)
		}
	}
	r.Notes = notes
	if r.Race == nil {
		return
	}
	was, now := longestBefore(before, r.Race.Date), longestBefore(r.Sessions, r.Race.Date)
	if now < was {
		r.Notes = append(r.Notes, Note{Code: LessLong, Value: now, Limit: was, Race: *r.Race})
	}
	if _, off := r.Goal.OffOn(r.Race.Date); off {
		r.Notes = append(r.Notes, Note{Code: RaceOff, Race: *r.Race})
	}
}

func longestBefore(list []Session, race diary.Date) (km float64) {
	for _, s := range list {
		if s.Kind != verdict.Race && s.Date < race {
			km = max(km, s.Km)
		}
	}
	return km
}

// Fitting is what became of a day for what the runner said of the days they have.
type Fitting string

const (
	LeftOut  Fitting = "left_out"  // the runner cannot run
	EasyOnly Fitting = "easy_only" // nor hard or long
	CameHere Fitting = "came_here" // its session had no room on its own day
	WentAway Fitting = "went_away" // the other way round
	CutShort Fitting = "cut_short" // there is time for no more
)

// Fitted is what became of a day, the session that it had, what was said of it, and the
// minutes that there are; "" where nothing changed it.
func (r *Record) Fitted(d diary.Date) (as Fitting, was Session, o Off, limit float64) {
	base := Plan{Sessions: r.Base}
	was = base.On(d)
	now := r.On(d)
	if r.Base == nil || now == was {
		return "", was, o, 0
	}
	o, off := r.Goal.OffOn(d)
	limit = r.Goal.TimeOn(d)
	switch {
	case off && !o.Easy:
		as = LeftOut
	case keys(now.Kind) && !keys(was.Kind):
		as = CameHere
	case off:
		as = EasyOnly
	case keys(was.Kind) && !keys(now.Kind) && (limit == 0 || now.Minutes < limit):
		as = WentAway
	default:
		as = CutShort
	}
	return as, was, o, limit
}

// keys reports whether a session is one that a week is built around.
func keys(k verdict.SessionKind) bool { return k == verdict.Long || k.Hard() }
