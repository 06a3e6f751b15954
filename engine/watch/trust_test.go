package watch

import (
	"slices"
	"testing"

	"rebound/engine/diary"
)

// Every export that is read has its place in the order of trust, so that a new one does
// not pass for who passes things on.
func TestExportsHaveTheirPlace(t *testing.T) {
	known := diary.Exports()
	for _, f := range formats {
		if !slices.Contains(known, f.Via) {
			t.Errorf("%s (%s) is not in engine/diary/trust.go", f.Via, f.Name)
		}
	}
	if len(formats) == 0 || slices.Contains(known, "") {
		t.Error("nothing was looked at")
	}
}
