package entry

import (
	"encoding/json"
	"slices"
	"time"

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
		var t time.Time
		if err := json.Unmarshal(b, &t); err != nil {
			return err
		}
		*m = Moment(t.Unix())
		return nil
	}
	return json.Unmarshal(b, (*int64)(m))
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
