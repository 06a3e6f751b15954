package entry

import (
	"slices"
	"strings"

	"rebound/engine/diary"
	"rebound/engine/verdict"
)

// Morning is a morning's numbers. What is nil stays as it is; 0 takes a value back.
type Morning struct {
	Date      diary.Date `json:"date"`
	RestingHR *float64   `json:"resting_hr,omitempty"` // bpm
	HRVms     *float64   `json:"hrv_ms,omitempty"`     // RMSSD
	SleepMin  *float64   `json:"sleep_min,omitempty"`
}

func (m Morning) of() diary.Date { return m.Date }
func (m Morning) name() string   { return "typed" }

func (m Morning) enter(d *draft) *Refusal {
	for _, v := range []struct {
		kind        diary.Kind
		field, unit string
		value       *float64
	}{
		{diary.RestingHR, "resting_hr", "bpm", m.RestingHR},
		{diary.HRV, "hrv_ms", "ms", m.HRVms},
		{diary.Sleep, "sleep_min", "min", m.SleepMin},
	} {
		if v.value == nil {
			continue
		}
		if *v.value != 0 && !v.kind.Valid(*v.value) {
			low, high := v.kind.Bounds()
			return &Refusal{Code: Range, Field: v.field, Value: *v.value, Low: low, High: high, Unit: v.unit}
		}
		d.Typed = append(d.Typed, diary.Typed{Stamp: d.stamp, Kind: v.kind, Value: *v.value})
	}
	return nil
}

// Decision is what the runner did with an action that may be declined: kept what
// was planned (Accepted false), or not.
type Decision struct {
	Date     diary.Date `json:"date"`
	Action   string     `json:"action"` // one that verdict.Declinable names
	Accepted bool       `json:"accepted"`
	Why      string     `json:"why,omitempty"` // in the runner's own words
}

func (v Decision) of() diary.Date { return v.Date }
func (v Decision) name() string   { return "decision" }

func (v Decision) enter(d *draft) *Refusal {
	if !verdict.Declinable(verdict.Action(v.Action)) {
		if !slices.Contains(verdict.Actions, verdict.Action(v.Action)) {
			r := &Refusal{Code: Choice, Field: "action", Word: v.Action}
			for _, a := range verdict.Actions {
				if verdict.Declinable(a) {
					r.Choices = append(r.Choices, string(a))
				}
			}
			return r
		}
		return &Refusal{Code: Declining, Field: "action", Word: v.Action}
	}
	d.Decisions = append(d.Decisions, diary.Decision{Stamp: d.stamp, Action: v.Action, Accepted: v.Accepted, Why: oneLine(v.Why)})
	return nil
}

// longestWhy bounds a reason, in characters.
const longestWhy = 200

// oneLine is a reason in the runner's own words on one line.
func oneLine(why string) string {
	words := []rune(strings.Join(strings.Fields(why), " "))
	return string(words[:min(len(words), longestWhy)])
}
