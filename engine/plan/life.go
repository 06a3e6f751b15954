package plan

import (
	"math"
	"slices"
	"unicode/utf8"

	"rebound/engine/diary"
	"rebound/engine/verdict"
)

// Off is days that the plan leaves free, or, with Easy, on which nothing is hard or
// long: those of a journey, say.
type Off struct {
	From diary.Date `json:"from"`
	To   diary.Date `json:"to"`
	Why  string     `json:"why,omitempty"` // of Whys; "": not said
	Easy bool       `json:"easy,omitempty"`
}

// Whys are the reasons that can be given.
var Whys = []string{"travel", "work", "family"}

// On reports whether a date is one of the days.
func (o Off) On(d diary.Date) bool { return d >= o.From && d <= o.To }

// What can be asked for (all ours).
const (
	maxOffDays = 366
	maxOffs    = 100
	leastTime  = 10.0 // minutes on a day that is run
	mostTime   = 600.0
	maxName    = 60   // characters
	fastest    = 2.0  // minutes a km
	slowest    = 20.0 // walking
)

// checkLife says what is wrong with days off, limits, and the race's name and time.
func (w *Wish) checkLife() error {
	if len(w.Off) > maxOffs {
		return &Refusal{Code: OffMany, High: maxOffs}
	}
	for _, o := range w.Off {
		switch {
		case o.From < oldest:
			return &Refusal{Code: LongAgo, Date: o.From}
		case o.To < o.From:
			return &Refusal{Code: OffEnds, Date: o.From, Other: o.To}
		case o.To-o.From >= maxOffDays:
			return &Refusal{Code: OffLong, Date: o.From, Value: float64(o.To-o.From) + 1, High: maxOffDays}
		case o.Why != "" && !slices.Contains(Whys, o.Why):
			return &Refusal{Code: OffWhy, Name: o.Why}
		}
	}
	known := 0
	for _, name := range Weekdays {
		if minutes, ok := w.Minutes[name]; ok {
			known++
			if !within(minutes, leastTime, mostTime) {
				return &Refusal{Code: DayTime, Name: name, Value: minutes, Low: leastTime, High: mostTime}
			}
		}
	}
	if known < len(w.Minutes) {
		other := "" // the first that is none, whatever the order of a map
		for name := range w.Minutes {
			if !slices.Contains(Weekdays[:], name) && (other == "" || name < other) {
				other = name
			}
		}
		return &Refusal{Code: NotWeekday, Name: other}
	}
	if w.RaceMinutes != 0 && w.RaceKm == 0 {
		return &Refusal{Code: TimeAlone}
	}
	for _, r := range append([]Race{{Km: w.RaceKm, Name: w.RaceName, Minutes: w.RaceMinutes}}, w.Tune...) {
		if err := r.checkCalled(); err != nil {
			return err
		}
	}
	return nil
}

// checkCalled says what is wrong with what a runner calls a race, and the time they are
// after.
func (r Race) checkCalled() error {
	switch {
	case utf8.RuneCountInString(r.Name) > maxName:
		return &Refusal{Code: LongName, High: maxName}
	case r.Minutes != 0 && !within(r.Minutes, fastest*r.Km, slowest*r.Km):
		return &Refusal{Code: RaceTime, Value: r.Minutes, Low: fastest * r.Km, High: slowest * r.Km}
	}
	return nil
}

// OffOn is what the runner said of a date: days off before easy ones; ok is false for
// nothing.
func (w *Wish) OffOn(d diary.Date) (o Off, ok bool) {
	if w == nil {
		return o, false
	}
	for _, one := range w.Off {
		if one.On(d) && (!ok || o.Easy) {
			o, ok = one, true
		}
	}
	return o, ok
}

// TimeOn is the minutes that there are for running on a date; 0: as long as it takes.
func (w *Wish) TimeOn(d diary.Date) float64 {
	if w == nil {
		return 0
	}
	return w.Minutes[Weekdays[d.Weekday()]]
}

// takes says why two days cannot change places for what the runner said of them, a
// [Refusal].
func (w *Wish) takes(s Swap, p *Plan) error {
	for _, s := range [...]Swap{s, {s.To, s.From}} {
		o, ok := w.OffOn(s.To)
		switch kind := p.On(s.From).Kind; {
		case !ok || kind == verdict.Rest:
		case !o.Easy:
			return &Refusal{Code: DayOff, Date: s.To}
		case kind == verdict.Long || kind.Hard():
			return &Refusal{Code: DayEasy, Date: s.To}
		}
	}
	return nil
}

// Live is the record with other days off and limits, from today on.
func (r *Record) Live(off []Off, minutes map[string]float64, today diary.Date) (Record, error) {
	out := *r
	var w Wish
	if r.Goal != nil {
		w = *r.Goal
	} else if r.Race != nil {
		w.RaceDate, w.RaceKm, w.RaceName, w.RaceMinutes = r.Race.Date, r.Race.Km, r.Race.Name, r.Race.Minutes
	}
	w.Off = append([]Off(nil), off...)
	diary.SortBy(w.Off, func(a, b Off) int { return int(a.From - b.From) })
	w.Minutes = minutes
	if err := w.checkLife(); err != nil {
		return out, err
	}
	out.Goal = &w
	return out.Fit(today), nil
}

// Call is the record with another name of the race, and another time to be after.
func (r *Record) Call(name string, minutes float64) (Record, error) {
	out := *r
	if r.Race == nil {
		return out, &Refusal{Code: TimeAlone}
	}
	var w Wish
	if r.Goal != nil {
		w = *r.Goal
	}
	w.RaceDate, w.RaceKm, w.RaceName, w.RaceMinutes = r.Race.Date, r.Race.Km, name, minutes
	if err := w.checkLife(); err != nil {
		return out, err
	}
	race := *r.Race
	race.Name, race.Minutes = name, minutes
	out.Goal, out.Race = &w, &race
	out.Notes = append([]Note(nil), r.Notes...)
	for i := range out.Notes {
		if n := &out.Notes[i]; n.Race.Date == race.Date {
			n.Race = race
		}
	}
	return out, nil
}

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
				if easy := p.On(to); easy.Kind == verdict.Easy && r.On(to).Kind == s.Kind {
					past = past || min(from, to) < today
					moved[to] = true
					s.Date, easy.Date = to, from
					p.put(s)
					p.put(easy)
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
		moved := map[diary.Date]bool{}
		for d := from; d <= to; d++ {
			if s := f.plan.On(d); key(s.Kind) && !moved[d] && !f.fits(s, d) {
				if c, ok := f.place(s, from, to); ok {
					f.move(s, c)
					moved[c] = true
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

// move puts a session in the place of an easy one, which goes to the day that it
// leaves.
func (f *fitter) move(s Session, to diary.Date) {
	easy, from := f.plan.On(to), s.Date
	s.Date, easy.Date = to, from
	f.plan.put(s)
	f.plan.put(easy)
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

// setDay sets the session of a date in a list by date.
func setDay(list []Session, s Session) []Session {
	p := Plan{Sessions: list}
	i, ok := p.find(s.Date)
	switch {
	case ok:
		list[i] = s
	case s.Kind != verdict.Rest:
		list = slices.Insert(list, i, s)
	}
	return list
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
