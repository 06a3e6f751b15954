package sheet

import (
	"strconv"
	"strings"
	"time"
	"unicode"

	"rebound/engine/diary"
)

// DaysCSV is a row a date (RFC 4180): each signal with what measured it, the naps, and
// the day's sessions in sum.
func DaysCSV(days []Day) []byte {
	var w writer
	w.row("date", "hrv_ms", "hrv_metric", "hrv_moment", "hrv_source", "resting_hr_bpm", "resting_hr_source",
		"sleep_min", "sleep_source", "naps_min", "sessions", "session_min", "run_km", "by_hand")
	for i := range days {
		d := &days[i]
		hrv, rest, sleep := &d.Signals[diary.HRV], &d.Signals[diary.RestingHR], &d.Signals[diary.Sleep]
		measure, moment := "", ""
		if hrv.Known {
			measure, moment = hrv.Metric.Parts()
		}
		naps := make([]string, len(d.Naps))
		for i, v := range d.Naps {
			naps[i] = number(v, 0)
		}
		var minutes, km float64
		for _, s := range d.Sessions {
			minutes += s.Minutes
			if s.Sport == diary.Running {
				km += s.Km
			}
		}
		var hand []string
		for k := range d.Signals {
			if s := &d.Signals[k]; s.Known && s.By != diary.ByDevice {
				hand = append(hand, diary.Kind(k).String())
			}
		}
		count := ""
		if len(d.Sessions) > 0 {
			count = strconv.Itoa(len(d.Sessions))
		}
		w.row(d.Date.String(), hrv.number(1), measure, moment, hrv.Source, rest.number(1), rest.Source,
			sleep.number(0), sleep.Source, strings.Join(naps, " "), count, number(minutes, 1), number(km, 2), strings.Join(hand, " "))
	}
	return w.out
}

// SessionsCSV is a row a session, its start by the clock that the runner saw.
func SessionsCSV(days []Day) []byte {
	var w writer
	w.row("date", "start", "sport", "min", "km", "avg_hr", "source", "also")
	for i := range days {
		for _, s := range days[i].Sessions {
			start := ""
			if s.Start != 0 {
				start = time.Unix(s.Start, 0).In(time.FixedZone("", int(s.Offset))).Format(time.RFC3339)
			}
			w.row(days[i].Date.String(), start, string(s.Sport), number(s.Minutes, 1), number(s.Km, 2), number(s.HR, 0),
				s.Source, strings.Join(s.Also, "; "))
		}
	}
	return w.out
}

// WellnessCSV is what intervals.icu takes as wellness data: a row a date, by its names
// and in its units. HRV there is RMSSD; SDNN has a column of its own.
func WellnessCSV(days []Day) []byte {
	var w writer
	w.row("date", "restingHR", "hrv", "hrvSDNN", "sleepSecs")
	for i := range days {
		d := &days[i]
		hrv, rest, sleep := d.Signals[diary.HRV], &d.Signals[diary.RestingHR], d.Signals[diary.Sleep]
		if !hrv.Known && !rest.Known && !sleep.Known {
			continue
		}
		rmssd, sdnn := hrv.number(1), ""
		if measure, _ := hrv.Metric.Parts(); measure == "sdnn" {
			rmssd, sdnn = "", rmssd
		}
		sleep.Value *= 60
		w.row(d.Date.String(), rest.number(0), rmssd, sdnn, sleep.number(0))
	}
	return w.out
}

func (s *Signal) number(decimals int) string {
	if !s.Known {
		return ""
	}
	return number(s.Value, decimals)
}

// number writes a quantity, of which 0 is not known.
func number(v float64, decimals int) string {
	if v == 0 {
		return ""
	}
	return strconv.FormatFloat(v, 'f', decimals, 64)
}

// seen drops what is no text: marks of direction, and controls but for those that a
// cell may hold.
func seen(r rune) rune {
	if unicode.IsControl(r) && !unicode.IsSpace(r) || unicode.Is(unicode.Bidi_Control, r) {
		return -1
	}
	return r
}

// writer writes rows that every spreadsheet reads, as text and never as a formula.
type writer struct{ out []byte }

func (w *writer) row(cells ...string) {
	for i, c := range cells {
		if i > 0 {
			w.out = append(w.out, ',')
		}
		c = strings.Map(seen, c)
		if c != "" && strings.IndexByte("=+-@\t\r", c[0]) >= 0 {
			c = "'" + c
		}
		if strings.ContainsAny(c, "\",\r\n") {
			c = `"` + strings.ReplaceAll(c, `"`, `""`) + `"`
		}
		w.out = append(w.out, c...)
	}
	w.out = append(w.out, '\r', '\n')
}
