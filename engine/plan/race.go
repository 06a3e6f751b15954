package plan

import (
	"slices"

	"rebound/engine/diary"
	"rebound/engine/rule"
)

// A race on the way keeps its day. Its week holds race_week of the building week
// before it with the race in it; the two days before the race hold half of their
// share; nothing is hard or long from then on until its easy days are over; it
// counts as the week's hard session. Weeks that lie in the easy days as a whole
// hold race_after (all ours).
const (
	leastRaceWeek = 0.3 // of the week beside a race that is longer than what is run
	raceApart     = 7   // days from one race to the next, at least
)

// checkRaces says what is wrong with the races beside the goal.
func (g *Goal) checkRaces(rules *rule.Settings) error {
	if r := g.Recover; r != nil {
		switch {
		case g.Race != nil || len(g.Tune) > 0:
			return &Refusal{Code: RecoverOther}
		case !within(r.Km, minRace, maxRace):
			return &Refusal{Code: RecoverKm, Value: r.Km, Low: minRace, High: maxRace}
		case r.Date >= g.Start:
			return &Refusal{Code: RecoverAhead, Date: r.Date}
		case RecoverUntil(*r, rules) < g.Start:
			return &Refusal{Code: RecoverOver, Date: r.Date, Other: RecoverUntil(*r, rules)}
		}
		return nil
	}
	races := slices.Clone(g.Tune)
	last := g.last()
	if g.Race != nil {
		races = append(races, *g.Race)
	}
	for i, r := range races {
		switch {
		case !within(r.Km, minRace, maxRace):
			return &Refusal{Code: RaceKm, Value: r.Km, Low: minRace, High: maxRace}
		case r.Date < g.Start:
			return &Refusal{Code: TunePast, Date: r.Date, Other: g.Start}
		case r.Date > last:
			return &Refusal{Code: TuneLate, Date: r.Date, Other: last}
		}
		for _, other := range races[:i] {
			if a, b := min(r.Date, other.Date), max(r.Date, other.Date); b-a < raceApart {
				return &Refusal{Code: RacesNear, Date: a, Other: b, Low: raceApart}
			}
		}
	}
	return nil
}

// last is the plan's last day.
func (g *Goal) last() diary.Date {
	if g.Race != nil {
		return g.Race.Date
	}
	return Monday(g.Start) + 7*openWeeks - 1
}

// raceIn is the race on the way in a week.
func (m *maker) raceIn(monday diary.Date) (r Race, ok bool) {
	for _, r := range m.goal.Tune {
		if Monday(r.Date) == monday {
			return r, true
		}
	}
	return r, false
}

// after reports whether a whole week lies in the easy days after a race on the way.
func (m *maker) after(monday diary.Date) bool {
	return slices.ContainsFunc(m.goal.Tune, func(r Race) bool { return monday > r.Date && monday+6 <= RecoverUntil(r, m.rules) })
}

// quiet reports whether a day is too near to a race on the way for anything hard
// or long.
func (m *maker) quiet(d diary.Date) bool {
	return slices.ContainsFunc(m.goal.Tune, func(r Race) bool { return d > r.Date-sharpenDays && d <= RecoverUntil(r, m.rules) })
}

// eve reports whether a race on the way is on the next day or the one after it.
func (m *maker) eve(d diary.Date) bool {
	return slices.ContainsFunc(m.goal.Tune, func(r Race) bool { return r.Date-d == 1 || r.Date-d == 2 })
}

// lastWeek reports whether a day is one of the seven before the goal race.
func (m *maker) lastWeek(d diary.Date) bool { return m.goal.Race != nil && m.goal.Race.Date-d < 7 }

// last reports whether a day is the one before the goal race.
func (m *maker) last(d diary.Date) bool { return m.goal.Race != nil && m.goal.Race.Date-d == 1 }
