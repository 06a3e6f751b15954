package e2e

import (
	"fmt"
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/dom"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// withheld is a site of which the files that end so do not come until let is called.
func withheld(t *testing.T, ends ...string) (s *site, let func()) {
	t.Helper()
	s = newSite(t, built)
	release := make(chan struct{})
	let = sync.OnceFunc(func() { close(release) })
	t.Cleanup(let)
	s.instead(func(w http.ResponseWriter, r *http.Request, build http.Handler) {
		if slices.ContainsFunc(ends, func(end string) bool { return strings.HasSuffix(r.URL.Path, end) }) {
			<-release
		}
		build.ServeHTTP(w, r)
	})
	return s, let
}

// phone opens an address on a phone; more is done before anything loads.
func (b *browser) phone(t *testing.T, url string, more ...func(p *tab)) *tab {
	t.Helper()
	p := b.blank(t)
	p.viewport(390, 844)
	touch(p)
	for _, do := range more {
		do(p)
	}
	p.visit(url)
	return p
}

// shifts adds up what moves on the page without being asked.
func shifts(p *tab) {
	p.t.Helper()
	if _, err := chromedp.Call(p.ctx, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: `
		window.shifted = 0;
		new PerformanceObserver((list) => { for (const e of list.getEntries()) if (!e.hadRecentInput) window.shifted += e.value; }).observe({type: "layout-shift", buffered: true});`}); err != nil {
		p.t.Fatal(err)
	}
}

const (
	firstShown = `document.querySelector("rebound-begin label.button")?.checkVisibility()`
	firstTops  = `["h1", ".lead", ".promise b", "label.button", "[data-do=sample]", ".wearing h2"].map((s) => { const r = document.querySelector("rebound-first " + s).getBoundingClientRect(); return [r.x, r.y + scrollY, r.width].map(Math.round).join(" "); }).join()`
)

// The first screen is whole before any wasm: what it says, what it promises, and buttons
// that work. Nothing of it moves when the page is there, and the files that were chosen
// meanwhile are read.
func TestFirstScreenBeforeWasm(t *testing.T) {
	x := sampleExport(t)
	s, let := withheld(t, ".wasm.gz")
	p := shared(t).phone(t, s.url(""), shifts)
	p.wait("the first screen", firstShown)
	p.wait("that wasm is asked for", `performance.getEntriesByType("resource").length > 2 && window.performance.getEntriesByName("first-contentful-paint").length`)
	text := p.text("main")
	for _, want := range []string{"Has your body absorbed the work?", "Your files never leave this device.", "Choose files", "See a sample runner"} {
		if !strings.Contains(text, want) {
			t.Errorf("before wasm it does not say %q: %s", want, clip(text))
		}
	}
	if strings.Contains(strings.ToLower(text), "drop") {
		t.Errorf("a phone is told to drop: %s", clip(text))
	}
	p.do(`document.querySelector("input[name=wearing][value=Garmin]").click()`)
	p.wait("the two quickest ways", `document.querySelectorAll(".quickest li").length === 2`)
	if got := p.text(".quickest li"); !strings.Contains(got, "In a quarter of an hour") { // the USB cable is a computer's
		t.Errorf("on a phone the first way for a Garmin is %q", got)
	}
	tops := eval[string](p, firstTops)

	input, err := chromedp.Call(p.ctx, runtime.Evaluate, runtime.EvaluateParams{Expression: `document.querySelector(".shell input[type=file]")`})
	if err == nil {
		_, err = chromedp.Call(p.ctx, dom.SetFileInputFiles, dom.SetFileInputFilesParams{Files: []string{x.zip}, ObjectID: input.Result.ObjectID})
	}
	if err != nil {
		t.Fatal(err)
	}
	p.wait("word that they wait", `document.querySelector(".begun").innerText.includes("Your files are next")`)
	if now := eval[string](p, `document.querySelector(".begun").hidden = true, `+firstTops); strings.Split(now, ",")[0] != strings.Split(tops, ",")[0] {
		t.Errorf("the title moved from %s to %s", tops, now)
	}
	let()
	if tally := p.imported(1); tally.Added != x.files/2 {
		t.Errorf("of the files chosen before wasm came: %+v", tally)
	}
	p.read(x.today)

	// Who has a diary sees nothing of it at the next start.
	p.wait("that it is known", `localStorage.getItem("rebound-diary:" + location.pathname) === "1"`)
	p.visit(s.url("?again"))
	p.wait("the shell", `document.querySelector("rebound-first") || document.querySelector(".app")`)
	if eval[bool](p, firstShown+` ?? false`) {
		t.Error("the first screen is shown to a runner who has a diary")
	}
	p.do("localStorage.clear()") // as an earlier version left it
	p.visit(s.url("?once-more"))
	p.wait("that a diary without a mark is known too", `document.documentElement.classList.contains("has-diary")`)
}

// paintsOnly has the page wait for its first paint for as long as that takes; else it goes on
// after a second (boot's painted), which a busy machine may need.
const paintsOnly = `(() => { const later = setTimeout; window.setTimeout = (f, ms, ...rest) => (ms === 1000 ? 0 : later(f, ms, ...rest)); })()`

// The page takes the first screen's place without a move, on a phone and a computer, and
// the wasm is asked for after the first paint.
func TestFirstScreenStandsStill(t *testing.T) {
	for name, width := range map[string]int64{"phone": 390, "computer": 1280} {
		s, let := withheld(t, ".wasm.gz")
		p := shared(t).blank(t)
		p.viewport(width, 844)
		shifts(p)
		p.before(paintsOnly)
		p.visit(s.url(""))
		p.wait("the first screen", firstShown)
		before := eval[string](p, firstTops)
		let()
		p.wait("the page", mounted)
		p.wait("an answer", `!document.querySelector("main[aria-busy=true]")`)
		if after := eval[string](p, firstTops); after != before {
			t.Errorf("on a %s it stood at %s, and in the page at %s", name, before, after)
		}
		if moved := eval[float64](p, "window.shifted"); moved > 0.02 {
			t.Errorf("on a %s things moved by %.3f", name, moved)
		}
		if early := eval[[]string](p, `(() => {
			const paint = performance.getEntriesByName("first-contentful-paint")[0].startTime;
			return performance.getEntriesByType("resource").filter((e) => /wasm|backend|reader|sw\.js/.test(e.name) && e.startTime < paint).map((e) => e.name);
		})()`); len(early) > 0 {
			t.Errorf("before the first paint the page asks for %q", early)
		}
	}
}

// The sample runner comes for who asked before any script but the smallest was there; an
// iPhone is shown first how to install, since what it keeps in the browser it would not
// find at home.
func TestSampleBeforeScriptsOnAPhone(t *testing.T) {
	s, let := withheld(t, "/boot.js", ".wasm.gz")
	p := shared(t).phone(t, s.url("icon.svg"), func(p *tab) { // the origin, and none of its scripts
		p.allowed = append(p.allowed, "favicon.ico") // what a browser asks for beside a bare picture
		if _, err := chromedp.Call(p.ctx, emulation.SetUserAgentOverride, emulation.SetUserAgentOverrideParams{
			UserAgent: "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1"}); err != nil {
			t.Fatal(err)
		}
	})
	p.do(`location.href = "./"`)
	p.wait("the first screen", firstShown)
	above := fmt.Sprintf(`document.querySelector("rebound-welcome .install").checkVisibility() && document.querySelector("rebound-welcome .install").getBoundingClientRect().top < %s.getBoundingClientRect().top`, `document.querySelector("rebound-begin label.button")`)
	p.wait("the steps to install, above the ways in", above)
	h := &thumb{}
	h.press(p, "the sample", `document.querySelector("[data-do=sample]")`)
	let()
	p.wait("the sample's verdict", verdictStands+` && document.querySelector(".ribbon")`)
	p.press("Leave the sample")
	p.wait("the first screen", firstShown+` && !document.querySelector(".ribbon")`)
	if text := p.text(".begun"); text != "" {
		t.Errorf("of the sample that is over the first screen says %q", text)
	}
}
