package main

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"time"

	"rebound/app/brand"
	"rebound/app/sheet"
	"rebound/app/words"
	"rebound/engine/diary"
)

// writeDiary writes what the diary holds, one line a day.
func writeDiary(inv *invocation) error {
	var q question
	q.flags(inv)
	asCSV := inv.flags.Bool("csv", false, "write CSV")
	table := inv.flags.String("table", "days", "which table -csv writes: days, sessions or intervals.icu")
	paths, err := inv.parse()
	if err != nil {
		return err
	}
	if q.json && *asCSV {
		return badUsage("-json and -csv: choose one")
	}
	write, ok := tables[*table]
	if !ok {
		return badUsage("there is no table %q: days, sessions or intervals.icu", *table)
	}
	a, err := q.ask(inv, paths)
	if err != nil {
		return err
	}
	days := sheet.Days(a.engine)
	flush := inv.buffer()
	switch {
	case *asCSV:
		if _, err := inv.stdout.Write(write(days)); err != nil {
			return err
		}
	case q.json:
		for i := range days {
			if err := writeJSON(inv, dayOf(&days[i])); err != nil {
				return err
			}
		}
	default:
		painter{w: inv.stdout, words: a.words}.diary(days)
	}
	return flush()
}

var tables = map[string]func([]sheet.Day) []byte{"days": sheet.DaysCSV, "sessions": sheet.SessionsCSV, "intervals.icu": sheet.WellnessCSV}

// A dayLine is one line of diary -json. A part that is not known is left out.
type dayLine struct {
	Date      diary.Date    `json:"date"`
	HRV       *readingLine  `json:"hrv,omitempty"`
	RestingHR *readingLine  `json:"resting_hr,omitempty"`
	Sleep     *readingLine  `json:"sleep,omitempty"`
	Sessions  []sessionLine `json:"sessions,omitempty"`
}

// readingLine is a signal of a day: one of ms, bpm and min by its kind.
type readingLine struct {
	MS        float64       `json:"ms,omitempty"`
	BPM       float64       `json:"bpm,omitempty"`
	Min       float64       `json:"min,omitempty"`
	Metric    string        `json:"metric,omitempty"`
	Moment    string        `json:"moment,omitempty"`
	Source    string        `json:"source,omitempty"`
	Typed     bool          `json:"typed,omitempty"`
	Corrected bool          `json:"corrected,omitempty"`
	Naps      []float64     `json:"naps,omitempty"`
	Others    []readingLine `json:"others,omitempty"`
}

type sessionLine struct {
	Start  *time.Time  `json:"start,omitempty"`
	Sport  diary.Sport `json:"sport,omitempty"`
	Min    float64     `json:"min,omitempty"`
	Km     float64     `json:"km,omitempty"`
	AvgHR  float64     `json:"avg_hr,omitempty"`
	Source string      `json:"source"`
	Also   []string    `json:"also,omitempty"`
	Typed  bool        `json:"typed,omitempty"`
}

func dayOf(d *sheet.Day) dayLine {
	out := dayLine{Date: d.Date}
	for k, to := range [...]**readingLine{diary.HRV: &out.HRV, diary.RestingHR: &out.RestingHR, diary.Sleep: &out.Sleep} {
		s := &d.Signals[k]
		if !s.Known {
			continue
		}
		line := readingOf(diary.Kind(k), &s.Reading)
		for i := range s.Others {
			line.Others = append(line.Others, readingOf(diary.Kind(k), &s.Others[i]))
		}
		*to = &line
	}
	if len(d.Naps) > 0 {
		if out.Sleep == nil {
			out.Sleep = &readingLine{}
		}
		out.Sleep.Naps = d.Naps
	}
	for _, s := range d.Sessions {
		line := sessionLine{Sport: s.Sport, Min: to(s.Minutes, 10), Km: to(s.Km, 1000), AvgHR: math.Round(s.HR), Source: s.Source, Also: s.Also, Typed: s.Typed}
		if s.Start != 0 {
			at := time.Unix(s.Start, 0).UTC()
			line.Start = &at
		}
		out.Sessions = append(out.Sessions, line)
	}
	return out
}

func readingOf(k diary.Kind, r *sheet.Reading) readingLine {
	line := readingLine{Source: r.Source, Typed: r.By == diary.ByHand, Corrected: r.By == diary.Corrected}
	switch k {
	case diary.HRV:
		line.MS = to(r.Value, 100)
		line.Metric, line.Moment = r.Metric.Parts()
	case diary.RestingHR:
		line.BPM = to(r.Value, 100)
	case diary.Sleep:
		line.Min = to(r.Value, 10)
	}
	return line
}

// to rounds to a part of one.
func to(v, part float64) float64 { return math.Round(v*part) / part }

// diary writes a line a day.
func (p painter) diary(days []sheet.Day) {
	p.line("%-12s%-22s%-12s%-18s%s", "Date", "HRV", "Resting HR", "Sleep", "Sessions")
	for i := range days {
		d := &days[i]
		var cells [diary.Kinds]string
		var from []string
		for k := range d.Signals {
			s := &d.Signals[k]
			if !s.Known {
				continue
			}
			switch diary.Kind(k) {
			case diary.HRV:
				measure, moment := s.Metric.Parts()
				cells[k] = fmt.Sprintf("%.0f ms %s, %s", s.Value, strings.ToUpper(measure), moment)
			case diary.RestingHR:
				cells[k] = fmt.Sprintf("%.0f bpm", s.Value)
			case diary.Sleep:
				cells[k] = words.Clock(s.Value)
			}
			cells[k] += [...]string{diary.ByDevice: "", diary.ByHand: " *", diary.Corrected: " *"}[s.By]
			from = append(from, brand.Name(s.Source))
		}
		for _, v := range d.Naps {
			cells[diary.Sleep] = strings.TrimPrefix(fmt.Sprintf("%s + nap %.0f min", cells[diary.Sleep], v), " + ")
		}
		var did []string
		for _, s := range d.Sessions {
			one := fmt.Sprintf("%s %.0f min", plain(string(s.Sport)), s.Minutes)
			if s.Sport == "" {
				one = fmt.Sprintf("session %.0f min", s.Minutes)
			}
			if s.Km > 0 {
				one += ", " + p.words.Distance(s.Km)
			}
			if s.HR > 0 {
				one += fmt.Sprintf(", %.0f bpm", s.HR)
			}
			did = append(did, one)
			from = append(from, brand.Name(s.Source))
		}
		tail := strings.Join(did, "; ")
		if len(from) > 0 {
			tail += "  (" + strings.Join(slices.Compact(from), ", ") + ")"
		}
		p.line("%-12v%-22s%-12s%-18s%s", d.Date, cells[diary.HRV], cells[diary.RestingHR], cells[diary.Sleep], strings.TrimSpace(tail))
	}
}
