package words

import (
	"fmt"
	"strings"

	"rebound/app/wire"
	"rebound/engine"
	"rebound/engine/diary"
	"rebound/engine/plan"
	"rebound/engine/verdict"
)

// Plan puts a plan into words: its notes become sentences, its numbers stay as
// they are.
func Plan(p plan.Plan, o Options) wire.Plan {
	out := wire.Plan{MaxHR: p.MaxHR, MaxFrom: p.MaxFrom, Sessions: make([]wire.PlanSession, 0, len(p.Sessions)), Weeks: make([]wire.PlanWeek, 0, len(p.Weeks)), Notes: []string{}}
	if p.Race != nil {
		race := wire.Race(*p.Race)
		out.Race = &race
	}
	out.Sessions = planSessions(out.Sessions, p.Sessions)
	for _, w := range p.Weeks {
		out.Weeks = append(out.Weeks, wire.PlanWeek(w))
	}
	for _, n := range p.Notes {
		if text := planNote(n, o); text != "" { // a code that only a later version knows
			out.Notes = append(out.Notes, text)
		}
	}
	if p.Paces != nil {
		paces := wire.Paces(*p.Paces)
		out.Paces = &paces
	}
	return out
}

func planSessions(out []wire.PlanSession, list []plan.Session) []wire.PlanSession {
	for _, s := range list {
		one := wire.PlanSession{Date: s.Date, Kind: string(s.Kind), Minutes: s.Minutes, Km: s.Km, Hard: s.Hard}
		if s.Stage.Times > 0 {
			stage := wire.Stage(s.Stage)
			one.Stage = &stage
		}
		out = append(out, one)
	}
	return out
}

// Recorded puts a stored plan into words, with what it was made for and what was
// moved by hand.
func Recorded(r plan.Record, o Options) wire.Plan {
	out := Plan(r.Plan, o)
	out.Base, out.Kept = planSessions(nil, r.Base), r.Kept
	if r.Goal != nil {
		g := goalOf(*r.Goal)
		out.Goal = &g
	}
	for _, s := range r.Changes {
		out.Changes = append(out.Changes, wire.PlanMove(s))
	}
	return out
}

// goalOf is a wish as the page's form has it; Wish is its reverse.
func goalOf(w plan.Wish) wire.PlanGoal {
	out := wire.PlanGoal{RaceDate: w.RaceDate, RaceKm: w.RaceKm, Recover: (*wire.Race)(w.Recover), Start: w.Start,
		Days: w.Days, PerWeek: w.PerWeek, Long: w.Long, LastRun: w.LastRun, WeeklyKm: w.WeeklyKm,
		RaceName: w.RaceName, RaceMinutes: w.RaceMinutes, Minutes: w.Minutes}
	for _, r := range w.Tune {
		out.Tune = append(out.Tune, wire.Race(r))
	}
	for _, off := range w.Off {
		out.Off = append(out.Off, wire.PlanOff(off))
	}
	return out
}

// Wish is what the page's form asks for.
func Wish(g wire.PlanGoal) plan.Wish {
	out := plan.Wish{RaceDate: g.RaceDate, RaceKm: g.RaceKm, Recover: (*plan.Race)(g.Recover), Start: g.Start,
		Days: g.Days, PerWeek: g.PerWeek, Long: g.Long, LastRun: g.LastRun, WeeklyKm: g.WeeklyKm,
		RaceName: g.RaceName, RaceMinutes: g.RaceMinutes, Off: Off(g.Off), Minutes: g.Minutes}
	for _, r := range g.Tune {
		out.Tune = append(out.Tune, plan.Race(r))
	}
	return out
}

// Off is days off as the page says them.
func Off(list []wire.PlanOff) (out []plan.Off) {
	for _, off := range list {
		out = append(out, plan.Off(off))
	}
	return out
}

func planned(s verdict.Session) wire.Session {
	return wire.Session{Kind: string(s.Kind), Minutes: s.Minutes, Km: s.Km}
}

func planNote(n plan.Note, o Options) string {
	race := o.race(n.Race.Km)
	switch n.Code {
	case plan.LessLong:
		return fmt.Sprintf("With your days off and time limits, the longest run before the race is %s instead of %s.", o.Distance(n.Value), o.Distance(n.Limit))
	case plan.RaceOff:
		whose := "your race"
		if name := calledBy(n.Race.Name, ""); name != "" {
			whose = "the " + name
		}
		return fmt.Sprintf("You marked %s as a day you can't run as usual, and it is the day of %s. The race stays.", FullDay(n.Race.Date), whose)
	case plan.TooSoon:
		return fmt.Sprintf("There is not enough time to build up to %s on %s: your longest run can grow to %s by then, and should reach %s. This plan goes no faster than its rules allow. %s",
			race, FullDay(n.Race.Date), o.Distance(n.Value), o.Distance(n.Limit), nearest(n, o))
	case plan.RaceNear:
		if n.Value < 3 {
			return fmt.Sprintf("The %s is on %s, and no training can help it now. Rest, sleep, and enjoy it.", calledBy(n.Race.Name, "race"), FullDay(n.Race.Date))
		}
		return fmt.Sprintf("The %s is %s away, so all that is left is the taper: hard training now would come too late to help.", calledBy(n.Race.Name, "race"), Count(int(n.Value), "day"))
	case plan.VolumeHigh:
		return fmt.Sprintf("%s a week is more than most bodies can take: the plan stays there and goes no higher.", o.Distance(n.Value))
	case plan.VolumeLost:
		return fmt.Sprintf("%s a week does not fit into your running days without single runs getting too long, so the plan has %s. With more days it could have more.", o.Distance(n.Value), o.Distance(n.Limit))
	case plan.FromNothing:
		return fmt.Sprintf("There is little or no running to build on, so the first week is %s of run-walk sessions. If any of it hurts, repeat the week.", o.Distance(n.Value))
	case plan.AllEasy:
		if n.Value < 3 {
			return "All of it is easy: with fewer than three runs a week there is no room for a hard session."
		}
		return fmt.Sprintf("All of it is easy: hard sessions come once a week reaches %s.", o.Distance(n.Limit))
	case plan.GuessedPace:
		return fmt.Sprintf("Rebound does not know your pace yet, so minutes are worked out at %s. Go by feel: easy enough to talk.", o.Pace(1000/(60*n.Value)))
	case plan.AfterRace:
		return fmt.Sprintf("After the %s, take %s easy or off: that is coaches' usual rule of thumb for the distance. You can plan them then.", calledBy(n.Race.Name, "race"), Count(int(n.Value), "day"))
	case plan.OnTheWay:
		return fmt.Sprintf("The %s on %s stays on its day and counts as that week's hard session, with less running before it and %s easy after.", o.called(n.Race), FullDay(n.Race.Date), Count(int(n.Value), "day"))
	case plan.Recovering:
		return fmt.Sprintf("After the %s on %s: %s off, then easy runs that get longer again, %s in all. That is coaches' usual rule of thumb for the distance. If anything hurts, rest longer.", o.called(n.Race), FullDay(n.Race.Date), Count(int(n.Value), "day"), Count(int(n.Limit), "day"))
	}
	return n.Text
}

// nearest is what there is time for instead; nothing here says that it is safe.
func nearest(n plan.Note, o Options) string {
	instead := ""
	if n.SafeKm > 0 {
		instead = fmt.Sprintf("It is enough for %s on that day. ", o.race(n.SafeKm))
	}
	if n.SafeOn == 0 {
		return instead + "Even two years would not be enough on so few days a week: add a running day, or choose a shorter race."
	}
	return instead + fmt.Sprintf("There is time enough for %s from %s on.", o.race(n.Race.Km), FullDay(n.SafeOn))
}

func marathon(km float64) string {
	switch {
	case km > 42 && km < 42.4:
		return "marathon"
	case km > 21 && km < 21.2:
		return "half marathon"
	}
	return ""
}

// session is a session's name and how much of it: "Intervals" and "55 min, 10.2 km".
func (o Options) session(s plan.Session) (name, amount string) {
	if s.Minutes > 0 || s.Km > 0 {
		amount = fmt.Sprintf("%.0f min, %s", s.Minutes, o.Distance(s.Km))
	}
	return kindOfSession[s.Kind], amount
}

// PlanDay is both in one line.
func (o Options) PlanDay(s plan.Session) string {
	name, amount := o.session(s)
	return strings.Join(nonEmpty(name, amount), ", ")
}

var kindOfSession = map[verdict.SessionKind]string{
	verdict.Easy: "Easy run", verdict.Long: "Long run", verdict.Tempo: "Tempo", verdict.Intervals: "Intervals",
	verdict.Race: "Race", verdict.Rest: "Rest", verdict.Cross: "Cross-training", verdict.WalkRun: "Run-walk",
}

// usual is what an adjusted week is a share of.
func usual(r engine.Report) string {
	if r.Plan.Covers(r.Date) {
		return "your plan"
	}
	return "your usual"
}

// shortDay writes "Tue 24 Nov".
func shortDay(d diary.Date) string { return d.Time().Format("Mon 2 Jan") }

// reviewOf is the day after a week, for the next look.
func reviewOf(d diary.Date) string { return LongDay(plan.Monday(d) + 7) }
