package e2e

import (
	"net/http"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
)

// On a host's own root the app has all of the origin for its scope. What it does not
// own there stays as it is: another app, a second copy, a page that is not there.
func TestNeighboursStay(t *testing.T) {
	s := newSite(t, built)
	s.instead(func(w http.ResponseWriter, r *http.Request, build http.Handler) {
		if strings.HasPrefix(r.URL.Path, sub+"other/") {
			w.Header().Set("Content-Type", "text/html")
			_, _ = w.Write([]byte("<title>Another app</title>"))
			return
		}
		build.ServeHTTP(w, r)
	})
	p := shared(t).open(t, s.url(""))
	p.wait("the service worker", cached)
	p.allowed = append(p.allowed, "404", "favicon.ico")
	p.visit(s.url("other/screen"))
	if got := eval[string](p, "document.title"); got != "Another app" {
		t.Errorf("the neighbour's page is %q", got)
	}
	p.visit(s.url("?from=elsewhere"))
	p.wait("the app at its own address", mounted)
	p.visit(s.url("nothing/here"))
	if got := eval[string](p, "document.body.innerText"); !strings.Contains(got, "404") {
		t.Errorf("an address that is nobody's answers %q", got)
	}
}

// A cache that lost an entry is made whole from the host, and only by the bytes of
// the same build.
func TestCacheHeals(t *testing.T) {
	s := newSite(t, built)
	p := shared(t).open(t, s.url(""))
	p.wait("the service worker", cached)
	const entries = `caches.keys().then((names) => Promise.all(names.map((n) => caches.open(n).then((c) => c.keys())))).then((l) => l.flat().length)`
	const lose = `caches.keys().then((names) => Promise.all(names.map(async (n) => {
		const c = await caches.open(n);
		for (const r of await c.keys()) if (r.url.includes("app.css") || r.url.includes("app.wasm.gz")) await c.delete(r);
	})))`
	whole := eval[int](p, entries)
	p.do(lose)
	if left := eval[int](p, entries); left != whole-2 {
		t.Fatalf("%d of %d entries are left", left, whole)
	}
	p.visit(s.url("?again"))
	p.wait("the page", mounted)
	p.wait("the whole cache", entries+`.then((n) => n === `+strconv.Itoa(whole)+`)`)
	s.stop()
	p.visit(s.url("?offline"))
	p.wait("the page without a host", mounted)

	// The host has another build by now: none of its bytes come in.
	s.start()
	p.do(lose)
	if _, err := chromedp.Call(p.ctx, network.ClearBrowserCache, cdp.Empty{}); err != nil {
		t.Fatal(err)
	}
	s.instead(func(w http.ResponseWriter, r *http.Request, build http.Handler) {
		if strings.HasSuffix(r.URL.Path, "/app.wasm.gz") {
			_, _ = w.Write([]byte("another build"))
			return
		}
		build.ServeHTTP(w, r)
	})
	p.allowed = append(p.allowed, "integrity", "Failed to fetch", "app.wasm.gz", "no-response", "ERR_FAILED")
	p.visit(s.url("?mixed"))
	p.wait("the reason", `document.querySelector("#boot-line")?.innerText.includes("reload")`)
}

// Settings leads to the licences of all that the site contains, without a network too.
func TestLicences(t *testing.T) {
	s := newSite(t, built)
	p := shared(t).open(t, s.url("#/settings"))
	p.wait("the service worker", cached)
	const link = `document.querySelector('a[href="licences.txt"]')`
	p.wait("the link", link)
	if got := eval[string](p, link+".href"); got != s.url("licences.txt") {
		t.Errorf("it leads to %s", got)
	}
	s.stop()
	p.visit(s.url("licences.txt"))
	if got := eval[string](p, "document.body.innerText"); !strings.Contains(got, "LICENSE-FIT-SDK") || !strings.Contains(got, "workbox-core") {
		t.Errorf("%d letters of licences", len(got))
	}
}
