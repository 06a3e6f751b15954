package load

import (
	"math"

	"rebound/engine/rule"
)

// LayoffLoss is the share of VO2max lost after t days off: 16% * (1 - e^(-t/21)),
// fitted to Coyle 1984 (7% at 12 days, 14% at 56, 16% at 84).
func LayoffLoss(days float64) float64 { return 0.16 * (1 - math.Exp(-days/21)) }

// WeeklyLoss is the share lost after so many days off at a share of what is left
// each week, the way the owner's guide puts it.
func WeeklyLoss(days, share float64) float64 { return 1 - math.Pow(1-share, days/7) }

// Loss is the share of VO2max lost after so many days off as the runner's settings
// have it: by the curve, or by loss_weekly when that is set.
func Loss(days float64, r *rule.Settings) float64 {
	if r.LossWeekly > 0 {
		return WeeklyLoss(days, r.LossWeekly)
	}
	return LayoffLoss(days)
}
