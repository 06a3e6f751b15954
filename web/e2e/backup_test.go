package e2e

import (
	"context"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	downloads "github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/dom"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"rebound/app/wire"
)

// A backup comes down as a file, and brings everything back after an erasure.
func TestBackUpAndRestore(t *testing.T) {
	x := sampleExport(t)
	p := withHalf(t, shared(t), newSite(t, built), x)
	p.screen("#/today")
	ask[wire.State](p, wire.OpPlanMake, wire.PlanMake{Goal: wire.PlanGoal{RaceDate: x.today + 84, RaceKm: 21.0975}})
	ask[wire.State](p, wire.OpNiggle, wire.NiggleSaid{Date: x.today, Site: "calf", Side: "right", Severity: 1})
	before := p.read(x.today)
	planned := ask[wire.PlanScreen](p, wire.OpPlan, wire.DateArg{Date: x.today}).Made.Sessions

	dir := p.downloads()
	p.screen("#/settings")
	p.press("Back up")
	file := downloaded(t, dir)

	p.press("Erase all data")
	p.press("Erase everything")
	p.wait("an empty diary", "!"+verdictStands)
	p.screen("#/settings")
	p.chooseAfter("Restore", file)
	p.wait("that it is restored", toast+`?.includes("The backup is restored")`)
	p.screen("#/today")
	if after := p.read(x.today); after != before {
		t.Errorf("restored, the page says %+v; it said %+v", after, before)
	}
	if after := ask[wire.PlanScreen](p, wire.OpPlan, wire.DateArg{Date: x.today}).Made; after == nil || !reflect.DeepEqual(after.Sessions, planned) {
		t.Errorf("the plan came back as %+v", after)
	}
	if n := ask[wire.BodyScreen](p, wire.OpBody, wire.DateArg{Date: x.today}).Body.Niggles; len(n) != 1 || n[0].Site != "calf" {
		t.Errorf("the niggles came back as %+v", n)
	}
	if total := ask[wire.FileList](p, wire.OpFiles, nil).Total; total != x.files-x.files/2 {
		t.Errorf("%d files after restoring, %d were backed up", total, x.files-x.files/2)
	}
}

// What should not have happened in the backend is one line with the two ways on that
// always help: the diary is saved, and the page is loaded anew.
func TestInternalFaultOffersBackup(t *testing.T) {
	s := newSite(t, built)
	b := shared(t)
	p := b.open(t, s.url("#/today"))
	p.wait("the page", mounted)
	inWorker[bool](t, p, b, `navigator.storage.persisted = () => { throw new Error("boom"); }, true`)
	p.screen("#/settings")
	line := `document.querySelector(".fault")?.innerText ?? ""`
	p.wait("the line", "("+line+").includes('Something went wrong inside Rebound')")
	if said := p.text(".fault"); strings.Contains(said, "boom") {
		t.Errorf("the runner reads %q", said)
	}
	dir := p.downloads()
	p.do("window.before = true")
	p.press("Back up") // the line's: it stands before the one of Settings
	downloaded(t, dir)
	p.wait("what was done", "!("+line+")")
	p.screen("#/today")
	p.screen("#/settings")
	p.wait("the line again", "("+line+").includes('Something went wrong inside Rebound')")
	p.press("Reload")
	p.wait("the page anew", "window.before === undefined && "+mounted)
}

// downloads is a folder that what is saved goes to.
func (p *tab) downloads() string {
	p.t.Helper()
	dir := p.t.TempDir()
	if _, err := chromedp.CallBrowser(p.ctx, downloads.SetDownloadBehavior, downloads.SetDownloadBehaviorParams{
		Behavior: downloads.SetDownloadBehaviorBehaviorAllow, DownloadPath: dir}); err != nil {
		p.t.Fatal(err)
	}
	return dir
}

// downloaded waits for a finished download.
func downloaded(t *testing.T, dir string) string {
	t.Helper()
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		if found, _ := filepath.Glob(filepath.Join(dir, "rebound-*[pe]")); len(found) == 1 { // .zip or .age: no download that still runs
			if info, err := os.Stat(found[0]); err == nil && info.Size() > 0 {
				return found[0]
			}
		}
	}
	t.Fatal("nothing was downloaded")
	panic("unreachable")
}

// chooseAfter presses a button that opens the file chooser, and chooses a file.
func (p *tab) chooseAfter(button, file string) {
	p.t.Helper()
	if _, err := chromedp.Call(p.ctx, page.SetInterceptFileChooserDialog, page.SetInterceptFileChooserDialogParams{Enabled: true}); err != nil {
		p.t.Fatal(err)
	}
	press := func(context.Context, *chromedp.Target) (chromedp.Void, error) {
		p.press(button)
		return chromedp.Void{}, nil
	}
	opened, err := chromedp.Run(p.ctx, chromedp.WaitEvent(page.FileChooserOpened, nil, press))
	if err == nil {
		_, err = chromedp.Call(p.ctx, dom.SetFileInputFiles, dom.SetFileInputFilesParams{Files: []string{file}, BackendNodeID: opened.BackendNodeID})
	}
	if err != nil {
		p.t.Fatalf("choosing %s: %v", file, err)
	}
}
