package words

import (
	"errors"
	"fmt"
	"math"
	"strings"

	"rebound/app/unit"
	"rebound/app/wire"
	"rebound/engine/entry"
	"rebound/engine/plan"
)

// Problem is what the runner reads of an error: nil of one that is not for them,
// which is to be logged.
func Problem(err error) *wire.Problem {
	var p *wire.Problem
	var r *entry.Refusal
	var planned *plan.Refusal
	switch {
	case errors.As(err, &p):
		return p
	case errors.As(err, &r):
		return RefusedEntry(r)
	case errors.As(err, &planned):
		sentence, _ := Refused(planned)
		return &wire.Problem{Code: string(planned.Code), Text: sentence}
	}
	return nil
}

// RefusedEntry is why an entry or a setting cannot be, and what to give instead.
func RefusedEntry(r *entry.Refusal) *wire.Problem {
	text, hint := refusedEntry(r)
	return &wire.Problem{Code: string(r.Code), Text: text, Hint: hint}
}

func refusedEntry(r *entry.Refusal) (text, hint string) {
	switch r.Code {
	case entry.NoDate:
		switch r.Field {
		case "from":
			return "The first day is missing.", "Add it, written as 2026-03-15."
		case "to":
			return "The last day is missing.", "Add it, written as 2026-03-15."
		}
		return "The date is missing.", "Add it, written as 2026-03-15."
	case entry.NotADate:
		return fmt.Sprintf("%q is not a date.", r.Word), "Write it as 2026-03-15."
	case entry.Ahead:
		return upper(FullDay(r.Date)) + " is in the future.", "Choose today or an earlier day."
	case entry.TooEarly:
		return upper(FullDay(r.Date)) + " is before the year " + entry.Oldest.Time().Format("2006") + ".", "Check the year."
	case entry.Range:
		return fmt.Sprintf("%s cannot be %s.", fieldName(r.Field), withUnit(r.Value, r.Unit)), "Give " + bounds(r) + "."
	case entry.Missing:
		if r.Low == r.High {
			return fieldName(r.Field) + " is missing.", "Add it."
		}
		return fieldName(r.Field) + " is missing.", "Give " + bounds(r) + "."
	case entry.Choice:
		return notAChoice(r)
	case entry.Empty:
		return "Nothing is filled in.", "Give at least one answer."
	case entry.Declining:
		return "This one cannot be declined: it is about pain, illness or coming back from a break.", "You can decline a lighter week, an easy run in place of a hard session, or a step-back week."
	case entry.Backwards:
		return "It ends on " + FullDay(r.Date) + ", before it begins.", "Check the two dates."
	case entry.OtherDay:
		return "The start is not on " + FullDay(r.Date) + ".", "Check the date and the time."
	case entry.Both:
		return fmt.Sprintf("It cannot have both %q and %q.", r.Field, r.Word), "Leave one of them out."
	case entry.TooFast:
		return fmt.Sprintf("%g km in %g min is faster than anybody has run.", r.Low, r.Value), "Check the minutes and the kilometres."
	case entry.NoSuchRun:
		return "Rebound has no such run.", "It may already be gone: look at the day again."
	case entry.NoSuchCold:
		return "Rebound can't find that cold bath.", "It may already be gone: look at the day again."
	case entry.NoSuchStrap:
		return "Rebound can't find that measurement.", "It may already be gone: look at the day again."
	case entry.Unclear:
		return fmt.Sprintf("%.0f%% of the heartbeats did not come through clearly: too many to trust the number.", math.Ceil(r.Value*100)),
			"Wet the strap's electrodes, pull it a little tighter, keep still, and measure again. If this happens every morning, ask a doctor about your heart's rhythm."
	case entry.NoRest:
		if r.Field == "resting_hr" && r.Value > r.High {
			return fmt.Sprintf("Your heart was at %.0f beats a minute: that is not rest.", r.Value), "Lie still for five minutes, then measure again."
		}
		return fmt.Sprintf("%s came out at %s, which no heart at rest has.", fieldName(r.Field), withUnit(r.Value, r.Unit)), "Check that the strap sits well, and measure again."
	case entry.WrongType:
		return wrongType(r)
	case entry.UnknownField:
		return fmt.Sprintf("Nothing here is called %q.", r.Word), choices(r)
	}
	return "This cannot be understood.", "Correct it."
}

// wrongType says of which type of JSON a value is, and what to write instead.
func wrongType(r *entry.Refusal) (text, hint string) {
	text = fieldName(r.Field) + " cannot be " + jsonTypes[r.Word] + "."
	if r.Word == "null" {
		text = fieldName(r.Field) + " has no value."
	}
	switch {
	case len(r.Choices) > 0:
		return text, choices(r)
	case r.High > r.Low:
		return text, "Give " + bounds(r) + "."
	case r.Wants == "array":
		return text, "Write a list in square brackets, [ ]."
	case r.Wants == "object":
		return text, "Write it in braces, { }."
	case r.Wants == "string":
		return text, "Write it in quotation marks."
	case r.Wants != "":
		return text, "Write " + jsonTypes[r.Wants] + "."
	}
	return text, "Correct it."
}

// jsonTypes are the types of JSON values as a runner calls them.
var jsonTypes = map[string]string{"string": "text", "number": "a number", "array": "a list", "bool": "true or false", "object": "a group of values"}

// notAChoice says what there is to choose from.
func notAChoice(r *entry.Refusal) (text, hint string) {
	switch {
	case r.Field == "side" && len(r.Choices) == 1: // no side at all
		return "This test has no sides.", "Leave the side out."
	case r.Field == "code":
		return fmt.Sprintf("%q is not an exercise.", r.Word), "Use the code of one of today's exercises."
	case r.Field == "doses":
		return fmt.Sprintf("%q is not a tag of this day that takes an amount.", r.Word), choices(r)
	case r.Word == "":
		return fieldName(r.Field) + " is missing.", choices(r)
	}
	return fmt.Sprintf("%q is not %s.", r.Word, a(r.Field)), choices(r)
}

// choices says what can be given.
func choices(r *entry.Refusal) string {
	text := "Use one of " + List(r.Choices)
	switch len(r.Choices) {
	case 0:
		return "Correct it."
	case 1:
		text = "Use " + r.Choices[0]
	case 2:
		text = "Use " + r.Choices[0] + " or " + r.Choices[1]
	}
	if r.OrNone {
		text += `, or "" to leave it unset`
	}
	return text + "."
}

// bounds writes "30 to 110 bpm", "a whole number from 0 to 10".
func bounds(r *entry.Refusal) string {
	text := fmt.Sprintf("%g to %s", r.Low, withUnit(r.High, r.Unit))
	if r.Unit == celsius {
		f := unit.Temperature(true)
		text = fmt.Sprintf("%g to %g °C (%s to %s)", r.Low, r.High, f.Number(f.Of(r.Low)), f.Say(r.High))
	}
	if r.Whole {
		text = fmt.Sprintf("a whole number from %g to %s", r.Low, withUnit(r.High, r.Unit))
	}
	if r.OrNone {
		text += ", or 0 to leave it unset"
	}
	return text
}

func withUnit(v float64, in string) string {
	if u := screenUnits[in]; u != "" {
		in = u
	}
	switch in {
	case celsius: // typed in either
		return fmt.Sprintf("%g °C (%s)", round(v, 10), unit.Temperature(true).Say(v))
	case "", "x", "share", "on", "0-10":
		return fmt.Sprintf("%g", v)
	}
	return fmt.Sprintf("%g %s", v, in)
}

const celsius = "°C"

// fieldNames are the fields of entries as a runner knows them; the others are
// called as they are written.
var fieldNames = map[string]string{
	"resting_hr": "Resting HR", "hrv_ms": "HRV", "sleep_min": "Sleep", "severity": "Pain", "rpe": "Effort", "rr": "The time between two heartbeats", "measurement": "A measurement",
	"minutes": "A time", "km": "A distance", "sleep_quality": "Sleep quality", "ready": "Readiness", "celsius": "Water", "trial": "A reaction time", "trials": "A reaction test", "value": "A result",
	"code": "The exercise", "max_hr": "Max HR",
}

func fieldName(field string) string {
	if name := fieldNames[field]; name != "" {
		return name
	}
	return upper(strings.ReplaceAll(field, "_", " "))
}

// a is the name of a choice with its article.
func a(field string) string {
	name := map[string]string{"tags": "tag", "signs": "sign"}[field]
	if name == "" {
		name = field
	}
	if strings.ContainsRune("aeiou", rune(name[0])) {
		return "an " + name
	}
	return "a " + name
}
