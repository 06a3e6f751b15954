package wire

import "rebound/engine/diary"

// IfToday is what the coming mornings would say after each thing that can be done with
// the date's session. Without choices there is nothing to look ahead from.
type IfToday struct {
	Date    diary.Date `json:"date"`
	Text    string     `json:"text"`              // what it rests on
	Same    string     `json:"same,omitempty"`    // said where every choice leads to the same days: then one is listed
	Choices []IfChoice `json:"choices,omitempty"` // the day as it stands first
}

// IfChoice is one thing to do, and the mornings after it.
type IfChoice struct {
	Name string  `json:"name"` // "Easy instead"
	Text string  `json:"text"` // "Easy run, 50 min, 8.0 km"
	Days []IfDay `json:"days"`
}

// IfDay is one of the mornings.
type IfDay struct {
	Day   string `json:"day"`   // "Sat 28 Nov"
	Level string `json:"level"` // as in Assessment
	Word  string `json:"word"`  // "Ease off"
	Text  string `json:"text"`  // "Easy run, 40 min, 6.4 km, instead of tempo"
}
