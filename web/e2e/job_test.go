package e2e

import (
	"encoding/json"
	"fmt"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"

	"rebound/app/wire"
	"rebound/engine/diary"
)

// verdict is what the page carries of a day.
type verdict struct{ Action, Date string }

// verdictStands is the screen with its verdict, drawn whole.
const verdictStands = `document.querySelector("main[data-action][data-date]:not([aria-busy])")`

// read waits for the verdict of a date and reads it off the page.
func (p *tab) read(date diary.Date) verdict {
	p.t.Helper()
	p.wait("the verdict of "+date.String(), verdictStands+"?.dataset.date === '"+date.String()+"'")
	return eval[verdict](p, `(() => {
		const m = document.querySelector("main");
		return {Action: m.dataset.action, Date: m.dataset.date};
	})()`)
}

var makeReadiness = sync.OnceValues(func() (string, error) {
	path := filepath.Join(spare, "readiness")
	cmd := exec.Command("go", "build", "-o", path, "./cmd/readiness")
	cmd.Dir = root
	if msg, err := cmd.CombinedOutput(); err != nil {
		return "", fmt.Errorf("building readiness: %w\n%s", err, msg)
	}
	return path, nil
})

// byCommandLine is the command line's assessment of the same files.
func byCommandLine(t *testing.T, date diary.Date, paths ...string) wire.Assessment {
	t.Helper()
	program, err := makeReadiness()
	if err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(program, append([]string{"assess", "-json", "-date", date.String()}, paths...)...).Output()
	if err != nil {
		t.Fatalf("readiness assess: %v", err)
	}
	var a wire.Assessment
	if err := json.Unmarshal(out, &a); err != nil {
		t.Fatal(err)
	}
	return a
}

// watchProgress notes every state of the progress bar from now on.
func (p *tab) watchProgress() {
	p.t.Helper()
	p.do(`(() => {
		window.progressSeen = [];
		new MutationObserver(() => {
			const bar = document.querySelector("[role=progressbar]");
			if (bar) window.progressSeen.push(+bar.getAttribute("aria-valuenow"));
		}).observe(document.documentElement, {subtree: true, childList: true, attributes: true});
	})()`)
}

// The main job: drop an export, read a verdict; close the browser, lose the
// network, and it is all still there.
func TestDropToVerdictOffline(t *testing.T) {
	x := sampleExport(t)
	s := newSite(t, built)
	profile := newProfile(t)
	b := start(t, profile)
	p := b.open(t, s.url(""))
	p.wait("the first-run screen", fileInput)
	if eval[bool](p, "!!"+verdictStands) {
		t.Error("a verdict stands before there is any data")
	}
	p.watchProgress()
	begun := eval[float64](p, "performance.now()")
	p.drop(x.folder, x.zip)
	first := p.read(x.today)
	t.Logf("first verdict: %+v", first)

	p.screen("#/files")
	tally := p.imported(1)
	if !eval[bool](p, "window.progressSeen.length > 0") {
		t.Error("no progress bar was seen")
	}
	t.Logf("longest main-thread task during the import: %.0f ms", p.longestTask(begun))
	if tally.Added != x.files {
		t.Errorf("%d files were dropped; reported: %+v", x.files, tally)
	}

	p.screen("#/today")
	want := byCommandLine(t, x.today, x.folder, x.zip)
	p.wait("what the command line says", `document.querySelector("main").innerText.includes(`+strconv.Quote(want.Headline)+`)`)
	if whole := p.read(x.today); whole.Action != want.Action {
		t.Errorf("the page says %q, the command line %q", whole.Action, want.Action)
	}
	p.wait("the service worker", cached)
	b.close(t)
	s.stop()
	for _, r := range s.requests() {
		t.Log(r)
		if !strings.HasPrefix(r, "GET "+sub) {
			t.Errorf("a request beside the app's own path, or more than a question: %s", r)
		}
	}

	// A new process, the host gone.
	b = start(t, profile)
	past := x.today - 30
	for _, c := range []struct {
		screen string
		date   diary.Date
		action string
	}{
		{"#/today", x.today, want.Action},
		{"#/trends", x.today, want.Action},
		{"?from=homescreen#/files", x.today, want.Action},
		{"index.html#/settings", x.today, want.Action},
		{"#/today/" + past.String(), past, byCommandLine(t, past, x.folder, x.zip).Action},
	} {
		p = b.open(t, s.url(c.screen))
		if got := p.read(c.date); got.Action != c.action {
			t.Errorf("offline, %s says %q, want %q", c.screen, got.Action, c.action)
		}
		p.close()
	}
	if calls := b.outside.called(); len(calls) > 0 {
		t.Errorf("the browser called outside: %q", calls)
	}
}
