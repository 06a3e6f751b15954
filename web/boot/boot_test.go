// Package boot tests, in Node, what of the page's start needs no page.
package boot

import (
	"os/exec"
	"testing"
)

func TestDraftStore(t *testing.T) {
	inNode(t, "draftstore.test.mjs")
}

func TestReading(t *testing.T) {
	inNode(t, "reading.test.mjs")
}

func inNode(t *testing.T, file string) {
	t.Helper()
	if out, err := exec.Command("node", "--test", file).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
}
