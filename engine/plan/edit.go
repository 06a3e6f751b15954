package plan

import (
	"math"
	"slices"

	"rebound/engine/diary"
	"rebound/engine/load"
	"rebound/engine/rule"
	"rebound/engine/verdict"
)

const editDays = 7 // the assessed date and the six after it

// Planned is what the ladder needs to know of the plan on t.
func (p *Plan) Planned(t diary.Date, r *rule.Settings) verdict.Planned {
	out := verdict.Planned{Deload: p.DeloadOn(t), Monday: Monday(t)}
	_, out.Last, _ = p.Span()
	for i := range out.Light {
		if p.DeloadOn(t + diary.Date(i)) {
			out.Light[i] = r.DeloadScale
		}
	}
	for i, w := range p.Weeks {
		if w.Start == Monday(t) {
			out.Km = w.Km
		}
		// A taper and the weeks after a race are light too; those before the plan are not known.
		if w.Start > Monday(t) || i == 0 {
			continue
		}
		if w.Deload || w.Taper || w.Recovery {
			out.Weeks = 0
		} else {
			out.Weeks++
		}
	}
	return out
}

// Edit is the plan's seven days from f.Date on, adjusted by the action in force:
// [verdict.Adjust] on what was planned, in whole minutes and tenths of a km.
func Edit(p *Plan, f *verdict.Facts, h *load.History, action verdict.Action) []verdict.DayPlan {
	before := make([]verdict.Session, editDays)
	for i := range before {
		before[i] = p.On(f.Date + diary.Date(i)).Session
	}
	days := verdict.Adjust(f, h, action, before)
	for i := range days {
		d := &days[i]
		d.Option.Minutes, d.Option.Km = math.Floor(d.Option.Minutes), math.Floor(d.Option.Km*10)/10
		if len(d.Because) == 0 {
			continue
		}
		round := math.Round
		if slices.Contains(d.Because, verdict.SessionSpike) || slices.Contains(d.Because, verdict.Growth) {
			round = math.Floor // a cap is not rounded over
		}
		d.After.Minutes, d.After.Km = round(d.After.Minutes), round(d.After.Km*10+1e-9)/10
		if d.After == d.Before {
			d.Because = nil
		}
	}
	return days
}

// After is a adjusted day as a session. A walk-run that ends early is its stage fewer
// times over.
func After(d verdict.DayPlan) Session {
	s := Session{Date: d.Date, Session: d.After, Hard: d.After.Kind.Hard() || d.After.Kind == verdict.Race, Stage: d.Stage}
	if s.Kind == verdict.WalkRun && s.Stage.Times > 0 {
		s.Stage.Times = s.times()
	}
	return s
}

// With is the plan as it stands after an edit: the changed days and the km of
// their weeks, everything else as it was.
func (p *Plan) With(days []verdict.DayPlan) Plan {
	out := *p
	out.Sessions, out.Weeks = slices.Clone(p.Sessions), slices.Clone(p.Weeks)
	for _, d := range days {
		if d.After != d.Before {
			out.put(After(d))
		}
	}
	return out
}
