package entry

import (
	"encoding/json"
	"maps"
	"math"
	"slices"

	"rebound/engine/diary"
	"rebound/engine/rule"
)

// Settings is all that a runner may set: the units of distances, the page's theme,
// the runner's own numbers and every threshold. As JSON it is one object of key to
// value, in a settings file, the store and a backup alike.
type Settings struct {
	Units string // "km" or "mi"
	Theme string // "auto", "light" or "dark": the page's own
	rule.Settings
	Sources diary.Choice // what goes first where several sources speak, and whose data it is
	Tables  Tables       // what is in tables of the runner's own
	Later   Tables       // settings of a later version, as it kept them
}

// DefaultSettings is what a runner who set nothing has.
func DefaultSettings() Settings {
	return Settings{Units: "km", Theme: "auto", Settings: rule.Default()}
}

// worded are the settings that are words; the first is the default.
var worded = map[string][]string{
	"units": {"km", "mi"},
	"theme": {"auto", "light", "dark"},
	"sex":   {"", "female", "male"},

	"prefer_hrv": exports, "prefer_resting_hr": exports, "prefer_sleep": exports, "prefer_sessions": exports,
	"owners": nil, // as diary.Choice.WithOwner writes it
}

// exports are the sources that can be put first; "" leaves it to their order of trust.
var exports = append([]string{""}, diary.Exports()...)

// personal are the bounds of the runner's own numbers; 0 is not said.
var personal = map[string]struct {
	low, high float64
	unit      string
}{
	"max_hr": {100, 240, "bpm"},
	"age":    {10, 110, "years"},
}

func (s *Settings) word(key string) *string {
	switch key {
	case "units":
		return &s.Units
	case "theme":
		return &s.Theme
	case "prefer_hrv":
		return &s.Sources.First[diary.HRV]
	case "prefer_resting_hr":
		return &s.Sources.First[diary.RestingHR]
	case "prefer_sleep":
		return &s.Sources.First[diary.Sleep]
	case "prefer_sessions":
		return &s.Sources.Sessions
	case "owners":
		return &s.Sources.Owners
	}
	return &s.Sex
}

func (s *Settings) number(key string) *float64 {
	if key == "age" {
		return &s.Age
	}
	return &s.MaxHR
}

// Worded reports whether the setting of a key is a word.
func Worded(key string) bool { _, ok := worded[key]; return ok }

// Set changes one setting: a string for one that is a word, else a float64. What is
// refused changes nothing.
func (s *Settings) Set(key string, value any) *Refusal {
	if key == tablesKey {
		return s.Tables.set(value)
	}
	list, isWord := worded[key]
	text, isText := value.(string)
	v, isNumber := value.(float64)
	switch {
	case isWord && !isText, !isWord && !isNumber:
		if _, known := rule.Find(key); !known && !isWord && personal[key].high == 0 {
			break
		}
		return refuse(key, WrongType, kindOf(value), 0)
	case isWord:
		if valid := slices.Contains(list, text) || list == nil && diary.ValidOwners(text); !valid {
			return refuse(key, Choice, text, 0)
		}
		*s.word(key) = text
		return nil
	}
	if own, ok := personal[key]; ok {
		if v != 0 && !(v >= own.low && v <= own.high) {
			return refuse(key, Range, "", v)
		}
		*s.number(key) = v
		return nil
	}
	r, ok := rule.Find(key)
	if !ok {
		return &Refusal{Code: UnknownField, Word: key}
	}
	if r.Whole() && v != math.Trunc(v) || s.Settings.Set(key, v) != nil {
		return refuse(key, Range, "", v)
	}
	return nil
}

// refuse is why a setting cannot be what was given, with what it can be.
func refuse(key string, code Code, word string, value float64) *Refusal {
	out := &Refusal{Code: code, Field: key, Word: word, Value: value}
	if list, isWord := worded[key]; isWord {
		for _, w := range list {
			if w != "" {
				out.Choices = append(out.Choices, w)
			}
		}
		out.OrNone = slices.Contains(list, "")
	} else if own, ok := personal[key]; ok {
		out.Low, out.High, out.Unit, out.OrNone = own.low, own.high, own.unit, true
	} else if r, ok := rule.Find(key); ok {
		out.Low, out.High, out.Unit, out.Whole = r.Min, r.Max, r.Unit, r.Whole()
	}
	return out
}

func kindOf(value any) string {
	raw, err := json.Marshal(value)
	if err != nil {
		return "unknown"
	}
	return typeOf(raw)
}

// Reset puts every threshold back to its default. What is the runner's own stays.
func (s *Settings) Reset() {
	rules := rule.Default()
	rules.Sex, rules.Age, rules.MaxHR = s.Sex, s.Age, s.MaxHR
	s.Settings = rules
}

// Read takes settings from JSON over what s has, and returns those that are
// refused, in order of key: they stay as they were, and a caller who wants all or
// nothing reads into a copy.
func (s *Settings) Read(text []byte) []*Refusal {
	refused, _ := s.read(text, false)
	return refused
}

// Keep is Read of what was kept: settings that this version does not know stay, for the
// version that does, and are not refused.
func (s *Settings) Keep(text []byte) []*Refusal {
	refused, later := s.read(text, true)
	if len(text) < mostLater {
		s.Later = tablesOf(later)
	}
	return refused
}

// mostLater is how long settings may be that hold some of a later version.
const mostLater = 64 << 10

// read is both; with keep, later has what this version does not know.
func (s *Settings) read(text []byte, keep bool) (refused []*Refusal, later map[string]any) {
	var values map[string]any
	if err := json.Unmarshal(text, &values); err != nil {
		return []*Refusal{{Code: NotJSON, Word: NoObject}}, nil // Spelling says more
	}
	later = map[string]any{}
	for _, key := range slices.Sorted(maps.Keys(values)) {
		switch r := s.Set(key, values[key]); {
		case r == nil:
		case keep && r.Code == UnknownField:
			later[key] = values[key]
		default:
			refused = append(refused, r)
		}
	}
	return refused, later
}

// JSON is what differs from the defaults, but for some keys, as one object: a
// threshold at its default is not in it, so that a later default reaches the
// runner.
func (s Settings) JSON(without ...string) []byte {
	v := map[string]any{}
	for key, words := range worded {
		if w := *s.word(key); len(words) == 0 && w != "" || len(words) > 0 && w != words[0] {
			v[key] = w
		}
	}
	for key := range personal {
		if n := *s.number(key); n != 0 {
			v[key] = n
		}
	}
	for _, r := range rule.Table {
		if n := r.Get(s.Settings); n != r.Default {
			v[r.Key] = n
		}
	}
	if s.Tables != "" {
		v[tablesKey] = json.RawMessage(s.Tables)
	}
	for key, value := range s.Later.All() {
		v[key] = value
	}
	maps.DeleteFunc(v, func(key string, _ any) bool { return slices.Contains(without, key) })
	text, err := json.Marshal(v)
	if err != nil {
		panic(err) // numbers within bounds and words always marshal
	}
	return text
}
