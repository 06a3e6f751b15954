package e2e

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// The content security policy binds the page and, since hostile bytes are read
// there, the worker: neither evaluates text nor reaches another host.
func TestPolicyBindsPageAndWorker(t *testing.T) {
	s := newSite(t, built)
	var reached atomic.Int32
	other := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		reached.Add(1)
		w.Header().Set("Access-Control-Allow-Origin", "*")
	}))
	defer other.Close()
	b := shared(t)
	p := b.blank(t)
	p.allowed = append(p.allowed, "Content Security Policy", "Fetch API cannot load")
	p.visit(s.url(""))
	p.wait("the page", mounted)

	tries := map[string]string{
		"eval":      `(() => { try { return String((0, eval)("1 + 1")); } catch (e) { return e.name; } })()`,
		"Function":  `(() => { try { return String(new Function("return 2")()); } catch (e) { return e.name; } })()`,
		"fetch":     `fetch("` + other.URL + `").then((r) => "answered", (e) => e.name)`,
		"WebSocket": `new Promise((done) => { try { const w = new WebSocket("` + strings.Replace(other.URL, "http", "ws", 1) + `"); w.onerror = () => done("error"); w.onopen = () => done("open"); } catch (e) { done(e.name); } })`,
	}
	want := map[string]string{"eval": "EvalError", "Function": "EvalError", "fetch": "TypeError", "WebSocket": "error"}
	for name, try := range tries {
		if got := inWorker[string](t, p, b, try); got != want[name] {
			t.Errorf("in the worker, %s gives %q, want %q", name, got, want[name])
		}
	}
	if got := eval[string](p, tries["fetch"]); got != "TypeError" {
		t.Errorf("in the page, a foreign fetch gives %q", got)
	}
	if n := reached.Load(); n > 0 {
		t.Errorf("%d requests reached another host", n)
	}
	// The policy is what stopped them: the app's own files may be fetched.
	if got := inWorker[string](t, p, b, `fetch("`+s.url("icon.svg")+`").then((r) => String(r.status), (e) => e.name)`); got != "200" {
		t.Errorf("in the worker, a fetch of the app's own icon gives %q", got)
	}
}

// Chromium finds nothing that keeps the app from being installed.
func TestInstallable(t *testing.T) {
	s := newSite(t, built)
	p := shared(t).open(t, s.url(""))
	p.wait("the service worker", cached)
	found, err := chromedp.Call(p.ctx, page.GetInstallabilityErrors, cdp.Empty{})
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range found.InstallabilityErrors {
		t.Errorf("not installable: %s %+v", e.ErrorID, e.ErrorArguments)
	}
	m, err := chromedp.Call(p.ctx, page.GetAppManifest, page.GetAppManifestParams{})
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range m.Errors {
		t.Errorf("manifest, line %d: %s", e.Line, e.Message)
	}
	if m.URL != s.url("manifest.webmanifest") || !strings.Contains(m.Data, `"Rebound"`) {
		t.Errorf("the manifest is %s: %s", m.URL, clip(m.Data))
	}
}
