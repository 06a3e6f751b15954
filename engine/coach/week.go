package coach

import (
	"math"

	"rebound/engine/diary"
	"rebound/engine/plan"
	"rebound/engine/verdict"
)

// Day is one of the seven from the date on: as it was planned, as it now stands,
// and what can be done about it.
type Day struct {
	verdict.DayPlan
	Session plan.Session // as it now stands
	Share   float64      // of the planned minutes that stays
	Target  plan.Target
	Workout *plan.Workout // nil: it has no steps
	Deload  bool          // of a planned deload
	Ended   bool          // after the race that the plan ends with
	Moves   []Move        // where its session can go
	Run     Run           // what was run on it
	Fit     Fit           // what became of it, as it now is, for what the runner said of their days
}

// Fit is a day that was fitted into the runner's life: "" where nothing changed it.
type Fit struct {
	As    plan.Fitting
	Was   plan.Session // what the plan had on it
	Why   string       // of [plan.Whys]; "": not said
	Limit float64      // minutes that there are for it; 0: as long as it takes
}

// Move is a day that a session can go to; Beside is the hard session that it would
// then be next to, nil for none.
type Move struct {
	To     diary.Date
	Beside *plan.Session
}

// Days is the seven days from the date on; none where the plan does not reach
// them.
func (c *Coach) Days() []Day {
	if !c.plan.Covers(c.date) {
		return nil
	}
	out := make([]Day, 0, len(c.Report.Week))
	for _, d := range c.Report.Week {
		s := plan.After(d)
		if d.After == d.Before {
			s.Stage = c.plan.On(d.Date).Stage
		}
		day := Day{DayPlan: d, Session: s, Share: d.After.Minutes / math.Max(1, d.Before.Minutes), Target: c.target(s),
			Deload: c.plan.DeloadOn(d.Date), Ended: c.plan.Ended(d.Date), Moves: c.moves(d.Date), Run: c.run(d.Date)}
		if w, ok := c.plan.Workout(s); ok {
			day.Workout = &w
		}
		day.Fit = c.fit(&d)
		out = append(out, day)
	}
	return out
}

// fit is what became of a day of the plan, where the day is still as it is planned: of a
// session that the day's verdict made another, or left open, it would say what is not so.
// A day without a run for the runner's sake is one whatever the verdict.
func (c *Coach) fit(d *verdict.DayPlan) Fit {
	as, was, off, limit := c.record.Fitted(d.Date)
	if (d.Changed() || d.Open) && as != plan.LeftOut {
		return Fit{}
	}
	return Fit{As: as, Was: was, Why: off.Why, Limit: limit}
}

// Target is what the date's session asks for, as it now stands; ok is false without a
// plan.
func (c *Coach) Target() (t plan.Target, ok bool) {
	if !c.plan.Covers(c.date) {
		return t, false
	}
	return c.target(plan.After(c.Report.Week[0])), true
}

// target is what a session asks for, by the newest maximal heart rate where the plan has
// none, or one of a version that took the highest of easy runs for it.
func (c *Coach) target(s plan.Session) plan.Target {
	p := *c.plan
	if p.MaxHR == 0 || p.MaxFrom == "" {
		p.MaxHR, p.MaxFrom = c.Report.MaxHR.BPM, c.Report.MaxHR.Source.String()
	}
	return p.Target(s)
}

// moves is where a day's session can go among the seven: not onto a race, not out
// of the plan.
func (c *Coach) moves(from diary.Date) (out []Move) {
	for i := range diary.Date(7) {
		to := c.date + i
		moved, err := c.record.Swap(plan.Swap{From: from, To: to}, c.date)
		if err != nil {
			continue
		}
		m := Move{To: to}
		for _, day := range []diary.Date{to, from} {
			if near, ok := moved.HardNextTo(day); ok {
				m.Beside = &near
			}
		}
		out = append(out, m)
	}
	return out
}

// Ahead is the coming seven days in sum.
type Ahead struct {
	First, Last diary.Date // of the plan
	Over        bool       // the plan has ended
	Early       bool       // it has not begun, and not one of the seven days is of it
	Km          float64
	Runs        int
	Hard        int // of them, the race among them
	Race        bool
	Changed     int        // days that are not as they were planned
	Open        diary.Date // the first day that is not decided; 0: none
}

// Ahead sums the coming seven days up.
func (c *Coach) Ahead() (out Ahead) {
	first, last, ok := c.plan.Span()
	out.First, out.Last = first, last
	out.Over = ok && c.date > last
	out.Early = !out.Over && !c.plan.Covers(c.date)
	if out.Over || out.Early {
		return out
	}
	for _, d := range c.Report.Week {
		out.Km += d.After.Km
		if d.After.Minutes > 0 && d.After.Kind != verdict.Cross {
			out.Runs++
		}
		race := d.After.Kind == verdict.Race
		if out.Race = out.Race || race; race || d.After.Kind.Hard() {
			out.Hard++
		}
		if d.After != d.Before {
			out.Changed++
		}
		if d.Open && out.Open == 0 {
			out.Open = d.Date
		}
	}
	return out
}

// Goal is the race that the plan leads to, or the one that its easy days follow.
type Goal struct {
	plan.Race
	Days  int        // to the race; below 0 once it is past
	Until diary.Date // the last of its easy days, where the plan is those; else 0
	Fit   float64    // minutes that the best recent effort points to; 0: none is known
}

// Goal is the plan's; ok is false for one without a race.
func (c *Coach) Goal() (g Goal, ok bool) {
	switch {
	case c.plan.Race != nil:
		g = Goal{Race: *c.plan.Race, Days: int(c.plan.Race.Date - c.date)}
		if p := c.plan.Paces; p != nil {
			g.Fit = plan.RaceMinutes(p.VDOT, g.Km)
		}
		return g, true
	case c.wish != nil && c.wish.Recover != nil:
		run := *c.wish.Recover
		return Goal{Race: run, Days: int(run.Date - c.date), Until: plan.RecoverUntil(run, &c.rules)}, true
	}
	return g, false
}
