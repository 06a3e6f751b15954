package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"strings"

	"rebound/engine/diary"
)

// journal is the part of a -journal file that the engine hears: the morning's
// numbers and the tags of a day. The other parts are read for their dates only.
type journal struct {
	Checkins  []checkin         `json:"checkins"`
	Morning   []morning         `json:"morning"`
	Niggles   []json.RawMessage `json:"niggles"`
	Sessions  []json.RawMessage `json:"sessions"`
	Decisions []json.RawMessage `json:"decisions"`
	Cold      []json.RawMessage `json:"cold"`
}

type checkin struct {
	Date diary.Date `json:"date"`
	Tags []string   `json:"tags"`

	Signs      map[string]float64 `json:"signs"`
	Fatigue    float64            `json:"fatigue"`
	Tension    float64            `json:"tension"`
	Soreness   float64            `json:"soreness"`
	Stress     float64            `json:"stress"`
	Fever      bool               `json:"fever"`
	ChestSigns bool               `json:"chest_symptoms"`
}

// told is whether anything but tags was said.
func (c checkin) told() bool {
	for _, v := range c.Signs {
		if v != 0 {
			return true
		}
	}
	return c.Fatigue+c.Tension+c.Soreness+c.Stress != 0 || c.Fever || c.ChestSigns
}

type morning struct {
	Date      diary.Date `json:"date"`
	RestingHR *float64   `json:"resting_hr"`
	HRVms     *float64   `json:"hrv_ms"`
	SleepMin  *float64   `json:"sleep_min"`
}

var dayTags = []string{"late_night", "alcohol", "heavy_meal", "dehydration", "travel", "heat", "altitude", "illness"}

// readJournal turns the journal at path into a diary file of typed values, and
// names the parts that were not heard.
func readJournal(path string, today diary.Date) (f diary.File, unheard []string, err error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return f, nil, usageError{err}
	}
	var j journal
	dec := json.NewDecoder(bytes.NewReader(b))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&j); err != nil {
		return f, nil, badUsage("%s is not a journal: %v", path, strings.TrimPrefix(err.Error(), "json: "))
	}
	if _, err := dec.Token(); err != io.EOF {
		return f, nil, badUsage("%s is not a journal: it goes on after its closing brace", path)
	}
	f = diary.File{Name: path, Kind: "typed"}
	for i, m := range j.Morning {
		if err := m.add(&f, i, today); err != nil {
			return f, nil, badUsage("%s, morning %d: %v", path, i+1, err)
		}
	}
	told := 0
	for i, c := range j.Checkins {
		if err := c.add(&f, i, today); err != nil {
			return f, nil, badUsage("%s, check-in %d: %v", path, i+1, err)
		}
		if c.told() {
			told++
		}
	}
	parts := map[string]int{"check-in scores": told, "niggles": len(j.Niggles), "sessions": len(j.Sessions),
		"decisions": len(j.Decisions), "cold": len(j.Cold)}
	for _, name := range slices.Sorted(maps.Keys(parts)) {
		if parts[name] > 0 {
			unheard = append(unheard, name)
		}
	}
	return f, unheard, nil
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
		f.Typed = append(f.Typed, diary.Typed{At: typedAt(m.Date, place), Date: m.Date, Kind: v.kind, Value: *v.value})
	}
	return nil
}

func (c checkin) add(f *diary.File, place int, today diary.Date) error {
	if err := dated(c.Date, today); err != nil {
		return err
	}
	for _, tag := range c.Tags {
		if !slices.Contains(dayTags, tag) {
			return fmt.Errorf("%q is not a tag: there are %s", tag, strings.Join(dayTags, ", "))
		}
		f.Tags = append(f.Tags, diary.DayTag{At: typedAt(c.Date, place), Date: c.Date, Tag: tag})
	}
	return nil
}

// typedAt is eight in the morning, and a second for each place in the list: of
// two entries for one date the later counts.
func typedAt(d diary.Date, place int) int64 { return int64(d)*86400 + 8*3600 + int64(place) }

// dated refuses an entry without a date, which reads as 1970, or with one to
// come.
func dated(d, today diary.Date) error {
	switch {
	case d == 0:
		return fmt.Errorf("it has no date")
	case d > today:
		return fmt.Errorf("%v is in the future", d)
	}
	return nil
}
