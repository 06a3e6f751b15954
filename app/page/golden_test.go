package page

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rebound/app/page/outline"
)

var update = flag.Bool("update", false, "rewrite testdata/*.txt")

// golden compares a drawn screen with testdata/name.txt.
func golden(t *testing.T, name string, root *outline.Node) {
	t.Helper()
	drawn := root.String()
	path := filepath.Join("testdata", name+".txt")
	if *update {
		if err := os.WriteFile(path, []byte(drawn), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	got, old := strings.Split(drawn, "\n"), strings.Split(string(want), "\n")
	for i := range max(len(got), len(old)) {
		a, b := "(end)", "(end)"
		if i < len(got) {
			a = got[i]
		}
		if i < len(old) {
			b = old[i]
		}
		if a != b {
			t.Fatalf("%s:%d: drawn is\n%s\nnot\n%s\n(go test ./app/page -update accepts it)", path, i+1, a, b)
		}
	}
}
