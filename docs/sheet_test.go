package docs_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"rebound/app/brand"
	"rebound/engine/gives"
)

// The README has the sheet *What each source gives*, from the facts that the readers
// are tested against.
func TestSheet(t *testing.T) {
	var rows [][]string
	for _, r := range gives.Sheet {
		name := "The watch's own FIT files"
		if r.Via != "" {
			name = brand.Name(r.Via)
		}
		rows = append(rows, []string{name,
			cell(r, gives.OfSleep, map[string]string{"total": "hours", "stages": "stages"}[string(r.Sleep)]),
			cell(r, gives.OfResting, map[string]string{"daily": "yes", "lowest": "lowest of the night"}[string(r.Resting)]),
			cell(r, gives.OfHRV, metrics(r.HRV)),
			cell(r, gives.OfRuns, map[string]string{"summary": "totals", "beats": "heart rate", "series": "whole"}[string(r.Runs)])})
	}
	section(t, "../README.md", "what each source gives", table([]string{"source", "sleep", "resting HR", "HRV", "runs"}, rows))
}

// cell marks what not every runner's files have.
func cell(r gives.Row, p gives.Part, text string) string {
	switch {
	case text == "":
		return "–"
	case slices.Contains(r.May, p):
		return text + " *"
	}
	return text
}

func metrics(list []gives.HRV) string {
	var out []string
	for _, h := range list {
		moment := map[string]string{"night": "night", "morning": "on waking", "any": "any hour"}[h.Moment]
		out = append(out, strings.ToUpper(h.Metric)+", "+moment)
	}
	return strings.Join(out, "; ")
}

// table is one of Markdown.
func table(head []string, rows [][]string) string {
	out := line(head) + strings.Repeat("|---", len(head)) + "|\n"
	for _, row := range rows {
		out += line(row)
	}
	return out
}

func line(cells []string) string { return "| " + strings.Join(cells, " | ") + " |\n" }

// section holds the part of a document between two comments that name it.
func section(t *testing.T, name, of, want string) {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	begin, end := "<!-- "+of+" -->\n", "<!-- end of "+of+" -->"
	before, rest, ok := strings.Cut(string(b), begin)
	got, after, closed := strings.Cut(rest, end)
	switch {
	case !ok || !closed:
		t.Errorf("%s has no part called %q", name, of)
	case got == want:
	case *update:
		if err := os.WriteFile(name, []byte(before+begin+want+end+after), 0o644); err != nil {
			t.Fatal(err)
		}
	default:
		t.Errorf("%s, %s: not what the code says: run go test ./docs -update, and look at the difference", name, of)
	}
}
