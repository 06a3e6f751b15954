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
	of string // import path
	by string // file in cmd/site
}

// go-app brings net/http along for its server half, which a page never runs, and
// regexp for routes by pattern, of which the page has none: they would be a fourth of
// the download (docs/adr/0009).
var (
	noHTTP   = standIn{of: "net/http", by: "standin/http/http.go"}
	noRegexp = standIn{of: "regexp", by: "standin/regexp/regexp.go"}
)

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
		gone, err := filepath.Glob(filepath.Join(dir, "*.go"))
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
