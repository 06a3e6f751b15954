package words

import (
	"testing"

	"rebound/engine/diary"
	"rebound/engine/rule"
	"rebound/engine/signal"
)

// A reading is of what it was measured in: HRV4Training's is no night.
func TestLearned(t *testing.T) {
	for want, states := range map[string][]signal.State{
		"6 of 21 nights":   {{Kind: diary.HRV}, {Kind: diary.HRV, Metric: diary.MetricOvernight}, {Kind: diary.HRV, Metric: diary.MetricNightSDNN}, {Kind: diary.Sleep, Metric: diary.MetricStaged}, {Kind: diary.Sleep, Metric: diary.MetricAsleep}},
		"6 of 21 mornings": {{Kind: diary.HRV, Metric: diary.MetricMorningRMSSD}, {Kind: diary.RestingHR, Metric: diary.MetricMorningRHR}, {Kind: diary.Sleep, Metric: diary.MetricTyped}},
		"6 of 21 days":     {{Kind: diary.RestingHR}, {Kind: diary.RestingHR, Metric: diary.MetricDailyRHR}, {Kind: diary.HRV, Metric: diary.MetricRestingRR}, {Kind: diary.HRV, Metric: diary.MetricAnyRMSSD}, {Kind: diary.HRV, Metric: diary.MetricAnySDNN}},
	} {
		for _, s := range states {
			if got := learned(s, signal.Learning{Have: 6, Need: 21}, rule.Default()); got != want {
				t.Errorf("%v %s: %q, want %q", s.Kind, s.Metric, got, want)
			}
		}
	}
}
