package coach

import (
	"math"

	"rebound/engine"
	"rebound/engine/diary"
	"rebound/engine/rule"
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
	Anyway     Choice = "anyway" // it is a day of rest: an easy run all the same
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
	rules, own := e.Rules(), e.Diary()
	choices := choicesOf(r, rules.ModifyScale)
	if len(choices) == 0 {
		return nil
	}
	defer e.Hear(own)
	for _, c := range choices {
		var runs []diary.Run
		runs = append(runs, runOf(r.Date, c.Session, rules.HardRPE)...)
		for i := range c.Days {
			e.Hear(stays(own, r, runs))
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

// LooksAhead reports whether there is anything to look ahead from.
func LooksAhead(r *engine.Report, rules *rule.Settings) bool {
	return len(choicesOf(r, rules.ModifyScale)) > 0
}

// choicesOf are the things that can be done with a report's day. What the body or the
// return to running took out of it is no choice.
func choicesOf(r *engine.Report, part float64) (out []If) {
	if r.Done != nil || r.Level == verdict.LevelStop || len(r.Week) == 0 {
		return nil
	}
	add := func(c Choice, s verdict.Session) { out = append(out, If{Choice: c, Session: s}) }
	now, was := r.Week[0].After, r.Week[0].Before
	if now.Kind == verdict.Race || now.Kind == verdict.Cross || was.Kind == verdict.Race || was.Kind == verdict.Cross {
		return nil
	}
	add(AsItStands, now)
	free := r.Action != verdict.Modify && r.Action != verdict.ReturnToRun && r.Action != verdict.SeeClinician
	switch {
	case now != was:
		if was.Minutes > 0 && free {
			add(AsItWas, was)
		}
	case now.Minutes == 0:
		for _, d := range r.Week[1:] {
			if s := d.After; s.Kind == verdict.Easy && s.Minutes > 0 && free {
				add(Anyway, s)
				break
			}
		}
	case now.Kind.Hard():
		add(Easily, verdict.Session{Kind: verdict.Easy, Minutes: now.Minutes}) // as far as the runner's easy pace goes
	default:
		if now.Kind == verdict.Long {
			now.Kind = verdict.Easy
		}
		now.Minutes, now.Km = math.Round(part*now.Minutes), math.Round(10*part*now.Km)/10
		add(Shorter, now)
	}
	if r.Week[0].After.Minutes > 0 {
		add(Resting, verdict.Session{Kind: verdict.Rest})
	}
	if len(out) < 2 {
		return nil
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

// stays is a diary with these runs in which the mornings after a report's are each as the
// mean of its window was.
func stays(own *diary.Diary, r *engine.Report, runs []diary.Run) *diary.Diary {
	var typed []diary.Typed
	var straps []diary.Strap
	for t := r.Date + 1; t <= r.Date+IfDays; t++ {
		measured := own.Reported.Straps // with the strap: the other signal of it stays too
		if n := len(measured); n > 0 {
			measured = []diary.Strap{{Stamp: diary.Stamp{Date: t}, RMSSD: measured[n-1].RMSSD, HR: measured[n-1].HR}}
		}
		worn := false
		for _, s := range r.Signals {
			if s.RecentDays == 0 {
				continue
			}
			v := diary.Typed{Stamp: diary.Stamp{Date: t}, Kind: s.Kind, Value: s.Recent}
			if s.Kind == diary.HRV {
				v.Value = math.Exp(s.Recent)
			}
			if s.Metric == diary.MetricTyped {
				v.As = diary.AsOwn
				if s.Source == diary.WatchSource {
					v.As = diary.AsWatch
				}
			}
			switch {
			case s.Source != diary.StrapSource:
				typed = append(typed, v)
				continue
			case s.Kind == diary.HRV:
				measured[0].RMSSD = float32(v.Value)
			default:
				measured[0].HR = float32(v.Value)
			}
			worn = true
		}
		if worn {
			straps = append(straps, measured[0])
		}
	}
	return own.Suppose(typed, straps, runs)
}
