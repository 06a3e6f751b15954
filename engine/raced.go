package engine

import (
	"slices"

	"rebound/engine/diary"
	"rebound/engine/plan"
	"rebound/engine/verdict"
)

// raced reports whether a race was planned for a date: by the version of the plan that
// was followed on it, or, where the diary knows of none, by the plan that was given.
func (e *Engine) raced(t diary.Date) bool {
	versions := e.diary.Reported.Plans
	if len(versions) == 0 {
		return len(e.plan.Races(t, t)) > 0
	}
	if e.races == nil {
		e.races = []diary.Date{}
		for i, v := range versions {
			p := plan.Stored(v)
			if p == nil {
				continue
			}
			for _, s := range p.Sessions {
				if s.Kind == verdict.Race && s.Date >= v.Date && (i+1 == len(versions) || s.Date < versions[i+1].Date) {
					e.races = append(e.races, s.Date)
				}
			}
		}
	}
	return slices.Contains(e.races, t)
}
