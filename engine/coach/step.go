package coach

import (
	"slices"

	"rebound/engine"
	"rebound/engine/body"
	"rebound/engine/diary"
	"rebound/engine/rule"
	"rebound/engine/verdict"
)

// StepCode names the next step of a day: the one thing to do.
type StepCode uint8

const (
	StepFirstFiles StepCode = iota // nothing is here

	// What was logged of the body, the gravest first: it goes before all else, so that nobody
	// is asked about an exercise while a fever is. Where several hold, the first here is the
	// step.
	StepChest      // medical help today
	StepLongFever  // is it gone? if not, a doctor
	StepFever      // sleep, and say when it is gone
	StepGroundIll  // a niggle and an illness leave neither a run nor a walk
	StepGroundLook // a niggle leaves no run, and somebody should look at it
	StepGround     // a niggle leaves no run
	StepLongIll    // a doctor
	StepIll        // sleep, and see tomorrow
	StepLook       // an appointment; running goes on
	StepWalk       // pain-free walking before the first run
	StepWell       // the easy days after an illness
	StepNoRunShort
	StepShort      // short and easy, today
	StepShortUntil // and on later days
	StepUpdateBody // say how the niggle is; exercises until then

	// The other steps, by what the day's action is.
	StepRace
	StepRebuilt   // the careful days after a break are over
	StepTalk      // easy enough to talk
	StepStage     // of the run-walk
	StepStageOver // all stages are done, the careful weeks are not
	StepCutStuck  // a second lighter week in a row
	StepCut
	StepRefers      // a signal that is a doctor's
	StepComplaint   // a complaint that lasts is
	StepRacedRest   // the days off after a race
	StepRacedUnsaid // its easy days, where no run is known
	StepRacedEasy
	StepEasyAnew // nothing but an old easy-pace check holds
	StepSwap     // the day's hard session
	StepNoHard
	StepLight    // a step-back week
	StepCheckIn  // learning: what came today is all there is
	StepAddNew   // learning: nothing came today
	StepMaxHR    // without it no easy run can be compared
	StepEasyRun  // before the next hard session
	StepLighter  // the day's session in its lighter form
	StepStepBack // a step-back week is overdue
	StepPlanned

	StepCodes // how many there are
)

// BeforeCode names what comes before the step; it leaves the step as it is.
type BeforeCode uint8

const (
	BeforeNothing   BeforeCode = iota
	BeforeSleep                // short nights as a habit
	BeforeComplaint            // that has lasted, and is a doctor's
)

// Step is the next step of a day, never "just rest".
type Step struct {
	Before BeforeCode
	Code   StepCode
}

// NextStep is what to do on the report's date. Sleep comes first, but not before a doctor;
// a race that nothing speaks against is its day's step.
func NextStep(r *engine.Report, rules *rule.Settings) (s Step) {
	s.Code = step(r, rules)
	switch _, refer := r.Body.Check.Complaint(); {
	case r.Action == verdict.Stop || r.Action == verdict.SeeClinician:
	case has(r, verdict.ShortHabit):
		s.Before = BeforeSleep
	case refer && complaintWaits(r.Action):
		s.Before = BeforeComplaint
	}
	return s
}

// complaintWaits reports whether an action's own step says nothing of a complaint that lasts.
func complaintWaits(a verdict.Action) bool {
	return a == verdict.CutWeek || a == verdict.ReturnToRun || a == verdict.Progress || a == verdict.Deload
}

func step(r *engine.Report, rules *rule.Settings) StepCode {
	if Races(r) && Against(r) == "" {
		return StepRace
	}
	switch r.Action {
	case verdict.Stop, verdict.SeeClinician, verdict.Modify:
		return bodyStep(r, rules)
	case verdict.ReturnToRun:
		return ReturnStep(&r.Layoff)
	case verdict.CutWeek:
		if r.Cuts.Stuck {
			return StepCutStuck
		}
		return StepCut
	case verdict.HoldQuality:
		return holdStep(r, rules)
	case verdict.Deload:
		return StepLight
	case verdict.Progress:
		return goStep(r)
	}
	return StepFirstFiles
}

func bodyStep(r *engine.Report, rules *rule.Settings) StepCode {
	b := &r.Body
	grounded := len(b.Niggles) > 0 && b.Niggles[0].Running == body.None
	i := b.Illness
	switch _, long := i.Review(r.Date, rules); {
	case b.Chest != 0:
		return StepChest
	case LongFever(b):
		return StepLongFever
	case b.Fever != 0:
		return StepFever
	case grounded && i.Lasts():
		return StepGroundIll
	case grounded && b.Niggles[0].Triage == body.SeeClinician:
		return StepGroundLook
	case grounded:
		return StepGround
	case long:
		return StepLongIll
	case i.Lasts():
		return StepIll
	case b.Triage == body.SeeClinician:
		return StepLook
	case b.ToWalk() != nil:
		return StepWalk
	case i.Returning():
		return StepWell
	case b.Eased >= r.Date && OffBetween(r):
		return StepNoRunShort
	case b.Eased == r.Date:
		return StepShort
	case b.Eased > r.Date:
		return StepShortUntil
	}
	return StepUpdateBody
}

// ReturnStep is the step of a return to running, whatever else the day asks.
func ReturnStep(l *verdict.Layoff) StepCode {
	switch {
	case l.Walking():
		return StepWalk
	case l.Tier == 0:
		return StepRebuilt
	case l.Tier < 3:
		return StepTalk
	case l.Progress.Over():
		return StepStageOver
	}
	return StepStage
}

func holdStep(r *engine.Report, rules *rule.Settings) StepCode {
	switch _, refer := r.Body.Check.Complaint(); {
	case has(r, verdict.SignalRefers):
		return StepRefers
	case refer:
		return StepComplaint
	case r.Raced.Easy(r.Date):
		return RacedStep(r)
	case onlyEasyHolds(r) && EasyStale(r, rules):
		return StepEasyAnew
	case len(r.Week) > 0 && r.Week[0].Before.Kind.Hard():
		return StepSwap
	}
	return StepNoHard
}

// RacedStep is the step of the easy days after a race: whatever else is the step of one of
// them says it too.
func RacedStep(r *engine.Report) StepCode {
	x := &r.Raced
	switch {
	case r.Date <= x.Date+verdict.RestDays(x.Until-x.Date):
		return StepRacedRest
	case !x.Ran:
		return StepRacedUnsaid
	}
	return StepRacedEasy
}

func goStep(r *engine.Report) StepCode {
	unknown := r.Level == verdict.LevelUnknown
	switch {
	case unknown && Newest(r) == r.Date:
		return StepCheckIn
	case unknown:
		return StepAddNew
	case r.Easy.NoMax && r.RunSeen:
		return StepMaxHR
	case r.Easy.Wants() && r.RunSeen:
		return StepEasyRun
	case len(r.Week) > 0 && r.Week[0].Changed():
		return StepLighter
	case has(r, verdict.DeloadOverdue):
		return StepStepBack
	}
	return StepPlanned
}

func has(r *engine.Report, code verdict.Code) bool {
	return slices.ContainsFunc(r.Reasons, func(x verdict.Reason) bool { return x.Code == code })
}

// Against is why a race of the date should not be run; "" where nothing speaks against it.
func Against(r *engine.Report) verdict.Code {
	if len(r.Week) == 0 {
		return ""
	}
	return r.Week[0].NoRun
}

// OffBetween reports whether the date is a day off between two sessions of the run-walk,
// though the body would leave a run: the week decides, and no sentence says otherwise.
func OffBetween(r *engine.Report) bool {
	return r.Done == nil && r.Layoff.Tier == 3 && r.Body.Running != body.None && !r.Layoff.Walking() &&
		len(r.Week) > 0 && r.Week[0].After.Kind == verdict.Rest && r.Week[0].Option.Minutes == 0
}

// EasyStale reports whether the last run that the easy-pace check could use is older than
// the days that the signals look at.
func EasyStale(r *engine.Report, rules *rule.Settings) bool {
	return r.Easy.Last != 0 && float64(r.Date-r.Easy.Last) >= rules.WindowDays
}

// onlyEasyHolds reports whether nothing but the check holds the hard sessions back.
func onlyEasyHolds(r *engine.Report) bool {
	return !slices.ContainsFunc(r.Reasons, func(x verdict.Reason) bool {
		switch x.Code {
		case verdict.SignalHolds, verdict.HardInWindow, verdict.CheckInAdverse, verdict.Persistent, verdict.AfterRace:
			return true
		}
		return false
	})
}

// From is what the seven days are taken from.
func From(r *engine.Report) WeekOf {
	switch {
	case r.Plan.Covers(r.Date):
		return WeekPlanned
	case r.Action == verdict.ReturnToRun:
		return WeekReturn
	case r.Raced.Easy(r.Date):
		return WeekRaced
	}
	return WeekUsual
}

// WeekOf names it, as the assessment's week_from has it.
type WeekOf string

const (
	WeekPlanned WeekOf = "plan"
	WeekReturn  WeekOf = "return_to_run"
	WeekRaced   WeekOf = "after_race"
	WeekUsual   WeekOf = "usual"
)

// OnPlan reports whether a runner goes on with a plan from a day on: one that has ended by
// then is nobody's.
func OnPlan(r *engine.Report, from diary.Date) bool {
	return From(r) == WeekPlanned && r.Plan.Covers(from)
}
