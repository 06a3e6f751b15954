package words

import (
	"fmt"
	"math"
	"strings"

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
	text := fmt.Sprintf("%s your fitness would be %s. In a week your fatigue would be %s.",
		when, either(f.With[n].Fitness, f.Without[n].Fitness, name), either(f.With[min(n, 6)].Fatigue, f.Without[min(n, 6)].Fatigue, name))
	lines := []wire.Line{{Name: "Fitness " + name}, {Name: "Fitness as planned"}, {Name: "Fatigue " + name}, {Name: "Fatigue as planned"}}
	for i := range f.With {
		for j, v := range [...]float64{f.With[i].Fitness, f.Without[i].Fitness, f.With[i].Fatigue, f.Without[i].Fatigue} {
			lines[j].Points = append(lines[j].Points, wire.Point{Date: t + diary.Date(i), Value: round(v, 10)})
		}
	}
	return &wire.Forecast{Text: text, Short: fmt.Sprintf("form %s on %s", signed(f.With[n].Fitness-f.With[n].Fatigue, 0), (t + diary.Date(n)).Time().Format("2 Jan")),
		Chart: wire.Chart{Key: "forecast", Title: "Fitness and fatigue ahead", Unit: loadUnit, Summary: text, Lines: lines}}
}

// either writes what a number would be with a change and without it.
func either(with, without float64, name string) string {
	if math.Round(with) == math.Round(without) {
		return fmt.Sprintf("%.0f either way", with)
	}
	return fmt.Sprintf("%.0f %s, %.0f as planned", with, name, without)
}

// changeName names what changes the week.
func changeName(a verdict.Action) string {
	switch a {
	case verdict.CutWeek:
		return "with the lighter week"
	case verdict.HoldQuality:
		return "with an easy run instead"
	}
	return "with these changes"
}

// signed writes a difference: "+4", "−11", and "0" for what rounds to none.
func signed(v float64, digits int) string {
	text := fmt.Sprintf("%+.*f", digits, v)
	if strings.Trim(text, "+-0.") == "" {
		return text[1:]
	}
	return strings.Replace(text, "-", "−", 1)
}
