package wire

import (
	"rebound/engine/diary"
)

// CheckIn is a morning's check-in; nil is not answered. Names of signs and tags
// are those of the journal. Off takes the date's back.
type CheckIn struct {
	Date     diary.Date         `json:"date"`
	Signs    map[string]int     `json:"signs,omitempty"` // 0 to 4
	Fatigue  *int               `json:"fatigue,omitempty"`
	Tension  *int               `json:"tension,omitempty"`
	Soreness *int               `json:"soreness,omitempty"`
	Stress   *int               `json:"stress,omitempty"`
	Ready    *int               `json:"ready,omitempty"`         // 4 is best
	Quality  *int               `json:"sleep_quality,omitempty"` // 4 is best
	Tags     []string           `json:"tags,omitempty"`          // the date's tags, all of them: what is not here is taken back
	Doses    map[string]float64 `json:"doses,omitempty"`         // of them, by their names, all of them: how many drinks
	Fever    *bool              `json:"fever,omitempty"`
	Chest    *bool              `json:"chest_symptoms,omitempty"`
	Period   *bool              `json:"period,omitempty"` // it began on this date
	Off      bool               `json:"off,omitempty"`
}

// NiggleSaid is one entry on a site and side. Off takes the entry of that date
// back; severity 0 and nothing else says it is gone.
type NiggleSaid struct {
	Date      diary.Date `json:"date"`
	Site      string     `json:"site"`
	Side      string     `json:"side"` // left, right or ""
	Severity  int        `json:"severity"`
	Tightness bool       `json:"tightness"`
	Worse     bool       `json:"worse_next_day"`
	Swelling  bool       `json:"swelling"`
	NightPain *bool      `json:"night_pain,omitempty"`
	Limp      *bool      `json:"limp,omitempty"`
	BonePoint *bool      `json:"bone_point_pain,omitempty"`
	Seen      *bool      `json:"seen,omitempty"` // a clinician has looked at it
	Off       bool       `json:"off,omitempty"`
}

// EffortSaid is how hard a session felt, or that there was strength work.
type EffortSaid struct {
	Date     diary.Date `json:"date"`
	Start    int64      `json:"start,omitempty"` // of the run, as in RunSaid; 0: the whole day's
	RPE      *int       `json:"rpe,omitempty"`   // 0 to 10
	Pain     *int       `json:"pain,omitempty"`  // worst during it, 0 to 10
	Strength bool       `json:"strength,omitempty"`
	Off      bool       `json:"off,omitempty"`
}

// StrapSaid is a measurement with a heart-rate strap: the intervals between heartbeats,
// ms. Off with the moment of one takes it back, without one the date's last; the moment
// alone brings back one that was taken back.
type StrapSaid struct {
	Date diary.Date `json:"date"`
	At   int64      `json:"at,omitempty"`
	RR   []float64  `json:"rr,omitempty"`
	Off  bool       `json:"off,omitempty"`
}

// WalkSaid is what was walked on a date, and what it hurt.
type WalkSaid struct {
	Date    diary.Date `json:"date"`
	Minutes float64    `json:"minutes"`
	Pain    *int       `json:"pain,omitempty"` // worst during it, 0 to 10
	Off     bool       `json:"off,omitempty"`
}

// RunReported is a run of which there is no file.
type RunReported struct {
	Date    diary.Date `json:"date"`
	Start   int64      `json:"start,omitempty"` // 0: not said
	Minutes *float64   `json:"minutes,omitempty"`
	Km      *float64   `json:"km,omitempty"`
	RPE     *int       `json:"rpe,omitempty"`  // 0 to 10
	Pain    *int       `json:"pain,omitempty"` // worst during it, 0 to 10
	Sub     string     `json:"sub,omitempty"`  // treadmill, trail, run_walk or ""
	Off     bool       `json:"off,omitempty"`
}

// RanSaid is a date on which there was a run of which nothing else is known.
type RanSaid struct {
	Date diary.Date `json:"date"`
	Off  bool       `json:"off,omitempty"`
}

// NotRanSaid is a span of days without a run.
type NotRanSaid struct {
	From diary.Date `json:"from"`
	To   diary.Date `json:"to"`
	Off  bool       `json:"off,omitempty"`
}

// IllnessSaid is an illness from its first day on.
type IllnessSaid struct {
	From  diary.Date `json:"from"`
	To    diary.Date `json:"to,omitempty"` // its last day; 0: it goes on
	Where string     `json:"where"`        // above_neck, below_neck or unsure
	Off   bool       `json:"off,omitempty"`
}

// ColdSaid is one immersion; At names one to take back.
type ColdSaid struct {
	At      int64      `json:"at,omitempty"`
	Date    diary.Date `json:"date"`
	Minutes float64    `json:"minutes"`
	Celsius float64    `json:"celsius"`
	Off     bool       `json:"off,omitempty"`
}

// Tick marks an item of a date's programme as done, or not.
type Tick struct {
	Date diary.Date `json:"date"`
	Code string     `json:"code"`
	Done bool       `json:"done"`
}

// ScreenSaid is one result of the movement screen. Value is in the test's unit.
type ScreenSaid struct {
	Date  diary.Date `json:"date"`
	Test  string     `json:"test"`
	Side  string     `json:"side"` // left, right, or "" for a test without sides
	Value float64    `json:"value"`
	Off   bool       `json:"off,omitempty"`
}

// ReactionSaid is one reaction test: the times of its trials in order, ms. A
// response before the light is 0 and counts as a false start.
type ReactionSaid struct {
	Date   diary.Date `json:"date"`
	Trials []float64  `json:"trials"`
	Off    bool       `json:"off,omitempty"`
}
