package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// standIn replaces files of a package of the standard library by one of ours.
type standIn struct {
	of   string // import path
	gone string // pattern of file names
	by   string // file in cmd/site
}

var (
	// go-app brings net/http along for its server half, which a page never runs: it
	// would be a fifth of the download (docs/adr/0009).
	noHTTP = standIn{of: "net/http", gone: "*.go", by: "nohttp/http.go"}
	// Sorting would be compiled anew for each type (docs/adr/0011).
	oneSort = standIn{of: "slices", gone: "zsortanyfunc.go", by: "onesort/sort.go"}
)

// compileWith compiles a program with stand-ins. Where they no longer fit, after
// an update of go-app or Go, the plain build does.
func compileWith(root, pkg string, flags []string, parts ...standIn) ([]byte, error) {
	tmp, err := os.MkdirTemp("", "rebound-overlay")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(tmp)
	file, err := overlay(root, tmp, parts...)
	if err != nil {
		return nil, err
	}
	wasm, err := compile(root, pkg, append(flags, file)...)
	if err != nil {
		fmt.Fprintf(os.Stderr, "site: the stand-ins do not fit, so %s is built with the whole standard library: %v\n", pkg, err)
		return compile(root, pkg, flags...)
	}
	return wasm, nil
}

// overlay writes into dir what `go build -overlay` reads, and returns that flag.
func overlay(root, dir string, parts ...standIn) (flag string, err error) {
	replace := map[string]string{}
	for _, p := range parts {
		by, err := filepath.Abs(filepath.Join(root, "cmd", "site", filepath.FromSlash(p.by)))
		if err != nil {
			return "", err
		}
		out, err := exec.Command("go", "list", "-f", "{{.Dir}}", p.of).Output()
		if err != nil {
			return "", fmt.Errorf("finding %s: %w", p.of, err)
		}
		dir := strings.TrimSpace(string(out))
		gone, err := filepath.Glob(filepath.Join(dir, p.gone))
		if err != nil {
			return "", err
		}
		for _, name := range gone {
			replace[name] = ""
		}
		replace[filepath.Join(dir, "stand_in.go")] = by
	}
	text, err := json.Marshal(map[string]any{"Replace": replace})
	if err != nil {
		return "", err
	}
	name := filepath.Join(dir, "overlay.json")
	return "-overlay=" + name, os.WriteFile(name, text, 0o644)
}
