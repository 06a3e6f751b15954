// Package body reads what no sensor measures: the check-in, niggles and red
// flags, illness, reaction tests, the movement screen, the cycle log; and from them and
// the training what to do about sleep, cold water and active recovery on one date.
//
//	state := body.Read(body.Input{Date: t, ...})
//	items := state.Programme(body.Building)
//
// [GaitOn] compares running form at matched pace, [Markers] the last four weeks
// with the four before. Both explain, and neither decides.
//
// It is a channel of its own: how one feels and what is measured generally do
// not correlate (Saw 2016), so nothing here is averaged into a sensor and no
// sensor can talk it down. Three rules hold throughout and are tested as
// properties: more pain never means more running, more soreness never raises
// anything, and an entry holds until the runner says otherwise. What was not
// said is unknown.
//
// The package holds codes and numbers; package words has what a runner reads.
// It refers to a clinician and never diagnoses.
package body

import (
	"rebound/engine/diary"
	"rebound/engine/load"
	"rebound/engine/rule"
)

// Triage is what the body allows, by itself.
type Triage string

const (
	Run          Triage = "run"
	Modify       Triage = "modify" // shorter, no speed
	Stop         Triage = "stop"   // no run
	SeeClinician Triage = "see_clinician"
)

// rank orders the triage by how far it is from running as planned.
func (t Triage) rank() int {
	switch t {
	case Modify:
		return 1
	case Stop:
		return 2
	case SeeClinician:
		return 3
	}
	return 0
}

// Running is what of a run is left. It is apart from Triage, because an ache of
// a week asks for a clinician without forbidding to run.
type Running uint8

const (
	AsPlanned Running = iota
	Shorter           // and without speed
	None
)

// Input is what a date's state is read from. Nothing dated after Date is looked
// at.
type Input struct {
	Date     diary.Date
	Rules    *rule.Settings
	Reported *diary.Reported
	Replaced []diary.Niggle // Niggles of Reported that a later one of their date replaced (diary.Diary.Old)
	Checks   *Checks        // of Reported; nil: read here
	History  *load.History
	Runs     []load.Session  // of Date, as far as they are known
	Hard     []load.Session  // hard sessions of Date
	Loads    []load.Day      // up to and with Date, one a day, oldest first: at least those of 42 days and sleep_debt_days
	Slept    []diary.Point   // the nights of the last sleep_debt_days, minutes
	Nights   []diary.NightOf // all of them, naps among them
	Races    []diary.Date    // known races around Date, in order
}

// State is the body on one date.
type State struct {
	Date     diary.Date
	Triage   Triage
	Running  Running    // what pain, fever, chest symptoms and illness below the neck leave; see also Illness and Eased
	Eased    diary.Date // the last of the days on which runs are short after a red flag; 0 for none
	Niggles  []Niggle   // that hold, the one that leaves least running first
	Cleared  []Cleared  // red flags that are gone and still ask for something, the latest first
	Illness  Illness
	Fever    diary.Date // since when fever holds; 0 for none
	Chest    diary.Date // since when chest symptoms hold; 0 for none
	Check    Check
	Nervous  bool // the nervous-system flag
	Reported bool // anything in the last week, or what holds
	Sleep    Sleep
	Cold     Cold
	Stride   Stride

	Harder   HarderRun // of the last three days
	Reaction Reaction
	Screen   []Tested // the movement screen, in the order of Tests
	Cycle    Cycle
	Tendons  []Tendon
	Skipped  []Part // parts of the programme that a runner who ticks has left out
}

// Read is the state of the body on in.Date.
func Read(in Input) State {
	if in.Checks == nil {
		in.Checks = NewChecks(in.Reported, in.Rules)
	}
	noted := in.noted()
	s := State{
		Date: in.Date, Triage: Run,
		Niggles: holding(noted, in.Date, in.Rules),
		Cleared: cleared(noted, in.Reported.Walks, in.Date, in.Rules),
		Illness: ill(in.Reported, in.Date, in.Rules),
		Fever:   fever(in.Reported.CheckIns, in.Date),
		Chest:   chest(in.Reported.CheckIns, in.Date),
		Check:   in.Checks.On(in.Date),
		Sleep:   sleep(&in),
		Stride:  stride(in.History, in.Date, in.Rules),
	}
	s.Cold = cold(&in, s.Fever != 0 || s.Chest != 0 || s.Illness.Lasts())
	s.Tendons = tendons(noted, in.Date, in.Rules)
	s.Reaction = reaction(in.Reported.Reactions, in.Date, in.Rules)
	s.Screen = screen(in.Reported.Screens, in.Date, in.Rules)
	s.Cycle = cycle(in.Reported.Periods, in.Date, in.Rules)
	if s.Illness.Since == 0 { // what an illness leaves out is not skipped
		s.Skipped = skipped(in.Reported.Ticks, in.Date, in.Rules)
	}
	s.Harder = lastHarder(&in)
	s.Nervous = nervous(&in, s.Reaction.State == ReactionSlowed)
	for _, n := range s.Niggles {
		s.take(n.Triage, n.Running)
	}
	s.takeIllness(in.Rules)
	for i := range s.Cleared {
		if c := &s.Cleared[i]; !c.Bony() {
			s.take(Modify, AsPlanned)
			s.Eased = max(s.Eased, c.Eased(in.Rules))
		}
	}
	if s.Fever != 0 {
		s.take(Stop, None)
	}
	if s.Chest != 0 {
		s.take(SeeClinician, None)
	}
	const week = 7
	s.Reported = len(s.Niggles) > 0 || s.Triage != Run || len(diary.Between(in.Reported.CheckIns, in.Date-week+1, in.Date)) > 0
	return s
}

// takeIllness is what an illness asks for: no running with one below the neck, a
// clinician's look once it is long, easy days while it lasts and after it.
func (s *State) takeIllness(r *rule.Settings) {
	i := s.Illness
	switch {
	case i.Lasts() && i.Where == diary.BelowNeck:
		s.take(Stop, None)
	case i.Since != 0:
		s.take(Modify, AsPlanned)
	}
	if i.long(s.Date, r) {
		s.take(SeeClinician, AsPlanned)
	}
}

// Review is the day on which a niggle that leaves less running is asked about again:
// until then it is decided, and from then on open. 0 where no niggle does, or where
// what does is not over by saying how it is: a red flag, a week unresolved, an illness.
func (s *State) Review() (review diary.Date) {
	if s.Running == AsPlanned || s.Triage == SeeClinician || s.Illness.Lasts() || s.Illness.Returning() {
		return 0
	}
	for i := range s.Niggles {
		if n := &s.Niggles[i]; n.Running != AsPlanned {
			review = max(review, n.Review)
		}
	}
	return review
}

// take keeps the more cautious of what is known and what is added, of each.
func (s *State) take(t Triage, r Running) {
	if t.rank() > s.Triage.rank() {
		s.Triage = t
	}
	s.Running = max(s.Running, r)
}
