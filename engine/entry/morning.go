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
	As        string     `json:"as,omitempty"` // one of diary.ReadingNames: the watch's own numbers, or another measurement's
}

func (m Morning) of() diary.Date { return m.Date }
func (m Morning) name() string   { return "typed" }

func (m Morning) enter(d *draft) *Refusal {
	as := slices.Index(diary.ReadingNames[:], m.As)
	if as < 0 {
		return choice("as", m.As, diary.ReadingNames[1:])
	}
	for _, v := range []struct {
		kind  diary.Kind
		field string
		value *float64
	}{
		{diary.RestingHR, "resting_hr", m.RestingHR},
		{diary.HRV, "hrv_ms", m.HRVms},
		{diary.Sleep, "sleep_min", m.SleepMin},
	} {
		if v.value == nil {
			continue
		}
		if *v.value != 0 && !v.kind.Valid(*v.value) {
			low, high := v.kind.Bounds()
			return &Refusal{Code: Range, Field: v.field, Value: *v.value, Low: low, High: high, Unit: units[v.kind]}
		}
		d.Typed = append(d.Typed, diary.Typed{Stamp: d.stamp, Kind: v.kind, Value: *v.value, As: diary.Reading(as)})
	}
	return nil
}

// Correction is the right value of a date's reading that the watch got wrong, or that
// there is none. The reading is kept: off gives it its place back.
type Correction struct {
	Date    diary.Date `json:"date"`
	Signal  string     `json:"signal"`          // hrv, resting_hr or sleep
	Value   *float64   `json:"value,omitempty"` // ms, bpm or minutes
	Discard bool       `json:"discard,omitempty"`
	Off     bool       `json:"off,omitempty"`
}

func (c Correction) of() diary.Date { return c.Date }
func (c Correction) name() string   { return "correction" }

func (c Correction) enter(d *draft) *Refusal {
	kinds := []string{diary.HRV.String(), diary.RestingHR.String(), diary.Sleep.String()}
	if r := choice("signal", c.Signal, kinds); r != nil {
		return r
	}
	out := diary.Correction{Stamp: d.stamp, Kind: diary.Kind(slices.Index(kinds, c.Signal)), Discard: c.Discard, Off: c.Off}
	low, high := out.Kind.Bounds()
	bounds := Refusal{Code: Missing, Field: "value", Low: low, High: high, Unit: units[out.Kind]}
	switch {
	case c.Off || c.Discard && c.Value == nil:
	case c.Value == nil:
		return &bounds
	case c.Discard:
		return &Refusal{Code: Both, Field: "value", Word: "discard"}
	case !out.Kind.Valid(*c.Value):
		bounds.Code, bounds.Value = Range, *c.Value
		return &bounds
	default:
		out.Value = *c.Value
	}
	d.Corrections = append(d.Corrections, out)
	return nil
}

// units of the signals, by diary.Kind.
var units = [diary.Kinds]string{"ms", "bpm", "min"}

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
