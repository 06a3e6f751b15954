package e2e

import (
	"slices"
	"strconv"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"rebound/app/wire"
)

// watcher is put before a page's own scripts: it keeps what the shell showed of a
// verdict before the page was mounted.
const watcher = `(() => {
	globalThis.shown = null;
	new MutationObserver(() => {
		const verdict = document.querySelector(".shell .verdict");
		if (verdict && !document.querySelector(".app")) globalThis.shown ??= {
			At: performance.now(), Word: verdict.querySelector("h1").innerText, Text: verdict.closest("main").innerText,
			Acts: document.querySelector("main").hasAttribute("data-action"),
		};
	}).observe(document, {childList: true, subtree: true});
})()`

type painted struct {
	At         float64
	Word, Text string
	Acts       bool
}

// The last verdict of this very day is painted before any wasm runs, with the
// server stopped; another day's never is; Erase all data forgets it, and the
// sample runner leaves none.
func TestLastVerdictIsPaintedFirst(t *testing.T) {
	s := newSite(t, built)
	b := start(t, "")
	defer b.close(t)
	p := runner(t, b, s)
	if _, err := chromedp.Call(p.ctx, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: watcher}); err != nil {
		t.Fatal(err)
	}
	p.wait("the service worker", cached)
	word := p.text(".verdict h1")
	s.stop()
	p.reload()
	p.wait("the verdict", verdictStands)
	got := eval[*painted](p, "globalThis.shown")
	if got == nil || got.Word != word || got.Acts {
		t.Fatalf("before the page there was %+v, the verdict is %q", got, word)
	}
	first := eval[float64](p, `performance.getEntriesByName("first-contentful-paint")[0].startTime`)
	t.Logf("the last verdict stood after %.0f ms, the first paint came after %.0f", got.At, first)
	if got.At > first {
		t.Errorf("the first paint, after %.0f ms, was without the verdict, which stood after %.0f", first, got.At)
	}

	const key = `"rebound-last:" + location.pathname`
	p.do(`localStorage.setItem(` + key + `, localStorage.getItem(` + key + `).replace(/"date":"\d+/, '"date":"1999'))`)
	p.reload()
	p.wait("the verdict", verdictStands)
	if got := eval[*painted](p, "globalThis.shown"); got != nil {
		t.Errorf("another day's verdict was shown: %+v", got)
	}
	p.do(`localStorage.setItem(` + key + `, '{"date": 7, "level": []}')`)
	p.reload()
	p.wait("the verdict", verdictStands)
	p.do(`localStorage.setItem(` + key + `, localStorage.getItem(` + key + `).replace(/"title":"[^"]*"/, '"title":"<img src=x>"'))`)
	p.reload()
	p.wait("the verdict", verdictStands)
	if got := eval[*painted](p, "globalThis.shown"); got == nil || got.Word != "<img src=x>" {
		t.Errorf("what is kept is not shown as text: %+v", got)
	}

	p.screen("#/settings")
	p.press("Erase all data")
	p.press("Erase everything")
	p.wait("that it is done", "!"+verdictStands)
	p.wait("that nothing is kept", `localStorage.getItem(`+key+`) === null`)
	ask[wire.State](p, wire.OpSample, wire.SampleArg{On: true})
	p.screen("#/today")
	p.wait("the sample runner's verdict", verdictStands)
	if eval[bool](p, `localStorage.getItem(`+key+`) !== null`) {
		t.Error("the sample runner's verdict is kept")
	}
	p.reload()
	p.wait("the first screen", fileInput)
	if got := eval[*painted](p, "globalThis.shown"); got != nil {
		t.Errorf("after erasing, this was shown: %+v", got)
	}
}

// The verdict stands where it was painted: neither the page in the shell's place nor
// the engine's answer moves it, or the card below it.
func TestLastVerdictStandsStill(t *testing.T) {
	s := newSite(t, built)
	b := shared(t)
	p := runner(t, b, s)
	p.wait("the verdict kept", `localStorage.getItem("rebound-last:" + location.pathname)`)
	p.reload() // what was just typed no longer lies open
	p.wait("the verdict", verdictStands)
	const tops = `[".days", ".verdict h1", ".headline", ".stack > *", ".signals"].map((s) => Math.round(document.querySelector("main " + s).getBoundingClientRect().top))`
	want := eval[[]int](p, tops)
	for what, hold := range map[string]string{
		"the shell":                          `WebAssembly.instantiateStreaming = WebAssembly.instantiate = WebAssembly.compileStreaming = () => new Promise(() => {})`,
		"the page that waits for its engine": `Worker.prototype.postMessage = () => {}`,
	} {
		q := b.blank(t)
		q.viewport(390, 844)
		if _, err := chromedp.Call(q.ctx, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: hold}); err != nil {
			t.Fatal(err)
		}
		q.visit(s.url(""))
		q.wait("the verdict", `document.querySelector(".verdict h1") && document.readyState === "complete" && !!document.querySelector(".app") === `+strconv.FormatBool(what != "the shell"))
		if got := eval[[]int](q, tops); !slices.Equal(got, want) {
			t.Errorf("in %s days, verdict, headline and cards begin at %d, in the end at %d", what, got, want)
		}
		q.shoot("last-" + what)
		q.close()
	}
}

// What waits for an answer keeps its size.
func TestWaitingMovesNothing(t *testing.T) {
	s := newSite(t, built)
	p := shared(t).open(t, s.url(""))
	p.viewport(390, 844)
	p.press("See a sample runner")
	p.wait("the sample's verdict", verdictStands)
	p.screen("#/trends")
	p.wait("the charts", `document.querySelector(".charts[aria-busy=false] svg, .charts:not([aria-busy]) svg")`)
	sizes := eval[[2]int](p, `(() => {
		const charts = document.querySelector(".charts"), rest = charts.scrollHeight;
		charts.setAttribute("aria-busy", "true");
		return [rest, charts.scrollHeight];
	})()`)
	if sizes[0] != sizes[1] {
		t.Errorf("the charts are %d px high, while they wait %d", sizes[0], sizes[1])
	}
}
