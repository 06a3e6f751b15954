package entry

import "encoding/json"

// Tables is what the runner said of tables of their own: a JSON object of what each
// header stands for, by its key, as engine/watch/plain has both; "" for nothing. It is
// a text so that settings can be compared.
type Tables string

const (
	tablesKey  = "tables"
	mostTables = 200
)

// All is what was said, by header.
func (t Tables) All() (all map[string]json.RawMessage) {
	if t != "" && json.Unmarshal([]byte(t), &all) != nil {
		return nil
	}
	return all
}

// With is the same with one more, or without it where mapping is nil.
func (t Tables) With(header string, mapping json.RawMessage) Tables {
	all := t.All()
	if all == nil {
		all = map[string]json.RawMessage{}
	}
	if all[header] = mapping; mapping == nil {
		delete(all, header)
	}
	return tablesOf(all)
}

func tablesOf[V any](all map[string]V) Tables {
	if len(all) == 0 {
		return ""
	}
	text, err := json.Marshal(all)
	if err != nil {
		return ""
	}
	return Tables(text)
}

// set takes what a settings file holds: an object of objects. What none of them means
// to the reader of tables is asked again.
func (t *Tables) set(value any) *Refusal {
	all, ok := value.(map[string]any)
	if !ok {
		return &Refusal{Code: WrongType, Field: tablesKey, Word: kindOf(value)}
	}
	if len(all) > mostTables {
		return &Refusal{Code: Range, Field: tablesKey, Value: float64(len(all)), High: mostTables, Whole: true}
	}
	for _, one := range all {
		if _, ok := one.(map[string]any); !ok {
			return &Refusal{Code: WrongType, Field: tablesKey, Word: kindOf(one)}
		}
	}
	*t = tablesOf(all)
	return nil
}
