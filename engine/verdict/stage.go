package verdict

import (
	"math"

	"rebound/engine/diary"
	"rebound/engine/load"
	"rebound/engine/rule"
)

// Stage is one session of the return to running after three weeks off or more: Run
// minutes of running, then Walk minutes of walking, Times times over. Without a
// walk it is run in one piece. The zero Stage is none.
type Stage struct {
	Run   float64 `json:"run"`
	Walk  float64 `json:"walk"`
	Times int     `json:"times"`
}

// Minutes is how long a session of the stage lasts.
func (s Stage) Minutes() float64 { return float64(s.Times) * (s.Run + s.Walk) }

// km is how far it goes for a runner whose easy minute is pace km long.
func (s Stage) km(pace float64) float64 {
	return float64(s.Times) * (s.Run*pace + s.Walk*walkKm)
}

const walkKm = 0.09 // a minute of walking: 1.5 m/s

// Stages lead from a minute each of running and walking to half an hour in one
// piece. Each lasts half an hour, and is run for longer and in longer pieces than
// the one before. The steps are ours; that running comes back in small steps, on
// alternate days and led by pain, is Warden 2021. None is much more than a tenth
// longer in distance than the one before, because the session cap holds here too.
var Stages = [...]Stage{{1, 1, 15}, {2, 1, 10}, {4, 1, 6}, {5, 1, 5}, {9, 1, 3}, {30, 0, 1}}

// is reports whether a run can be a session of the stage: about as long as its
// running, in pieces about as long, where they are known; or with as many minutes of
// running as the stage has, whatever walks break them, as those of a hilly run do. The
// minutes that were reported are of running and walking together, as the stage's are.
func (s Stage) is(ran *load.Session, r *rule.Settings) bool {
	all := s.Run * float64(s.Times)
	stretch, known := ran.Unbroken()
	switch {
	case ran.Reported:
		return ran.Minutes >= r.StageShare*s.Minutes() && !(ran.Walks && s.Walk == 0)
	case !known:
		return ran.Minutes >= r.StageShare*all
	case ran.Ran >= all:
		return true
	}
	return ran.Minutes >= r.StageShare*all && stretch >= r.StageShare*s.Run
}

// ahead plays the stages on from a date: a session every other day, and none that
// hurts.
type ahead struct {
	stages StageProgress
	next   diary.Date
	last   diary.Date // of the days that the return to running lasts at least; 0 while still off
}

func lookAhead(f *Facts) ahead {
	a := ahead{stages: f.Layoff.Progress, next: f.Date, last: f.Layoff.Until}
	if a.stages.Last != 0 {
		a.next = max(f.Date, a.stages.Last+2)
	} else if ready := f.Layoff.Flag.Ready; ready != 0 {
		a.next = max(f.Date, ready+1)
	}
	return a
}

// on is the session of a date, in order of date: the stage, none on a day
// between; over is true from the day on which the return to running is behind.
func (a *ahead) on(d diary.Date, r *rule.Settings) (s Stage, over bool) {
	switch {
	case d == a.stages.Last: // run already
		return Stages[a.stages.RunAt], false
	case a.last != 0 && d > a.last && a.stages.Over():
		return Stage{}, true
	case d >= a.next:
		s = a.stages.At()
		a.stages.clean(r)
		a.next = d + 2
	}
	return s, false
}

// easyPace is the runner's easy minute in km: of the sessions planned, else of the
// last run before the pause.
func easyPace(f *Facts, h *load.History, planned []Session) float64 {
	km, minutes := 0.0, 0.0
	for _, s := range planned {
		if s.Kind != Cross && s.Kind != Race && s.Km > 0 {
			km, minutes = km+s.Km, minutes+s.Minutes
		}
	}
	runs := h.Between(f.Layoff.LastRun, f.Layoff.LastRun)
	for i := range runs {
		if minutes == 0 && runs[i].Run {
			km, minutes = runs[i].Km, runs[i].Minutes
		}
	}
	return km / math.Max(minutes, 1)
}
