package today

import (
	"rebound/app/chart"
	"rebound/app/page/ui"
	"rebound/app/unit"
	"rebound/app/wire"
)

// LastOf is what is kept of a verdict: all that the first screen is drawn from, and, in
// words and numbers, what the shell paints of it.
func LastOf(a *wire.Assessment, miles bool) ui.Last {
	now := *a
	now.Reasons, now.Body, now.Easy, now.PlanAfter, now.Load, now.MaxHR = nil, nil, nil, nil, wire.Load{}, nil
	now.Signals = make([]wire.Signal, len(a.Signals))
	l := ui.Last{Date: a.Date, Day: unit.LongDay(a.Date), Seen: seen(a), Miles: miles}
	for i, s := range a.Signals {
		s.Strip = nil
		now.Signals[i] = s
		at, _ := chart.GaugeAt(s)
		l.Signals = append(l.Signals, ui.LastSignal{Name: shortName(s), Tone: tone(s), Note: brief(s), At: at})
	}
	l.Now = now
	if len(a.Week) > 0 {
		l.Session, l.Amount, l.Was, l.Why, l.Notes = sessionLines(a, true, miles)
	}
	return l
}
