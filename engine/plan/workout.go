package plan

import (
	"math"

	"rebound/engine/diary"
	"rebound/engine/verdict"
)

// Effort is what a step of a workout is for.
type Effort uint8

const (
	WarmUp Effort = iota
	Work
	Recovery
	CoolDown
	Walk
	Jog
)

// Step is one step of a workout, or, with Repeat, the order to do the steps
// from place From on so many times in all.
type Step struct {
	Effort  Effort
	Seconds int
	Speed   [2]float64 // m/s, the slower limit first; 0: by heart rate, or by feel
	HR      [2]float64 // bpm; 0: by feel
	Repeat  int
	From    int
}

// Workout is a structured session.
type Workout struct {
	Date  diary.Date
	Kind  verdict.SessionKind
	Steps []Step
}

// Workout is the steps of a tempo, an intervals or a walk-run session; ok is
// false for a session without steps. They add up to the session's minutes.
func (p *Plan) Workout(s Session) (w Workout, ok bool) {
	w = Workout{Date: s.Date, Kind: s.Kind}
	total := int(math.Round(s.Minutes))
	switch s.Kind {
	case verdict.Tempo:
		// About 45% at threshold, an hour at most, in pieces of 15 minutes at most.
		work := min(max(5, total*45/100), 60)
		reps := (work + 14) / 15
		w.repeat(total, reps, work/reps*60, 120, p.aim(s))
	case verdict.Intervals:
		// About half of it in pieces of three minutes hard and two easy, ten at most:
		// three at least where they and a warm-up fit into it.
		w.repeat(total, max(1, min(max(3, total/10), 10, (total-8)/5)), 180, 120, p.aim(s))
	case verdict.WalkRun:
		if s.Stage.Walk == 0 {
			s.Stage = verdict.Stages[0]
		}
		w.Steps = []Step{{Effort: Jog, Seconds: int(60 * s.Stage.Run)}, {Effort: Walk, Seconds: int(60 * s.Stage.Walk)}}
		if n := s.times(); n > 1 {
			w.Steps = append(w.Steps, Step{Repeat: n})
		}
	default:
		return w, false
	}
	return w, true
}

// times is how often a walk-run's stage fits into its minutes: one that a cap
// made shorter is the same runs and walks, ended early.
func (s *Session) times() int {
	return max(1, int(s.Minutes/(s.Stage.Run+s.Stage.Walk)+0.5))
}

// repeat is a warm-up, reps of work with recovery after each, and a cool-down of
// what is left.
func (w *Workout) repeat(total, reps, work, rest int, target Step) {
	left := max(300, total*60-reps*(work+rest))
	warm := left * 3 / 5 / 60 * 60
	target.Effort, target.Seconds = Work, work
	w.Steps = []Step{{Effort: WarmUp, Seconds: warm}, target, {Effort: Recovery, Seconds: rest}}
	if reps > 1 {
		w.Steps = append(w.Steps, Step{Repeat: reps, From: 1})
	}
	w.Steps = append(w.Steps, Step{Effort: CoolDown, Seconds: left - warm})
}

// aim is what the work of a session asks for: its pace, else its heart rate.
func (p *Plan) aim(s Session) Step {
	t := p.Target(s)
	if t.Speed[1] > 0 {
		return Step{Speed: t.Speed}
	}
	return Step{HR: t.HR}
}
