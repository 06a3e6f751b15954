package plan

import (
	"math"

	"rebound/engine/load"
	"rebound/engine/rule"
	"rebound/engine/verdict"
)

// Outcome is what became of a planned day.
type Outcome string

const (
	AsPlanned Outcome = "as_planned"
	Shorter   Outcome = "shorter"
	Longer    Outcome = "longer"
	Harder    Outcome = "harder" // than the plan asked
	Easier    Outcome = "easier"
	Missed    Outcome = "missed"
	Extra     Outcome = "extra" // a run on a day of rest
	Rested    Outcome = "rest"
	ToCome    Outcome = "to_come"
	NotKnown  Outcome = "not_known" // neither a file nor a word says whether it was run
)

// Done is what was run on a day against what was planned for it.
type Done struct {
	Outcome Outcome
	Minutes float64 // run, or, for cross-training, of all activities
	Km      float64
	Hard    float64 // minutes at hard_share of max HR or more; 0 when not known
}

// Compare says what became of a session: by kind, minutes or km, and intensity.
// done is all activities of its day and over says that no more can come. An
// intensity that was not recorded is not judged: then length alone decides.
// Intensity counts before length, because it is what a plan guards most.
func Compare(p Session, done []load.Session, h *load.History, max load.MaxHR, r *rule.Settings, over bool) Done {
	var out Done
	hard, match, active := false, false, 0
	for i := range done {
		s := &done[i]
		if !s.Run && p.Kind != verdict.Cross {
			continue
		}
		active++
		out.Minutes, out.Km = out.Minutes+s.Minutes, out.Km+s.Km
		if max.BPM > 0 {
			out.Hard += s.MinutesAbove(r.HardShare * max.BPM)
		}
		hard = hard || s.Run && h.Hard(s, max)
		match = match || Match(s, p, max, r)
	}
	rest := p.Kind == verdict.Rest || p.Minutes == 0 && p.Km == 0
	out.Outcome = AsPlanned
	switch {
	case active == 0 && rest:
		out.Outcome = Rested
	case active == 0 && over:
		out.Outcome = Missed
	case active == 0:
		out.Outcome = ToCome
	case rest:
		out.Outcome = Extra
	case p.Kind == verdict.Race && match:
	case hard && !p.Hard:
		out.Outcome = Harder
	case p.Hard && p.Kind != verdict.Race && !hard && !match && known(done, max):
		out.Outcome = Easier
	default:
		out.Outcome = length(out, p, r.DoneNear)
	}
	return out
}

// known reports whether the intensity of a day's running was recorded.
func known(done []load.Session, max load.MaxHR) bool {
	with, all := 0.0, 0.0
	for i := range done {
		if s := &done[i]; s.Run {
			all += s.Minutes
			if !s.MeanOnly {
				with += s.HRMinutes
			}
		}
	}
	return max.BPM > 0 && with >= all/2
}

// length compares minutes and km and takes the closer of the two: a pace that
// was only guessed makes one of them wrong.
func length(d Done, p Session, near float64) Outcome {
	off := math.Inf(1)
	for _, x := range [][2]float64{{d.Minutes, p.Minutes}, {d.Km, p.Km}} {
		if x[1] > 0 && x[0] > 0 && math.Abs(x[0]/x[1]-1) < math.Abs(off) {
			off = x[0]/x[1] - 1
		}
	}
	switch {
	case math.IsInf(off, 1) || math.Abs(off) <= near:
		return AsPlanned
	case off < 0:
		return Shorter
	}
	return Longer
}

// Match reports whether a run is the session planned for its day: at least half of
// its minutes or km, and, where the plan says hard and heart rate was recorded
// along the way, not an easy run in its place.
func Match(s *load.Session, p Session, max load.MaxHR, r *rule.Settings) bool {
	const least = 0.5
	switch {
	case !s.Run || p.Kind == verdict.Rest || p.Kind == verdict.Cross:
		return false
	case s.Minutes < least*p.Minutes && s.Km < least*p.Km:
		return false
	case !p.Hard || max.BPM == 0 || s.HRMinutes < s.Minutes/2 || s.MeanOnly:
		return true
	}
	return s.MinutesAbove(r.EasyShare*max.BPM) >= r.HardMinutes
}
