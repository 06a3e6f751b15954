package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The stand-ins fit the Go and the go-app in use, and the page is a good deal
// smaller for them.
func TestStandInsFit(t *testing.T) {
	small, err := programs[0].compile("../..")
	if err != nil {
		t.Fatal("the stand-ins do not fit:", err)
	}
	plain, err := program{name: "app", flags: programs[0].flags}.compile("../..")
	if err != nil {
		t.Fatal(err)
	}
	if float64(len(small)) > 0.8*float64(len(plain)) {
		t.Errorf("%d bytes with the stand-ins, %d without", len(small), len(plain))
	}
}

// What does not fit fails the build: no other program is shipped in its place.
func TestWhatDoesNotFitFails(t *testing.T) {
	empty := filepath.Join(t.TempDir(), "empty.go")
	if err := os.WriteFile(empty, []byte("package http\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	from, err := filepath.Abs(filepath.Join("..", "..", "cmd", "site"))
	if err != nil {
		t.Fatal(err)
	}
	by, err := filepath.Rel(from, empty)
	if err != nil {
		t.Fatal(err)
	}
	p := program{name: "app", parts: []standIn{{of: noHTTP.of, by: filepath.ToSlash(by)}}}
	if _, err := p.compile("../.."); err == nil || !strings.Contains(err.Error(), "compiling app") {
		t.Errorf("a stand-in that lacks everything: %v", err)
	}
}

// The reader, and what seals a backup, are fetched after what a start waits for.
func TestOrder(t *testing.T) {
	files := []file{{name: "reader.wasm.gz"}, {name: "theme.js"}, {name: "app.wasm.gz"}, {name: "reader.js"}, {name: "seal.js"}, {name: "backend.wasm.gz"}}
	inOrder(files)
	var names []string
	for _, f := range files {
		names = append(names, f.name)
	}
	if got := strings.Join(names, " "); got != "app.wasm.gz backend.wasm.gz theme.js reader.js reader.wasm.gz seal.js" {
		t.Errorf("the files come as %s", got)
	}
}
