package docs_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"rebound/app/words"
	"rebound/engine/diary"
	"rebound/engine/rule"
)

// settings.json is every threshold with its bounds, and the runner's own.
func TestSettingsSchema(t *testing.T) {
	var out strings.Builder
	out.WriteString(`{
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "title": "Settings",
  "description": "What ` + "`-settings`" + ` reads and a backup keeps: one object of key to value, of which any may be left out. Generated from engine/rule by go test ./docs -update.",
  "type": "object",
  "additionalProperties": false,
  "properties": {
    "units": {"enum": ["km", "mi"], "description": "Of distances and paces."},
    "theme": {"enum": ["auto", "light", "dark"], "description": "The page's own."},
    "sex": {"enum": ["male", "female", ""], "description": "For TRIMP. Empty: not said."},
    "age": {"anyOf": [{"const": 0}, {"type": "number", "minimum": 10, "maximum": 110}], "description": "Years. 0: not said."},
    "max_hr": {"anyOf": [{"const": 0}, {"type": "number", "minimum": 100, "maximum": 240}], "description": "Beats a minute. 0: found from the runs."}`)
	exports, err := json.Marshal(append([]string{""}, diary.Exports()...))
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range []string{"hrv", "resting_hr", "sleep", "sessions"} {
		fmt.Fprintf(&out, ",\n    \"prefer_%s\": {\"enum\": %s, \"description\": \"The export that goes first. Empty: by the order of trust.\"}", part, exports)
	}
	out.WriteString(`,
    "owners": {"type": "string", "description": "Whose data counts, of an export that several people's came by: polar:1f and the like, with spaces between."},
    "tables": {"type": "object", "maxProperties": 200, "additionalProperties": {"type": "object"}, "description": "What is in the columns of tables of the runner's own, by the key of their header: written by the Files screen."}`)
	for _, r := range words.Rules(rule.Default()) {
		text, err := json.Marshal(r.Name + ". Unit: " + r.Unit + ".")
		if err != nil {
			t.Fatal(err)
		}
		kind := "number"
		if known, _ := rule.Find(r.Key); known.Whole() {
			kind = "integer"
		}
		fmt.Fprintf(&out, ",\n    %q: {\"type\": %q, \"minimum\": %g, \"maximum\": %g, \"default\": %g, \"description\": %s}", r.Key, kind, r.Min, r.Max, r.Default, text)
	}
	out.WriteString("\n  }\n}\n")
	current(t, "schema/settings.json", out.String())
}
