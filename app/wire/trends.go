package wire

import (
	"rebound/engine/diary"
)

// TrendsArg asks for the days up to To; Days 0 means all of them.
type TrendsArg struct {
	To   diary.Date `json:"to"`
	Days int        `json:"days"`
}

// Trends is the Trends screen.
type Trends struct {
	From   diary.Date `json:"from"`
	To     diary.Date `json:"to"`
	Charts []Chart    `json:"charts"`
}

// Chart is one picture: dots are days, the line is the 7-day mean, the band is
// the runner's normal, hollow dots are the days far from it.
type Chart struct {
	Key     string `json:"key"` // hrv, resting_hr, sleep, load, easy_hr, stride
	Title   string `json:"title"`
	Unit    string `json:"unit"`
	Summary string `json:"summary"`
	Source  string `json:"source,omitempty"` // whose readings they are
	Ref     *Cite  `json:"ref,omitempty"`    // whose figures, where they are no readings
	Lines   []Line `json:"lines"`
	Band    Ranges `json:"band,omitempty"`
	Dots    Series `json:"dots,omitempty"`
	Hollow  Series `json:"hollow,omitempty"`
	Hand    Series `json:"hand,omitempty"`  // of the dots, those that the runner typed or corrected
	Limit   Series `json:"limit,omitempty"` // past it, on the side away from the range, the mean is out
	Marks   []Mark `json:"marks,omitempty"`
	Clock   bool   `json:"clock,omitempty"` // values are minutes, written h:mm
}

// Line is a named line; Out marks the stretch that is drawn in the status
// colour.
type Line struct {
	Name   string `json:"name"`
	Points Series `json:"points"`
	Out    Flags  `json:"out,omitempty"` // as long as Points, or empty
}

// Range is the normal range on a date.
type Range struct {
	Date diary.Date `json:"d"`
	Low  float64    `json:"lo"`
	High float64    `json:"hi"`
}

// Mark is an event on a date: a cut fired, a layoff began.
type Mark struct {
	Date diary.Date `json:"d"`
	Text string     `json:"t"`
	Kind string     `json:"k"` // cut, layoff, typed
}
