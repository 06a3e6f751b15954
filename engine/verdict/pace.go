package verdict

import (
	"slices"

	"rebound/engine/diary"
	"rebound/engine/load"
	"rebound/engine/rule"
)

// Pace is how fast to run on the way back from a pause, and whether a run was faster.
//
// The strain of the shin bone follows speed (Baggaley 2024: a metre a second faster is 9%
// more at its peak), and heart and lungs, which are back first, do not hold it down. So
// until the weeks are rebuilt running goes no faster than the runner's own easy speed of
// the four weeks before the pause (ours). Nothing is known of it where no such run is.
type Pace struct {
	Limit float64    // m/s; 0: none, or not known
	Ran   float64    // m/s, of the latest run of the window that was faster; 0: none
	On    diary.Date // its date
}

// FasterThanBefore is the reason of a run on the way back that was faster than the
// runner's easy runs of before it.
const FasterThanBefore Code = "faster_than_before"

// PaceBack is the pace of a date that f has the layoff and the rebuilding of.
func PaceBack(f *Facts, h *load.History) (p Pace) {
	last, back := f.Layoff.LastRun, f.Layoff.Back
	if f.Layoff.Tier == 0 {
		if !f.Rebuild.Held() {
			return p
		}
		back = f.Rebuild.Back
		last, _ = h.LastRun(back - 1)
	}
	var speeds []float64
	before := h.Between(last-7*weeks+1, last)
	for i := range before {
		if s := &before[i]; !h.Hard(s, f.Max) {
			if v := runSpeed(s); v > 0 {
				speeds = append(speeds, v)
			}
		}
	}
	if len(speeds) == 0 {
		return p
	}
	p.Limit = f.Rules.ReturnSpeed * load.Median(speeds)
	if back == 0 {
		return p
	}
	since := h.Between(max(back, f.Date-diary.Date(f.Rules.WindowDays)+1), f.Date)
	for i := range since {
		if v := runSpeed(&since[i]); v > (1+f.Rules.ReturnOver)*p.Limit && !slices.Contains(f.Races, since[i].Date) {
			p.Ran, p.On = v, since[i].Date
		}
	}
	return p
}

// runSpeed is the mean speed of a run while it was running, m/s: its walks are taken out
// where they are known. 0 where no speed is known.
func runSpeed(s *load.Session) float64 {
	const least = 1 // km
	km, minutes := s.Km, s.Minutes
	if s.Paced && s.Ran > 0 && s.Ran < minutes {
		km, minutes = km-walkKm*(minutes-s.Ran), s.Ran
	}
	if !s.Run || s.Guessed || s.Walks || s.Km < least || minutes <= 0 {
		return 0
	}
	return max(0, km) * 1000 / (60 * minutes)
}

// paceReasons names a run on the way back that was faster than it should be.
func paceReasons(f *Facts, add func(Reason)) {
	if p := &f.Pace; p.On != 0 {
		add(Reason{Code: FasterThanBefore, Tone: ToneWatch, Value: p.Ran, Limit: p.Limit, Date: p.On, Cites: []rule.Cite{rule.Baggaley2024}})
	}
}
