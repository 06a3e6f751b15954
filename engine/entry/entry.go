// Package entry is the one door for what a runner reports: it checks an entry,
// normalises it and turns it into records of the diary. The page's backend and the
// command line both go through it, so that both have the same bounds.
//
//	f, refusal := entry.File(entry.CheckIn{Date: today, Fatigue: &two}, c)
//	read, err := entry.ReadJournal(text, c)
//
// The types are those of a journal's JSON ([Journal]), which is also what the page
// sends: what is left out (nil) was not said. An entry that cannot be is refused
// with a code and the numbers that matter ([Refusal]); package words makes the
// sentence. [Settings] likewise is the one reader of what a runner may set.
//
// A new kind of entry is a type here with its date, its name and what it makes of
// itself, and a list in [Journal].
package entry

import (
	"math"
	"slices"
	"time"

	"rebound/engine/diary"
)

// Kind is the diary.File.Kind of what the runner entered.
const Kind = "typed"

// Oldest is the first date that an entry may be of: before it no runner kept a
// journal, and a date that was not given reads as 1970.
var Oldest = diary.DateOf(2000, time.January, 1)

// Entry is one thing that a runner reports.
type Entry interface {
	// of is the date that it is of.
	of() diary.Date
	// name is what the entry is called where it is refused or kept: "check-in".
	name() string
	// enter checks the entry and puts its records into the draft.
	enter(*draft) *Refusal
}

// Context is what an entry is checked against.
type Context struct {
	Today diary.Date // the runner's; nothing is of a later date

	// Stamp gives the stamp of an entry of a date made now. Of two entries for one
	// thing the later counts.
	Stamp func(diary.Date) diary.Stamp

	// Diary is what is known. Without it (nil) an entry that names a run is taken
	// at its word, and none can take back what an earlier one brought.
	Diary *diary.Diary
}

// File checks one entry and makes a file of it for the diary, or says why it cannot be.
// The file's Hash is the caller's to set.
func File(e Entry, c Context) (diary.File, *Refusal) {
	d := draft{Context: c}
	if r := d.take(e); r != nil {
		return diary.File{}, r
	}
	return diary.File{Kind: Kind, Name: e.name() + " " + e.of().String(), Reported: d.Reported}, nil
}

// draft is the records of the entries so far.
type draft struct {
	Context
	diary.Reported
	stamp diary.Stamp // of the entry that is being taken
}

func (d *draft) take(e Entry) *Refusal {
	field := "date"
	switch e.(type) {
	case Illness, NotRan: // a span
		field = "from"
	}
	if r := d.dated(field, e.of()); r != nil {
		return r
	}
	d.stamp = d.Stamp(e.of())
	before := d.Reported // lists only grow, so that this takes back what a refused entry had added
	if r := e.enter(d); r != nil {
		d.Reported = before
		return r
	}
	return nil
}

// dated refuses a date that nothing can be of; field is what the JSON calls it.
func (d *draft) dated(field string, t diary.Date) *Refusal {
	switch {
	case t == 0:
		return &Refusal{Code: NoDate, Field: field}
	case t > d.Today:
		return &Refusal{Code: Ahead, Field: field, Date: t}
	case t < Oldest:
		return &Refusal{Code: TooEarly, Field: field, Date: t}
	}
	return nil
}

// ended refuses the end of a span that cannot be.
func (d *draft) ended(from, to diary.Date) *Refusal {
	if r := d.dated("to", to); r != nil {
		return r
	}
	if to < from {
		return &Refusal{Code: Backwards, Field: "to", Date: to}
	}
	return nil
}

// score sets a whole number from 0 to most; what was not said stays unsaid.
func score(to *diary.Score, field string, said *float64, most diary.Score) *Refusal {
	if said == nil {
		return nil
	}
	if !(*said >= 0 && *said <= float64(most)) || *said != math.Trunc(*said) {
		return &Refusal{Code: Range, Field: field, Value: *said, High: float64(most), Whole: true}
	}
	*to = diary.Score(*said)
	return nil
}

// choice refuses a word that is none of a list.
func choice[T ~string](field string, word T, list []T) *Refusal {
	if slices.Contains(list, word) {
		return nil
	}
	r := &Refusal{Code: Choice, Field: field, Word: string(word)}
	for _, w := range list {
		r.Choices = append(r.Choices, string(w))
	}
	return r
}
