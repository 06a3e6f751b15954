package wire

import "rebound/engine/diary"

// Summary is the page for a coach, physio or doctor: some weeks up to a date. Its lines
// speak of the runner to somebody else.
type Summary struct {
	From    diary.Date       `json:"from"`
	To      diary.Date       `json:"to"`
	Charts  []Chart          `json:"charts"`          // hrv, resting_hr, sleep and load; Summary is where each stands
	Km      []*float64       `json:"km"`              // run in each week from From on; null: of no run is it known
	Spans   []SummarySpan    `json:"spans"`           // what else happened, by kind
	Niggles []SummaryNiggle  `json:"niggles"`         // those that stand first, then the latest
	Earlier int              `json:"earlier"`         // niggles of these weeks beyond those
	Notes   []SummarySection `json:"notes"`           // eased, ill, gaps, settings, method
	Limits  string           `json:"limits"`          // what the page cannot say
	Empty   string           `json:"empty,omitempty"` // why there is nothing to draw
}

// SummarySpan is days on which something was so.
type SummarySpan struct {
	Kind string     `json:"k"` // cut, hold, ill, race
	From diary.Date `json:"f"`
	To   diary.Date `json:"t"`
	Left bool       `json:"l,omitempty"` // it was declined
	Name string     `json:"n,omitempty"` // of a race, as the runner calls it
}

// SummaryNiggle is one niggle and its course.
type SummaryNiggle struct {
	Site string     `json:"site"`
	Side string     `json:"side"`
	Name string     `json:"name"` // "Left calf"
	Text string     `json:"text"` // "since 24 Jan; pain 2, 3, 2, 1 of 10; gone 2 Feb. Worse the day after."
	Pain Series     `json:"pain"` // of each entry; 0 is tightness alone
	Gone diary.Date `json:"gone,omitempty"`
}

// SummarySection is some lines on one thing.
type SummarySection struct {
	Key   string   `json:"key"`
	Name  string   `json:"name"`
	Lines []string `json:"lines"`
}
