package coach

import (
	"math"

	"rebound/engine"
	"rebound/engine/diary"
	"rebound/engine/verdict"
)

// Choice is one thing to do with the date's session.
type Choice string

const (
	AsItStands Choice = "as_it_stands" // as the date's verdict has it
	AsItWas    Choice = "as_it_was"    // as it was planned
	Easily     Choice = "easily"       // easy, and for no longer
	Shorter    Choice = "shorter"      // it is easy already: a part of it (modify_scale)
	Resting    Choice = "resting"
)

// IfDays is how many mornings are looked at.
const IfDays = 3

// If is what the coming mornings would say after one choice.
type If struct {
	Choice  Choice
	Session verdict.Session // of the date
	Days    [IfDays]IfDay
}

// IfDay is one of them.
type IfDay struct {
	Date   diary.Date
	Action verdict.Action
	Level  verdict.Level
	Day    verdict.DayPlan // the zero DayPlan where no session is known
}

// IfToday is what the coming mornings would say after each of the things that can be
// done with the date's session, if every signal stays where it is this week: each
// morning reads the mean of the window, and what it then says is what is run. It is the
// engine's own answer to a diary that says so; the engine has its own diary back
// afterwards. None on a day that is done, on which nothing should be run, or of a race.
func IfToday(e *engine.Engine, r *engine.Report) (out []If) {
	if r.Done != nil || r.Level == verdict.LevelStop || len(r.Week) == 0 {
		return nil
	}
	rules, own := e.Rules(), e.Diary()
	choices := choicesOf(&r.Week[0], rules.ModifyScale)
	if len(choices) == 0 {
		return nil
	}
	defer e.Hear(own)
	mornings := stayAsTheyAre(r)
	for _, c := range choices {
		var runs []diary.Run
		runs = append(runs, runOf(r.Date, c.Session, rules.HardRPE)...)
		for i := range c.Days {
			e.Hear(own.Suppose(mornings, runs))
			t := r.Date + diary.Date(i) + 1
			then := e.Assess(t)
			c.Days[i] = IfDay{Date: t, Action: then.Action, Level: then.Level}
			if len(then.Week) > 0 {
				c.Days[i].Day = then.Week[0]
				runs = append(runs, runOf(t, then.Week[0].After, rules.HardRPE)...)
			}
		}
		out = append(out, c)
	}
	return out
}

// choicesOf are the things that can be done with a day.
func choicesOf(d *verdict.DayPlan, part float64) (out []If) {
	add := func(c Choice, s verdict.Session) { out = append(out, If{Choice: c, Session: s}) }
	now := d.After
	if k := now.Kind; k == verdict.Race || k == verdict.Cross || d.Before.Kind == verdict.Race || now.Minutes+d.Before.Minutes == 0 {
		return nil
	}
	add(AsItStands, now)
	switch {
	case now != d.Before:
		if d.Before.Minutes > 0 && d.Before.Kind != verdict.Cross {
			add(AsItWas, d.Before)
		}
	case now.Kind.Hard():
		now.Kind = verdict.Easy
		add(Easily, now)
	default:
		now.Kind, now.Minutes, now.Km = verdict.Easy, math.Round(part*now.Minutes), math.Round(10*part*now.Km)/10
		add(Shorter, now)
	}
	if d.After.Minutes > 0 {
		add(Resting, verdict.Session{Kind: verdict.Rest})
	}
	return out
}

// runOf is a session as the runner would report it; nothing of rest.
func runOf(t diary.Date, s verdict.Session, hard float64) []diary.Run {
	if s.Minutes == 0 || s.Kind == verdict.Cross || s.Kind == verdict.Rest {
		return nil
	}
	run := diary.Run{Stamp: diary.Stamp{Date: t}, Minutes: float32(s.Minutes), Km: float32(s.Km), RPE: diary.Unsaid, Pain: diary.Unsaid}
	if s.Kind.Hard() {
		run.RPE = diary.Score(math.Ceil(hard))
	}
	if s.Kind == verdict.WalkRun {
		run.Sub = diary.RunWalk
	}
	return []diary.Run{run}
}

// stayAsTheyAre is the mornings after a report's, each as the mean of its window was.
func stayAsTheyAre(r *engine.Report) (out []diary.Typed) {
	for i := range diary.Date(IfDays) {
		for _, s := range r.Signals {
			if s.RecentDays == 0 {
				continue
			}
			v := diary.Typed{Stamp: diary.Stamp{Date: r.Date + 1 + i}, Kind: s.Kind, Value: s.Recent}
			if s.Kind == diary.HRV {
				v.Value = math.Exp(s.Recent)
			}
			if s.Metric == diary.MetricTyped {
				v.As = diary.AsOwn
				if s.Source == diary.WatchSource {
					v.As = diary.AsWatch
				}
			}
			out = append(out, v)
		}
	}
	return out
}
