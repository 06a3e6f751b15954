package today

import (
	"testing"

	"rebound/app/wire"
)

// A reading of no night is not called one.
func TestWhatIsWrong(t *testing.T) {
	const night, reading = "This night is wrong", "This reading is wrong"
	for _, c := range []struct {
		kind, metric, want string
	}{
		{"hrv", "overnight_rmssd", night}, {"hrv", "overnight_sdnn", night},
		{"hrv", "morning_rmssd", reading}, {"hrv", "resting_rmssd", reading}, {"hrv", "any_sdnn", reading}, {"hrv", "any_rmssd", reading},
		{"resting_hr", "daily_resting_hr", reading}, {"sleep", "staged_sleep", night}, {"sleep", "total_sleep", night},
	} {
		if got := isWrong(wire.Signal{Kind: c.kind, Metric: c.metric}); got != c.want {
			t.Errorf("%s, %s: %q, want %q", c.kind, c.metric, got, c.want)
		}
	}
}
