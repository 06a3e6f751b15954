package e2e

import (
	"bytes"
	"crypto/sha512"
	"encoding/base64"
	"net/http"
	"os"
	"path/filepath"
	"testing"
)

// nextVersion is the build with another index.html, and so another list in the
// service worker. Its pages have edition in their head.
func nextVersion(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(built)); err != nil {
		t.Fatal(err)
	}
	old := contents(t, dir, "index.html")
	page := bytes.Replace(old, []byte("</title>"), []byte(`</title><meta name="edition" content="next">`), 1)
	list := contents(t, dir, "sw.js")
	was, is := integrity(old), integrity(page)
	if !bytes.Contains(list, []byte(was)) {
		t.Fatal("the service worker's list does not name the integrity of index.html")
	}
	list = bytes.ReplaceAll(list, []byte(was), []byte(is))
	list = bytes.ReplaceAll(list, []byte(was[7:23]), []byte(is[7:23])) // the revision
	for name, data := range map[string][]byte{"index.html": page, "sw.js": list} {
		if err := save(filepath.Join(dir, name), data); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func contents(t *testing.T, dir, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func integrity(b []byte) string {
	sum := sha512.Sum384(b)
	return "sha384-" + base64.StdEncoding.EncodeToString(sum[:])
}

const (
	isNext   = `document.querySelector('meta[name="edition"]')`
	reg      = `navigator.serviceWorker.getRegistration()`
	cached   = `navigator.serviceWorker.ready.then((r) => !!r.active && !!navigator.serviceWorker.controller)`
	lookNow  = reg + `.then((r) => r.update().catch(() => {}))` // as returning to the tab does
	aWaiting = reg + `.then((r) => !!r?.waiting)`
)

// A new version waits, is offered in every tab, and takes over all of them at
// once when the runner says so.
func TestUpdate(t *testing.T) {
	s := newSite(t, built)
	b := shared(t)
	one := b.open(t, s.url(""))
	one.wait("the service worker", cached)
	two := b.open(t, s.url("#/settings"))
	two.wait("the page", mounted)

	s.put(nextVersion(t))
	one.do(lookNow)
	one.wait("a waiting version", aWaiting)
	for _, p := range []*tab{one, two} {
		p.wait("the offer", updateOffer)
	}
	three := b.open(t, s.url("#/files"))
	three.wait("the page", mounted)
	three.wait("the offer in a tab opened later", updateOffer)
	for i, p := range []*tab{one, two, three} {
		if eval[bool](p, "!!"+isNext) {
			t.Errorf("tab %d has the new version before it was asked for", i+1)
		}
	}

	// What is typed into a form comes back; what would not is asked about first.
	two.wait("a field", `document.querySelector("#own-age")`)
	two.do(`(` + typeInto + `)("#own-age", "4")`)
	three.do(`document.querySelector("main").append(Object.assign(document.createElement("input"), {id: "loose"})); (` + typeInto + `)("#loose", "half")`)
	one.wait("that every tab knows of it", `navigator.locks.query().then((l) => l.held.some((l) => l.name.startsWith("rebound.typing")))`)
	one.press("Update")
	one.wait("the question", `document.querySelector(".toasts").innerText.includes("would be lost")`)
	if eval[bool](one, "!!"+isNext) {
		t.Error("the new version is there before the runner said so")
	}
	one.press("Update anyway")
	for _, p := range []*tab{one, two, three} {
		p.wait("the new version", isNext)
		p.wait("the page", mounted)
	}
	two.wait("what was typed", `document.querySelector("#own-age")?.value === "4" && document.querySelector("main .draft")?.innerText.includes("Not saved yet")`)
	s.stop()
	one.reload()
	one.wait("the new version offline", isNext+" && "+mounted)
}

// A version that cannot be had whole never replaces the one that is.
func TestFailedInstallKeepsTheOldVersion(t *testing.T) {
	next := nextVersion(t)
	for name, broken := range map[string]func(http.ResponseWriter, *http.Request, http.Handler){
		"a file is missing": without("index.html"),
		"a file is stale": func(w http.ResponseWriter, r *http.Request, build http.Handler) {
			if r.URL.Path == sub+"index.html" {
				build = files(built)
			}
			build.ServeHTTP(w, r)
		},
	} {
		t.Run(name, func(t *testing.T) {
			s := newSite(t, built)
			p := shared(t).blank(t)
			p.allowed = append(p.allowed, "404", "integrity", "bad-precaching-response")
			p.visit(s.url(""))
			p.wait("the service worker", cached)
			s.put(next)
			s.instead(broken)
			p.do(`window.fate = null; ` + reg + `.then((r) => {
				r.addEventListener("updatefound", () => {
					const found = r.installing;
					found.addEventListener("statechange", () => { window.fate = found.state; });
				});
				return r.update().catch(() => {});
			})`)
			p.wait("the end of the install", `window.fate === "redundant" || window.fate === "installed"`)
			if eval[string](p, "window.fate") != "redundant" {
				t.Error("the broken version installed")
			}
			s.stop()
			p.reload()
			p.wait("the old version offline", mounted+" && !"+isNext)
		})
	}
}
