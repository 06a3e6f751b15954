package coach

import (
	"slices"

	"rebound/engine"
	"rebound/engine/diary"
	"rebound/engine/plan"
	"rebound/engine/verdict"
)

// Season is a span of days looked back on: its weeks, and each time that a day was not to
// be run as planned and that began in it, with what came after. What came after is not said
// to have come of it.
type Season struct {
	From, To diary.Date // To is the last day that is known
	Weeks    []SeasonWeek
	Turns    []Turn // in order
}

// Race is one that was run.
type Race struct {
	Date diary.Date
	Km   float64
	Name string // as the runner calls it; "": by its distance
	Like bool   // no plan had it: a run that took as much
}

// SeasonWeek is one week of a season, from Monday on.
type SeasonWeek struct {
	Start diary.Date
	Load  float64
	Known bool          // of a day of it a load is known
	Level verdict.Level // the gravest of its mornings; "" where none was assessed
	Days  int           // mornings of that level
	Day   diary.Date    // the first of them
	Race  *Race         // the longest that was run
	Ill   bool
}

// graver orders levels, the worst last.
var graver = []verdict.Level{"", verdict.LevelUnknown, verdict.LevelGo, verdict.LevelEase, verdict.LevelRecover, verdict.LevelStop}

// LookBack looks back on the days from one to another, of which each is assessed as it was.
// last is the last day that is known of.
func LookBack(e *engine.Engine, from, to, last diary.Date, assess func(diary.Date) engine.Report) Season {
	to = min(to, last)
	l := looking{e: e, last: last, season: Season{From: from, To: to}}
	for start := plan.Monday(from); start <= to; start += 7 {
		l.season.Weeks = append(l.season.Weeks, SeasonWeek{Start: start})
	}
	for t := max(from-between, e.Diary().First); t <= last && (t <= to || l.goOn(t)); t++ {
		r := assess(t)
		l.turn(&r)
		if t >= from && t <= to {
			l.week(&r)
		}
	}
	l.season.Turns = slices.DeleteFunc(l.season.Turns, func(x Turn) bool { return x.From < from || x.From > to })
	for i := range l.season.Turns {
		l.after(&l.season.Turns[i])
	}
	return l.season
}

type looking struct {
	e      *engine.Engine
	last   diary.Date
	season Season
}

// week takes a day into its week.
func (l *looking) week(r *engine.Report) {
	w := &l.season.Weeks[(r.Date-l.season.Weeks[0].Start)/7]
	day, _ := l.e.Day(r.Date)
	w.Load += day.Load.Load
	w.Known = w.Known || day.Load.Sessions > day.Load.Unknown
	switch than := slices.Index(graver, r.Level) - slices.Index(graver, w.Level); {
	case than == 0:
		w.Days++
	case than > 0:
		w.Level, w.Days, w.Day = r.Level, 1, r.Date
	}
	w.Ill = w.Ill || r.Body.Illness.Lasts()
	if x := l.raced(r.Date); x != nil && (w.Race == nil || x.Km > w.Race.Km) {
		w.Race = x
	}
}

// raced is the race that was run on a date; nil for none.
func (l *looking) raced(t diary.Date) *Race {
	if x, ok := l.e.RacedOn(t, l.last+1); ok && x.Ran {
		return &Race{Date: t, Km: x.Km, Name: x.Name}
	}
	for _, s := range l.e.History().Huge(t, t) {
		return &Race{Date: t, Km: s.Km, Like: true}
	}
	return nil
}
