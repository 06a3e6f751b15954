package wire

import "rebound/engine/diary"

// Plan is a training plan as the command line prints it and reads it back, and
// the page draws it. At most one session a day; rest days may be left out; weeks
// start on Monday.
type Plan struct {
	Race     *Race         `json:"race,omitempty"`
	Sessions []PlanSession `json:"sessions"`
	Weeks    []PlanWeek    `json:"weeks"`
	Notes    []string      `json:"notes"`
	Paces    *Paces        `json:"paces,omitempty"`
	MaxHR    float64       `json:"max_hr,omitempty"`      // bpm, behind its heart-rate targets
	MaxFrom  string        `json:"max_hr_from,omitempty"` // setting, seen, watch, age
	Goal     *PlanGoal     `json:"goal,omitempty"`        // what it was made for
	Changes  []PlanMove    `json:"changes,omitempty"`     // made by hand, in order; Sessions has them

	Base []PlanSession `json:"base,omitempty"` // the sessions before days off and limits changed any
	Kept diary.Date    `json:"kept,omitempty"` // when the runner said to keep it though it had slipped
}

// Race is the goal.
type Race struct {
	Date    diary.Date `json:"date"`
	Km      float64    `json:"km"`
	Name    string     `json:"name,omitempty"`    // as the runner calls it: text, never markup
	Minutes float64    `json:"minutes,omitempty"` // the time that the runner is after
}

// PlanOff is days that the plan leaves free or, with Easy, has easy.
type PlanOff struct {
	From diary.Date `json:"from"`
	To   diary.Date `json:"to"`
	Why  string     `json:"why,omitempty"` // travel, work, family
	Easy bool       `json:"easy,omitempty"`
}

// PlanSession is one day of a plan. Kind is as in Session.
type PlanSession struct {
	Date    diary.Date `json:"date"`
	Kind    string     `json:"kind"`
	Minutes float64    `json:"minutes"`
	Km      float64    `json:"km"`
	Hard    bool       `json:"hard"`
	Stage   *Stage     `json:"stage,omitempty"` // of a walk-run
}

// Stage is Run minutes of running, then Walk minutes of walking, so many times.
type Stage struct {
	Run   float64 `json:"run"`
	Walk  float64 `json:"walk"`
	Times int     `json:"times"`
}

// PlanWeek is one week of a plan; Start is its Monday.
type PlanWeek struct {
	Start  diary.Date `json:"start"`
	Km     float64    `json:"km"`
	Deload bool       `json:"deload"`
	Taper  bool       `json:"taper"`

	Recovery bool `json:"recovery,omitempty"` // light after a race
}

// Paces is what a VDOT asks of each kind of session, in minutes a kilometre,
// the slower limit first.
type Paces struct {
	VDOT      float64    `json:"vdot"`
	Easy      [2]float64 `json:"easy"`
	Tempo     [2]float64 `json:"tempo"`
	Intervals [2]float64 `json:"intervals"`
	Race      float64    `json:"race,omitempty"`
}
