package coach

import (
	"slices"

	"rebound/engine"
	"rebound/engine/diary"
	"rebound/engine/load"
	"rebound/engine/plan"
	"rebound/engine/signal"
	"rebound/engine/verdict"
)

// Season is a span of days looked back on: its weeks, and each time that a day was not to
// be run as planned, with what came after. What came after is not said to have come of it.
type Season struct {
	From, To diary.Date // To is the last day that is known
	Weeks    []SeasonWeek
	Turns    []Turn // in order
}

// SeasonWeek is one week of a season, from Monday on.
type SeasonWeek struct {
	Start  diary.Date
	Load   float64
	Known  bool          // of a day of it a load is known
	Level  verdict.Level // the gravest of its mornings; "" where none was assessed
	Days   int           // mornings of that level
	RaceKm float64       // of the longest race that was run; 0 for none
	Ill    bool
}

// TurnKind is what a day was turned into.
type TurnKind string

const (
	TurnCut    TurnKind = "cut"
	TurnHold   TurnKind = "hold"
	TurnDeload TurnKind = "deload"
	TurnStop   TurnKind = "stop"
)

// Decided is what the runner did with it.
type Decided string

const (
	Undecided Decided = ""
	Accepted  Decided = "accepted"
	Declined  Decided = "declined"
)

// Turn is one lighter week, hold, step-back week or stop.
type Turn struct {
	Kind     TurnKind
	From, To diary.Date // its days
	Decided  Decided
	Out      []diary.Kind // signals that were out when it began
	Back     int          // days from its first to the first on which what was out is known, and nothing is out; 0: none came, or nothing was out
	Waits    bool         // the days that are known end before that
	Next     Next
}

// Next is the next race or hard session after a turn began.
type Next struct {
	Date    diary.Date // 0: none in the days that are looked at
	Race    bool
	Km      float64
	Minutes float64
	Felt    Felt
	Waits   bool // the days that are known end before
}

// Felt is how a session felt against what its heart rate and pace make one expect.
type Felt string

const (
	FeltUnsaid Felt = ""
	FeltAsIs   Felt = "expected"
	FeltHarder Felt = "harder"
)

// How far ahead what came after is looked for, in days (ours).
const (
	backWithin = 60
	nextWithin = 28
)

// graver orders levels, the worst last.
var graver = []verdict.Level{"", verdict.LevelUnknown, verdict.LevelGo, verdict.LevelEase, verdict.LevelRecover, verdict.LevelStop}

// LookBack looks back on the days from one to another, of which each is assessed as it was.
// last is the last day that is known of.
func LookBack(e *engine.Engine, from, to, last diary.Date, assess func(diary.Date) engine.Report) Season {
	l := looking{e: e, last: last, season: Season{From: from, To: min(to, last)}}
	for start := plan.Monday(from); start <= to; start += 7 {
		l.season.Weeks = append(l.season.Weeks, SeasonWeek{Start: start})
	}
	for t := from; t <= l.season.To; t++ {
		r := assess(t)
		l.take(&r)
	}
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

// take takes one day in.
func (l *looking) take(r *engine.Report) {
	w := &l.season.Weeks[(r.Date-l.season.Weeks[0].Start)/7]
	day, _ := l.e.Day(r.Date)
	w.Load += day.Load.Load
	w.Known = w.Known || day.Load.Sessions > day.Load.Unknown
	switch than := slices.Index(graver, r.Level) - slices.Index(graver, w.Level); {
	case than == 0:
		w.Days++
	case than > 0:
		w.Level, w.Days = r.Level, 1
	}
	w.Ill = w.Ill || r.Body.Illness.Lasts()
	if km, ok := l.raced(r.Date); ok {
		w.RaceKm = max(w.RaceKm, km)
	}
	if c := r.Cuts.Last; c.Scale > 0 && c.Fired == r.Date {
		l.season.Turns = append(l.season.Turns, Turn{Kind: TurnCut, From: c.Fired, To: c.Until})
	}
	for _, kind := range [...]TurnKind{TurnHold, TurnDeload} {
		if a := kind.action(); r.Action == a || r.Declined == a {
			l.goesOn(kind, r.Date)
		}
	}
	if r.Level == verdict.LevelStop {
		l.goesOn(TurnStop, r.Date)
	}
}

// goesOn adds a day to the turn that goes on; a day between two days of it is none that
// ends it.
func (l *looking) goesOn(kind TurnKind, t diary.Date) {
	for i := len(l.season.Turns) - 1; i >= 0; i-- {
		x := &l.season.Turns[i]
		if x.Kind == kind && t-x.To <= 2 {
			x.To = t
			return
		}
	}
	l.season.Turns = append(l.season.Turns, Turn{Kind: kind, From: t, To: t})
}

// raced reports whether a race was run on a date, and how far.
func (l *looking) raced(t diary.Date) (km float64, ok bool) {
	if x, ran := l.e.RacedOn(t, t+1); ran && x.Ran { // of a date's own runs its morning knows nothing
		return x.Km, true
	}
	for _, s := range l.e.History().Huge(t, t) {
		return s.Km, true
	}
	return 0, false
}

// action is what a turn's decisions are on; a stop is nobody's to decline.
func (k TurnKind) action() verdict.Action {
	switch k {
	case TurnCut:
		return verdict.CutWeek
	case TurnHold:
		return verdict.HoldQuality
	case TurnDeload:
		return verdict.Deload
	}
	return ""
}

// after looks at what came after a turn began.
func (l *looking) after(x *Turn) {
	for _, d := range l.e.Diary().Reported.Decisions {
		if d.Date >= x.From && d.Date <= x.To && d.Action == string(x.Kind.action()) {
			x.Decided = Declined
			if d.Accepted {
				x.Decided = Accepted
			}
		}
	}
	began, _ := l.e.Day(x.From)
	for k, s := range began.Signals {
		if s.Name == signal.Adverse {
			x.Out = append(x.Out, diary.Kind(k))
		}
	}
	if len(x.Out) > 0 {
		l.back(x)
	}
	l.next(x)
}

// back finds the first day on which the signals that were out are known, and none is out.
func (l *looking) back(x *Turn) {
	for t := x.From + 1; t <= x.From+backWithin; t++ {
		if t > l.last {
			x.Waits = true
			return
		}
		day, _ := l.e.Day(t)
		_, out, _ := day.Signals.Counts()
		unknown := func(k diary.Kind) bool { return !day.Signals[k].Known() }
		if out == 0 && !slices.ContainsFunc(x.Out, unknown) {
			x.Back = int(t - x.From)
			return
		}
	}
}

// next finds the first hard session or race after the day on which it began.
func (l *looking) next(x *Turn) {
	until := x.From + nextWithin
	x.Next.Waits = until > l.last
	for _, s := range l.e.Hard(x.From+1, min(until, l.last)) {
		x.Next = Next{Date: s.Date, Km: s.Km, Minutes: s.Minutes, Felt: felt(l.e.History(), &s)}
		_, x.Next.Race = l.raced(s.Date)
		return
	}
}

func felt(h *load.History, s *load.Session) Felt {
	if !s.Rated {
		return FeltUnsaid
	}
	x, over := h.Harder(s)
	switch {
	case over:
		return FeltHarder
	case x.RPE > 0:
		return FeltAsIs
	}
	return FeltUnsaid
}
