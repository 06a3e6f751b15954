package verdict

import (
	"rebound/engine/diary"
	"rebound/engine/load"
)

// SessionKind is what a day's training is.
type SessionKind string

const (
	Easy      SessionKind = "easy"
	Long      SessionKind = "long"
	Tempo     SessionKind = "tempo"
	Intervals SessionKind = "intervals"
	Rest      SessionKind = "rest"
	WalkRun   SessionKind = "walk_run"
	Race      SessionKind = "race" // of a plan alone, as is cross
	Cross     SessionKind = "cross"
)

// Hard reports whether a session of this kind is quality work, which can be held
// back. A race cannot.
func (k SessionKind) Hard() bool { return k == Tempo || k == Intervals }

// Session is a day's training: minutes and kilometres, 0 on a rest day.
type Session struct {
	Kind    SessionKind `json:"kind"`
	Minutes float64     `json:"minutes"`
	Km      float64     `json:"km"`
}

// DayPlan is one of the seven days that begin with the assessed one.
//
// On the return to running after three weeks off or more After is a session of a stage:
// walk_run while the stage has a walk in it, easy once it has none. Its
// minutes are the stage's, or fewer where less was planned or a cap or a niggle
// holds: then it is the same runs and walks, ended early.
type DayPlan struct {
	Date          diary.Date
	Before, After Session
	Because       []Code  // why After differs from Before
	Stage         Stage   // what After is made of, on the return to running; zero on any other day
	Option        Session // on a day of rest: what may be run by choice; zero for nothing
	Open          bool    // not decided: a niggle that eases it is asked about before (see [body.State.Review]), or an illness lasts
	Speed         float64 // m/s, that its running goes no faster than (see [Pace]); 0: no limit, or none known
	NoRun         Code    // why a race that stays on its day should not be run, as things are; "" when nothing speaks against it

	Declinable Action // what changed the day and may be declined; "" for nothing (see [Choose])
	Declined   Action // what would have changed the day, had the runner not declined it
}

// Changed reports whether the day is not as it was planned.
func (d *DayPlan) Changed() bool { return d.After != d.Before }

// Week is the usual week from f.Date on, as [Adjust] has it; nil when no run is
// known in the four weeks that count.
func Week(f *Facts, h *load.History, action Action) []DayPlan {
	usual, ok := Usual(f, h)
	if !ok {
		return nil
	}
	before := make([]Session, 7)
	for i := range before {
		before[i] = usual[(f.Date + diary.Date(i)).Weekday()]
	}
	return Adjust(f, h, action, before)
}

// taperDays is how long before a planned race a usual week is one no longer.
const taperDays = 14

// Usual is the runner's usual week, by weekday: of the four weeks before what has
// changed it, a pause, a cut, or a race with its taper and its easy days. ok is false
// when no run is known in them.
func Usual(f *Facts, h *load.History) (week [7]Session, ok bool) {
	anchor := f.unknownFrom()
	if f.Layoff.Tier > 0 {
		anchor = f.Layoff.LastRun + 1 // the weeks before the pause, not the pause
	}
	if f.Cuts.InForce(f.Date) {
		anchor = min(anchor, f.Cuts.Last.Fired) // not the weeks that the cut itself made lighter
	}
	if f.Raced.Easy(f.Date) {
		anchor = min(anchor, f.Raced.Date)
		if f.Raced.Planned > 0 {
			if week, ok = usualWeek(h, min(anchor, f.Raced.Date-taperDays+1), f); ok {
				return week, true
			}
		}
	}
	return usualWeek(h, anchor, f)
}

// Adjust is the sessions of f.Date and the days after it, adjusted by the action in
// force. Only the days on which it is in force are touched, and a race never.
func Adjust(f *Facts, h *load.History, action Action, before []Session) []DayPlan {
	out := make([]DayPlan, len(before))
	held, raced := false, false
	action = beneath(f, action)
	only := onlyRaced(f)
	race := f.Raced
	back := lookAhead(f)
	pace, own := easyPace(f, h, before), ownPace(f, h, before)
	ease := func(s Session) Session { return easeTo(s, own) }
	usual := ordinary(before)
	longest := h.Longest(f.Date-diary.Date(f.Rules.SpikeDays), f.Date-1)
	for i, s := range before {
		d := f.Date + diary.Date(i)
		out[i] = DayPlan{Date: d, Before: s, After: s}
		if i == 0 && f.Done {
			raced = s.Kind == Race
			continue
		}
		switch {
		case action == ReturnToRun && f.Layoff.Tier == 3:
			if !raced || s.Kind != Rest { // the rest after a race stays
				comeBack(&out[i], f, &back, pace)
			}
		case action == ReturnToRun, action == CutWeek:
			out[i].lighter(f, i, own)
		}
		forRace(&out[i], &race, f, own)
		if out[i].After.Kind.Hard() {
			// Whatever the action: quality waits for the weeks to be rebuilt after a
			// layoff, and the next one for what holds it or for an easy test run.
			switch {
			case f.Rebuild.Held() || f.Layoff.Tier > 0:
				out[i].adjust(ease(out[i].After), Rebuild)
			case action == HoldQuality && !held && !only:
				held = true
				out[i].adjust(ease(out[i].After), Code(HoldQuality))
			case held:
			case f.Easy.Wants():
				held = true
				out[i].adjust(ease(out[i].After), EasyNotKnown)
			}
		}
		capSpike(&out[i], f.Rules.SpikeShare*longest)
		forIllness(&out[i], f, usual, own)
		forBody(&out[i], f, own)
		if k := out[i].After.Kind; k == Easy || k == Long || k == WalkRun {
			out[i].Speed = f.Pace.Limit
		}
		out[i].NoRun = noRace(&out[i], f)
		if s.Kind == Race {
			raced = true
			if out[i].NoRun == "" && d >= f.Date {
				race = s.raced(d, f)
			}
		}
	}
	if f.Rebuild.Held() && f.Layoff.Tier == 0 {
		capGrowth(out, f, h)
	}
	return out
}

// capGrowth keeps a week on the return to running within growth of the seven days before
// it, or the last that are known. A first week back has none to compare with.
func capGrowth(week []DayPlan, f *Facts, h *load.History) {
	total := 0.0
	for _, d := range week {
		if d.After.Kind != Race {
			total += d.After.Minutes
		}
	}
	known := f.unknownFrom()
	limit := (1 + f.Rules.Growth) * weekly(h, known-7, known-1)
	if limit == 0 || total <= limit {
		return
	}
	for i := range week {
		if i > 0 || !f.Done {
			week[i].adjust(scale(week[i].After, limit/total), Growth)
		}
	}
}

// adjust changes the day's session, and says why if it did.
func (d *DayPlan) adjust(s Session, why Code) {
	if s != d.After && d.Before.Kind != Race {
		d.After = s
		d.Because = append(d.Because, why)
	}
}

// adjustFirst is the same for what outranks every other reason of the day.
func (d *DayPlan) adjustFirst(s Session, why Code) {
	if n := len(d.Because); s != d.After && d.Before.Kind != Race {
		d.adjust(s, why)
		copy(d.Because[1:], d.Because[:n])
		d.Because[0] = why
	}
}

// easeTo turns quality into easy running of the same length in minutes, and as far as
// an easy pace in km a minute goes: never the km of the session that it replaces. Where
// no easy pace is known it is slower by guess.
func easeTo(s Session, pace float64) Session {
	const guess = 0.92 // of the km (ours): what a plan takes a tempo's pace to be
	if !s.Kind.Hard() {
		return s
	}
	s.Kind = Easy
	if pace == 0 {
		s.Km *= guess
	} else {
		s.Km = min(s.Km, s.Minutes*pace)
	}
	return s
}

// ownPace is the km that the runner's own easy minute is: the median of the easy runs
// of the last four weeks, else of what is planned easy; 0 when neither is known.
func ownPace(f *Facts, h *load.History, planned []Session) float64 {
	const least = 1 // km
	var paces []float64
	past := h.Between(f.Date-7*weeks, f.Date-1)
	for i := range past {
		if s := &past[i]; s.Run && s.Km >= least && s.Minutes > 0 && !h.Hard(s, f.Max) {
			paces = append(paces, s.Km/s.Minutes)
		}
	}
	if len(paces) == 0 {
		for _, s := range planned {
			if (s.Kind == Easy || s.Kind == Long) && s.Km > 0 && s.Minutes > 0 {
				paces = append(paces, s.Km/s.Minutes)
			}
		}
	}
	if len(paces) == 0 {
		return 0
	}
	return load.Median(paces)
}

func scale(s Session, x float64) Session {
	s.Minutes, s.Km = s.Minutes*x, s.Km*x
	return s
}

// lighter scales day i by the deeper of what is in force on it: a week cut, or one of
// the two lower tiers of a layoff, under which all is easy too. own is km in an easy
// minute.
func (d *DayPlan) lighter(f *Facts, i int, own float64) {
	s, why := d.Before, Code(CutWeek)
	if f.cutting(d.Date) {
		s = scale(easeTo(s, own), f.Planned.deeper(i, f.Cuts.Last.Scale))
	}
	if l := &f.Layoff; l.Tier > 0 && (l.Off() || d.Date <= l.Until) && s.Kind != Rest && s.Kind != Cross {
		if back := scale(easeTo(d.Before, own), l.scale(f.Rules)); back.Minutes <= s.Minutes {
			s, why = back, Code(ReturnToRun)
		}
		if s.Kind != WalkRun {
			s.Kind = Easy
		}
	}
	d.adjust(s, why)
}

// comeBack puts the stages of the return to running on one day, after three weeks
// off: on alternate days, of those that a plan has for running. pace is km in an easy
// minute of then.
func comeBack(d *DayPlan, f *Facts, back *ahead, pace float64) {
	why := Code(ReturnToRun)
	s := d.Before
	planned := f.Planned.Monday != 0 && d.Date != back.stages.Last
	if planned && s.Kind == Rest {
		return // the days to run are the runner's word; a usual week is only habit
	}
	stage, over := back.on(d.Date, f.Rules)
	if f.Layoff.Walking() {
		stage, over = Stage{}, false // the days after it hang on how the walking goes
	}
	switch {
	case over, s.Kind == Race, s.Kind == Cross && stage.Times == 0:
	case stage.Times == 0:
		d.adjust(Session{Kind: Rest}, why)
	default:
		kind := WalkRun
		if stage.Walk == 0 {
			kind = Easy
		}
		d.Stage = stage
		after := Session{Kind: kind, Minutes: stage.Minutes(), Km: stage.km(pace)}
		if planned && s.Minutes < after.Minutes {
			after = scale(after, s.Minutes/after.Minutes) // easing makes nothing longer: in a deload it ends early
		}
		d.adjust(after, why)
	}
}

// capSpike keeps a session within spike_share of the longest run of the 30 days
// before the assessed date (Frandsen 2025): limit km. Without a run in them there
// is nothing to compare with.
func capSpike(d *DayPlan, limit float64) {
	if limit > 0 && d.After.Km > limit && d.After.Kind != Cross {
		d.adjust(scale(d.After, limit/d.After.Km), SessionSpike)
	}
}
