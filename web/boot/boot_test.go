// Package boot tests, in Node, what of the page's start needs no page.
package boot

import (
	"os/exec"
	"testing"
)

func TestDraftStore(t *testing.T) {
	if out, err := exec.Command("node", "--test", "draftstore.test.mjs").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
}
