package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"

	"rebound/engine/diary"
)

// journal is a -journal file: what the runner told, by date.
type journal struct {
	Checkins  []checkin  `json:"checkins"`
	Morning   []morning  `json:"morning"`
	Niggles   []niggle   `json:"niggles"`
	Sessions  []session  `json:"sessions"`
	Decisions []decision `json:"decisions"`
	Cold      []cold     `json:"cold"`

	Ticks     []tick     `json:"ticks"`
	Screens   []screen   `json:"screens"`
	Reactions []reaction `json:"reactions"`
	Periods   []period   `json:"periods"`
	Ran       []ran      `json:"ran"`
}

type morning struct {
	Date      diary.Date `json:"date"`
	RestingHR *float64   `json:"resting_hr"`
	HRVms     *float64   `json:"hrv_ms"`
	SleepMin  *float64   `json:"sleep_min"`
}

// entry is one thing told; add puts it into a diary file at its place in its
// list, which decides which of two for one date is the later.
type entry interface {
	add(f *diary.File, place int, today diary.Date) error
}

// readJournal turns the journal at path into a diary file of what was told.
func readJournal(path string, today diary.Date) (f diary.File, err error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return f, usageError{err}
	}
	var j journal
	dec := json.NewDecoder(bytes.NewReader(b))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&j); err != nil {
		return f, badUsage("%s is not a journal: %v", path, strings.TrimPrefix(err.Error(), "json: "))
	}
	if _, err := dec.Token(); err != io.EOF {
		return f, badUsage("%s is not a journal: it goes on after its closing brace", path)
	}
	f = diary.File{Name: path, Kind: "typed"}
	add := func(what string, place int, e entry) {
		if err == nil {
			if wrong := e.add(&f, place, today); wrong != nil {
				err = badUsage("%s, %s %d: %v", path, what, place+1, wrong)
			}
		}
	}
	each(j.Morning, "morning", add)
	each(j.Checkins, "check-in", add)
	each(j.Niggles, "niggle", add)
	each(j.Sessions, "session", add)
	each(j.Decisions, "decision", add)
	each(j.Cold, "cold", add)
	each(j.Ticks, "tick", add)
	each(j.Screens, "screen", add)
	each(j.Reactions, "reaction", add)
	each(j.Periods, "period", add)
	each(j.Ran, "run", add)
	return f, err
}

func each[E entry](list []E, what string, add func(string, int, entry)) {
	for i, e := range list {
		add(what, i, e)
	}
}

func (m morning) add(f *diary.File, place int, today diary.Date) error {
	if err := dated(m.Date, today); err != nil {
		return err
	}
	for _, v := range []struct {
		kind      diary.Kind
		value     *float64
		low, high float64
		unit      string
	}{
		{diary.RestingHR, m.RestingHR, 30, 110, "bpm"},
		{diary.HRV, m.HRVms, 5, 250, "ms"},
		{diary.Sleep, m.SleepMin, 120, 840, "minutes"},
	} {
		if v.value == nil {
			continue
		}
		if *v.value != 0 && !v.kind.Valid(*v.value) {
			return fmt.Errorf("%s of %g on %v cannot be: write %g to %g %s, or leave it out",
				v.kind, *v.value, m.Date, v.low, v.high, v.unit)
		}
		f.Typed = append(f.Typed, diary.Typed{Stamp: diary.Stamp{At: typedAt(m.Date, place), Date: m.Date}, Kind: v.kind, Value: *v.value})
	}
	return nil
}

// typedAt is eight in the morning, and a second for each place in the list: of
// two entries for one date the later counts.
func typedAt(d diary.Date, place int) int64 { return int64(d)*86400 + 8*3600 + int64(place) }

// earliest is a date before which no runner kept this journal.
var earliest = diary.DateOf(2000, 1, 1)

// dated refuses an entry without a date, which reads as 1970, or with one that
// cannot be.
func dated(d, today diary.Date) error {
	switch {
	case d == 0:
		return fmt.Errorf("it has no date")
	case d > today:
		return fmt.Errorf("%v is in the future", d)
	case d < earliest:
		return fmt.Errorf("%v is before %v: check the year", d, earliest)
	}
	return nil
}
