package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rebound/engine/watch"
)

// What is wrong with many files in the same way is said of the first by their names,
// and of the others once; anything else is not lost among them.
func TestReportIsNoWall(t *testing.T) {
	var x export
	picture := &watch.Problem{Code: "picture", What: "This is a picture.", Hint: "Leave it."}
	for i := range 60_000 {
		x.add("drop", fmt.Sprintf("%05d.jpg", i), picture)
		if i == 100 {
			x.add("drop", "a.fit", &watch.Problem{Code: "damaged", What: "This is damaged.", Hint: "Copy it again."})
		}
	}
	x.add("drop", "b.fit", nil)
	var out strings.Builder
	if err := x.report(&out); err != nil {
		t.Error("the file that can be read is not seen:", err)
	}
	lines := strings.Split(strings.TrimSpace(out.String()), "\n")
	if len(lines) != mostAlike+2 || lines[0] != "drop/00000.jpg: This is a picture. Leave it." ||
		lines[mostAlike] != "drop/a.fit: This is damaged. Copy it again." || lines[mostAlike+1] != "and 59,980 files more: This is a picture. Leave it." {
		t.Errorf("%d lines: %s", len(lines), lines[max(0, len(lines)-3):])
	}
}

// A journal is text as an editor or a shell of Windows saves it, too.
func TestReadText(t *testing.T) {
	name := filepath.Join(t.TempDir(), "journal.json")
	for said, bytes := range map[string]string{
		"{}":  "{}",
		"{é}": "\xef\xbb\xbf{é}",
		"[é]": "\xff\xfe[\x00\xe9\x00]\x00",
		"(é)": "\xfe\xff\x00(\x00\xe9\x00)",
		"":    "\xff\xfe",
		"a":   "\xff\xfea\x00b", // cut off
	} {
		if err := os.WriteFile(name, []byte(bytes), 0o666); err != nil {
			t.Fatal(err)
		}
		if got, err := readText(name); string(got) != said || err != nil {
			t.Errorf("%q reads %q, %v", bytes, got, err)
		}
	}
}
