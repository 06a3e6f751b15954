package ui

import "rebound/engine/diary"

// Last is what the page keeps of today's verdict in the browser, as it is drawn, so
// that it can be painted before the engine has answered: by web/boot/last.js before
// any wasm runs, then by package today. Another day's is never shown.
type Last struct {
	Date     diary.Date   `json:"date"`
	Day      string       `json:"day"` // the date in words
	Level    string       `json:"level"`
	Word     string       `json:"word"`
	Urgent   string       `json:"urgent,omitempty"` // the emergency line
	Headline string       `json:"headline"`
	First    string       `json:"first,omitempty"` // the form for the morning's numbers stands first, "open" or "closed"
	Age      string       `json:"age"`
	Session  string       `json:"session"` // "" for none
	Amount   string       `json:"amount"`
	Window   int          `json:"window"` // days that a signal's value is the mean of
	Signals  []LastSignal `json:"signals"`
}

// LastSignal is a signal of Last.
type LastSignal struct {
	Name  string `json:"name"`
	Value string `json:"value"`
	Unit  string `json:"unit"`
	Note  string `json:"note"`
	Tone  string `json:"tone"`
	Glyph string `json:"glyph"`
}
