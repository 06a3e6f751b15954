package backend

import (
	"encoding/json"
	"fmt"
	"maps"

	"rebound/app/wire"
	"rebound/engine/rule"
)

// prefs is what the runner set. As JSON it is one object of key -> value, the
// form that the command line's -settings takes. A rule that stands at its
// default is not in it, so that a later default reaches the runner.
type prefs struct {
	units string // "km" or "mi"
	theme string // "auto", "light" or "dark"
	rules rule.Settings
}

func defaultPrefs() prefs { return prefs{units: "km", theme: "auto", rules: rule.Default()} }

// choices are the settings that are words; the first is the default.
var choices = map[string][]string{
	"units": {"km", "mi"},
	"theme": {"auto", "light", "dark"},
	"sex":   {"", "female", "male"},
}

// person are the runner's own numbers; 0 is not said.
var person = map[string]struct {
	name      string
	low, high float64
}{
	"max_hr": {"Max HR", 100, 240},
	"age":    {"Age", 10, 110},
}

// set changes one setting. The error is a line for the runner.
func (p *prefs) set(a wire.SettingArg) error {
	if a.Reset {
		rules := rule.Default()
		rules.Sex, rules.Age, rules.MaxHR = p.rules.Sex, p.rules.Age, p.rules.MaxHR
		p.rules = rules
		return nil
	}
	if words, ok := choices[a.Key]; ok {
		for _, w := range words {
			if w == a.Text {
				*p.word(a.Key) = w
				return nil
			}
		}
		return fmt.Errorf("%q is not a choice for %s: pick one from the list", a.Text, a.Key)
	}
	if own, ok := person[a.Key]; ok {
		if a.Value != 0 && !(a.Value >= own.low && a.Value <= own.high) {
			return fmt.Errorf("%s must be between %g and %g: correct it, or leave it empty", own.name, own.low, own.high)
		}
		*p.number(a.Key) = a.Value
		return nil
	}
	if err := p.rules.Set(a.Key, a.Value); err != nil {
		return fmt.Errorf("%w: correct it", err)
	}
	return nil
}

func (p *prefs) word(key string) *string {
	switch key {
	case "units":
		return &p.units
	case "theme":
		return &p.theme
	}
	return &p.rules.Sex
}

func (p *prefs) number(key string) *float64 {
	if key == "age" {
		return &p.rules.Age
	}
	return &p.rules.MaxHR
}

// values is what differs from the defaults, by key.
func (p prefs) values() map[string]any {
	v := map[string]any{}
	for key, words := range choices {
		if w := *p.word(key); w != words[0] {
			v[key] = w
		}
	}
	for key := range person {
		if n := *p.number(key); n != 0 {
			v[key] = n
		}
	}
	for _, r := range rule.Table {
		if n := r.Get(p.rules); n != r.Default {
			v[r.Key] = n
		}
	}
	return v
}

// json is values but for those keys, as one object.
func (p prefs) json(without ...string) []byte {
	v := p.values()
	maps.DeleteFunc(v, func(key string, _ any) bool {
		for _, w := range without {
			if key == w {
				return true
			}
		}
		return false
	})
	b, err := json.Marshal(v)
	if err != nil {
		panic(err) // numbers within bounds and words always marshal
	}
	return b
}

// readPrefs reads what json wrote over the defaults. A setting that this version
// does not know, or would not accept, stays at its default.
func readPrefs(b []byte) prefs {
	p := defaultPrefs()
	p.merge(b)
	return p
}

func (p *prefs) merge(b []byte) {
	var values map[string]any
	if len(b) == 0 || json.Unmarshal(b, &values) != nil {
		return
	}
	for key, v := range values {
		arg := wire.SettingArg{Key: key}
		arg.Text, _ = v.(string)
		arg.Value, _ = v.(float64)
		// A refused value leaves the setting as it was, which is what is wanted.
		_ = p.set(arg)
	}
}
