package wire

import "rebound/engine/diary"

// Body is what was reported of the body and what follows from it.
type Body struct {
	Triage        string     `json:"triage"` // run, modify, stop, see_clinician
	Niggles       []Niggle   `json:"niggles"`
	NervousSystem bool       `json:"nervous_system"`
	Programme     []Exercise `json:"programme"` // empty for a runner who must stop
	Cold          string     `json:"cold"`      // allowed, wait, not_today
	Sleep         BodySleep  `json:"sleep"`

	// For the screen.
	CheckIn  string `json:"check_in"` // in_range, adverse, unknown
	Text     string `json:"text,omitempty"`
	ColdText string `json:"cold_text"`
	ColdWeek int    `json:"cold_week"`       // immersions in seven days
	Under    int    `json:"under_recovered"` // hard sessions begun under-recovered, 14 days
}

// Niggle is one that holds.
type Niggle struct {
	Site     string   `json:"site"`
	Side     string   `json:"side"`
	Severity int      `json:"severity"`
	Watch    []string `json:"watch"` // what compensates next

	Name      string     `json:"name"` // "left calf"
	Triage    string     `json:"triage"`
	Text      string     `json:"text"`
	WatchText string     `json:"watch_text"`
	Noted     diary.Date `json:"noted"`           // the date of the entry that holds
	Since     diary.Date `json:"since,omitempty"` // absent when it is tight and does not hurt
	Review    diary.Date `json:"review"`
	Asks      bool       `json:"asks,omitempty"` // the review is due
}

// Exercise is one line of the day's programme.
type Exercise struct {
	Part  string `json:"part"` // mobility, neuromuscular, manual, strength, load
	Title string `json:"title"`

	Code     string  `json:"code"`
	For      string  `json:"for,omitempty"` // "left calf"
	Dose     string  `json:"dose"`
	Minutes  float64 `json:"minutes,omitempty"` // that the dose takes, about; absent: no amount is named, or it is the running itself
	How      string  `json:"how"`
	Progress string  `json:"progress"`
	StopWhen string  `json:"stop_when"`
	Source   string  `json:"source"` // a reference, or that there is none
	Ref      Cite    `json:"ref"`    // the same in its parts
}

// BodySleep is sleep need and debt, minutes. Debt is absent when no night is
// known.
type BodySleep struct {
	Need   float64  `json:"need_min"`
	Debt   *float64 `json:"debt_min,omitempty"`
	Target float64  `json:"target_min"`
	Nights int      `json:"nights"` // known of the last Of
	Of     int      `json:"of"`     // days that debt looks back
	Text   string   `json:"text"`
}
