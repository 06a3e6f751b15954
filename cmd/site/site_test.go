package main

import (
	"compress/gzip"
	"crypto/sha512"
	"encoding/base64"
	"encoding/json"
	"io"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

const web = "../../web"

func source(t *testing.T, name string) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(web, name))
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// The site lies under any path of any host, so nothing in it may name a host or
// begin at the root.
func TestAddressesAreRelative(t *testing.T) {
	address := regexp.MustCompile(`(?:href|src|"src"|"url"|"action"|"start_url"|"scope")(?:=|: )"([^"]*)"`)
	for _, name := range []string{"index.html", "manifest.webmanifest"} {
		found := address.FindAllStringSubmatch(source(t, name), -1)
		if len(found) < 5 {
			t.Errorf("%s: only %d addresses found", name, len(found))
		}
		for _, m := range found {
			if strings.HasPrefix(m[1], "/") || strings.Contains(m[1], ":") {
				t.Errorf("%s: %q is not relative", name, m[1])
			}
		}
	}
}

// The policy allows no inline script or style and no other host, and the page
// needs neither.
func TestPolicyIsStrict(t *testing.T) {
	page := source(t, "index.html")
	policy := regexp.MustCompile(`Content-Security-Policy" content="([^"]+)"`).FindStringSubmatch(page)
	if policy == nil {
		t.Fatal("index.html has no policy")
	}
	for _, bad := range []string{"'unsafe-inline'", "'unsafe-eval'", "http:", "https:", "*"} {
		if strings.Contains(policy[1], bad) {
			t.Errorf("the policy allows %s", bad)
		}
	}
	if !strings.HasPrefix(policy[1], "default-src 'none'") {
		t.Errorf("the policy does not begin by refusing everything: %s", policy[1])
	}
	if at := regexp.MustCompile(`<style|\sstyle=|\son[a-z]+=|<script>`).FindString(page); at != "" {
		t.Errorf("index.html has %q inline", at)
	}
}

// A file of the list is accepted as it was built and, for wasm, as a host that
// undoes gzip sends it; other bytes are another revision.
func TestPrecacheNamesEveryForm(t *testing.T) {
	sum := func(s string) string {
		h := sha512.Sum384([]byte(s))
		return "sha384-" + base64.StdEncoding.EncodeToString(h[:])
	}
	read := func(files ...file) (list []entry) {
		if err := json.Unmarshal(precache(files), &list); err != nil {
			t.Fatal(err)
		}
		return list
	}
	list := read(file{name: "app.css", data: []byte("a")}, file{name: "app.wasm.gz", data: []byte("z"), raw: []byte("w")})
	if list[0].Integrity != sum("a") || list[1].Integrity != sum("z")+" "+sum("w") {
		t.Errorf("integrity: %+v", list)
	}
	if other := read(file{name: "app.css", data: []byte("b")}); other[0].Revision == list[0].Revision {
		t.Error("other bytes have the same revision")
	}
}

// The same sources give the same bytes, from any folder.
func TestBundlesAreDeterministic(t *testing.T) {
	if _, err := os.Stat(filepath.Join(web, "node_modules")); err != nil {
		t.Fatal("the front-end libraries are not installed: run `npm ci` in web, or `make setup`")
	}
	moved := filepath.Join(t.TempDir(), "elsewhere")
	if err := os.CopyFS(moved, os.DirFS(web)); err != nil {
		t.Fatal(err)
	}
	here, err := bundle(web, 1)
	if err != nil {
		t.Fatal(err)
	}
	there, err := bundle(moved, 1)
	if err != nil {
		t.Fatal(err)
	}
	for i, f := range here {
		if len(f.data) == 0 || string(f.data) != string(there[i].data) {
			t.Errorf("%s: %d bytes here, %d other ones there", f.name, len(f.data), len(there[i].data))
		}
	}
}

func TestHandlerSaysWhatFilesAre(t *testing.T) {
	dir := t.TempDir()
	for name, want := range map[string]string{
		"boot.js": "text/javascript; charset=utf-8", "app.css": "text/css; charset=utf-8", "icon.svg": "image/svg+xml",
		"manifest.webmanifest": "application/manifest+json", "app.wasm.gz": "application/gzip",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("x"), 0o666); err != nil {
			t.Fatal(err)
		}
		w := httptest.NewRecorder()
		Handler(dir).ServeHTTP(w, httptest.NewRequest("GET", "/"+name+"?any=query", nil))
		if got := w.Header().Get("Content-Type"); w.Code != 200 || got != want {
			t.Errorf("%s: status %d, type %q, want %q", name, w.Code, got, want)
		}
		if w.Header().Get("Content-Encoding") != "" {
			t.Errorf("%s: the host must not claim to have undone anything", name)
		}
	}
}

// The lock file names packages by version and hash, never by a host, and every
// library is pinned.
func TestLibrariesArePinned(t *testing.T) {
	if lock := source(t, "package-lock.json"); strings.Contains(lock, `"resolved"`) || !strings.Contains(lock, `"integrity"`) {
		t.Error("package-lock.json names download addresses, or no hashes")
	}
	var p struct{ Dependencies, DevDependencies map[string]string }
	if err := json.Unmarshal([]byte(source(t, "package.json")), &p); err != nil {
		t.Fatal(err)
	}
	exact := regexp.MustCompile(`^\d+\.\d+\.\d+$`)
	for _, list := range []map[string]string{p.Dependencies, p.DevDependencies} {
		for name, version := range list {
			if !exact.MatchString(version) {
				t.Errorf("%s is %q, not one version", name, version)
			}
		}
	}
}

// Text goes out compressed to who takes it, whole; wasm, which is compressed as it
// lies, goes out as it is, and what is not there is not there.
func TestHandlerCompresses(t *testing.T) {
	dir := t.TempDir()
	text := strings.Repeat("body { color: red }\n", 200)
	for name, content := range map[string]string{"index.html": text, "app.css": text, "app.wasm.gz": text} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for path, want := range map[string]string{"/": "gzip", "/app.css": "gzip", "/app.wasm.gz": "", "/none.css": ""} {
		r := httptest.NewRequest("GET", path, nil)
		r.Header.Set("Accept-Encoding", "br, gzip")
		w := httptest.NewRecorder()
		Handler(dir).ServeHTTP(w, r)
		if got := w.Header().Get("Content-Encoding"); got != want {
			t.Errorf("%s: encoding %q, not %q", path, got, want)
			continue
		}
		if want == "" {
			continue
		}
		if w.Body.Len() > len(text)/4 || w.Header().Get("Content-Length") != "" {
			t.Errorf("%s: %d bytes of %d, length %q", path, w.Body.Len(), len(text), w.Header().Get("Content-Length"))
		}
		z, err := gzip.NewReader(w.Body)
		if err != nil {
			t.Fatal(err)
		}
		if b, err := io.ReadAll(z); err != nil || string(b) != text {
			t.Errorf("%s: %d bytes come out, %v", path, len(b), err)
		}
	}
}
