package engine

import (
	"slices"

	"rebound/engine/diary"
	"rebound/engine/load"
	"rebound/engine/plan"
	"rebound/engine/verdict"
)

// Live names the day that still goes on, the runner's today; 0 is none. Once a run of it
// is known its report counts that run and asks what comes next, where any other date's
// stands as it did that morning.
func (e *Engine) Live(t diary.Date) { e.live = t }

// historyOn is the history as a date has it: of the day that goes on all, of any other
// what was known that morning.
func (e *Engine) historyOn(t diary.Date) *load.History {
	if t == e.live {
		return e.history
	}
	return e.history.Morning(t)
}

// Done is what was run on a date against the session that it had.
type Done struct {
	Planned plan.Session // as the morning had it, or, where that is what was run, as it was before
	plan.Done
	Over bool // the date is past, and what else is reported of it is of its morning
}

// Assess is the report for date t, as it stood that morning: of the day's own runs, and
// of what was reported of them, nothing is seen but that they were run ([Report].Done), and
// Load, which is that of the whole day. The day that still goes on is another matter
// ([Engine.Live]): once it was run its session is done, neither changed nor to be
// declined, and what waits is the next.
func (e *Engine) Assess(t diary.Date) Report {
	morning := e.history.Morning(t)
	out := e.assess(t, morning, false)
	today := e.history.Between(t, t)
	if !slices.ContainsFunc(today, func(s load.Session) bool { return s.Run }) {
		return out
	}
	was := verdict.DayPlan{Date: t, Before: verdict.Session{Kind: verdict.Rest}, After: verdict.Session{Kind: verdict.Rest}}
	known := len(out.Week) > 0
	if known {
		was = out.Week[0]
	}
	done := e.compare(was, today, out.MaxHR, t != e.live)
	if t == e.live {
		out = e.assess(t, e.history, true)
		if known && len(out.Week) > 0 {
			out.Week[0] = verdict.DayPlan{Date: t, Before: done.Planned.Session, After: done.Planned.Session, Stage: done.Planned.Stage}
		}
	}
	if !known {
		done.Planned, done.Outcome = plan.Session{}, ""
	}
	out.Done = &done
	return out
}

// compare says what became of a day's session. A runner who ran what it was before the
// morning changed it did as planned too.
func (e *Engine) compare(day verdict.DayPlan, runs []load.Session, m load.MaxHR, over bool) Done {
	adjusted := plan.After(day)
	out := Done{adjusted, plan.Compare(adjusted, runs, e.history, m, &e.rules, over), over}
	if day.After == day.Before || out.Outcome == plan.AsPlanned {
		return out
	}
	day.After, day.Stage = day.Before, verdict.Stage{}
	if as := plan.Compare(plan.After(day), runs, e.history, m, &e.rules, over); as.Outcome == plan.AsPlanned {
		return Done{plan.After(day), as, over}
	}
	return out
}
