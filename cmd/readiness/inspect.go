package main

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"rebound/app/words"
	"rebound/engine/diary"
	"rebound/engine/load"
)

// holding is one line of inspect: what a file holds, or what is wrong with it.
type holding struct {
	File      string       `json:"file"`
	Kind      string       `json:"kind,omitempty"`
	Device    string       `json:"source,omitempty"`
	Dates     []diary.Date `json:"dates,omitempty"`
	Sessions  int          `json:"sessions,omitempty"`
	RestingHR float64      `json:"resting_hr,omitempty"`
	HRVms     float64      `json:"hrv_ms,omitempty"`
	SleepMin  float64      `json:"sleep_min,omitempty"`
	Duplicate bool         `json:"duplicate,omitempty"`
	Partial   bool         `json:"partial,omitempty"`
	Why       string       `json:"why,omitempty"`      // of partial: what is missing
	HRShare   *float64     `json:"hr_share,omitempty"` // of the sessions' minutes, over which heart rate is known
	Error     string       `json:"error,omitempty"`
	Hint      string       `json:"hint,omitempty"`
}

// inspect writes what each file holds, duplicates and damaged ones included.
func inspect(inv *invocation) error {
	asJSON := inv.flags.Bool("json", false, "write one JSON object a line")
	paths, err := inv.parse()
	if err != nil {
		return err
	}
	x := inv.open(paths, nil)
	failed := x.report(inv.stderr)
	flush := inv.buffer()
	lines := x.holdings()
	if *asJSON {
		for _, h := range lines {
			if err := writeJSON(inv, h); err != nil {
				return err
			}
		}
	} else {
		painter{w: inv.stdout}.holdings(lines)
	}
	if err := flush(); err != nil {
		return err
	}
	return failed
}

// holdings resolves each file's local dates as diary.Build does: a file that
// says no local time takes that of its device's nearest one, in all of PATH.
func (x *export) holdings() []holding {
	offset := diary.Offset(x.files(), zone)
	out := make([]holding, 0, len(x.found))
	for _, f := range x.found {
		h := holding{File: f.path}
		if f.problem != nil {
			h.Error, h.Hint = f.problem.What, hint(f.problem)
		} else {
			h.hold(&f.file, func(at int64) diary.Date { return diary.DateAt(at, offset(&f.file, at)) })
			h.Duplicate = f.duplicate
		}
		out = append(out, h)
	}
	return out
}

func (h *holding) hold(f *diary.File, date func(int64) diary.Date) {
	h.Kind, h.Sessions = f.Kind, len(f.Activities)
	if minutes, with := 0.0, 0.0; h.Sessions > 0 {
		for i := range f.Activities {
			s := load.Measure(&f.Activities[i], 0)
			minutes, with = minutes+s.Minutes, with+s.Share()*s.Minutes
		}
		share := math.Round(100*with/max(minutes, 1)) / 100
		h.HRShare = &share
	}
	h.Partial, h.Why = f.Partial != "", f.Partial
	if f.Kind == "typed" {
		h.Device = diary.TypedSource
	} else {
		h.Device = f.Origin().Source()
	}
	var at int64
	for _, r := range f.Resting {
		if v := float64(r.Value); diary.RestingHR.Valid(v) && r.At >= at {
			h.RestingHR, at = v, r.At
		}
	}
	at = 0
	for _, r := range f.HRV {
		if v := float64(r.Value); diary.HRV.Valid(v) && r.At >= at {
			h.HRVms, at = v, r.At
		}
	}
	for _, n := range f.Nights {
		if n.Known() {
			h.SleepMin = max(h.SleepMin, n.Asleep())
		}
	}
	for _, r := range f.Slept {
		h.SleepMin = max(h.SleepMin, float64(r.Value))
	}
	h.Dates = datesOf(f, date)
}

// datesOf is the local dates that a file's readings and sessions count for, its own
// where it gives them; of
// a file without any, those of its background values, else of its clock.
func datesOf(f *diary.File, date func(int64) diary.Date) []diary.Date {
	var dates []diary.Date
	see := func(at int64, own diary.Date) { dates = append(dates, cmp.Or(own, date(at))) }
	for _, r := range f.Resting {
		see(r.At-diary.JustPast, r.Day)
	}
	for _, r := range f.HRV {
		see(r.At, r.Day)
	}
	for _, n := range f.Nights {
		see(n.End, n.Day)
	}
	for _, r := range f.Slept {
		see(r.At, r.Day)
	}
	for i := range f.Activities {
		see(f.Activities[i].Start, 0)
	}
	for _, t := range f.Typed {
		dates = append(dates, t.Date)
	}
	for _, t := range f.Tags {
		dates = append(dates, t.Date)
	}
	if dates == nil {
		for _, d := range f.Daily {
			see(d.At, 0)
		}
	}
	if dates == nil {
		for _, c := range f.Clocks {
			if c != (diary.Clock{}) {
				see(c.At, 0)
			}
		}
	}
	slices.Sort(dates)
	return slices.Compact(dates)
}

// holdings writes a table with the width of the longest name, and a summary.
func (p painter) holdings(lines []holding) {
	const longest = 60
	width := 4
	for _, h := range lines {
		if n := utf8.RuneCountInString(h.File); n <= longest {
			width = max(width, n)
		}
	}
	bad, partial, same := 0, 0, 0
	for _, h := range lines {
		switch {
		case h.Error != "":
			bad++
			p.line("%-*s  %s %s", width, h.File, h.Error, h.Hint)
			continue
		case h.Partial:
			partial++
		}
		if h.Duplicate {
			same++
		}
		p.line("%-*s  %-11s%-24s%s", width, h.File, plain(h.Kind), h.when(), strings.Join(h.what(), ", "))
	}
	p.line("\n%s: %d read, %d of them in part and %d twice; %d could not be read",
		words.Count(len(lines), "file"), len(lines)-bad, partial, same, bad)
}

func (h holding) when() string {
	switch n := len(h.Dates); n {
	case 0:
		return "-"
	case 1:
		return h.Dates[0].String()
	default:
		return fmt.Sprintf("%v..%v", h.Dates[0], h.Dates[n-1])
	}
}

func (h holding) what() []string {
	var parts []string
	if h.Sessions > 0 {
		parts = append(parts, words.Count(h.Sessions, "session"))
		switch share := *h.HRShare; {
		case share == 0:
			parts = append(parts, "no heart rate")
		case share < 0.95:
			parts = append(parts, fmt.Sprintf("heart rate over %.0f%%", 100*share))
		}
	}
	if h.RestingHR > 0 {
		parts = append(parts, fmt.Sprintf("resting HR %.0f bpm", h.RestingHR))
	}
	if h.HRVms > 0 {
		parts = append(parts, fmt.Sprintf("HRV %.0f ms", h.HRVms))
	}
	if h.SleepMin > 0 {
		parts = append(parts, "slept "+words.Clock(h.SleepMin))
	}
	if h.Duplicate {
		parts = append(parts, "same as one before")
	}
	if h.Partial {
		parts = append(parts, h.Why)
	}
	return parts
}
