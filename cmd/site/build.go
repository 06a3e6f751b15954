package main

import (
	"bytes"
	"compress/gzip"
	"crypto/sha512"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"rebound/cmd/site/flags"
	"rebound/cmd/site/slim"
)

// file is one file of the site. raw is what a host that undoes gzip would send.
type file struct {
	name string
	data []byte
	raw  []byte
}

// Build writes the whole site into out, which is emptied first.
func Build(root, out string) error {
	web := filepath.Join(root, "web")
	if _, err := os.Stat(filepath.Join(web, "node_modules")); err != nil {
		return fmt.Errorf("the front-end libraries are not installed: run `make build`, or `npm ci` in web")
	}
	var files []file
	page, err := compileWith(root, "./cmd/app", flags.Page(), noHTTP, oneSort)
	if err != nil {
		return err
	}
	worker, err := compileWith(root, "./cmd/backend", flags.Worker(), oneSort)
	if err != nil {
		return err
	}
	reader, err := compileWith(root, "./cmd/reader", flags.Worker(), oneSort)
	if err != nil {
		return err
	}
	wasmBytes := len(page) + len(worker) // the reader is fetched when it is needed
	for name, wasm := range map[string][]byte{"app.wasm": page, "backend.wasm": worker, "reader.wasm": reader} {
		files = append(files, file{name + ".gz", zip(wasm), wasm})
	}
	bundles, err := bundle(web, wasmBytes)
	if err != nil {
		return err
	}
	files = append(files, bundles...)
	for _, name := range []string{"index.html", "manifest.webmanifest", "icon.svg", "icon-192.png", "icon-512.png", "icon-maskable.png"} {
		data, err := os.ReadFile(filepath.Join(web, name))
		if err != nil {
			return err
		}
		files = append(files, file{name: name, data: data})
	}
	slices.SortFunc(files, func(a, b file) int { return strings.Compare(a.name, b.name) })
	sw, err := serviceWorker(web, files)
	if err != nil {
		return err
	}
	return write(out, append(files, sw))
}

// compile builds a wasm binary, stripped, without paths of this machine and
// without line numbers (docs/adr/0010).
func compile(root, pkg string, more ...string) ([]byte, error) {
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
	args := append([]string{"build", "-trimpath", "-buildvcs=false", "-ldflags=-s -w -X 'main.version=" + name + "'", "-o", out}, more...)
	cmd := exec.Command("go", append(args, pkg)...)
	cmd.Dir = root
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "CGO_ENABLED=0")
	if msg, err := cmd.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("compiling %s: %w\n%s", pkg, err, msg)
	}
	wasm, err := os.ReadFile(out)
	if err != nil {
		return nil, err
	}
	small, err := slim.Wasm(wasm)
	if err != nil {
		fmt.Fprintf(os.Stderr, "site: %s keeps its line tables: %v\n", pkg, err)
		return wasm, nil
	}
	return small, nil
}

func zip(b []byte) []byte {
	var out bytes.Buffer
	w, _ := gzip.NewWriterLevel(&out, gzip.BestCompression)
	w.Write(b) // to memory: cannot fail
	w.Close()
	return out.Bytes()
}

// entry is one line of the service worker's list. Integrity names every form in
// which the file may rightly arrive.
type entry struct {
	URL       string `json:"url"`
	Revision  string `json:"revision"`
	Integrity string `json:"integrity"`
}

func precache(files []file) []byte {
	var list []entry
	for _, f := range files {
		e := entry{URL: f.name, Integrity: hash(f.data)}
		if f.raw != nil {
			e.Integrity += " " + hash(f.raw)
		}
		e.Revision = e.Integrity[len("sha384-") : len("sha384-")+16]
		list = append(list, e)
	}
	b, _ := json.Marshal(list) // plain strings: cannot fail
	return b
}

func hash(b []byte) string {
	sum := sha512.Sum384(b)
	return "sha384-" + base64.StdEncoding.EncodeToString(sum[:])
}

func write(out string, files []file) error {
	if err := os.RemoveAll(out); err != nil {
		return err
	}
	if err := os.MkdirAll(out, 0o755); err != nil {
		return err
	}
	for _, f := range files {
		if err := os.WriteFile(filepath.Join(out, f.name), f.data, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// wasmExec is Go's own JavaScript side, of the very toolchain that compiles.
func wasmExec() (string, error) {
	out, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return "", err
	}
	b, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(out)), "lib", "wasm", "wasm_exec.js"))
	return string(b), err
}
