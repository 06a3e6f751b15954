// Package plan makes a training plan for a goal, and adjusts its next seven days.
//
//	p, err := plan.Make(goal, &rules)
//	days := plan.Edit(&p, &facts, history, action)
//	now := p.With(days)
//
// [Make] turns a goal (a race, or none; races on the way to it), the days that can
// be run and what the runner does now ([Shape], see [ShapeOf]) into sessions:
// weeks that grow within the cap, a deload every fourth week, a taper, each race
// on its day. What a wish cannot safely have is said in a [Note], and the plan is
// the nearest safe one. With [Goal.Recover] it is the easy days after a race.
//
// [Edit] is the only thing that changes a plan from day to day. It looks at the
// assessed date and the six after it; the race and day eight onward stay as they
// were. It always starts from the plan as it was made, so the same morning gives
// the same week however often it is asked. By hand, [Plan.Move] lets two days
// change places.
//
// What a session asks for is its [Plan.Target] and, where it has steps, its
// [Plan.Workout]; what became of it, [Compare].
//
// A [Wish] is what the runner asks for, in names; a [Record] is a plan as it is
// stored and exchanged, with its wish and what was moved by hand, and its JSON is
// the plan's ([Decode]). [Record.Live] fits it into other days and minutes that the
// runner has ([Record.Fit]). Whatever cannot be had is a [Refusal].
//
// Distances are km, times are minutes, paces are minutes a kilometre. Nothing
// here is a sentence: notes are codes with numbers (see package words).
package plan

import (
	"cmp"
	"math"
	"slices"
	"time"

	"rebound/engine/diary"
	"rebound/engine/verdict"
)

// Race is the goal: a day and a distance.
type Race struct {
	Date    diary.Date `json:"date"`
	Km      float64    `json:"km"`
	Name    string     `json:"name,omitempty"`    // as the runner calls it: text, never markup; "": by its distance
	Minutes float64    `json:"minutes,omitempty"` // the time that the runner is after; shown, and nothing is trained by it; 0: none
}

// Session is one day of a plan. Hard is true of tempo, intervals and races;
// Stage is what a walk-run is made of.
type Session struct {
	Date diary.Date `json:"date"`
	verdict.Session
	Hard  bool          `json:"hard"`
	Stage verdict.Stage `json:"stage,omitzero"`
}

// Week is one week of a plan, from Monday on.
type Week struct {
	Start  diary.Date `json:"start"`
	Km     float64    `json:"km"`
	Deload bool       `json:"deload"`
	Taper  bool       `json:"taper"`

	Recovery bool `json:"recovery,omitempty"` // light after a race
}

// Plan is sessions in order of date, at most one a day (a day without one is
// rest), and the weeks they add up to. It is a value: nothing changes it.
type Plan struct {
	Race     *Race     `json:"race,omitempty"`
	Sessions []Session `json:"sessions"`
	Weeks    []Week    `json:"weeks"`
	Notes    []Note    `json:"notes"`
	Paces    *Paces    `json:"paces,omitempty"`       // nil when no recent effort is known
	MaxHR    float64   `json:"max_hr,omitempty"`      // bpm, for the workouts' heart rates; 0: not known
	MaxFrom  string    `json:"max_hr_from,omitempty"` // setting, seen, watch or age (load.MaxSource); "" of an earlier version
}

// On is the session of a date; a day without one is rest.
func (p *Plan) On(d diary.Date) Session {
	if i, ok := p.find(d); ok {
		return p.Sessions[i]
	}
	return Session{Date: d, Session: verdict.Session{Kind: verdict.Rest}}
}

func (p *Plan) find(d diary.Date) (int, bool) {
	return slices.BinarySearchFunc(p.Sessions, d, func(s Session, d diary.Date) int { return cmp.Compare(s.Date, d) })
}

// Span is the plan's first and last day; ok is false for a plan without any.
func (p *Plan) Span() (first, last diary.Date, ok bool) {
	if len(p.Sessions) == 0 {
		return 0, 0, false
	}
	return p.Sessions[0].Date, p.Sessions[len(p.Sessions)-1].Date, true
}

// Covers reports whether the seven days from t on touch the plan. No plan covers
// nothing.
func (p *Plan) Covers(t diary.Date) bool {
	if p == nil {
		return false
	}
	first, last, ok := p.Span()
	return ok && t+editDays > first && t <= last
}

// Ended reports whether t is after the race that the plan ends with: the days to the
// end of its week have no session. No plan has ended.
func (p *Plan) Ended(t diary.Date) bool { return p != nil && p.Race != nil && t > p.Race.Date }

// Over reports whether a plan has ended before t.
func (p *Plan) Over(t diary.Date) bool {
	_, last, ok := p.Span()
	return ok && t > last
}

// Races is the dates of races from a to b; no plan has none.
func (p *Plan) Races(a, b diary.Date) (dates []diary.Date) {
	if p == nil {
		return nil
	}
	i, _ := p.find(a)
	for _, s := range p.Sessions[i:] {
		if s.Date <= b && s.Kind == verdict.Race {
			dates = append(dates, s.Date)
		}
	}
	return dates
}

// DeloadOn reports whether a date is in a planned deload. The race week never is.
func (p *Plan) DeloadOn(d diary.Date) bool {
	start := Monday(d)
	if p.Race != nil && Monday(p.Race.Date) == start {
		return false
	}
	for _, w := range p.Weeks {
		if w.Start == start {
			return w.Deload
		}
	}
	return false
}

// Monday is the Monday of a date's week.
func Monday(d diary.Date) diary.Date { return d - diary.Date((int(d.Weekday())+6)%7) }

// Kinds are the kinds of sessions that a plan can hold.
var Kinds = []verdict.SessionKind{verdict.Easy, verdict.Long, verdict.Tempo, verdict.Intervals,
	verdict.Race, verdict.Rest, verdict.Cross, verdict.WalkRun}

// Check says what is wrong with a plan that came from outside, a [Refusal], and
// puts its sessions in order of date.
func (p *Plan) Check() error {
	p.order()
	for i, s := range p.Sessions {
		switch {
		case s.Date == 0:
			return &Refusal{Code: Undated}
		case s.Date < oldest:
			return &Refusal{Code: LongAgo, Date: s.Date}
		case i > 0 && s.Date == p.Sessions[i-1].Date:
			return &Refusal{Code: TwoSessions, Date: s.Date}
		case !slices.Contains(Kinds, s.Kind):
			return &Refusal{Code: UnknownKind, Date: s.Date, Name: string(s.Kind)}
		case !within(s.Minutes, 0, 24*60) || !within(s.Km, 0, maxRace):
			return &Refusal{Code: Impossible, Date: s.Date, Value: s.Minutes, Low: s.Km}
		}
	}
	for _, w := range p.Weeks {
		switch {
		case w.Start < oldest:
			return &Refusal{Code: LongAgo, Date: w.Start}
		case w.Start != Monday(w.Start):
			return &Refusal{Code: NotMonday, Date: w.Start}
		case !within(w.Km, -1, 7*maxRace): // what days lose is taken from it, to a tenth
			return &Refusal{Code: Impossible, Date: w.Start, Low: w.Km}
		}
	}
	if first, last := p.reach(); last-first > maxSpan {
		return &Refusal{Code: Endless, Date: first, Other: last}
	}
	switch {
	case p.Race == nil:
	case p.Race.Date == 0 || !within(p.Race.Km, 0.1, maxRace):
		return &Refusal{Code: RaceIncomplete}
	case p.Race.Date < oldest:
		return &Refusal{Code: LongAgo, Date: p.Race.Date}
	default:
		return p.Race.checkCalled()
	}
	return nil
}

// reach is the first and the last date that a plan names, its sessions being in order.
func (p *Plan) reach() (first, last diary.Date) {
	first, last, ok := p.Span()
	see := func(d diary.Date) {
		if !ok {
			first, last, ok = d, d, true
		}
		first, last = min(first, d), max(last, d)
	}
	for _, w := range p.Weeks {
		see(w.Start)
	}
	if p.Race != nil && p.Race.Date >= oldest {
		see(p.Race.Date)
	}
	return first, last
}

func (p *Plan) order() {
	diary.SortBy(p.Sessions, func(a, b Session) int { return cmp.Compare(a.Date, b.Date) })
}

// oldest is the first date that a plan can hold: what is before it is a mistake.
var oldest = diary.DateOf(2000, time.January, 1)

// within is false for NaN too.
func within(v, low, high float64) bool { return v >= low && v <= high }

func tenth(km float64) float64 { return math.Round(km*10) / 10 }
