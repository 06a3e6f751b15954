package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"rebound/cmd/site/flags"
)

// compilePage builds the page's binary with net/http replaced by the stand-in of
// cmd/site/nohttp. go-app brings net/http along for its server half, which a page
// never runs: it would be a fifth of the download (docs/adr/0009). Where the
// stand-in no longer fits, after an update of go-app say, the plain build does.
func compilePage(root, pkg string) ([]byte, error) {
	tmp, err := os.MkdirTemp("", "rebound-overlay")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(tmp)
	overlay, err := withoutHTTP(root, tmp)
	if err != nil {
		return nil, err
	}
	wasm, err := compile(root, pkg, append(flags.Page(), "-overlay="+overlay)...)
	if err != nil {
		fmt.Fprintln(os.Stderr, "site: the stand-in for net/http does not fit, so the page is built with the whole of it:", err)
		return compile(root, pkg, flags.Page()...)
	}
	return wasm, nil
}

// withoutHTTP writes what `go build -overlay` reads: every file of net/http is
// gone, but for one that holds the stand-in.
func withoutHTTP(root, dir string) (overlay string, err error) {
	standIn, err := filepath.Abs(filepath.Join(root, "cmd", "site", "nohttp", "http.go"))
	if err != nil {
		return "", err
	}
	out, err := exec.Command("go", "list", "-f", "{{.Dir}}", "net/http").Output()
	if err != nil {
		return "", fmt.Errorf("finding net/http: %w", err)
	}
	from := strings.TrimSpace(string(out))
	sources, err := filepath.Glob(filepath.Join(from, "*.go"))
	if err != nil {
		return "", err
	}
	replace := map[string]string{}
	for _, s := range sources {
		replace[s] = ""
	}
	replace[filepath.Join(from, "http.go")] = standIn
	text, err := json.Marshal(map[string]any{"Replace": replace})
	if err != nil {
		return "", err
	}
	overlay = filepath.Join(dir, "overlay.json")
	return overlay, os.WriteFile(overlay, text, 0o644)
}
