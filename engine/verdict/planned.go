package verdict

import (
	"rebound/engine/diary"
	"rebound/engine/rule"
)

// Planned is what the ladder needs to know of a plan.
type Planned struct {
	Deload bool       // the date is in a planned deload, and not in the race's week
	Monday diary.Date // of the date's week: a deload is declined as a whole
	Km     float64    // that week's
	Light  [7]float64 // the share of the usual that each of the seven days was already planned at; 0: all of it
	Weeks  int        // weeks since the last light one, this one included; 0: not known
}

// deeper is what a cut to scale leaves of day i: inside a deload the deeper of
// the two scalings holds, not both.
func (p Planned) deeper(i int, scale float64) float64 {
	if p.Light[i] == 0 {
		return scale
	}
	return min(1, scale/p.Light[i])
}

func planReasons(f *Facts, add func(Reason)) {
	p, r := f.Planned, f.Rules
	cites := []rule.Cite{rule.Seed, rule.Bell2023}
	if p.Deload && !f.Declined(Deload, p.Monday) {
		add(Reason{Code: PlannedDeload, Tone: ToneGo, Value: p.Km, Limit: r.DeloadScale, Days: int(r.DeloadEvery), Cites: cites})
	}
	if !p.Deload && p.Weeks > int(r.DeloadEvery) {
		add(Reason{Code: DeloadOverdue, Tone: ToneWatch, Value: float64(p.Weeks), Limit: r.DeloadEvery, Cites: cites})
	}
}
