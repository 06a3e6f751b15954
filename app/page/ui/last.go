package ui

import (
	"rebound/app/wire"
	"rebound/engine/diary"
)

// Last is what the page keeps of today's verdict in the browser, so that it can be painted
// before the engine has answered: by web/boot/last.js before any wasm runs, then by
// package today. Another day's is never shown.
type Last struct {
	Date    diary.Date      `json:"date"`
	Day     string          `json:"day"`  // the date in words
	Seen    string          `json:"seen"` // how old the newest reading is
	Miles   bool            `json:"miles"`
	Session string          `json:"session"` // "" for none
	Amount  string          `json:"amount"`
	Was     string          `json:"was"`
	Why     string          `json:"why"`
	Notes   []string        `json:"notes"`
	Signals []LastSignal    `json:"signals"`
	Now     wire.Assessment `json:"now"` // what the first screen is drawn from
}

// LastSignal is what the shell cannot tell of a signal of Now.
type LastSignal struct {
	Name string  `json:"name"`
	Tone string  `json:"tone"`
	Note string  `json:"note"`
	At   float64 `json:"at"` // where it stands on its gauge, per cent; 0 where its normal is not known
}
