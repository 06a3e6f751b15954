package entry

import (
	"bytes"
	"encoding/json"
	"errors"
	"reflect"
	"strings"

	"rebound/engine/diary"
)

// Why a text is not the JSON that is wanted: Refusal.Word of NotJSON.
const (
	Misspelt = "misspelt"  // a comma, bracket or quotation mark; Value is the line, from 1
	CutOff   = "cut_off"   // it is empty, or ends in the middle
	NoObject = "no_object" // it is something else than one object
)

// Unread is why a text cannot be read, of the error that the JSON reader gave; the
// reader's own words are for programmers.
func Unread(text []byte, err error) *Refusal {
	var syntax *json.SyntaxError
	var typed *json.UnmarshalTypeError
	var date diary.NotADate
	switch {
	case errors.As(err, &date):
		return &Refusal{Code: NotADate, Field: "date", Word: string(date)}
	case errors.As(err, &typed) && typed.Field != "":
		kind, _, _ := strings.Cut(typed.Value, " ") // "number 6.5"
		return &Refusal{Code: WrongType, Field: typed.Field[strings.LastIndexByte(typed.Field, '.')+1:], Word: kind, Wants: wanted(typed.Type)}
	case errors.As(err, &syntax) && syntax.Error() == "unexpected end of JSON input": // it has no type of its own
		return &Refusal{Code: NotJSON, Word: CutOff}
	case syntax != nil:
		at := min(max(0, int(syntax.Offset)-1), len(text))
		return &Refusal{Code: NotJSON, Word: Misspelt, Value: float64(1 + bytes.Count(text[:at], []byte{'\n'}))}
	}
	return &Refusal{Code: NotJSON, Word: NoObject}
}

// Spelling is why a text is no JSON at all; nil where it is.
func Spelling(text []byte) *Refusal {
	var any json.RawMessage
	if err := json.Unmarshal(text, &any); err != nil {
		return Unread(text, err)
	}
	return nil
}

// Strictly reads one JSON value whose fields must all be known, and refuses any other.
func Strictly(text []byte, to any) *Refusal {
	if r := Spelling(text); r != nil {
		return r
	}
	dec := json.NewDecoder(bytes.NewReader(text))
	dec.DisallowUnknownFields()
	err := dec.Decode(to)
	if err == nil {
		return nil
	}
	if name, ok := unknownField(err); ok {
		return &Refusal{Code: UnknownField, Word: name}
	}
	return Unread(text, err)
}

// wanted names the type of JSON that a type of Go is read from, as typeOf does.
func wanted(t reflect.Type) string {
	switch t.Kind() {
	case reflect.Bool:
		return "bool"
	case reflect.String:
		return "string"
	case reflect.Slice, reflect.Array:
		return "array"
	case reflect.Map, reflect.Struct:
		return "object"
	case reflect.Pointer:
		return wanted(t.Elem())
	}
	return "number"
}
