package e2e

import (
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/pwa"
	"github.com/chromedp/chromedp"

	"rebound/engine/diary"
)

// Days on a phone, by touch: the whole export is chosen on the first screen, yesterday's
// files are shared from another app while nothing of Rebound is open, and this morning's
// are opened by the system with the installed app.
func TestDaysOnAPhone(t *testing.T) {
	today := sampleExport(t).today
	s := newSite(t, built)
	b, h := start(t, ""), &thumb{}
	p := b.phone(t, s.url(""))
	p.wait("the first screen", firstShown)
	p.choose(daysOf(t, today-180, today-2)...)
	p.imported(1)
	p.read(today)
	for _, screen := range []string{"Trends", "Plan", "Body", "Today"} {
		h.press(p, "the tab "+screen, `[...document.querySelectorAll(".tabs a")].find((a) => a.innerText.trim() === "`+screen+`")`)
		p.wait(screen, `document.querySelector("main.page-`+strings.ToLower(screen)+` h1") && document.activeElement.id === "title"`)
	}

	p.wait("the service worker", cached)
	form := "const form = new FormData();"
	for _, path := range daysOf(t, today-1, today-1) {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		form += `form.append("files", ` + inForm(filepath.Base(path), data) + `);`
	}
	p.do(`(() => { ` + form + ` return fetch("share", { method: "POST", body: form }).then((r) => r.ok); })()`)
	p.close()
	p = b.phone(t, s.url("?shared#/files"))
	if tally := p.imported(1); tally.Added == 0 || tally.Rejected != 0 {
		t.Errorf("shared: %+v", tally)
	}

	at, err := url.Parse(s.url(""))
	if err != nil {
		t.Fatal(err)
	}
	id := "http://" + at.Host + "/rebound" // the manifest's id, which is of the origin
	if _, err := chromedp.Call(p.ctx, pwa.Install, pwa.InstallParams{ManifestID: id, InstallURLOrBundleURL: s.url("")}); err != nil {
		t.Fatalf("installing: %v", err)
	}
	if _, err := chromedp.Call(p.ctx, pwa.LaunchFilesInApp, pwa.LaunchFilesInAppParams{ManifestID: id, Files: daysOf(t, today, today)}); err != nil {
		t.Fatalf("opening files with the app: %v", err)
	}
	// The app is open, and so takes them where it is (the manifest's launch_handler).
	if tally := p.imported(2); tally.Added == 0 || tally.Rejected != 0 {
		t.Errorf("opened by the system: %+v", tally)
	}
	p.screen("#/today")
	p.read(today)
	if a := p.assessment(today); a.Morning != nil && !a.Morning.File {
		t.Errorf("this morning's files are in, and are asked for: %+v", a.Morning)
	}
}

// daysOf is the sample runner's files of some days.
func daysOf(t *testing.T, from, to diary.Date) (paths []string) {
	t.Helper()
	dir := spanOf(t, from, to)
	err := filepath.WalkDir(dir, func(path string, e os.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			paths = append(paths, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return paths
}
