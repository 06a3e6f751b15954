// Package signal weighs a runner's recent readings against that runner's own
// normal. Package engine asks it for every date, package coach for what a chart marks.
//
// A signal on day t is a window (the 7 days up to t, at least 4 of them valid)
// against a baseline (the 60 days before the window, at least 14 valid). HRV is
// compared as ln RMSSD. Its state is in range, adverse, unusual (HRV well above
// normal, which can also mean overreaching: Le Meur 2013) or unknown. What is
// missing is unknown, never in range.
//
// One outlier decides nothing: a condition counts only if it also holds with
// any one day of the window left out. Leaving out the most extreme day is the
// strictest of these; trying all of them is the same for plain means and right
// for weighted ones too.
//
// One source and one metric make a series; they are never mixed, so a change of
// source starts a new baseline, and every watch is a source. Where several overlap
// the one that was worn more counts (see [Reader.At]).
package signal

import (
	"rebound/engine/diary"
	"rebound/engine/rule"
)

// Name is the state of a signal.
type Name uint8

const (
	Unknown Name = iota
	InRange
	Adverse
	Unusual
)

// String is the JSON name of the state.
func (n Name) String() string { return [...]string{"unknown", "in_range", "adverse", "unusual"}[n] }

// Baseline is the runner's normal, in the unit of the comparison: ln ms for
// HRV, bpm, minutes. Low and High are mean -/+ gate_k SD (0.5 by default).
type Baseline struct {
	Mean, SD, Low, High float64
	Days                int
}

// Missing says why a signal is unknown.
type Missing uint8

const (
	Nothing     Missing = iota // not missing
	NoReadings                 // no series has a reading in sight
	FewRecent                  // too few valid days in the window
	FewBaseline                // the normal is still being learned
)

// State is one signal on one day.
type State struct {
	Kind     diary.Kind
	Name     Name // at gate_k
	Cut      bool // adverse at cut_k: counts towards a week cut
	Source   string
	Metric   diary.Metric
	Recent   float64 // weighted window mean; only when RecentDays > 0
	Baseline Baseline
	Z        float64 // (Recent - Mean) / SD; only when known
	DaysOut  int     // days running, up to this one, that it has been adverse

	RecentDays int
	Short      int     // sleep: nights under sleep_short in the window
	Held       bool    // the condition holds, but rests on a single day: not counted
	Past       Past    // in range, though its mean is outside the normal range: why
	Tagged     int     // tagged days in the window, counted at tag_weight
	Missing    Missing // why Name is Unknown
	Newest     diary.Date

	Break Break      // where the normal begins anew, while days before it would still be in it
	Tier  diary.Tier // of the series that it is read from
}

// Known reports whether there was enough to say.
func (s State) Known() bool { return s.Name != Unknown }

// Settled reports whether the state rests on a full baseline and window, as high
// confidence asks for (28 and 5 days).
func (s State) Settled(r rule.Settings) bool {
	return s.Known() && s.Baseline.Days >= int(r.BaselineSettled) && s.RecentDays >= 5
}
