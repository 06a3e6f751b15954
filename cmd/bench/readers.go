package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"embed"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/evanw/esbuild/pkg/api"

	"rebound/engine/watch"
)

//go:embed peers
var peers embed.FS

// file is one that the readers read.
type file struct {
	name string
	data []byte
}

// activities are the different activity files, damaged ones too, that come with
// the two FIT modules.
func activities(ctx context.Context) ([]file, error) {
	var files []file
	seen := map[[32]byte]bool{}
	for _, module := range []string{"github.com/tormoder/fit", "github.com/muktihari/fit"} {
		dir, err := output(command(ctx, "go", "list", "-m", "-f", "{{.Dir}}", module))
		if err != nil {
			return nil, err
		}
		root := os.DirFS(filepath.Join(strings.TrimSpace(string(dir)), "testdata"))
		err = fs.WalkDir(root, ".", func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || filepath.Ext(path) != ".fit" {
				return err
			}
			data, err := fs.ReadFile(root, path)
			sum := sha256.Sum256(data)
			id, problem := watch.Identify(data[:min(len(data), watch.HeadSize)])
			if err == nil && problem == nil && id.Kind == "activity" && !seen[sum] {
				seen[sum] = true
				files = append(files, file{filepath.Base(path), data})
			}
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	return files, nil
}

// buildReaders writes the page, the Web Workers of these readers and the files into dir.
func buildReaders(ctx context.Context, k *kit, dir string, names []string, files []file) error {
	if err := os.CopyFS(dir, peers); err != nil {
		return err
	}
	src := filepath.Join(dir, "peers")
	npm := command(ctx, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
	npm.Dir = src
	if _, err := output(npm); err != nil {
		return err
	}
	args := []string{"build", "-trimpath", "-ldflags=-s -w", "-o", filepath.Join(dir, "ours.wasm")}
	build := asWasm(command(ctx, "go", append(args, "./cmd/bench/wasm")...))
	if _, err := output(build); err != nil {
		return err
	}
	goJS, err := os.ReadFile(filepath.Join(k.goroot, "lib", "wasm", "wasm_exec.js"))
	if err != nil {
		return err
	}
	entries := []string{filepath.Join(src, "page.js")}
	for _, name := range names {
		entries = append(entries, filepath.Join(src, name+".js"))
	}
	bundled := api.Build(api.BuildOptions{
		EntryPoints: entries,
		Bundle:      true, MinifyWhitespace: true, MinifySyntax: true, MinifyIdentifiers: true,
		Format: api.FormatESModule, Target: api.ES2022, Outdir: dir, Write: true, LogLevel: api.LogLevelSilent,
	})
	if len(bundled.Errors) > 0 {
		return fmt.Errorf("bundling the readers: %s", bundled.Errors[0].Text)
	}
	ours := filepath.Join(dir, "ours.js")
	worker, err := os.ReadFile(ours)
	if err != nil {
		return err
	}
	var sizes []int
	var all bytes.Buffer
	for _, f := range files {
		sizes = append(sizes, len(f.data))
		all.Write(f.data)
	}
	list, err := json.Marshal(sizes)
	if err != nil {
		return err
	}
	readers, err := json.Marshal(names)
	if err != nil {
		return err
	}
	for name, data := range map[string][]byte{
		"ours.js":      append(goJS, worker...),
		"readers.json": readers,
		"files.json":   list,
		"files.bin":    all.Bytes(),
		"index.html":   []byte("<!doctype html><meta charset=utf-8><title>Readers</title><script type=module src=page.js></script>"),
	} {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o666); err != nil {
			return err
		}
	}
	return nil
}
