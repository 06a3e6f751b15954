package main

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"slices"

	"rebound/engine/rule"
)

// settings is what a -settings file may change: every threshold by its key, the
// runner's sex, age and maximal heart rate, and the units of distances.
type settings struct {
	rule.Settings
	units string // "km" or "mi"
}

func defaultSettings() settings { return settings{rule.Default(), "km"} }

// read reads a JSON object of key to value. An unknown key and a value
// out of bounds are errors: a threshold that silently stayed as it was would be
// worse than none.
func (s *settings) read(path string) error {
	b, err := os.ReadFile(path)
	if err != nil {
		return usageError{err}
	}
	values := map[string]any{}
	if err := json.Unmarshal(b, &values); err != nil {
		return badUsage("%s is not a JSON object of settings: %v", path, err)
	}
	for _, key := range slices.Sorted(maps.Keys(values)) {
		if err := s.set(key, values[key]); err != nil {
			return badUsage("%s: %v", path, err)
		}
	}
	return nil
}

// restore takes a backup's settings. What this version does not know, or would
// not accept, stays at its default, as in the app.
func (s *settings) restore(b json.RawMessage) {
	values := map[string]any{}
	if json.Unmarshal(b, &values) != nil {
		return
	}
	for key, value := range values {
		_ = s.set(key, value)
	}
}

func (s *settings) set(key string, value any) error {
	switch key {
	case "units", "sex":
		return s.choose(key, value)
	case "theme": // the page's own
		return nil
	}
	v, ok := value.(float64)
	if !ok {
		return fmt.Errorf("%s must be a number", key)
	}
	switch key {
	case "max_hr":
		return within(key, v, 100, 240, &s.MaxHR)
	case "age":
		return within(key, v, 10, 110, &s.Age)
	}
	return s.Set(key, v)
}

func (s *settings) choose(key string, value any) error {
	text, _ := value.(string)
	switch {
	case key == "units" && (text == "km" || text == "mi"):
		s.units = text
	case key == "sex" && (text == "male" || text == "female" || text == ""):
		s.Sex = text
	case key == "units":
		return fmt.Errorf(`units must be "km" or "mi"`)
	default:
		return fmt.Errorf(`sex must be "male", "female" or ""`)
	}
	return nil
}

// within sets one of the runner's own numbers; 0 means not said.
func within(key string, v, low, high float64, to *float64) error {
	if v != 0 && (v < low || v > high) {
		return fmt.Errorf("%s must be between %g and %g, or 0 for not said", key, low, high)
	}
	*to = v
	return nil
}
