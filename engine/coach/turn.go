package coach

import (
	"slices"

	"rebound/engine"
	"rebound/engine/diary"
	"rebound/engine/load"
	"rebound/engine/signal"
	"rebound/engine/verdict"
)

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
	Lasts    bool       // on the last day that is known
	Decided  Decided
	Hard     int          // hard sessions and races that were run on its days
	Out      []diary.Kind // signals that were out when it began
	Back     diary.Date   // the first day on which what was out is known, and nothing is out; 0: none came, or nothing was out
	Waits    bool         // the days that are known end before that
	Next     Next
	Race     *Race // the first race of a plan that was run after it, where Next is not that
}

// Next is the next race or hard session after a turn.
type Next struct {
	Date    diary.Date // 0: none in the days that are looked at
	Race    *Race      // nil: a hard session that is none
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

// How far after a turn's last day what came after is looked for, in days, and how far
// apart two of its days may be (ours).
const (
	BackWithin = 60
	NextWithin = 28
	between    = 2
)

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

// turn takes a day into the turns.
func (l *looking) turn(r *engine.Report) {
	if c := r.Cuts.Last; c.Scale > 0 && c.Fired == r.Date {
		l.season.Turns = append(l.season.Turns, Turn{Kind: TurnCut, From: c.Fired, To: c.Until})
	}
	for _, kind := range [...]TurnKind{TurnHold, TurnDeload} {
		if a := kind.action(); r.Action == a || r.Declined == a {
			l.lengthen(kind, r.Date)
		}
	}
	if r.Level == verdict.LevelStop {
		l.lengthen(TurnStop, r.Date)
	}
}

// lengthen adds a day to the turn that goes on; a day between two days of it is none that
// ends it.
func (l *looking) lengthen(kind TurnKind, t diary.Date) {
	for i := len(l.season.Turns) - 1; i >= 0; i-- {
		x := &l.season.Turns[i]
		if x.Kind == kind && t-x.To <= between {
			x.To = t
			return
		}
	}
	l.season.Turns = append(l.season.Turns, Turn{Kind: kind, From: t, To: t})
}

// goOn reports whether a turn that began in the season may have the day t too.
func (l *looking) goOn(t diary.Date) bool {
	return slices.ContainsFunc(l.season.Turns, func(x Turn) bool {
		return x.Kind != TurnCut && x.From <= l.season.To && t-x.To <= between
	})
}

// after looks at a turn's days, and at what came after them.
func (l *looking) after(x *Turn) {
	x.Lasts = x.To >= l.last
	for _, d := range l.e.Diary().Reported.Decisions {
		if d.Date >= x.From && d.Date <= x.To && d.Action == string(x.Kind.action()) {
			x.Decided = Declined
			if d.Accepted {
				x.Decided = Accepted
			}
		}
	}
	x.Hard = len(l.e.Hard(x.From, min(x.To, l.last)))
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
	l.race(x)
}

// back finds the first day on which the signals that were out are known, and none is out.
func (l *looking) back(x *Turn) {
	for t := x.From + 1; t <= x.To+BackWithin; t++ {
		if t > l.last {
			x.Waits = true
			return
		}
		day, _ := l.e.Day(t)
		_, out, _ := day.Signals.Counts()
		unknown := func(k diary.Kind) bool { return !day.Signals[k].Known() }
		if out == 0 && !slices.ContainsFunc(x.Out, unknown) {
			x.Back = t
			return
		}
	}
}

// next finds the first hard session or race after its last day.
func (l *looking) next(x *Turn) {
	until := x.To + NextWithin
	x.Next.Waits = until > l.last
	for _, s := range l.e.Hard(x.To+1, min(until, l.last)) {
		x.Next = Next{Date: s.Date, Race: l.raced(s.Date), Km: s.Km, Minutes: s.Minutes, Felt: felt(l.e.History(), &s)}
		return
	}
}

// race finds the first race of a plan after its last day that is not what came next.
func (l *looking) race(x *Turn) {
	for _, r := range l.e.Planned(x.To+1, min(x.To+BackWithin, l.last)) {
		if x.Race != nil && x.Race.Date < r.Date || r.Date == x.Next.Date {
			continue
		}
		if got := l.raced(r.Date); got != nil && !got.Like {
			x.Race = got
		}
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
