package entry

import (
	"encoding/json"
	"testing"

	"rebound/engine/rule"
)

// Every setting has its bounds, and nothing that is refused changes anything.
func TestSettings(t *testing.T) {
	for key, c := range map[string]struct {
		good, bad []any
		code      Code
	}{
		"units":           {[]any{"km", "mi"}, []any{"ells", ""}, Choice},
		"theme":           {[]any{"auto", "dark"}, []any{"blue"}, Choice},
		"sex":             {[]any{"", "female", "male"}, []any{"yes"}, Choice},
		"prefer_hrv":      {[]any{"", "device", "oura"}, []any{"polaroid"}, Choice},
		"prefer_sessions": {[]any{"", "device", "strava"}, []any{"Strava"}, Choice},
		"owners":          {[]any{"", "polar:1f", "oura:2 polar:1f"}, []any{"polar", "polar:0", "polar:x", "polar:1F", "polar:1f oura:2", "device:1 ", "nobody:1", " "}, Choice},
		"max_hr":          {[]any{0.0, 100.0, 240.0}, []any{99.0, 241.0, -1.0}, Range},
		"age":             {[]any{0.0, 10.0, 110.0}, []any{9.0, 111.0}, Range},
		"gate_k":          {[]any{0.25, 2.0, 0.333}, []any{0.24, 2.1}, Range},
		"window_days":     {[]any{5.0, 7.0}, []any{4.0, 6.5, 8.0}, Range},
	} {
		for _, v := range c.good {
			s := DefaultSettings()
			if r := s.Set(key, v); r != nil {
				t.Errorf("%s = %v: %v", key, v, r)
			}
		}
		bad := func(v any, code Code) {
			s := DefaultSettings()
			if r := s.Set(key, v); r == nil || r.Code != code || r.Field != key || s != DefaultSettings() {
				t.Errorf("%s = %v: %v", key, v, r)
			}
		}
		for _, v := range c.bad {
			bad(v, c.code)
		}
		for _, v := range []any{nil, true, []any{1.0}} {
			bad(v, WrongType)
		}
		if c.code == Choice {
			bad(1.0, WrongType)
		} else {
			bad("1", WrongType)
		}
	}
	s := DefaultSettings()
	for _, v := range []any{1.0, "x", nil} {
		if r := s.Set("gate", v); r == nil || r.Code != UnknownField || r.Word != "gate" {
			t.Errorf("gate = %v: %v", v, r)
		}
	}
}

// What is written is read back; a bad key costs itself; what stands at its default is
// not written.
func TestSettingsJSON(t *testing.T) {
	s := DefaultSettings()
	refused := s.Read([]byte(`{"units": "mi", "theme": "dark", "age": 41, "sex": 1, "gate_k": 1, "window_days": 6.5, "from_the_future": 3}`))
	if len(refused) != 3 || refused[0].Word != "from_the_future" || refused[1].Field != "sex" || refused[2].Field != "window_days" {
		t.Errorf("%v", refused)
	}
	if s.Units != "mi" || s.Age != 41 || s.GateK != 1 || s.WindowDays != rule.Default().WindowDays {
		t.Errorf("%+v", s)
	}
	again := DefaultSettings()
	if r := again.Read(s.JSON()); len(r) > 0 || again != s {
		t.Errorf("%s came back as %+v, %v", s.JSON(), again, r)
	}
	var kept map[string]any
	if err := json.Unmarshal(s.JSON("theme"), &kept); err != nil || len(kept) != 3 || kept["theme"] != nil {
		t.Errorf("%v, %v", kept, err)
	}
	s.Reset()
	if s.GateK != rule.Default().GateK || s.Age != 41 || s.Units != "mi" {
		t.Errorf("reset: %+v", s)
	}
	for _, text := range []string{"", "[]", "7", "{"} {
		if r := s.Read([]byte(text)); len(r) != 1 || r[0].Code != NotJSON {
			t.Errorf("%q: %v", text, r)
		}
	}
}

// A count has no halves, and every default and bound of a count is whole.
func TestWhole(t *testing.T) {
	whole := 0
	for _, r := range rule.Table {
		if !r.Whole() {
			continue
		}
		whole++
		for _, v := range []float64{r.Default, r.Min, r.Max} {
			s := DefaultSettings()
			if refused := s.Set(r.Key, v); refused != nil {
				t.Errorf("%s: its own %g is refused: %v", r.Key, v, refused)
			}
			if s.Set(r.Key, v+0.5) == nil {
				t.Errorf("%s: %g was taken", r.Key, v+0.5)
			}
		}
	}
	if whole < 40 {
		t.Errorf("only %d thresholds are counts", whole)
	}
}
