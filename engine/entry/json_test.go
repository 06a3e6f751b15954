package entry

import "testing"

// What cannot be read is said by where and how, never in the JSON reader's own words.
func TestUnread(t *testing.T) {
	for text, want := range map[string]Refusal{
		"":                              {Code: NotJSON, Word: CutOff},
		`{"gate_k":`:                    {Code: NotJSON, Word: CutOff},
		"{\n\"gate_k\": 1,\n}":          {Code: NotJSON, Word: Misspelt, Value: 3},
		"{\"gate_k\": 1}\n{}":           {Code: NotJSON, Word: Misspelt, Value: 2},
		"[1]":                           {Code: NotJSON, Word: NoObject},
		`"gate_k"`:                      {Code: NotJSON, Word: NoObject},
		`{"gate_k": 1, "gate_kk": "x"}`: {Code: UnknownField, Word: "gate_kk"},
		`{"gate_k": "x"}`:               {Code: WrongType, Field: "gate_k", Word: "string"},
	} {
		s := DefaultSettings()
		if r := Spelling([]byte(text)); r != nil {
			if r.Code != want.Code || r.Word != want.Word || r.Value != want.Value {
				t.Errorf("%q: %v, want %+v", text, r, want)
			}
		} else if got := s.Read([]byte(text)); len(got) != 1 || got[0].Code != want.Code || got[0].Word != want.Word || got[0].Value != want.Value || got[0].Field != want.Field {
			t.Errorf("%q: %v, want %+v", text, got, want)
		}
		if want.Code != NotJSON {
			continue
		}
		if _, _, err := ReadJournal([]byte(text), stamped()); err == nil || err.(*Refusal).Word != want.Word || err.(*Refusal).Value != want.Value {
			t.Errorf("journal %q: %v, want %+v", text, err, want)
		}
	}
}
