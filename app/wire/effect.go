package wire

import "rebound/engine/diary"

// Effects is what the runner's own days say: whether something that came before a night
// mattered, and whether the signals said anything of what followed.
type Effects struct {
	Date    diary.Date `json:"date"`
	How     string     `json:"how"`               // what is compared with what
	Matters []Effect   `json:"matters"`           // what was logged or run at least once
	Waits   string     `json:"waits,omitempty"`   // what was not
	Says    []Effect   `json:"says"`              // one for each thing that can follow
	Verdict string     `json:"verdict,omitempty"` // what these come to
}

// Effect is one question and its answer.
type Effect struct {
	Key    string  `json:"key"`
	Name   string  `json:"name"`  // "Alcohol"
	Value  string  `json:"value"` // the answer at a glance: "HRV lower"
	Text   string  `json:"text"`  // what was compared, or what is wanting
	Shifts []Shift `json:"shifts"`
}

// Shift is by how much days with it differ from those without, where there are enough.
type Shift struct {
	Name    string  `json:"name"`   // "HRV"
	Text    string  `json:"text"`   // the answer
	Amount  string  `json:"amount"` // "8% lower"
	Range   string  `json:"range"`  // "4% to 12% lower"
	Seen    bool    `json:"seen"`
	By      float64 `json:"by"`
	Low     float64 `json:"low"`
	High    float64 `json:"high"`
	Unit    string  `json:"unit"` // "%", " bpm", " min", ""
	With    int     `json:"with"` // days that were compared
	Without int     `json:"without"`
}
