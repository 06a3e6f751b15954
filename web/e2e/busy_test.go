package e2e

import "testing"

// An update accepted in one tab waits until no other tab is importing: nothing
// of a drop is cut off by the reload.
func TestUpdateWaitsForImports(t *testing.T) {
	x := sampleExport(t)
	s := newSite(t, built)
	b := shared(t)
	one := b.open(t, s.url("#/files"))
	one.wait("the service worker", cached)
	two := b.open(t, s.url("#/today"))
	two.wait("the page", mounted)
	s.put(nextVersion(t))
	two.do(lookNow)
	two.wait("a waiting version", aWaiting)

	const drops = 4 // later ones find only duplicates, and are imports all the same
	for range drops {
		one.drop(x.dir)
	}
	one.do(`addEventListener("pagehide", () => {
		sessionStorage.finished = window.heard.filter((m) => m.event === "progress" && m.data.finished).length;
	})`)
	two.do("rebound.update()")
	for _, p := range []*tab{one, two} {
		p.wait("the new version", isNext)
		p.wait("the page", mounted)
	}
	if n := eval[int](one, "+sessionStorage.finished"); n != drops {
		t.Errorf("the update came after %d of %d imports", n, drops)
	}
}
