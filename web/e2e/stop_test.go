package e2e

import (
	"testing"

	downloads "github.com/chromedp/cdproto/browser"
	"github.com/chromedp/chromedp"
)

// The page's program ends in a panic, and the diary is still in reach: the line
// that stands then offers a backup, which the backend makes, and a reload.
func TestPageStops(t *testing.T) {
	x := sampleExport(t)
	s := newSite(t, built)
	p := shared(t).open(t, s.url(""))
	p.wait("the page", mounted)
	p.drop(x.folder)
	p.imported(1)
	before := p.read(x.today)
	dir := t.TempDir()
	if _, err := chromedp.CallBrowser(p.ctx, downloads.SetDownloadBehavior, downloads.SetDownloadBehaviorParams{
		Behavior: downloads.SetDownloadBehaviorBehaviorAllow, DownloadPath: dir}); err != nil {
		t.Fatal(err)
	}

	p.viewport(390, 844)
	p.allowed = append(p.allowed, "panic: ", "goroutine ", "exit code: 2", "Go program has already exited")
	p.do("rebound.onoffline()") // the page reads an argument of it
	const line = `document.querySelector(".boot-line-over[role=alert]")`
	p.wait("a line", line)
	p.look("stopped")
	p.press("Back up")
	file := downloaded(t, dir)
	p.wait("word of it", line+`.textContent.includes("in your downloads")`)
	p.press("Reload")
	p.wait("the page", "!"+line)
	if after := p.read(x.today); after != before {
		t.Errorf("after the reload the page says %+v; it said %+v", after, before)
	}

	p.screen("#/settings")
	p.press("Erase all data")
	p.press("Erase everything")
	p.wait("an empty diary", "!"+verdictStands)
	p.screen("#/settings")
	p.chooseAfter("Restore", file)
	p.press("Merge")
	p.screen("#/today")
	if after := p.read(x.today); after != before {
		t.Errorf("restored, the page says %+v; it said %+v", after, before)
	}
}
