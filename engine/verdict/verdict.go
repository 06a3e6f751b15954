// Package verdict turns signals, load and runs into one action with its
// reasons.
//
// The ladder is a list of rungs from the most cautious down; the first that
// holds sets the action, and every reason is listed whichever rung it belongs
// to: see_clinician, stop and modify by what the runner reported of the body, then
// return_to_run, cut_week, hold_quality, deload (of a plan), progress, and unknown
// when there is not enough to say. The runner may decline cut_week, hold_quality
// and deload ([Choose]); what they declined is spoken of for a while and is never an
// action. A rung sees [Facts] and nothing else; adding one is adding a line to the
// ladder.
//
// [Adjust] puts the action on the coming days: a week cut ([Cuts]), the tiers of the
// return to running after a pause ([Layoff]) with the stages of its walk-run
// ([StageProgress]), the weeks that are rebuilt before hard running ([Rebuilding]),
// what hurts. A race is never touched; why it should not be run is said
// ([DayPlan].NoRun).
package verdict

import (
	"rebound/engine/body"
	"rebound/engine/diary"
	"rebound/engine/load"
	"rebound/engine/rule"
	"rebound/engine/signal"
)

// Action is what the runner is advised to do.
type Action string

const (
	Unknown      Action = "unknown"
	Progress     Action = "progress"
	Deload       Action = "deload"
	HoldQuality  Action = "hold_quality"
	CutWeek      Action = "cut_week"
	ReturnToRun  Action = "return_to_run"
	Modify       Action = "modify"
	Stop         Action = "stop"
	SeeClinician Action = "see_clinician"
)

// Actions are all of them, the most cautious first.
var Actions = []Action{SeeClinician, Stop, Modify, ReturnToRun, CutWeek, HoldQuality, Deload, Progress, Unknown}

// Level is the shape and colour of an action.
type Level string

const (
	LevelUnknown Level = "unknown"
	LevelGo      Level = "go"
	LevelEase    Level = "ease"
	LevelRecover Level = "recover"
	LevelStop    Level = "stop" // no run, by a red flag: a state of its own
)

// Confidence is how much of what could be known is known.
type Confidence string

const (
	Low    Confidence = "low"
	Medium Confidence = "medium"
	High   Confidence = "high"
)

// Facts is all that the ladder looks at on one date.
type Facts struct {
	Date     diary.Date
	Rules    *rule.Settings
	Signals  signal.Day
	Cuts     Cuts
	Layoff   Layoff
	Back     Pause // the last one whose first weeks back are still spoken of; zero for none
	Rebuild  Rebuilding
	Easy     load.EasyCheck
	Load     load.Day
	Measured float64        // share of six weeks' training minutes with heart rate
	Hard     []load.Session // hard sessions in the window
	Max      load.MaxHR
	RunSeen  bool       // a run is known on or before the date
	Seen     diary.Date // the newest date up to it that holds a record of the runner
	Spike    float64    // longest run of the week over the longest of the 30 days before it
	SpikeOn  diary.Date
	Habit    float64      // mean sleep of the last 28 nights, minutes; 0 when not known
	Tagged   int          // tagged days in the window
	Planned  Planned      // zero without a plan
	Done     bool         // the date's own session has been run: what waits is the next
	Raced    Raced        // the race whose easy days these are; zero for none
	Races    []diary.Date // on which a race was run of late: no days of a usual week
	Pace     Pace         // how fast to run on the way back; zero where nothing holds it
	Reported              // what the runner reported; see body.go
}

// unknownFrom is the first date of which nothing is known yet: the assessed one, or the
// day after the newest record.
func (f *Facts) unknownFrom() diary.Date {
	if f.Seen == 0 {
		return f.Date
	}
	return min(f.Date, f.Seen+1)
}

// cutting reports whether a week cut that was not declined is in force on d.
func (f *Facts) cutting(d diary.Date) bool {
	return f.Cuts.InForce(d) && !f.Declined(CutWeek, f.Cuts.Last.Fired)
}

// cutDeeper reports whether a week cut leaves less than the layoff in force does: of
// two scalings the deeper holds, with its level. A walk-run is no scaling.
func (f *Facts) cutDeeper() bool {
	return f.cutting(f.Date) && f.Layoff.Tier < 3 && f.Cuts.Last.Scale < f.Layoff.scale(f.Rules)
}

// rung is one step of the ladder.
type rung struct {
	action  Action
	inForce func(*Facts) bool
}

// ladder, the most cautious first.
var ladder = []rung{
	{SeeClinician, func(f *Facts) bool { return f.Body.Triage == body.SeeClinician }},
	{Stop, func(f *Facts) bool { return f.Body.Triage == body.Stop }},
	{Modify, func(f *Facts) bool { return f.Body.Triage == body.Modify }},
	{ReturnToRun, func(f *Facts) bool { return f.Layoff.Tier > 0 && !f.cutDeeper() }},
	{CutWeek, func(f *Facts) bool { return f.cutting(f.Date) }},
	{HoldQuality, func(f *Facts) bool { return Holding(f) && !f.HoldDeclined }},
	{Deload, func(f *Facts) bool { return f.Planned.Deload && !f.Declined(Deload, f.Planned.Monday) }},
	{Progress, func(f *Facts) bool {
		known, _, _ := f.Signals.Counts()
		return known > 0 || f.RunSeen || f.Body.Reported
	}},
}

// Decide climbs down the ladder.
func Decide(f *Facts) (Action, Level, Confidence) {
	action := Unknown
	for _, r := range ladder {
		if r.inForce(f) {
			action = r.action
			break
		}
	}
	return action, level(action, f), confidence(f)
}

func level(a Action, f *Facts) Level {
	switch a {
	case Progress:
		if known, _, _ := f.Signals.Counts(); known == 0 {
			return LevelUnknown // no green rests on nothing measured
		}
		return LevelGo
	case Deload:
		return LevelGo
	case CutWeek:
		if f.Cuts.Last.All {
			return LevelRecover
		}
		return LevelEase
	case Stop:
		return LevelStop
	case SeeClinician:
		if f.Body.Running == body.None {
			return LevelStop
		}
		return LevelRecover
	case HoldQuality, ReturnToRun, Modify:
		return LevelEase
	}
	return LevelUnknown
}

// confidence is by coverage alone: never by how good the numbers look.
func confidence(f *Facts) Confidence {
	known, settled := 0, 0
	for _, s := range f.Signals {
		if s.Known() {
			known++
		}
		if s.Settled(*f.Rules) {
			settled++
		}
	}
	switch {
	case known < 2:
		return Low
	case settled == diary.Kinds:
		return High
	}
	return Medium
}

// holds is why the next quality session waits: a signal that stays out, one that is
// out with a hard session in the window, a failing easy-pace check, and what was reported.
func holds(f *Facts) []Code {
	var out []Code
	if loneHolds(f) {
		out = append(out, SignalHolds)
	}
	if _, out1, _ := f.Signals.Counts(); out1 > 0 && len(f.Hard) > 0 {
		out = append(out, HardInWindow)
	}
	if f.Easy.State == load.EasyFail {
		out = append(out, EasyPaceFails)
	}
	if f.Raced.Easy(f.Date) && !(f.Raced.Held && f.Date <= f.Planned.Last) {
		out = append(out, AfterRace)
	}
	return append(out, reportedHolds(f)...)
}
