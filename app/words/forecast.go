package words

import (
	"fmt"

	"rebound/app/wire"
	"rebound/engine/coach"
	"rebound/engine/diary"
	"rebound/engine/verdict"
)

// forecast is fitness and fatigue ahead from t on, with the week as it now stands
// and as it was planned.
func forecast(f coach.Forecast, t diary.Date) *wire.Forecast {
	n := len(f.With) - 1
	name, when := changeName(f.Action), "Four weeks from now"
	if !f.Whole {
		when = "On " + LongDay(t+diary.Date(n))
	}
	text := fmt.Sprintf("%s fitness is %.0f %s and %.0f without; in a week fatigue is %.0f %s and %.0f without.",
		when, f.With[n].Fitness, name, f.Without[n].Fitness, f.With[min(n, 6)].Fatigue, name, f.Without[min(n, 6)].Fatigue)
	lines := []wire.Line{{Name: "Fitness " + name}, {Name: "Fitness without"}, {Name: "Fatigue " + name}, {Name: "Fatigue without"}}
	for i := range f.With {
		for j, v := range [...]float64{f.With[i].Fitness, f.Without[i].Fitness, f.With[i].Fatigue, f.Without[i].Fatigue} {
			lines[j].Points = append(lines[j].Points, wire.Point{Date: t + diary.Date(i), Value: round(v, 10)})
		}
	}
	return &wire.Forecast{Text: text,
		Chart: wire.Chart{Key: "forecast", Title: "Fitness and fatigue ahead", Unit: "TRIMP a day", Summary: text, Lines: lines}}
}

// changeName names what changes the week.
func changeName(a verdict.Action) string {
	switch a {
	case verdict.CutWeek:
		return "with the cut"
	case verdict.HoldQuality:
		return "with quality held"
	}
	return "with the changes"
}
