package entry

import (
	"encoding/json"
	"testing"
)

func TestTables(t *testing.T) {
	var none Tables
	one := none.With("ab", json.RawMessage(`{"columns":[{"means":"date"}]}`))
	two := one.With("cd", json.RawMessage(`{"columns":[]}`))
	if len(none.All()) != 0 || len(two.All()) != 2 || two.With("cd", nil) != one || one.With("ab", nil) != none || two.With("ef", nil) != two {
		t.Errorf("%q, %q", one, two)
	}
	s := DefaultSettings()
	s.Tables = two
	again := DefaultSettings()
	if r := again.Read(s.JSON()); len(r) > 0 || again != s {
		t.Errorf("%s came back as %q, %v", s.JSON(), again.Tables, r)
	}
	if s.Reset(); s.Tables != two {
		t.Error("a reset of the thresholds took the tables")
	}
	for _, text := range []string{`{"tables":7}`, `{"tables":["a"]}`, `{"tables":{"a":"b"}}`, `{"tables":null}`} {
		if r := s.Read([]byte(text)); len(r) != 1 || r[0].Code != WrongType || s.Tables != two {
			t.Errorf("%s: %v, %q", text, r, s.Tables)
		}
	}
	if r := s.Set("tables", map[string]any{}); r != nil || s.Tables != "" {
		t.Errorf("%v, %q", r, s.Tables)
	}
	many := map[string]any{}
	for i := range mostTables + 1 {
		many[string(rune('a'+i))] = map[string]any{}
	}
	if r := s.Set("tables", many); r == nil || r.Code != Range {
		t.Errorf("%d tables: %v", len(many), r)
	}
}
