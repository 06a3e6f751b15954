package wire

import "rebound/engine/diary"

// SeasonArg asks for a year to look back on; 0 is the last twelve months.
type SeasonArg struct {
	Year int `json:"year"`
}

// Season is a year looked back on.
type Season struct {
	Year    int          `json:"year"`  // 0: the last twelve months
	Years   []int        `json:"years"` // with a day in the diary, the latest first
	Name    string       `json:"name"`  // "The last 12 months", "2025"
	Summary string       `json:"summary"`
	Counts  []TurnCount  `json:"counts"` // what the summary says, a kind each
	Weeks   []SeasonWeek `json:"weeks"`  // to the last that is known
	Turns   []Turn       `json:"turns"`  // the latest first
}

// TurnCount is how many turns of a kind there were.
type TurnCount struct {
	N    int    `json:"n"`
	Name string `json:"name"`           // "lighter weeks"
	Note string `json:"note,omitempty"` // "1 declined"
}

// SeasonWeek is one week of it.
type SeasonWeek struct {
	Start   diary.Date `json:"start"`
	Load    *float64   `json:"load,omitempty"` // absent where none is known
	Level   string     `json:"level,omitempty"`
	Verdict string     `json:"verdict,omitempty"` // "ease off, 3 days"
	Day     diary.Date `json:"day,omitempty"`     // the first day of that verdict
	Race    string     `json:"race,omitempty"`    // "21.1 km"
	Like    bool       `json:"like,omitempty"`    // the race is a run that was as hard as one
	Ill     bool       `json:"ill,omitempty"`
	Text    string     `json:"text,omitempty"` // all of it in a line
}

// Turn is a time on which a day was not to be run as planned, and what came after.
type Turn struct {
	Kind  string     `json:"kind"` // cut, hold, deload or stop
	From  diary.Date `json:"from"`
	Title string     `json:"title"` // "Lighter week"
	When  string     `json:"when"`  // "14 to 20 Mar, declined"
	After []string   `json:"after"`
}
