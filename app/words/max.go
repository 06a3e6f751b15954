package words

import (
	"rebound/engine"
	"rebound/engine/diary"
)

// MaxHR says which maximal heart rate is in use on t, and where it comes from.
func MaxHR(e *engine.Engine, t diary.Date) string { return maxHR(e.History().Max(t)) }
