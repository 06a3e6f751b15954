// Package docs_test holds what is written here, and in .github, against the
// program. What is generated is written anew by
//
//	go test ./docs -update
package docs_test

import (
	"flag"
	"os"
	"testing"
)

var update = flag.Bool("update", false, "write the generated documents anew")

// current fails unless a document holds want; with -update it writes it.
func current(t *testing.T, name, want string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(name, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	got, err := os.ReadFile(name)
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	if string(got) != want {
		t.Errorf("docs/%s is not what the code says: run go test ./docs -update, and look at the difference", name)
	}
}
