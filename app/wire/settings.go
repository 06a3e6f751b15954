package wire

import (
	"rebound/engine/diary"
)

// Settings is the Settings screen.
type Settings struct {
	Units    string  `json:"units"`
	Theme    string  `json:"theme"`
	Sex      string  `json:"sex"`
	MaxHR    float64 `json:"max_hr"`     // 0: found from the runs
	Age      float64 `json:"age"`        // 0: not said
	MaxHRNow string  `json:"max_hr_now"` // "189 bpm, highest 30 s of the last 12 months"
	Rules    []Rule  `json:"rules"`
	Sources  []First `json:"sources,omitempty"` // where several speak of the same
	Tables   []Known `json:"tables,omitempty"`  // of the runner's own, explained
	Bytes    int64   `json:"bytes"`             // stored
	Persist  bool    `json:"persisted"`         // the browser promised to keep it
	Version  string  `json:"version"`           // of the app; "dev" when not built from a commit

	// Of a threshold that is tried: what it would have changed in the last days, "" where
	// there is no diary yet, and which mornings, the latest first.
	WhatIf string `json:"what_if,omitempty"`
	Days   []Mark `json:"days,omitempty"`
}

// First is which source goes first for one thing that several tell of. Its Key is a
// setting.
type First struct {
	Key     string   `json:"key"`  // prefer_hrv, prefer_resting_hr, prefer_sleep or prefer_sessions
	Name    string   `json:"name"` // "HRV"
	Now     string   `json:"now"`  // "" for the order of trust
	Options []Option `json:"options"`
}

// Option is one of a few words to choose from.
type Option struct {
	Value string `json:"value"`
	Name  string `json:"name"`
}

// Rule is one threshold with its default and its source.
type Rule struct {
	Key     string  `json:"key"`
	Group   string  `json:"group"`
	Name    string  `json:"name"`
	Unit    string  `json:"unit"`
	Value   float64 `json:"value"`
	Default float64 `json:"default"`
	Min     float64 `json:"min"`
	Max     float64 `json:"max"`
	Step    float64 `json:"step"`
	Cite    Cite    `json:"cite"` // or that it is our own
	Ours    bool    `json:"ours"`
}

// SettingArg changes one setting by key: a rule's key, or units, theme, sex,
// max_hr, age. Reset puts every rule back to its default.
type SettingArg struct {
	Key   string  `json:"key"`
	Value float64 `json:"value"`
	Text  string  `json:"text,omitempty"`
	Reset bool    `json:"reset,omitempty"`
	Try   bool    `json:"try,omitempty"` // keep nothing, and answer WhatIf and Days alone: a rule's value against Was
	Was   float64 `json:"was,omitempty"`
}

// SheetArg names a table of the diary: "days", "sessions", or "wellness" for
// intervals.icu.
type SheetArg struct {
	What string `json:"what"`
}

// Story is the inputs of a day as a text that can be sent: dates moved, no names.
type Story struct {
	Text string `json:"text"`
}

// RestoreArg: Mode is "preview", "merge" or "replace".
type RestoreArg struct {
	Mode string `json:"mode"`
}

// Preview is what a backup holds, and what it would be merged with or put in the place
// of, before any of it is restored.
type Preview struct {
	Made string `json:"made"` // the date it was made
	App  string `json:"app"`  // the version of Rebound that made it; "" where it is not said
	Holds
	New      int      `json:"new"`            // files not in the diary yet
	Settings bool     `json:"settings"`       // it changes a setting from its default
	Left     []string `json:"left,omitempty"` // what of it could not be read
	Here     Holds    `json:"here"`
	Ahead    int      `json:"ahead,omitempty"` // entries dated after today
}

// Holds is what is in a backup, or in the diary.
type Holds struct {
	Files   int        `json:"files"` // of a watch
	Nights  int        `json:"nights"`
	Runs    int        `json:"runs"`
	Entries int        `json:"entries"` // the runner's own: check-ins, niggles, plans, typed numbers
	First   diary.Date `json:"first"`
	Last    diary.Date `json:"last"`
}
