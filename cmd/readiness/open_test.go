package main

import (
	"fmt"
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
