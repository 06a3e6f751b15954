package today

import (
	"testing"

	"rebound/app/wire"
	"rebound/engine/diary"
)

// A reading of no night is not called one.
func TestWhatIsWrong(t *testing.T) {
	const night, reading = "This night is wrong", "This reading is wrong"
	for _, c := range []struct {
		kind   string
		metric diary.Metric
		want   string
	}{
		{"hrv", diary.MetricOvernight, night}, {"hrv", diary.MetricNightSDNN, night},
		{"hrv", diary.MetricMorningRMSSD, reading}, {"hrv", diary.MetricRestingRR, reading}, {"hrv", diary.MetricAnySDNN, reading}, {"hrv", diary.MetricAnyRMSSD, reading},
		{"resting_hr", diary.MetricDailyRHR, reading}, {"sleep", diary.MetricStaged, night}, {"sleep", diary.MetricAsleep, night},
	} {
		if got := isWrong(wire.Signal{Kind: c.kind, Metric: string(c.metric)}); got != c.want {
			t.Errorf("%s, %s: %q, want %q", c.kind, c.metric, got, c.want)
		}
	}
}
