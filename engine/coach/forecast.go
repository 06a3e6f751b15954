package coach

import (
	"rebound/engine/load"
	"rebound/engine/plan"
	"rebound/engine/verdict"
)

// forecastDays is how far ahead fitness and fatigue are drawn (ours).
const forecastDays = 28

// Forecast is fitness and fatigue ahead, with the week as it now stands and as it
// was planned, so that a lighter week does not look like loss. Both have a balance
// for each day from the date on.
type Forecast struct {
	Action        verdict.Action // what changes the week
	With, Without []load.Balance
	Whole         bool // four weeks; else to the plan's last day
}

// Forecast is ok where something is changed, and the load of what is planned is
// known.
func (c *Coach) Forecast() (f Forecast, ok bool) {
	changed := false
	for _, d := range c.Report.Week {
		changed = changed || d.After != d.Before
	}
	with, without, known := c.loadsAhead()
	if !changed || !known {
		return f, false
	}
	yesterday, _ := c.e.Day(c.date - 1)
	start := yesterday.Load.Balance
	return Forecast{Action: c.Report.Action, With: load.Forecast(start, with), Without: load.Forecast(start, without), Whole: len(with) >= forecastDays}, true
}

// loadsAhead is the load of each day from the date on, to the plan's end at most,
// as the week now stands and as it was planned. A day that was run already counts
// as it was; ok is false when a kind of session has no load known.
func (c *Coach) loadsAhead() (with, without []float64, ok bool) {
	if !c.plan.Covers(c.date) {
		return nil, nil, false
	}
	today, _ := c.e.Day(c.date)
	_, last, _ := c.plan.Span()
	if !today.Load.Known || last < c.date {
		return nil, nil, false
	}
	rates := c.e.History().Rates(c.date, today.Rest)
	for d := c.date; d < c.date+forecastDays && d <= max(last, c.date+6); d++ {
		made := c.plan.On(d)
		now := made
		if i := int(d - c.date); i < len(c.Report.Week) {
			now = plan.After(c.Report.Week[i])
		}
		a, okA := rates.Of(now.Minutes, now.Hard)
		b, okB := rates.Of(made.Minutes, made.Hard)
		if d == c.date && today.Load.Sessions > 0 {
			a, b = today.Load.Load, today.Load.Load
			okA, okB = today.Load.Unknown == 0, true
		}
		if !okA || !okB {
			return nil, nil, false
		}
		with, without = append(with, a), append(without, b)
	}
	return with, without, true
}
