package engine

import (
	"rebound/engine/load"
	"rebound/engine/plan"
	"rebound/engine/verdict"
)

// Follow makes the engine assess against a plan, the one that was made, not one
// that an assessment has adjusted: each report adjusts it anew. nil is none. On days
// that the plan does not reach, the runner's own usual week stands in for it.
func (e *Engine) Follow(p *plan.Plan) {
	if e.plan = p; p == nil {
		e.leads = nil
		return
	}
	e.leads = racesOf(p)
}

// week is the coming seven days, adjusted, and the plan as it then stands.
func (e *Engine) week(f *verdict.Facts, h *load.History, action verdict.Action) ([]verdict.DayPlan, *plan.Plan) {
	if !e.plan.Covers(f.Date) {
		return verdict.Week(f, h, action), e.plan
	}
	days := plan.Edit(e.plan, f, h, action)
	now := e.plan.With(days)
	return days, &now
}

// hardByPlan reports whether a run is the hard session that was planned for its day.
func (e *Engine) hardByPlan(s *load.Session, m load.MaxHR) bool {
	if e.plan == nil {
		return false
	}
	p := e.plan.On(s.Date)
	return p.Hard && plan.Match(s, p, m, &e.rules)
}

// wasRace reports whether a run is the race that was planned for its day, whatever its
// heart rate was: a race is hard in every count.
func (e *Engine) wasRace(s *load.Session) bool {
	if !s.Run {
		return false
	}
	for _, r := range e.racesPlanned(s.Date, s.Date) {
		if s.Km >= e.rules.RaceRan*r.Km || s.Km == 0 {
			return true
		}
	}
	return false
}
