package plan

import (
	"cmp"
	"slices"

	"rebound/engine/diary"
	"rebound/engine/verdict"
)

// Move is the plan with the sessions of two days in each other's place, and the
// km of their weeks. A race never moves and nothing moves onto it; neither does
// anything move into the past of today or out of the plan. That hard days come
// next to each other is the runner's to choose: see [Plan.HardNextTo]. A day
// that becomes free is rest by name, so that a calendar hears of it. Its error is a
// [Refusal].
func (p *Plan) Move(from, to, today diary.Date) (Plan, error) {
	first, last := p.bounds()
	a, b := p.On(from), p.On(to)
	switch {
	case from == to:
		return *p, &Refusal{Code: SameDay, Date: to}
	case from < today || to < today:
		return *p, &Refusal{Code: DayPast, Date: min(from, to), Other: today}
	case from < first || from > last || to < first || to > last:
		return *p, &Refusal{Code: OutOfPlan, Date: first, Other: last}
	case a.Kind == verdict.Race || b.Kind == verdict.Race:
		return *p, &Refusal{Code: RaceMoves}
	case a.Kind == verdict.Rest:
		return *p, &Refusal{Code: NothingThere, Date: from}
	}
	out := *p
	out.Sessions, out.Weeks = slices.Clone(p.Sessions), slices.Clone(p.Weeks)
	out.swap(from, to)
	return out, nil
}

// Free makes each of the dates that is a day without a session, between the
// plan's first and last, rest by name, for the same reason: the plan before this
// one named them.
func (p *Plan) Free(dates []diary.Date) {
	first, last, _ := p.Span()
	for _, d := range dates {
		if i, ok := p.find(d); !ok && d > first && d < last {
			p.Sessions = slices.Insert(p.Sessions, i, Session{Date: d, Session: verdict.Session{Kind: verdict.Rest}})
		}
	}
}

// bounds is the first and last day that a session can be on: those of the plan's
// weeks, and none after the race.
func (p *Plan) bounds() (first, last diary.Date) {
	first, last, _ = p.Span()
	if len(p.Weeks) > 0 {
		first = min(first, p.Weeks[0].Start)
		if p.Race == nil {
			last = max(last, p.Weeks[len(p.Weeks)-1].Start+6)
		}
	}
	return first, last
}

// swap gives two days each other's session.
func (p *Plan) swap(from, to diary.Date) {
	a, b := p.On(from), p.On(to)
	a.Date, b.Date = to, from
	p.put(a)
	p.put(b)
}

// put sets a day's session and mends the km of its week. Rest is written only over what
// is there: a day without a session is rest already.
func (p *Plan) put(s Session) {
	was := p.On(s.Date)
	if i, ok := p.find(s.Date); ok {
		p.Sessions[i] = s
	} else if s.Kind != verdict.Rest {
		p.Sessions = slices.Insert(p.Sessions, i, s)
	}
	if i, ok := p.week(s.Date); ok {
		p.Weeks[i].Km = tenth(p.Weeks[i].Km + s.Km - was.Km)
	}
}

// week is the place of a date's week.
func (p *Plan) week(d diary.Date) (int, bool) {
	return slices.BinarySearchFunc(p.Weeks, Monday(d), func(w Week, m diary.Date) int { return cmp.Compare(w.Start, m) })
}

// HardNextTo is a hard session on the day before d or after it, when that of d
// is hard too; ok is false when there is none.
func (p *Plan) HardNextTo(d diary.Date) (s Session, ok bool) {
	if !p.On(d).Hard {
		return s, false
	}
	for _, near := range []diary.Date{d - 1, d + 1} {
		if s = p.On(near); s.Hard {
			return s, true
		}
	}
	return Session{}, false
}
