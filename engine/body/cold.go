package body

import (
	"slices"

	"rebound/engine/diary"
	"rebound/engine/load"
)

// ColdAdvice is whether cold water would do more good than harm.
type ColdAdvice string

const (
	ColdAllowed  ColdAdvice = "allowed"
	ColdWait     ColdAdvice = "wait"
	ColdNotToday ColdAdvice = "not_today"
)

// ColdCause is what the advice rests on.
type ColdCause string

const (
	ColdNothing  ColdCause = ""
	ColdStrength ColdCause = "strength" // evidence: it lowers strength gains
	ColdHard     ColdCause = "hard_run" // precaution
	ColdLong     ColdCause = "long_run" // precaution
	ColdRace     ColdCause = "race"     // recovery counts for more than adaptation
	ColdIll      ColdCause = "ill"      // fever, chest symptoms or an illness: precaution
)

// Cold is the card of the day. There is no clock here: what was done today
// counts, and Until says when a wait is over.
type Cold struct {
	Advice ColdAdvice
	Cause  ColdCause
	On     diary.Date // of the cause
	Until  int        // local minute of Date at which a wait ends; -1 when the hour of the run is not known
	Week   int        // immersions in the last seven days
	Habit  bool       // more than cold_weekly of them, those of race weeks aside
}

func cold(in *Input, ill bool) Cold {
	r, t := in.Rules, in.Date
	week := diary.Between(in.Reported.Cold, t-6, t)
	c := Cold{Advice: ColdAllowed, Week: len(week), Until: -1}
	free := 0
	for i := range week {
		if !racing(in.Races, week[i].Date) {
			free++
		}
	}
	racing := racing(in.Races, t)
	c.Habit = free > int(r.ColdWeekly) && !racing
	for _, e := range diary.Between(in.Reported.Efforts, t-diary.Date(r.ColdStrength/24), t) {
		if e.Strength {
			c.Advice, c.Cause, c.On = ColdNotToday, ColdStrength, e.Date
		}
	}
	switch {
	case ill:
		c.Advice, c.Cause, c.On = ColdNotToday, ColdIll, t
	case c.Advice == ColdNotToday:
	case racing:
		c.Cause = ColdRace
	default:
		c.afterRuns(in)
	}
	return c
}

// afterRuns waits for cold_after_run hours after the end of the day's hard or long
// run. What was run late yesterday is slept over.
func (c *Cold) afterRuns(in *Input) {
	wait := func(s *load.Session, cause ColdCause) {
		until := -1
		if s.Start != 0 {
			end := s.Start + int64((s.Minutes+in.Rules.ColdRun*60)*60) + int64(s.Offset)
			until = int(end/60 - int64(in.Date)*24*60)
		}
		if c.Advice != ColdWait || until > c.Until {
			c.Advice, c.Cause, c.On, c.Until = ColdWait, cause, s.Date, until
		}
	}
	for i := range in.Runs {
		if in.Runs[i].Run && in.Runs[i].Minutes >= in.Rules.LongMinutes {
			wait(&in.Runs[i], ColdLong)
		}
	}
	for i := range in.Hard {
		wait(&in.Hard[i], ColdHard)
	}
}

// racing is race week: the race and the six days before it, which holds for
// races on days that follow each other too.
func racing(races []diary.Date, t diary.Date) bool {
	return slices.ContainsFunc(races, func(d diary.Date) bool { return t <= d && d < t+7 })
}
