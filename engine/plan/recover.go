package plan

import (
	"slices"

	"rebound/engine/diary"
	"rebound/engine/rule"
	"rebound/engine/verdict"
)

// RecoverUntil is the last of the easy days after a race.
func RecoverUntil(race Race, r *rule.Settings) diary.Date {
	return race.Date + verdict.EasyDays(race.Km, r)
}

// recover fills a plan of the easy days after a race: rest first, then easy runs
// that grow back towards the usual day's, none over the session cap.
func (m *maker) recover() {
	race := *m.goal.Recover
	until := RecoverUntil(race, m.rules)
	rested := race.Date + verdict.RestDays(until-race.Date)
	from, to := m.rules.RecoverFrom, m.rules.RecoverTo
	usual := m.base / float64(len(m.days))
	for monday := Monday(m.goal.Start); monday <= until; monday += 7 {
		w := week{start: monday}
		for d := max(monday, m.goal.Start); d <= min(monday+6, until); d++ {
			if d <= rested || !slices.Contains(m.days, d.Weekday()) {
				continue
			}
			along := float64(d-rested) / float64(until-rested)
			km := min(int(10*usual*(from+along*(to-from))), m.cap(d, &w))
			if km >= leastTenths {
				m.add(d, verdict.Easy, float64(km)/10, float64(km)/10*m.easy())
			}
		}
		m.plan.Weeks = append(m.plan.Weeks, Week{Start: monday, Km: m.weekKm(monday), Recovery: true})
	}
	if len(m.plan.Sessions) == 0 || m.plan.Sessions[0].Date > m.goal.Start { // it begins with rest, by name
		m.plan.Sessions = slices.Insert(m.plan.Sessions, 0, Session{Date: m.goal.Start, Session: verdict.Session{Kind: verdict.Rest}})
	}
	if m.plan.Sessions[len(m.plan.Sessions)-1].Date < until {
		m.plan.Sessions = append(m.plan.Sessions, Session{Date: until, Session: verdict.Session{Kind: verdict.Rest}})
	}
}

// weekKm is what the planned sessions of a week add up to.
func (m *maker) weekKm(monday diary.Date) float64 {
	sum := 0.0
	for _, s := range m.plan.Sessions {
		if Monday(s.Date) == monday {
			sum += s.Km
		}
	}
	return tenth(sum)
}
