package entry

import (
	"fmt"

	"rebound/engine/diary"
)

// Code says why something is refused.
type Code string

const (
	NoDate       Code = "no_date"
	NotADate     Code = "not_a_date"     // Word is what was written
	Ahead        Code = "ahead"          // Date is still to come
	TooEarly     Code = "too_early"      // Date is before Oldest
	Range        Code = "range"          // Value is not from Low to High
	Choice       Code = "choice"         // Word is none of Choices
	Missing      Code = "missing"        // Field is needed; Low and High are its bounds, where it is a number
	Empty        Code = "empty"          // nothing is said
	Declining    Code = "not_declinable" // Word is an action that is not for declining
	Backwards    Code = "backwards"      // Date, the end, is before the beginning
	OtherDay     Code = "other_day"      // the moment of Field is not on Date
	Both         Code = "both"           // Field and Word go against each other
	TooFast      Code = "too_fast"       // Value minutes for Low km
	NoSuchRun    Code = "no_such_run"
	NoSuchCold   Code = "no_such_immersion"
	NoSuchStrap  Code = "no_such_measurement"
	Unclear      Code = "unclear"       // a share Value of the heartbeats is off, of High that may be
	NoRest       Code = "no_rest"       // Value is not from Low to High: measured, and no heart at rest
	WrongType    Code = "wrong_type"    // the JSON of Field is of another type; Word says which
	UnknownField Code = "unknown_field" // Word is none of Choices
	NotJSON      Code = "not_json"      // not what is wanted at all; Word is Misspelt, CutOff or NoObject
)

// Refusal is why an entry or a setting cannot be: a code, and what the sentence of
// it needs. It holds no prose.
type Refusal struct {
	Code      Code
	Field     string // as in the JSON: "resting_hr"
	Value     float64
	Low, High float64
	Whole     bool   // only whole numbers
	OrNone    bool   // or 0, for not said; of Choices, or ""
	Unit      string // of Value, Low and High; "" for none
	Word      string
	Wants     string // of WrongType: the type of JSON that it has to be, "" where Low to High or Choices say it
	Choices   []string
	Date      diary.Date
}

// Error names the refusal in a log; a runner reads words.RefusedEntry.
func (r *Refusal) Error() string {
	return fmt.Sprintf("%s: %s %g [%g, %g] %q %v", r.Code, r.Field, r.Value, r.Low, r.High, r.Word, r.Date)
}
