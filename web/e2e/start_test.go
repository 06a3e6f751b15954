package e2e

import (
	"net/http"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/dom"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// A chosen theme stands at the first paint, before any script but the smallest
// has come.
func TestThemeStandsAtFirstPaint(t *testing.T) {
	s := newSite(t, built)
	release := make(chan struct{})
	let := sync.OnceFunc(func() { close(release) })
	defer let()
	p := shared(t).blank(t)
	p.allowed = append(p.allowed, "favicon.ico") // what a browser asks for beside a bare picture
	p.visit(s.url("icon.svg"))                   // the origin, and none of its scripts
	p.do(`localStorage.setItem("rebound-theme:" + new URL("./", location.href).pathname, "dark")`)
	s.instead(func(w http.ResponseWriter, r *http.Request, build http.Handler) {
		if strings.HasSuffix(r.URL.Path, "/boot.js") {
			<-release
		}
		build.ServeHTTP(w, r)
	})
	p.do(`location.href = "./"`)
	p.wait("the first paint", `performance.getEntriesByName("first-contentful-paint").length && document.querySelector(".shell")`)
	if got := eval[string](p, "document.documentElement.dataset.theme ?? ''"); got != "dark" {
		t.Errorf("the first paint has the theme %q, not dark", got)
	}
	if bars := eval[[]string](p, `[...document.querySelectorAll("meta[name=theme-color]")].filter((m) => matchMedia(m.media).matches).map((m) => m.content)`); len(bars) != 1 || bars[0] != "#0E1116" {
		t.Errorf("the browser's bars take %q, not the dark page's colour", bars)
	}
	let()
	p.wait("the page", mounted)
}

// A slow first visit shows how far it is.
func TestSlowLoadShowsProgress(t *testing.T) {
	s := newSite(t, built)
	release := make(chan struct{})
	let := sync.OnceFunc(func() { close(release) })
	defer let()
	s.instead(func(w http.ResponseWriter, r *http.Request, build http.Handler) {
		if strings.HasSuffix(r.URL.Path, "/app.wasm.gz") {
			w = &half{ResponseWriter: w, release: release}
		}
		build.ServeHTTP(w, r)
	})
	p := shared(t).open(t, s.url(""))
	const bar = `document.querySelector("#boot-progress")`
	p.wait("a progress bar part of the way", bar+"?.position > 0.1 && "+bar+".position < 1")
	let()
	p.wait("the page", mounted)
	if eval[bool](p, "!!"+bar) {
		t.Error("the progress bar is still there")
	}
}

// half lets the first megabyte through, and the rest when told to.
type half struct {
	http.ResponseWriter
	release chan struct{}
	sent    int
}

func (h *half) Write(b []byte) (int, error) {
	if h.sent > 1<<20 {
		h.ResponseWriter.(http.Flusher).Flush()
		<-h.release
	}
	n, err := h.ResponseWriter.Write(b)
	h.sent += n
	return n, err
}

// The chooser that a button opens hands its files over.
func TestChooserImports(t *testing.T) {
	x := sampleExport(t)
	s := newSite(t, built)
	p := shared(t).open(t, s.url("#/files"))
	p.wait("the page", mounted)
	if _, err := chromedp.Call(p.ctx, page.SetInterceptFileChooserDialog, page.SetInterceptFileChooserDialogParams{Enabled: true}); err != nil {
		t.Fatal(err)
	}
	pick := `document.querySelector("body > input[type=file][hidden]")`
	gesture := true // a browser opens a chooser for nobody else
	if _, err := chromedp.Call(p.ctx, runtime.Evaluate, runtime.EvaluateParams{Expression: "rebound.choose(false)", UserGesture: &gesture}); err != nil {
		t.Fatal(err)
	}
	p.wait("the chooser's input", pick)
	input, err := chromedp.Call(p.ctx, runtime.Evaluate, runtime.EvaluateParams{Expression: pick})
	if err == nil {
		_, err = chromedp.Call(p.ctx, dom.SetFileInputFiles, dom.SetFileInputFilesParams{Files: []string{x.zip}, ObjectID: input.Result.ObjectID})
	}
	if err != nil {
		t.Fatal(err)
	}
	if got := p.imported(1); got.Added == 0 || got.Rejected != 0 {
		t.Errorf("the chosen zip: %+v", got)
	}
	p.wait("the chooser's input to go", "!"+pick)
}
