package plan

import (
	"math"
	"slices"

	"rebound/engine/diary"
	"rebound/engine/verdict"
)

// Easy days after a race: one for each mile raced (the convention of coaches,
// Daniels among them; there is no trial of it).
const (
	kmPerMile = 1.609344
	leastEasy = 3    // days, after the shortest race too (ours)
	restFirst = 0.25 // of them without a run (ours)
)

// easyDays is how many easy days follow a race.
func easyDays(km float64) int { return max(leastEasy, int(math.Round(km/kmPerMile))) }

// RecoverUntil is the last of the easy days after a race.
func RecoverUntil(r Race) diary.Date { return r.Date + diary.Date(easyDays(r.Km)) }

// restAfter is how many of the easy days have no run.
func restAfter(days diary.Date) diary.Date { return diary.Date(math.Ceil(restFirst * float64(days))) }

// recover fills a plan of the easy days after a race: rest first, then easy runs
// that grow back towards the usual day's, none over the session cap.
func (m *maker) recover() {
	race := *m.goal.Recover
	until := RecoverUntil(race)
	rested := race.Date + restAfter(until-race.Date)
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
	if len(m.plan.Sessions) == 0 || m.plan.Sessions[len(m.plan.Sessions)-1].Date < until {
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
