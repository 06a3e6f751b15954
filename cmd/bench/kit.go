package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// kit is the folder in which everything is built, once each.
type kit struct {
	dir    string
	goroot string
	built  map[string]error

	sources []string // the exports to measure; all when empty
}

func newKit() (*kit, error) {
	if _, err := os.Stat(filepath.Join("cmd", "bench", "peers")); err != nil {
		return nil, fmt.Errorf("run this from the project's folder: make bench")
	}
	goroot, err := output(exec.Command("go", "env", "GOROOT"))
	if err != nil {
		return nil, err
	}
	dir, err := os.MkdirTemp("", "rebound-bench")
	return &kit{dir: dir, goroot: strings.TrimSpace(string(goroot)), built: map[string]error{}}, err
}

func (k *kit) remove() { os.RemoveAll(k.dir) }

func (k *kit) path(name ...string) string {
	return filepath.Join(append([]string{k.dir}, name...)...)
}

// once makes name if it was not made before, and returns its path.
func (k *kit) once(name string, build func(path string) error) (string, error) {
	err, done := k.built[name]
	if !done {
		err = build(k.path(name))
		k.built[name] = err
	}
	return k.path(name), err
}

// native is a program of the project.
func (k *kit) native(ctx context.Context, pkg string) (string, error) {
	return k.once(filepath.Base(pkg), func(path string) error {
		_, err := output(command(ctx, "go", "build", "-o", path, pkg))
		return err
	})
}

// site is the built site, as it would be published.
func (k *kit) site(ctx context.Context) (string, error) {
	return k.once("dist", func(path string) error {
		program, err := k.native(ctx, "./cmd/site")
		if err != nil {
			return err
		}
		_, err = output(command(ctx, program, "build", "-out", path))
		return err
	})
}

func command(ctx context.Context, name string, args ...string) *exec.Cmd {
	return exec.CommandContext(ctx, name, args...)
}

// asWasm makes a command's toolchain compile for the browser.
func asWasm(cmd *exec.Cmd) *exec.Cmd {
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "CGO_ENABLED=0")
	return cmd
}

// output runs a command and returns what it printed; its error ends in what the
// command complained of.
func output(cmd *exec.Cmd) ([]byte, error) {
	var out, complaint bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &complaint
	if err := cmd.Run(); err != nil {
		return nil, fmt.Errorf("%s: %w: %s", strings.Join(cmd.Args, " "), err, bytes.TrimSpace(append(complaint.Bytes(), out.Bytes()...)))
	}
	return out.Bytes(), nil
}
