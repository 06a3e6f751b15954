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
func (c *coach) forecast() *wire.Forecast {
	bent := false
	for _, d := range c.report.Week {
		bent = bent || d.After != d.Before
	}
	_, last, ok := c.plan.Span()
	today, known := c.e.Day(c.t)
	yesterday, _ := c.e.Day(c.t - 1)
	if !bent || !ok || !known || !today.Load.Known {
		return nil
	}
	rates := c.e.History().Rates(c.t, today.Rest)
	var with, without []float64
	for d := c.t; d < c.t+forecastDays && d <= max(last, c.t+6); d++ {
		as := c.plan.On(d)
		now := as
		if i := int(d - c.t); i < len(c.report.Week) {
			now = plan.After(c.report.Week[i])
		}
		a, okA := rates.Of(now.Minutes, now.Hard)
		b, okB := rates.Of(as.Minutes, as.Hard)
		if d == c.t && today.Load.Sessions > 0 { // it was run: neither is a plan any more
			a, b, okA, okB = today.Load.Load, today.Load.Load, today.Load.Unknown == 0, true
		}
		if !okA || !okB {
			return nil
		}
		with, without = append(with, a), append(without, b)
	}
	name := bentName(c.report.Action)
	withCut, withoutCut := load.Forecast(yesterday.Load.Balance, with), load.Forecast(yesterday.Load.Balance, without)
	line := func(name string, b []load.Balance, of func(load.Balance) float64) wire.Line {
		out := wire.Line{Name: name}
		for i, v := range b {
			out.Points = append(out.Points, wire.Point{Date: c.t + diary.Date(i), Value: round(of(v), 10)})
		}
		return out
	}
	fitness := func(b load.Balance) float64 { return b.Fitness }
	fatigue := func(b load.Balance) float64 { return b.Fatigue }
	n := len(with) - 1
	when := "Four weeks from now"
	if n+1 < forecastDays {
		when = "On " + LongDay(c.t+diary.Date(n))
	}
	text := fmt.Sprintf("%s fitness is %.0f %s and %.0f without; in a week fatigue is %.0f %s and %.0f without.",
		when, withCut[n].Fitness, name, withoutCut[n].Fitness, withCut[min(n, 6)].Fatigue, name, withoutCut[min(n, 6)].Fatigue)
	return &wire.Forecast{Text: text, Chart: wire.Chart{Key: "forecast", Title: "Fitness and fatigue ahead", Unit: "TRIMP a day", Summary: text,
		Lines: []wire.Line{
			line("Fitness "+name, withCut, fitness), line("Fitness without", withoutCut, fitness),
			line("Fatigue "+name, withCut, fatigue), line("Fatigue without", withoutCut, fatigue),
		}}}
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
