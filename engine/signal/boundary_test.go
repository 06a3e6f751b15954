package signal_test

import (
	"math"
	"testing"

	"rebound/engine/diary"
	"rebound/engine/rule"
	"rebound/engine/rule/ruletest"
	"rebound/engine/signal"
)

const (
	watch  = "garmin fit"
	today  = diary.Date(20100)
	nights = diary.MetricStaged
)

// readings is a series on today and the days before it; of(0) is today's, and 0 is
// none.
func readings(k diary.Kind, days int, of func(back int) float64) diary.Series {
	s := diary.Series{Kind: k, Source: watch, Metric: nights}
	for back := days - 1; back >= 0; back-- {
		if v := of(back); v != 0 {
			s.Points = append(s.Points, diary.Point{Date: today - diary.Date(back), Value: v})
		}
	}
	return s
}

// state is today's, of a window of seven days of one value and as long a baseline as
// counts of another.
func state(r *rule.Settings, k diary.Kind, window, baseline float64) signal.State {
	return stateOf(r, k, func(back int) float64 {
		if back < 7 {
			return window
		}
		return baseline
	})
}

func stateOf(r *rule.Settings, k diary.Kind, of func(back int) float64) signal.State {
	return signal.New(&diary.Diary{Series: []diary.Series{readings(k, 200, of)}}, *r).At(k, today)
}

// lnMS is the RMSSD whose logarithm is x to the last bit.
func lnMS(x float64) float64 {
	v := math.Exp(x)
	for math.Log(v) > x {
		v = math.Nextafter(v, 0)
	}
	for math.Log(v) < x {
		v = math.Nextafter(v, 300)
	}
	return v
}

// only is a reading on some of the days back, and none on the others.
func only(v float64, days func(back int) bool) func(back int) float64 {
	return func(back int) float64 {
		if days(back) {
			return v
		}
		return 0
	}
}

func habit(r *rule.Settings, of func(back int) float64) (nightsKnown int, ok bool) {
	v := signal.New(&diary.Diary{Series: []diary.Series{readings(diary.Sleep, 100, of)}}, *r)
	_, n, ok := v.Habit(watch, nights, today)
	return n, ok
}

func TestBoundaries(t *testing.T) {
	ruletest.Boundaries(t, "signals", []ruletest.Case{
		{Key: "window_days", At: 7, Edge: ruletest.Under, Holds: func(r *rule.Settings, back float64) bool {
			return stateOf(r, diary.RestingHR, only(50, func(b int) bool { return b == int(back) })).RecentDays == 1
		}},
		{Key: "window_needs", At: 4, Edge: ruletest.AtLeast, Holds: func(r *rule.Settings, days float64) bool {
			return stateOf(r, diary.RestingHR, only(50, func(b int) bool { return b < int(days) || b >= 7 })).Known()
		}},
		{Key: "baseline_days", At: 60, Edge: ruletest.AtMost, Holds: func(r *rule.Settings, before float64) bool {
			return stateOf(r, diary.RestingHR, only(50, func(b int) bool { return b == 6+int(before) })).Baseline.Days == 1
		}},
		{Key: "baseline_needs", At: 14, Edge: ruletest.AtLeast, Holds: func(r *rule.Settings, days float64) bool {
			return stateOf(r, diary.RestingHR, only(50, func(b int) bool { return b < 7+int(days) })).Known()
		}},
		{Key: "baseline_settled", At: 28, Edge: ruletest.AtLeast, Holds: func(r *rule.Settings, days float64) bool {
			return stateOf(r, diary.RestingHR, only(50, func(b int) bool { return b < 7+int(days) })).Settled(*r)
		}},
		{Key: "gate_k", At: 0.5, Other: 1, Edge: ruletest.AtLeast, Holds: func(r *rule.Settings, sd float64) bool {
			r.RestFloor, r.RestShare = 4, 0
			return state(r, diary.RestingHR, 50+4*sd, 50).Name == signal.Adverse
		}},
		{Key: "cut_k", At: 0.75, Other: 1, Edge: ruletest.AtLeast, Holds: func(r *rule.Settings, sd float64) bool {
			r.HRVFloor = 0.5
			s := state(r, diary.HRV, lnMS(4-0.5*sd), lnMS(4))
			return s.Cut && s.Name == signal.Adverse
		}},
		{Key: "unusual_k", At: 1, Other: 1.5, Edge: ruletest.AtLeast, Holds: func(r *rule.Settings, sd float64) bool {
			r.HRVFloor = 0.5
			return state(r, diary.HRV, lnMS(4+0.5*sd), lnMS(4)).Name == signal.Unusual
		}},
		{Key: "hrv_sd_floor", At: 0.10, Gives: func(r *rule.Settings) float64 { return state(r, diary.HRV, 60, 60).Baseline.SD }},
		{Key: "resting_hr_sd_floor", At: 1, Gives: func(r *rule.Settings) float64 { return state(r, diary.RestingHR, 50, 50).Baseline.SD }},
		{Key: "resting_hr_rise", At: 2, Edge: ruletest.AtLeast, Step: 0.25, Holds: func(r *rule.Settings, bpm float64) bool {
			s := state(r, diary.RestingHR, 100+bpm, 100) // 3% of it is more
			return s.Name == signal.Adverse && s.Cut
		}},
		{Key: "resting_hr_rise_share", At: 0.03, Other: 0.04, Edge: ruletest.AtLeast, Holds: func(r *rule.Settings, share float64) bool {
			r.RestRise = 5
			s := state(r, diary.RestingHR, 50+50*share, 50)
			return s.Name == signal.Adverse && s.Cut
		}},
		{Key: "sleep_short", At: 420, Edge: ruletest.Under, Step: 0.5, Holds: func(r *rule.Settings, minutes float64) bool {
			s := state(r, diary.Sleep, minutes, minutes+60)
			return s.Name == signal.Adverse && s.Short == 7
		}},
		// One outlier decides nothing: so many must be left when one is taken away.
		{Key: "sleep_short_nights", At: 3, Edge: ruletest.AtLeast, Holds: func(r *rule.Settings, left float64) bool {
			return stateOf(r, diary.Sleep, func(back int) float64 {
				switch {
				case back >= 7:
					return 480
				case back <= int(left):
					return 380
				}
				return 430
			}).Name == signal.Adverse
		}},
		{Key: "sleep_drop", At: 30, Edge: ruletest.AtLeast, Step: 0.5, Holds: func(r *rule.Settings, minutes float64) bool {
			return state(r, diary.Sleep, 400, 400+minutes).Name == signal.Adverse
		}},
		{Key: "sleep_very_short", At: 360, Edge: ruletest.Under, Step: 0.5, Holds: func(r *rule.Settings, minutes float64) bool {
			return state(r, diary.Sleep, minutes, minutes).Name == signal.Adverse
		}},
		{Key: "sleep_very_short_nights", At: 5, Other: 4, Edge: ruletest.AtLeast, Holds: func(r *rule.Settings, left float64) bool {
			return stateOf(r, diary.Sleep, only(300, func(b int) bool { return b >= 7 || b <= int(left) })).Name == signal.Adverse
		}},
		{Key: "sleep_literal", At: 0, Gives: func(r *rule.Settings) float64 {
			if state(r, diary.Sleep, 400, 400).Name == signal.Adverse {
				return 1
			}
			return 0
		}},
		{Key: "habit_nights", At: 28, Edge: ruletest.Under, Holds: func(r *rule.Settings, back float64) bool {
			n, _ := habit(r, only(400, func(b int) bool { return b == int(back) }))
			return n == 1
		}},
		{Key: "habit_needs", At: 20, Edge: ruletest.AtLeast, Holds: func(r *rule.Settings, known float64) bool {
			n, ok := habit(r, only(400, func(b int) bool { return b < int(known) }))
			return ok && n == int(known)
		}},
		// A tagged day of 60 among six of 50 moves the mean by its weight.
		{Key: "tag_weight", At: 0.5, Gives: func(r *rule.Settings) float64 {
			d := &diary.Diary{Tags: map[diary.Date][]string{today: {"alcohol"}}}
			d.Series = []diary.Series{readings(diary.RestingHR, 200, func(back int) float64 {
				if back == 0 {
					return 60
				}
				return 50
			})}
			recent := signal.New(d, *r).At(diary.RestingHR, today).Recent
			return 6 * (recent - 50) / (60 - recent)
		}},
	})
}
