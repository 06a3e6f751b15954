// Package ui is what the screens share: what more than one of them draws from
// ([Shared]), what each may ask of the page around it ([Host]), and the pieces
// that they are drawn with.
//
// Nothing here knows a screen. A piece that needs handlers is handed them.
package ui

import (
	"rebound/app/wire"
	"rebound/engine/diary"
)

// Shared is what more than one screen draws from, and the page that they stand
// on. Every screen embeds the same one. nil is not answered yet.
type Shared struct {
	Host

	Route Route
	Today diary.Date // the browser's local date

	State    *wire.State
	Now      *wire.Assessment // of today
	Past     *wire.Assessment // of Route.Date
	Body     *wire.BodyScreen // of the day that Body shows, or Today
	Progress *wire.Progress   // of the import that runs or ran last here

	Install   string // how Rebound can be installed: "", "prompt" or "ios"
	Installed bool   // runs from the home screen
	Declined  bool   // the runner does not want to be offered it

	Fault wire.Problem // what went wrong and what to do; zero for nothing
	Said  string       // one line: what was done, for role=status
}

// Empty reports whether nothing was ever imported or entered.
func (s *Shared) Empty() bool { return s.State != nil && s.State.Empty }

// Sample reports whether the sample runner is shown.
func (s *Shared) Sample() bool { return s.State != nil && s.State.Sample }

// Importing reports whether an import runs.
func (s *Shared) Importing() bool { return s.Progress != nil && !s.Progress.Finished }

// Miles reports whether distances are in miles.
func (s *Shared) Miles() bool { return s.State != nil && s.State.Units == "mi" }

// Date is the day that the screen stands for.
func (s *Shared) Date() diary.Date {
	if s.Route.Date != 0 {
		return s.Route.Date
	}
	return s.Today
}

// Verdict is the assessment that the screen stands for, nil before there is one.
func (s *Shared) Verdict() *wire.Assessment {
	switch {
	case s.State == nil || s.State.Empty:
		return nil
	case s.Route.Date != 0:
		return s.Past
	}
	return s.Now
}

// Wrong says in one line what is wrong with what was entered here, and what to do.
func (s *Shared) Wrong(text string) { s.Fault = wire.Problem{Code: "page", Text: text} }

// Quiet takes away what was said last.
func (s *Shared) Quiet() { s.Fault, s.Said = wire.Problem{}, "" }

// Forget drops every answer of a diary that is no longer the one shown.
func (s *Shared) Forget() { s.Now, s.Past, s.Body, s.Progress = nil, nil, nil, nil }
