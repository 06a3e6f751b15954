package words

import (
	"fmt"

	"rebound/app/wire"
	"rebound/engine/diary"
	"rebound/engine/load"
	"rebound/engine/plan"
	"rebound/engine/verdict"
)

// forecastDays is how far ahead fitness and fatigue are drawn.
const forecastDays = 28

// forecast draws fitness and fatigue ahead, with the week as it now stands and
// as it was planned, so that a lighter week does not look like loss. nil when
// nothing is bent, or when the load of what is planned is not known.
func (c *planScreen) forecast() *wire.Forecast {
	bent := false
	for _, d := range c.report.Week {
		bent = bent || d.After != d.Before
	}
	with, without, ok := c.loadsAhead()
	if !bent || !ok {
		return nil
	}
	yesterday, _ := c.e.Day(c.t - 1)
	start := yesterday.Load.Balance
	eased, made := load.Forecast(start, with), load.Forecast(start, without)
	n := len(with) - 1
	name, when := bentName(c.report.Action), "Four weeks from now"
	if n+1 < forecastDays {
		when = "On " + LongDay(c.t+diary.Date(n))
	}
	text := fmt.Sprintf("%s fitness is %.0f %s and %.0f without; in a week fatigue is %.0f %s and %.0f without.",
		when, eased[n].Fitness, name, made[n].Fitness, eased[min(n, 6)].Fatigue, name, made[min(n, 6)].Fatigue)
	lines := []wire.Line{{Name: "Fitness " + name}, {Name: "Fitness without"}, {Name: "Fatigue " + name}, {Name: "Fatigue without"}}
	for i := range with {
		for j, v := range [...]float64{eased[i].Fitness, made[i].Fitness, eased[i].Fatigue, made[i].Fatigue} {
			lines[j].Points = append(lines[j].Points, wire.Point{Date: c.t + diary.Date(i), Value: round(v, 10)})
		}
	}
	return &wire.Forecast{Text: text,
		Chart: wire.Chart{Key: "forecast", Title: "Fitness and fatigue ahead", Unit: "TRIMP a day", Summary: text, Lines: lines}}
}

// loadsAhead is the load of each day from t on, to the plan's end at most, as the
// week now stands and as it was planned. A day that was run already counts as
// it was; ok is false when a kind of session has no load known.
func (c *planScreen) loadsAhead() (with, without []float64, ok bool) {
	today, _ := c.e.Day(c.t)
	_, last, _ := c.plan.Span()
	if !today.Load.Known || last < c.t {
		return nil, nil, false
	}
	rates := c.e.History().Rates(c.t, today.Rest)
	for d := c.t; d < c.t+forecastDays && d <= max(last, c.t+6); d++ {
		made := c.plan.On(d)
		now := made
		if i := int(d - c.t); i < len(c.report.Week) {
			now = plan.After(c.report.Week[i])
		}
		a, okA := rates.Of(now.Minutes, now.Hard)
		b, okB := rates.Of(made.Minutes, made.Hard)
		if d == c.t && today.Load.Sessions > 0 {
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

// bentName names what bends the week.
func bentName(a verdict.Action) string {
	switch a {
	case verdict.CutWeek:
		return "with the cut"
	case verdict.HoldQuality:
		return "with quality held"
	}
	return "with the changes"
}
