package coach

import (
	"math"

	"rebound/engine/diary"
	"rebound/engine/rule"
	"rebound/engine/signal"
)

// farOut is how many SDs from the runner's normal a reading is drawn apart (ours).
const farOut = 2

// Far reports whether a reading of a signal, in its own unit, lies far from the
// normal of its day. Where that is not known nothing is far.
func Far(s signal.State, reading float64) bool {
	if s.Kind == diary.HRV {
		reading = math.Log(reading)
	}
	return s.Known() && math.Abs(reading-s.Baseline.Mean) > farOut*s.Baseline.SD
}

// Drawn reports which of a day's recent mean and normal range rest on enough days
// to be drawn. A mean may, while its range is still being learned.
func Drawn(s signal.State, r *rule.Settings) (mean, normal bool) {
	return s.RecentDays >= int(r.WindowNeeds), s.Baseline.Days >= int(r.BaselineNeeds)
}
