package engine

import (
	"slices"

	"rebound/engine/body"
	"rebound/engine/diary"
	"rebound/engine/load"
	"rebound/engine/plan"
	"rebound/engine/verdict"
)

// racedDays is how far back a race is looked for: the easy days after the longest that
// a plan is made for.
const racedDays = 160

// raced is the races of the days up to t that count as run, by a history of it, in order of date: those of
// the plans that were followed, and runs that took what a race takes. A planned race
// of which no run is known counts, unless the runner says that they did not run, or
// what is known of later training speaks against it.
func (e *Engine) raced(t diary.Date, h *load.History) (out []verdict.Raced) {
	from := t - racedDays
	races := e.racesPlanned(from, t)
	for _, s := range h.Huge(from, t) {
		if !slices.ContainsFunc(races, func(r plan.Race) bool { return r.Date == s.Date }) {
			km := s.Km
			if km == 0 {
				const guess = 6 // minutes a km (ours)
				km = s.Minutes / guess
			}
			x := verdict.NewRaced(s.Date, km, &e.rules)
			x.Ran, x.Full = true, true
			out = append(out, x)
		}
	}
	for _, r := range races {
		if x, ok := e.racedAs(r, t, h); ok {
			out = append(out, x)
		}
	}
	diary.SortBy(out, func(a, b verdict.Raced) int { return int(a.Date) - int(b.Date) })
	return out
}

// racedAs is a planned race as it was run, as far as is known on t.
func (e *Engine) racedAs(r plan.Race, t diary.Date, h *load.History) (x verdict.Raced, ok bool) {
	x = verdict.NewRaced(r.Date, r.Km, &e.rules)
	x.Name, x.Planned, x.Held = r.Name, r.Km, e.holds(r)
	day := h.Between(r.Date, r.Date)
	ran, known := 0.0, false
	for i := range day {
		if s := &day[i]; s.Run {
			known = true
			if s.Km == 0 {
				x.Ran = true // on a watch without distance
			}
			ran = max(ran, s.Km)
		}
	}
	if known {
		x.Ran = x.Ran || ran >= e.rules.RaceRan*r.Km
		x.Full = x.Ran && (ran == 0 || ran >= e.rules.RaceFull*r.Km)
		if x.Ran && !x.Full {
			held := x.Held
			x = verdict.NewRaced(r.Date, ran, &e.rules)
			x.Name, x.Planned, x.Ran, x.Held = r.Name, r.Km, true, held
		}
		return x, x.Ran
	}
	return x, r.Date < t && len(h.Between(r.Date+1, t)) == 0 && !e.notRan(r.Date) && e.running(r.Date)
}

// notRan reports whether the runner said that they did not run on a date.
func (e *Engine) notRan(d diary.Date) bool {
	return slices.ContainsFunc(e.diary.Reported.NotRan, func(n diary.NotRan) bool { return d >= n.Date && d <= n.To })
}

// running reports whether what was reported of the body on a date left any running.
func (e *Engine) running(d diary.Date) bool {
	day, _ := e.Day(d)
	sleep := day.Signals[diary.Sleep]
	return body.Read(body.Input{Date: d, Rules: &e.rules, Reported: &e.diary.Reported, Replaced: e.diary.Old.Niggles, Checks: e.checks, History: e.history,
		Slept: e.signals.Readings(diary.Sleep, sleep.Source, sleep.Metric, d, d)}).Running != body.None
}

// holds reports whether the plan that is followed has the easy days after a race: it
// goes on after the race, or is made of nothing else.
func (e *Engine) holds(r plan.Race) bool {
	if e.plan == nil {
		return false
	}
	_, last, _ := e.plan.Span()
	return last > r.Date && e.plan.On(r.Date).Kind == verdict.Race || recovers(e.plan, r.Date)
}

// recovers reports whether a plan is the easy days after a race of a date.
func recovers(p *plan.Plan, d diary.Date) bool {
	return slices.ContainsFunc(p.Notes, func(n plan.Note) bool { return n.Code == plan.Recovering && n.Race.Date == d })
}

// raceDay reports whether a race was planned for a date.
func (e *Engine) raceDay(d diary.Date) bool { return len(e.racesPlanned(d, d)) > 0 }

// Planned is the races from day a to day b of the plan that is followed, and of those that
// were followed on their days.
func (e *Engine) Planned(a, b diary.Date) []plan.Race { return e.racesPlanned(a, b) }

// racesPlanned is the races from a to b of the plan that is followed, and of those that
// were followed on their days.
func (e *Engine) racesPlanned(a, b diary.Date) (out []plan.Race) {
	add := func(list []plan.Race) {
		for _, r := range list {
			if r.Date >= a && r.Date <= b && !slices.ContainsFunc(out, func(x plan.Race) bool { return x.Date == r.Date }) {
				out = append(out, r)
			}
		}
	}
	add(e.leads)
	if versions := e.diary.Reported.Plans; e.races == nil && len(versions) > 0 {
		e.races = []plan.Race{}
		for i, v := range versions {
			for _, r := range e.storedRaces(v.Text) {
				if r.Date >= v.Date && (i+1 == len(versions) || r.Date < versions[i+1].Date) {
					e.races = append(e.races, r)
				}
			}
		}
	}
	add(e.races)
	return out
}

// racesOf is the races that a plan holds, and the one that it recovers from.
func racesOf(p *plan.Plan) (out []plan.Race) {
	for _, s := range p.Sessions {
		if s.Kind == verdict.Race {
			race := plan.Race{Date: s.Date, Km: s.Km}
			if p.Race != nil && p.Race.Date == s.Date {
				race.Name, race.Minutes = p.Race.Name, p.Race.Minutes
			}
			out = append(out, race)
		}
	}
	for _, n := range p.Notes {
		if n.Code == plan.Recovering {
			out = append(out, n.Race)
		}
	}
	return out
}

// storedRaces is the same of a version in the diary, which is read once.
func (e *Engine) storedRaces(text string) []plan.Race {
	list, ok := e.stored[text]
	if !ok {
		if r := plan.Stored(diary.PlanOf{Text: text}); r != nil {
			list = racesOf(&r.Plan)
		}
		if e.stored == nil {
			e.stored = map[string][]plan.Race{}
		}
		e.stored[text] = list
	}
	return list
}

// RacedOn is the planned race of date d as it was run, as far as is known on t; ok is
// false where it was not.
func (e *Engine) RacedOn(d, t diary.Date) (x verdict.Raced, ok bool) {
	for _, r := range e.racesPlanned(d, d) {
		return e.racedAs(r, t, e.historyOn(t))
	}
	return x, false
}

// lastRaced is the race whose easy days reach furthest, of those that reach t or lie on it.
func lastRaced(list []verdict.Raced, t diary.Date) (out verdict.Raced) {
	for _, x := range list {
		if x.Until >= t && x.Until >= out.Until {
			out = x
		}
	}
	return out
}
