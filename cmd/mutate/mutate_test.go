package main

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// A toy module whose tests look just under, at and just over one limit, look at
// another once, and never at a third.
var toy = map[string]string{
	"go.mod": "module toy\n\ngo 1.24\n",
	"toy.go": `package toy

type Minutes float64

const limit = 20

func Long(m Minutes, rested bool) bool { return m >= limit && rested }

func Loose(n int) int {
	sum := -n
	for i := 0; i < n; i++ {
		sum += 2 * i
	}
	return sum
}

func Unseen(n int) bool { return n%2 == 0 }
`,
	"toy_test.go": `package toy

import "testing"

func TestLong(t *testing.T) {
	for m, want := range map[Minutes]bool{19: false, 20: true, 21: true} {
		if Long(m, true) != want || Long(m, false) {
			t.Error(m)
		}
	}
}

func TestLoose(t *testing.T) {
	if Loose(0) != 0 {
		t.Error("nothing is nothing")
	}
}
`,
}

// What a test looks at closely kills its mutants, what it looks at once lets some
// live, and what it never comes past is not counted.
func TestMutants(t *testing.T) {
	root := t.TempDir()
	for name, text := range toy {
		if err := os.WriteFile(filepath.Join(root, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(root)
	dir := t.TempDir()
	s, err := rewriteAll([]string{"toy"}, dir)
	if err != nil {
		t.Fatal(err)
	}
	own, err := s.tester("toy", dir)
	if err != nil {
		t.Fatal(err)
	}
	var lived []string
	got := tryAll(s.mutants["toy"], []*tester{own}, 2, func(status string, m mutant) {
		if status == statusLived {
			lived = append(lived, m.kind+" "+m.text)
		}
	})
	slices.Sort(lived)
	// Of nothing there is none, and nothing is added to it.
	if want := []string{"CONDITIONALS_BOUNDARY i < n", "INVERT_NEGATIVES -n"}; !slices.Equal(lived, want) {
		t.Errorf("lived %q, want %q", lived, want)
	}
	// m >= limit twice, the limit, the &&, and i >= n, which never ends.
	if got.killed != 5 || got.byOwn != 5 || got.uncovered != 7 {
		t.Errorf("%v", got)
	}
	if after, err := os.ReadFile("toy.go"); err != nil || string(after) != toy["toy.go"] {
		t.Errorf("the code itself was changed: %v", err)
	}
}
