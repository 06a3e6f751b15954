package body

import (
	"slices"

	"rebound/engine/diary"
	"rebound/engine/rule"
)

// Tendon is a tendon that hurt within the last tendon_days: its strength work
// goes on for that long, on good days too, because a tendon is quiet long before
// it is strong (Alfredson 1998, Rathleff 2015: 12 weeks).
type Tendon struct {
	Site diary.Site
	Side diary.Side
	Week int // of the work, from 1
}

// tendonSites are the sites whose strength work was studied over 12 weeks.
var tendonSites = []diary.Site{"achilles", "heel"}

// tendons counts from the first entry with pain that is not older than
// tendon_days; an older complaint that came back counts anew.
func tendons(entries []diary.Niggle, t diary.Date, r *rule.Settings) (out []Tendon) {
	days := diary.Date(r.TendonDays)
	for i := range entries {
		e := &entries[i]
		if e.Date > t {
			break
		}
		if e.Date <= t-days || !e.Hurts() || !slices.Contains(tendonSites, e.Site) {
			continue
		}
		again := slices.ContainsFunc(out, func(x Tendon) bool { return x.Site == e.Site && x.Side == e.Side })
		if !again {
			out = append(out, Tendon{e.Site, e.Side, int(t-e.Date)/7 + 1})
		}
	}
	return out
}

// heelSore reports whether work on the heel raises for a site waits: another site of
// that leg that it loads is sore.
func (s *State) heelSore(site diary.Site, side diary.Side) bool {
	return slices.Contains(heelRaised, site) && slices.ContainsFunc(s.Niggles, func(n Niggle) bool {
		return n.Running != AsPlanned && n.Side == side && slices.Contains(heelRaised, n.Site)
	})
}

// tendonWork is what goes on although it no longer hurts; held still while a
// neighbour is sore.
func (s *State) tendonWork() (out []Item) {
	for _, x := range s.Tendons {
		hurts := slices.ContainsFunc(s.Niggles, func(n Niggle) bool { return n.Site == x.Site && n.Side == x.Side })
		if hurts {
			continue
		}
		c := careOf(x.Site)
		if s.heelSore(x.Site, x.Side) {
			c.strength = c.hold
		}
		out = append(out, Item{Part: Strength, Exercise: c.strength, Site: x.Site, Side: x.Side, Week: x.Week})
	}
	return out
}
