package e2e

import (
	"net/http"
	"strings"
	"sync"
	"testing"
)

// The shell is on the screen while the wasm is still on its way.
func TestShellPaintsBeforeWasm(t *testing.T) {
	s := newSite(t, built)
	release := make(chan struct{})
	let := sync.OnceFunc(func() { close(release) })
	defer let()
	s.instead(func(w http.ResponseWriter, r *http.Request, build http.Handler) {
		if strings.Contains(r.URL.Path, ".wasm") {
			<-release
		}
		build.ServeHTTP(w, r)
	})
	p := shared(t).open(t, s.url(""))
	p.wait("the first paint", `performance.getEntriesByName("first-contentful-paint").length`)
	if got := p.text(".shell"); !strings.Contains(got, "Rebound") || !strings.Contains(got, "Starting") {
		t.Errorf("the shell says %q", got)
	}
	let()
	p.wait("the page in the shell's place", fileInput)
	if eval[bool](p, `!!document.querySelector("#boot-line")`) {
		t.Error("the shell still stands beside the page")
	}
}

// A file that cannot be had is one clear line, not an empty page.
func TestLoadFailureIsSaid(t *testing.T) {
	for _, missing := range []string{"app.wasm.gz", "backend.wasm.gz", "backend.js"} {
		t.Run(missing, func(t *testing.T) {
			s := newSite(t, built)
			s.instead(without(missing))
			p := shared(t).blank(t)
			p.allowed = append(p.allowed, missing, "404")
			p.visit(s.url(""))
			p.wait("the reason", `document.querySelector("#boot-line")?.innerText.includes("reload")`)
			t.Log(p.text("#boot-line"))
		})
	}
}

// without answers like the build with one file gone.
func without(name string) func(http.ResponseWriter, *http.Request, http.Handler) {
	return func(w http.ResponseWriter, r *http.Request, build http.Handler) {
		if strings.HasSuffix(r.URL.Path, "/"+name) {
			http.NotFound(w, r)
			return
		}
		build.ServeHTTP(w, r)
	}
}
