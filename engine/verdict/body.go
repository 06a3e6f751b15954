package verdict

import (
	"rebound/engine/body"
	"rebound/engine/diary"
)

// Reported is what the ladder hears from the runner.
type Reported struct {
	CutsDeclined int // week cuts in a row that were declined
	Body         body.State
	Decisions    []diary.Decision // up to the date, in order of date
	HoldDeclined bool             // the hold in force was declined
	Under        body.UnderRecovered
}

// Codes of the reasons that rest on what was reported.
const (
	Fever          Code = "fever"
	ChestSymptoms  Code = "chest_symptoms"
	RedFlag        Code = "niggle_red_flag"
	PainStops      Code = "niggle_pain"
	Unresolved     Code = "niggle_unresolved"
	NiggleEases    Code = "niggle_modify"
	NiggleLight    Code = "niggle_light"
	NiggleTight    Code = "niggle_tight"
	NiggleAsks     Code = "niggle_review"
	CheckInAdverse Code = "check_in_adverse"
	CheckInFine    Code = "check_in_in_range"
	Persistent     Code = "check_in_persistent"
	PoorSleep      Code = "sleep_quality_poor"
	NervousSystem  Code = "nervous_system"
	UnderRecovered Code = "under_recovered"
	ColdHabit      Code = "cold_habit"
	SleepDebt      Code = "sleep_debt"
	SharedCause    Code = "shared_cause"
	StrideShifts   Code = "stride_asymmetry"
	Triad          Code = "flat_legs_triad"
	RunHarder      Code = "run_harder_than_expected"
	LutealPhase    Code = "luteal_phase"
	Declined       Code = "declined" // a decision of late; after an action, one that is in force: cut_week_declined
	CutsDeclined   Code = "cuts_declined"
	RaceStands     Code = "race_stands"
)

// Holding reports whether anything holds the next quality session, declined or not.
func Holding(f *Facts) bool { return len(holds(f)) > 0 }

// reportedHolds is what the runner reported that holds quality.
func reportedHolds(f *Facts) (out []Code) {
	if f.Body.Check.State == body.CheckAdverse {
		out = append(out, CheckInAdverse)
	}
	if f.Body.Check.Persistent() {
		out = append(out, Persistent)
	}
	return out
}

// Deepen makes the last cut the deep one: the check-in was adverse on the day
// it fired.
func (c Cuts) Deepen(scale float64) Cuts {
	c.Last.Scale, c.Last.CheckIn = min(c.Last.Scale, scale), true
	return c
}

// beneath is the action that adjusts the week when the body's own rung is in force
// above it: a niggle does not make a cut or a return to running go away.
func beneath(f *Facts, action Action) Action {
	switch action {
	case Stop, SeeClinician, Modify:
		for _, r := range ladder[bodyRungs:] {
			if r.inForce(f) {
				return r.action
			}
		}
	}
	return action
}

// bodyRungs is how many rungs at the top of the ladder are the body's.
const bodyRungs = 3

// forBody adjusts one day for what hurts: without running, or shorter and without
// speed. Of two scalings the deeper holds, not both. An entry holds until the
// next, so all seven days show what holds as things are.
// From the day on which a niggle is asked about again, what it does is open, and so is
// every day ahead while an illness lasts.
func forBody(d *DayPlan, f *Facts, own float64) {
	why := Code(f.Body.Triage)
	if review := f.Body.Review(); review != 0 && d.Before.Kind != Race {
		d.Open = d.Date > f.Date && d.Date >= review
	}
	if f.Body.Illness.Lasts() && d.Before.Kind != Race {
		d.Open = d.Date > f.Date
	}
	switch f.Body.Running {
	case body.None:
		d.Option = Session{}
		if d.After.Kind != Rest {
			d.override(Session{Kind: Rest}, why)
			d.Stage = Stage{}
		}
	case body.Shorter:
		d.shorten(f.Rules.ModifyScale, own, why)
	default:
		if d.Date <= f.Body.Eased {
			d.shorten(f.Rules.ModifyScale, own, FlagGone)
		}
	}
}

// shorten leaves a share of a day at most, and no speed.
func (d *DayPlan) shorten(share, own float64, why Code) {
	s, whole := easeTo(d.After, own), d.Before.Minutes
	if d.Stage.Times > 0 {
		whole = d.Stage.Minutes() // the plan may have had a rest day there
	}
	if most := share * whole; s.Minutes > most && s.Minutes > 0 {
		s = scale(s, most/s.Minutes)
	}
	if s.Kind == Long {
		s.Kind = Easy
	}
	d.adjustFirst(s, why)
}

// noRace is why a race that stays on its day should not be run as things are: no
// running, running only short and easy, an illness or the easy days after it, or stages of the
// return to running that are not done. The race is the runner's, and stays.
func noRace(d *DayPlan, f *Facts) Code {
	switch {
	case d.After.Kind != Race:
	case f.Body.Running > body.AsPlanned:
		return Code(f.Body.Triage)
	case f.Body.Illness.Lasts():
		return Illness
	case f.Body.Illness.Returning() && d.Date <= f.Body.Illness.Until:
		return AfterIllness
	case d.Date <= f.Body.Eased:
		return Code(body.Modify)
	case f.Layoff.Tier == 3:
		return Code(ReturnToRun)
	}
	return ""
}

// RaceReasons is a reason for each race of the coming days that should not be run;
// Note is why.
func RaceReasons(week []DayPlan) (out []Reason) {
	for _, d := range week {
		if d.NoRun != "" {
			out = append(out, Reason{Code: RaceStands, Tone: ToneRecover, Date: d.Date, Note: string(d.NoRun)})
		}
	}
	return out
}
