package effect_test

import (
	"math"
	"testing"

	"rebound/engine"
	"rebound/engine/coach"
	"rebound/engine/diary"
	"rebound/engine/effect"
	"rebound/engine/rule"
	"rebound/engine/rule/ruletest"
)

const (
	monday = diary.Date(20_787)
	today  = monday + 200
)

// row is nights of one weekday, one a week, with and without in turn.
func row(weeks int) (out []effect.Night) {
	for i := range weeks {
		out = append(out, effect.Night{Date: monday + diary.Date(7*i), Value: float64(i % 5), With: i%2 == 0})
	}
	return out
}

// reported is the answers of a coach over 200 nights, and what else is in a diary.
func reported(r *rule.Settings, more func(f *diary.File)) *coach.Coach {
	var f diary.File
	for t := monday; t <= today; t++ {
		at := int64(t)*86400 + 6*3600
		f.HRV = append(f.HRV, diary.HRVStamp{At: at, Value: float32(60 + t%3), Metric: diary.MetricOvernight})
		f.Resting = append(f.Resting, diary.Stamped{At: at, Value: float32(50 + t%2)})
	}
	more(&f)
	return coach.On(engine.New(diary.Build([]diary.File{f}, nil), *r), today, nil)
}

func had(c *coach.Coach, of string) bool {
	for _, m := range c.Matters() {
		if m.Of == of {
			return m.Had() > 0
		}
	}
	return false
}

func TestBoundaries(t *testing.T) {
	ruletest.Boundaries(t, "effect", []ruletest.Case{
		{Key: "effect_season", At: 60, Within: 6, Gives: func(r *rule.Settings) float64 { // nights of one weekday are weeks apart
			far := 0
			for days := 7; days < 200; days += 7 {
				pair := []effect.Night{{Date: monday, With: true}, {Date: monday + diary.Date(days)}}
				if effect.Of(pair, effect.Middle, effect.Nights, r).With == 1 {
					far = days
				}
			}
			return float64(far)
		}},
		{Key: "effect_needs", At: 8, Edge: ruletest.AtLeast, Holds: func(r *rule.Settings, nights float64) bool {
			return effect.Of(row(2*int(nights)), effect.Middle, effect.Nights, r).Known
		}},
		{Key: "effect_weeks", At: 6, Edge: ruletest.AtLeast, Holds: func(r *rule.Settings, weeks float64) bool {
			var list []effect.Night // pairs of days, so that nights are not what is wanting
			for _, n := range row(2 * int(weeks)) {
				list = append(list, n, effect.Night{Date: n.Date + 1, Value: n.Value, With: n.With})
			}
			return effect.Of(list, effect.Middle, effect.Nights, r).Known
		}},
		{Key: "effect_interval", At: 0.9, Within: 0.002, Gives: func(r *rule.Settings) float64 {
			sorted := make([]float64, 1001)
			for i := range sorted {
				sorted[i] = float64(i) / 1000
			}
			low, high := effect.Ends(sorted, r.EffectInterval)
			return high - low
		}},
		{Key: "effect_false", At: 0.1, Edge: ruletest.AtMost, Holds: func(r *rule.Settings, p float64) bool {
			return effect.Seen([]effect.Shift{{Known: true, P: p}}, r.EffectFalse)[0]
		}},
		{Key: "effect_days", At: 1095, Step: 1, Other: 180, Edge: ruletest.AtMost, Holds: func(r *rule.Settings, days float64) bool {
			date := today - diary.Date(days) + 1
			return had(reported(r, func(f *diary.File) {
				f.HRV = append(f.HRV, diary.HRVStamp{At: int64(date)*86400 + 5*3600, Value: 61, Metric: diary.MetricOvernight})
				f.Reported.Tags = []diary.DayTag{{Stamp: diary.Stamp{Date: date}, Tag: "alcohol"}}
			}), "alcohol")
		}},
		{Key: "effect_late", At: 20, Edge: ruletest.AtLeast, Holds: func(r *rule.Settings, hour float64) bool {
			return had(reported(r, func(f *diary.File) {
				start := int64(today-5)*86400 + int64(math.Round(hour*3600)) - 1800
				f.Activities = []diary.Activity{{Start: start, Sport: diary.Running, Seconds: 1800, Meters: 5000}}
			}), coach.AfterLate)
		}},
		{Key: "effect_pain", At: 7, Gives: func(r *rule.Settings) float64 {
			says := reported(r, func(f *diary.File) {
				f.Reported.Pains = []diary.RunPain{{Stamp: diary.Stamp{Date: today - 30}, Start: 1, Pain: 2}}
			}).Says()
			last := says[len(says)-1]
			return float64(last.Had + last.Lacked)
		}},
	})
}

// Nights of one weekday are weeks apart: nine of them are within a season of 63 days, and
// not within one of 62.
func TestSeasonInWeeks(t *testing.T) {
	pair := []effect.Night{{Date: monday, With: true}, {Date: monday + 63}}
	r := rule.Default()
	for season, want := range map[float64]int{62: 0, 63: 1} {
		r.EffectSeason = season
		if got := effect.Of(pair, effect.Middle, effect.Nights, &r); got.With != want || got.Without != want || got.Had != 1 || got.Lacked != 1 {
			t.Errorf("a season of %g: %+v", season, got)
		}
	}
}
