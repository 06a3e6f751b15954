package wire

import "rebound/engine/diary"

// SeasonArg asks for a year to look back on; 0 is the last with a day.
type SeasonArg struct {
	Year int `json:"year"`
}

// Season is a year looked back on.
type Season struct {
	Year    int          `json:"year"`
	Years   []int        `json:"years"` // with a day in the diary, the latest first
	Summary string       `json:"summary"`
	Weeks   []SeasonWeek `json:"weeks"`
	Turns   []Turn       `json:"turns"` // the latest first
}

// SeasonWeek is one week of it.
type SeasonWeek struct {
	Start   diary.Date `json:"start"`
	Load    *float64   `json:"load,omitempty"` // absent where none is known
	Level   string     `json:"level,omitempty"`
	Verdict string     `json:"verdict,omitempty"` // "ease off, 3 days"
	Race    string     `json:"race,omitempty"`    // "21.1 km"
	Ill     bool       `json:"ill,omitempty"`
}

// Turn is a time on which a day was not to be run as planned, and what came after.
type Turn struct {
	Kind    string     `json:"kind"` // cut, hold, deload or stop
	From    diary.Date `json:"from"`
	Title   string     `json:"title"`             // "Lighter week"
	When    string     `json:"when"`              // "14 to 20 Mar"
	Decided string     `json:"decided,omitempty"` // "You declined it."
	After   []string   `json:"after"`
}
