package entry

import (
	"encoding/json"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"rebound/engine/diary"
)

// Session is how a session felt, or that there was strength work. What is nil
// stays as it was.
type Session struct {
	Date     diary.Date `json:"date"`
	Start    Moment     `json:"start,omitempty"` // of the run; 0: the date as a whole
	RPE      *float64   `json:"rpe,omitempty"`   // 0 to 10
	Pain     *float64   `json:"pain,omitempty"`  // the worst during it, 0 to 10
	Strength bool       `json:"strength,omitempty"`
	Off      bool       `json:"off,omitempty"` // takes both numbers back, or the strength work
}

// Moment is Unix seconds; JSON has them as a number or as RFC 3339.
type Moment int64

// UnmarshalJSON reads either form.
func (m *Moment) UnmarshalJSON(b []byte) error {
	if len(b) > 0 && b[0] == '"' {
		var text string
		if err := json.Unmarshal(b, &text); err != nil {
			return err
		}
		at, ok := readMoment(text)
		if !ok {
			return &json.UnmarshalTypeError{Value: "string", Type: reflect.TypeFor[Moment]()}
		}
		*m = at
		return nil
	}
	return json.Unmarshal(b, (*int64)(m))
}

// readMoment reads RFC 3339, parts of a second left out: 2026-11-21T06:30:00Z, or an offset in the
// place of the Z. Package time would do, and bring all its layouts into the backend, which is
// sent numbers.
func readMoment(s string) (Moment, bool) {
	if len(s) < len("2006-01-02T15:04:05Z") || s[10] != 'T' && s[10] != 't' {
		return 0, false
	}
	day, err := diary.ParseDate(s[:10])
	clock, ok := seconds(s[11:19])
	rest := s[19:]
	if rest[0] == '.' {
		rest = strings.TrimLeft(rest[1:], "0123456789")
	}
	if err != nil || !ok || rest == "" {
		return 0, false
	}
	at := Moment(day)*86400 + clock
	if rest == "Z" || rest == "z" {
		return at, true
	}
	east, ok := seconds(rest[1:] + ":00")
	switch rest[0] {
	case '+':
		return at - east, ok
	case '-':
		return at + east, ok
	}
	return 0, false
}

// seconds reads 15:04:05 as what of the day is over.
func seconds(s string) (n Moment, ok bool) {
	parts := strings.Split(s, ":")
	if len(parts) != 3 {
		return 0, false
	}
	for i, most := range [...]uint64{23, 59, 59} {
		v, err := strconv.ParseUint(parts[i], 10, 8)
		if err != nil || len(parts[i]) != 2 || v > most {
			return 0, false
		}
		n = n*60 + Moment(v)
	}
	return n, true
}

func (s Session) of() diary.Date { return s.Date }
func (s Session) name() string   { return "effort" }

func (s Session) enter(d *draft) *Refusal {
	if s.Start != 0 && d.Diary != nil && !slices.ContainsFunc(d.Diary.Activities, func(a diary.Activity) bool {
		return a.Date == s.Date && a.Start == int64(s.Start)
	}) && !slices.ContainsFunc(d.Diary.Reported.Runs, func(r diary.Run) bool { return r.Date == s.Date && r.Start == int64(s.Start) }) {
		return &Refusal{Code: NoSuchRun, Field: "start", Value: float64(s.Start), Date: s.Date}
	}
	if s.RPE == nil && s.Pain == nil && !s.Strength && !s.Off {
		return &Refusal{Code: Empty}
	}
	effort := diary.Effort{Stamp: d.stamp, Start: int64(s.Start), RPE: diary.Unsaid, Strength: s.Strength, Off: s.Off}
	pain := diary.RunPain{Stamp: d.stamp, Start: int64(s.Start), Pain: diary.Unsaid, Off: s.Off}
	if r := score(&effort.RPE, "rpe", s.RPE, diary.MaxEffort); r != nil {
		return r
	}
	if r := score(&pain.Pain, "pain", s.Pain, diary.MaxPain); r != nil {
		return r
	}
	if s.RPE != nil || s.Strength || s.Off {
		d.Efforts = append(d.Efforts, effort)
	}
	if s.Pain != nil || s.Off && !s.Strength {
		d.Pains = append(d.Pains, pain)
	}
	return nil
}
