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

	"rebound/app/drawings"
	"rebound/app/glossary"
	"rebound/app/sources"
	"rebound/cmd/site/size"
)

// file is one file of the site. raw is what a host that undoes gzip would send.
type file struct {
	name string
	data []byte
	raw  []byte
}

// Build writes the whole site into out, which is emptied first. It fails where a program
// does not compile or an overlay does not fit.
func Build(root, out string) error {
	web := filepath.Join(root, "web")
	if _, err := os.Stat(filepath.Join(web, "node_modules")); err != nil {
		return fmt.Errorf("the front-end libraries are not installed: run `make build`, or `npm ci` in web")
	}
	var files []file
	first := 0 // bytes of wasm that a start waits for
	for _, p := range programs {
		wasm, err := p.compile(root)
		if err != nil {
			return err
		}
		files = append(files, file{p.name + ".wasm.gz", zip(wasm), wasm})
		if !p.later {
			first += len(wasm)
		}
	}
	bundles, err := bundle(web, first)
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
	licences, err := notices(root, web)
	if err != nil {
		return err
	}
	files = append(files, file{name: "licences.txt", data: licences})
	files = append(files,
		file{name: sources.File, data: sources.JSON()}, file{name: glossary.File, data: glossary.JSON()}, file{name: drawings.File, data: drawings.SVG()})
	inOrder(files)
	sw, err := serviceWorker(web, files)
	if err != nil {
		return err
	}
	shown, err := forInstalling(root, web)
	if err != nil {
		return err
	}
	return write(out, slices.Concat(files, shown, []file{sw}))
}

// forInstalling are the pictures that a browser or a shop asks for when it offers to
// install the app: the manifest names them, no page does, and none is kept for offline
// use. Screenshots are those of docs/ (make pictures).
func forInstalling(root, web string) (files []file, err error) {
	for _, p := range []struct{ name, from string }{
		{"shortcut-today.png", web}, {"shortcut-check-in.png", web}, {"shortcut-files.png", web},
		{size.Screenshot + "today.png", ""}, {size.Screenshot + "plan.png", ""}, {size.Screenshot + "body.png", ""}, {size.Screenshot + "wide.png", ""},
	} {
		path := filepath.Join(p.from, p.name)
		if p.from == "" {
			path = filepath.Join(root, "docs", strings.TrimPrefix(p.name, size.Screenshot))
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		files = append(files, file{name: p.name, data: data})
	}
	return files, nil
}

// inOrder sorts files by name, with what no start waits for at the end: so the
// service worker fetches them.
func inOrder(files []file) {
	later := func(f file) bool {
		return f.name == "seal.js" || slices.ContainsFunc(programs, func(p program) bool { return p.later && strings.HasPrefix(f.name, p.name+".") })
	}
	slices.SortFunc(files, func(a, b file) int {
		if l := later(a); l != later(b) {
			if l {
				return 1
			}
			return -1
		}
		return strings.Compare(a.name, b.name)
	})
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
