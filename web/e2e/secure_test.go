package e2e

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"path/filepath"
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
	p.allowed = append(p.allowed, "Content Security Policy", "Fetch API cannot load", "TrustedScript")
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

// No text becomes markup or a script: the page draws its own pictures and nothing else,
// and a worker runs what its start was made of.
func TestTextIsNoMarkup(t *testing.T) {
	s := newSite(t, built)
	b := shared(t)
	p := b.blank(t)
	p.allowed = append(p.allowed, "no picture:", "Trusted", "Content Security Policy")
	p.visit(s.url(""))
	p.wait("the page", mounted)
	if !eval[bool](p, `"trustedTypes" in window`) {
		t.Skip("this browser has no Trusted Types")
	}
	const picture = `<svg class="icon" viewBox="0 0 24 24"><title>a &lt;b&gt;</title><path d="M0 0"/></svg>`
	for text, want := range map[string]string{
		picture: "svg path title",
		`<svg><text x="1">a<tspan>b</tspan></text><g data-at="2026-03-15" aria-hidden="true"/></svg>`: "g svg text tspan",
		`<img src=x onerror=owned()>`:                      "svg",
		picture + `<img src=x>`:                            "svg",
		picture + picture:                                  "svg",
		`<svg onload="owned()"></svg>`:                     "svg",
		`<svg><a href="javascript:owned()"></a></svg>`:     "svg",
		`<svg><script>owned()</script></svg>`:              "svg",
		`<svg><style>*{}</style></svg>`:                    "svg",
		`<svg><image href="//x"/></svg>`:                   "svg",
		`<svg><use href="exercises.svg#step_down"/></svg>`: "svg use",
		`<svg><use href="#x"/></svg>`:                      "svg",
		`<svg><use href="//x/exercises.svg#y"/></svg>`:     "svg",
		`<svg><use href="data:image/svg+xml,x#y"/></svg>`:  "svg",
		`<svg><path href="exercises.svg#y"/></svg>`:        "svg",
		`<svg><foreignObject><p/></foreignObject></svg>`:   "svg",
		`<svg><path d="a"onload="owned()"/></svg>`:         "svg",
		`<svg style="background:url(//x)"></svg>`:          "svg",
		`<svg><!-- --><path/></svg>`:                       "svg",
		`<svg><g></svg></g>`:                               "svg",
		`<svg><title><img src="x"/></title></svg>`:         "svg",
		`plain`: "svg",
	} {
		got := eval[string](p, fmt.Sprintf(`(() => {
			const e = document.createElement("div");
			e.innerHTML = %q;
			return [...new Set([...e.querySelectorAll("*")].map((x) => x.localName))].sort().join(" ");
		})()`, text))
		if want == "svg path title" {
			want = "path svg title"
		}
		if got != want {
			t.Errorf("%s becomes %q, want %q", text, got, want)
		}
	}
	attempt := func(f string) string {
		return `(() => { try { ` + f + `; return "done"; } catch (e) { return e.name; } })()`
	}
	tries := []string{
		`new Worker(URL.createObjectURL(new Blob(["1"])))`,
		`trustedTypes.createPolicy("other", {createHTML: (s) => s, createScriptURL: (s) => s})`,
		`trustedTypes.createPolicy("rebound", {createScriptURL: (s) => s})`,
	}
	for _, f := range tries {
		if got := inWorker[string](t, p, b, attempt(f)); got != "TypeError" {
			t.Errorf("in the worker, %s: %s", f, got)
		}
		if got := eval[string](p, attempt(f)); got != "TypeError" {
			t.Errorf("in the page, %s: %s", f, got)
		}
	}
	if got := eval[string](p, attempt(`document.createElement("script").text = "owned()"`)); got != "TypeError" {
		t.Errorf("a script's text: %s", got)
	}
}

// Names in files, tables, JSON, zips and backups are text on every screen that shows them.
func TestHostileNamesAreText(t *testing.T) {
	const evil = `<img src=x onerror=document.title='owned'>`
	s := newSite(t, built)
	p := shared(t).open(t, s.url("#/files"))
	p.wait("the page", mounted)
	p.do(`window.images = 0; new MutationObserver(() => { images += document.querySelectorAll("main img, .toasts img, script:not([src])").length; }).observe(document, {subtree: true, childList: true})`)
	dir := t.TempDir()
	for name, data := range map[string][]byte{
		"a.zip":                  zipped(map[string][]byte{evil + ".fit": []byte("no"), "in/" + evil + ".json": []byte(`{"` + evil + `": "` + evil + `"}`), evil + ".csv": []byte(evil + ",b\n" + evil + ",1\n")}),
		"<b>'\"&.csv":            []byte("Date," + evil + "\n01/03/2026,1\n02/03/2026,2\n03/03/2026,3\n"),
		"<i>.json":               []byte(`[{"name": "` + evil + `"}]`),
		"rebound-backup-x.zip":   zipped(map[string][]byte{"manifest.json": []byte(`{"format": "` + evil + `", "note": "` + evil + `"}`)}),
		"member.csv":             []byte("Member,Date,Datetime,Type,HRV,lnRmssd,Rmssd,Nn50,Pnn50,Sdnn,Score,Indication,Balance,Rolling Avg HRV,HRV CV,HR,Rolling Avg HR\n" + evil + ",2025-06-03,2025-06-03 07:05:00,readiness,63,4.1,58.3,12,31,70,8,ok,s,62,5,51,52\n"),
		evil[:12] + "\u202e.fit": []byte("no"),
	} {
		if err := save(filepath.Join(dir, name), data); err != nil {
			t.Fatal(err)
		}
	}
	p.drop(dir)
	p.imported(1)
	p.wait("the names", `document.querySelectorAll("[data-file]").length > 0 && document.body.innerText.includes("<img")`)
	for _, screen := range []string{"#/today", "#/trends", "#/plan", "#/body", "#/files", "#/settings"} {
		p.screen(screen)
	}
	if n := eval[int](p, "images"); n > 0 || eval[string](p, "document.title") == "owned" {
		t.Errorf("%d times a name became an element", n)
	}
}
