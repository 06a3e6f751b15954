package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"

	"rebound/cmd/site/flags"
	"rebound/cmd/site/slim"
)

// program is one of the wasm programs.
type program struct {
	name  string
	flags []string  // of the compiler
	parts []standIn // for packages of the standard library
	later bool      // fetched when it is first needed
}

var programs = []program{
	{name: "app", flags: flags.Page(), parts: []standIn{noHTTP, noRegexp}},
	{name: "backend", flags: flags.Backend()},
	{name: "reader", flags: flags.Reader(), later: true},
}

// compile builds the program, stripped, without paths of this machine and without
// line numbers (docs/adr/0010). What no longer fits, after an update of Go or of
// go-app, fails the build.
func (p program) compile(root string) ([]byte, error) {
	name, err := version(root)
	if err != nil {
		return nil, err
	}
	tmp, err := os.MkdirTemp("", "rebound-site")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(tmp)
	out := filepath.Join(tmp, "out.wasm")
	args := append([]string{"build", "-trimpath", "-buildvcs=false", "-ldflags=-s -w -X 'main.version=" + name + "'", "-o", out}, p.flags...)
	if len(p.parts) > 0 {
		overlay, err := overlay(root, tmp, p.parts...)
		if err != nil {
			return nil, err
		}
		args = append(args, overlay)
	}
	cmd := exec.Command("go", append(args, "./cmd/"+p.name)...)
	cmd.Dir = root
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "CGO_ENABLED=0")
	if msg, err := cmd.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("compiling %s: %w\n%s", p.name, err, msg)
	}
	wasm, err := os.ReadFile(out)
	if err != nil {
		return nil, err
	}
	if wasm, err = slim.Wasm(wasm); err != nil {
		return nil, fmt.Errorf("taking the line tables out of %s: %w", p.name, err)
	}
	return wasm, nil
}
