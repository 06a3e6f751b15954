package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rebound/engine/diary"
)

// What is refused of a journal many times over is said of the first lines and counted of
// the others; what is refused for another reason is not lost among them.
func TestRefusedIsNoWall(t *testing.T) {
	const many = 5_000
	var text strings.Builder
	text.WriteString(`{"niggles":[`)
	for i := range many {
		if i == many/2 {
			text.WriteString(`{"date":"2026-03-01","site":"elbow","severity":1},` + "\n")
		}
		fmt.Fprintf(&text, `{"date":"2026-03-01","site":"calf","severity":%d},`+"\n", 11+i)
	}
	text.WriteString(`{"date":"2026-03-01","site":"calf","severity":2}]}`)
	name := filepath.Join(t.TempDir(), "journal.json")
	if err := os.WriteFile(name, []byte(text.String()), 0o644); err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	f, err := readJournal(name, diary.DateOf(2026, 3, 2), &out)
	if err != nil || len(f.Reported.Niggles) != 1 {
		t.Fatalf("%v, %d niggles are heard", err, len(f.Reported.Niggles))
	}
	lines := strings.Split(strings.TrimSpace(out.String()), "\n")
	if len(lines) != mostAlike+2 || !strings.HasSuffix(lines[0], ":1: niggles 1: Pain cannot be 11. Give a whole number from 0 to 10.") ||
		!strings.Contains(lines[mostAlike], `:2501: niggles 2501: "elbow" is not a site.`) || lines[mostAlike+1] != name+": and 4,980 more as in line 1" {
		t.Errorf("%d lines: %q", len(lines), lines[max(0, len(lines)-3):])
	}
}
