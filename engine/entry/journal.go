package entry

import (
	"bytes"
	"encoding/json"
	"errors"
	"reflect"
	"slices"
	"strings"

	"rebound/engine/diary"
)

// Journal is what a runner reported, by kind: a journal file's JSON. It is heard
// in the order of its fields.
type Journal struct {
	Morning   []Morning  `json:"morning,omitempty"`
	CheckIns  []CheckIn  `json:"checkins,omitempty"`
	Niggles   []Niggle   `json:"niggles,omitempty"`
	Sessions  []Session  `json:"sessions,omitempty"`
	Decisions []Decision `json:"decisions,omitempty"`
	Cold      []Cold     `json:"cold,omitempty"`
	Ticks     []Tick     `json:"ticks,omitempty"`
	Screens   []Screen   `json:"screens,omitempty"`
	Reactions []Reaction `json:"reactions,omitempty"`
	Periods   []Period   `json:"periods,omitempty"`
	Ran       []Ran      `json:"ran,omitempty"`
	Walks     []Walk     `json:"walks,omitempty"`

	Illnesses   []Illness    `json:"illnesses,omitempty"`
	Runs        []Run        `json:"runs,omitempty"`
	NotRan      []NotRan     `json:"not_ran,omitempty"`
	Corrections []Correction `json:"corrections,omitempty"`
	Straps      []Strap      `json:"straps,omitempty"`
}

// mostEntries is how many of a kind are heard of one journal (ours): more than twenty years
// have, and as many as are heard in a moment.
const mostEntries = 50_000

// Refused is an entry of a journal that cannot be, and where it is.
type Refused struct {
	*Refusal
	List  string // the journal's: "checkins"; "" where there is no such list
	Place int    // in the list, from 1; 0 for the list as a whole
	Line  int    // of the file, from 1
}

// ReadJournal hears a journal's JSON. An entry that cannot be is refused with its
// line, in order of lines, and the rest is heard. The error is a *Refusal: what is
// no JSON object, or has none of a journal's lists, is no journal.
func ReadJournal(text []byte, c Context) (diary.Reported, []Refused, error) {
	if r := Spelling(text); r != nil {
		return diary.Reported{}, nil, r
	}
	items, refused, err := split(text)
	if err != nil {
		return diary.Reported{}, nil, Unread(text, err)
	}
	d := draft{Context: c}
	var journal Journal
	lists, known := reflect.TypeOf(journal), 0
	for i := range lists.NumField() {
		name, kind := jsonName(lists.Field(i)), lists.Field(i).Type.Elem()
		place := 0
		for _, it := range items {
			if it.list != name {
				continue
			}
			known++
			if it.value == nil { // the list itself
				continue
			}
			place++
			e := reflect.New(kind)
			r := Strictly(it.value, e.Interface())
			switch {
			case r == nil:
				r = d.take(e.Elem().Interface().(Entry))
			case r.Code == UnknownField:
				r.Choices = jsonNames(kind)
			case r.Code == NotJSON: // a value that is no entry
				r = &Refusal{Code: WrongType, Field: "entry", Word: typeOf(it.value), Wants: "object"}
			}
			if r != nil {
				refused = append(refused, Refused{r, name, place, it.line})
			}
		}
	}
	if known == 0 && len(refused) > 0 {
		return diary.Reported{}, nil, refused[0].Refusal
	}
	diary.SortBy(refused, func(a, b Refused) int { return a.Line - b.Line })
	return d.Reported, refused, nil
}

var errNoObject = errors.New("it does not begin with a brace")

// item is one entry of a list, or, without a value, that the list is there.
type item struct {
	list  string
	value json.RawMessage
	line  int
}

// split takes a journal apart into its entries. What is not a list, or a list that
// no journal has, is refused.
func split(text []byte) (items []item, refused []Refused, err error) {
	dec := json.NewDecoder(bytes.NewReader(text))
	if t, err := dec.Token(); err != nil {
		return nil, nil, err
	} else if t != json.Delim('{') {
		return nil, nil, errNoObject
	}
	lines, counted := 1, 0
	lineAt := func(at int) int { // each is after the one before
		lines, counted = lines+bytes.Count(text[counted:at], []byte{'\n'}), at
		return lines
	}
	line := func() int { // of what comes next
		at := int(dec.InputOffset())
		for at < len(text) && strings.IndexByte(" \t\r\n,:", text[at]) >= 0 {
			at++
		}
		return lineAt(at)
	}
	names := jsonNames(reflect.TypeFor[Journal]())
	for dec.More() {
		at := line()
		t, err := dec.Token()
		if err != nil {
			return nil, nil, err
		}
		name, _ := t.(string)
		var list json.RawMessage
		start := int(dec.InputOffset())
		if err := dec.Decode(&list); err != nil {
			return nil, nil, err
		}
		var values []json.RawMessage
		switch {
		case !slices.Contains(names, name):
			refused = append(refused, Refused{&Refusal{Code: UnknownField, Word: name, Choices: names}, "", 0, at})
			continue
		case json.Unmarshal(list, &values) != nil:
			refused = append(refused, Refused{&Refusal{Code: WrongType, Field: name, Word: typeOf(list), Wants: "array"}, name, 0, at})
		}
		items = append(items, item{list: name, line: at})
		if n := len(values); n > mostEntries {
			refused = append(refused, Refused{&Refusal{Code: Range, Field: name, Value: float64(n), High: mostEntries, Whole: true, Unit: "entries"}, name, 0, at})
			values = values[:mostEntries]
		}
		for _, v := range values {
			start += bytes.Index(text[start:], v)
			items = append(items, item{name, v, lineAt(start)})
			start += len(v)
		}
	}
	return items, refused, nil
}

// typeOf names the type of a JSON value, as the JSON reader does.
func typeOf(v json.RawMessage) string {
	switch v[0] {
	case '"':
		return "string"
	case '{':
		return "object"
	case '[':
		return "array"
	case 't', 'f':
		return "bool"
	case 'n':
		return "null"
	}
	return "number"
}

// jsonNames are the names that the fields of a struct have in JSON.
func jsonNames(t reflect.Type) (names []string) {
	for i := range t.NumField() {
		names = append(names, jsonName(t.Field(i)))
	}
	return names
}

func jsonName(f reflect.StructField) string {
	name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
	return name
}

// unknownField is the name of a field that the JSON reader did not know.
func unknownField(err error) (name string, ok bool) {
	name, ok = strings.CutPrefix(err.Error(), "json: unknown field ") // it has no type of its own
	return strings.Trim(name, `"`), ok
}
