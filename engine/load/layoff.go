package load

import "math"

// LayoffLoss is the share of VO2max lost after t days off: 16% * (1 - e^(-t/21)),
// fitted to Coyle 1984 (7% at 12 days, 14% at 56, 16% at 84).
func LayoffLoss(days float64) float64 { return 0.16 * (1 - math.Exp(-days/21)) }
