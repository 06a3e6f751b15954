package e2e

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"

	"rebound/app/wire"
	"rebound/engine/diary"
	"rebound/engine/sample"
)

// An import that a reload cuts off says so: how far it came, that it is saved, and how to
// go on. Going on skips what is here.
func TestImportThatWasCutOff(t *testing.T) {
	x := sampleExport(t)
	p := shared(t).open(t, newSite(t, built).url(""))
	p.viewport(390, 844)
	p.wait("the page", mounted)
	p.drop(x.folder, x.zip)
	const told = `window.heard.filter((m) => m.event === "progress").at(-1)?.data`
	p.wait("the first files", told+"?.added > 100")
	p.reload()
	const line = `document.querySelector(".notices .kept")`
	p.wait("what came of it", line+`?.innerText.match(/^Your last import stopped after [\d,]+ of [\d,]+ files\. What was added is saved\./)`)
	p.look("import-cut-off")
	kept := ask[wire.FileList](p, wire.OpFiles, nil).Total
	if kept == 0 || kept >= x.files {
		t.Fatalf("%d files are kept of %d", kept, x.files)
	}
	if !eval[bool](p, `[...`+line+`.querySelectorAll("button")].some((b) => ["Go on", "Choose files"].includes(b.innerText))`) {
		t.Errorf("there is no way on: %s", p.text(".notices"))
	}
	p.drop(x.folder, x.zip)
	p.wait("that the line is gone", "!"+line)
	if again := p.imported(1); again.Added+kept != x.files || again.Rejected != 0 {
		t.Errorf("gone on: %+v; %d were here of %d", again, kept, x.files)
	}
	p.wait("that nothing is left", `new Promise((done) => {
		const request = indexedDB.open("rebound-folder " + location.pathname);
		request.onsuccess = () => {
			const db = request.result, left = db.transaction("folder").objectStore("folder").get("import");
			left.onsuccess = () => { db.close(); done(left.result === undefined); };
		};
	})`)
	p.reload()
	p.wait("the verdict", verdictStands)
	if eval[bool](p, "!!"+line) {
		t.Error("an import that ended is said to be cut off")
	}
}

// A folder of the browser's that an import was cut off in is gone on with by one press.
func TestCutOffInAFolder(t *testing.T) {
	s := newSite(t, built)
	p := shared(t).open(t, s.url("#/files"))
	p.wait("the page", mounted)
	p.do(`(async () => {
		const root = await (await navigator.storage.getDirectory()).getDirectoryHandle("WATCH", { create: true });
		const put = (key, value) => new Promise((done) => {
			const request = indexedDB.open("rebound-folder " + location.pathname, 1);
			request.onupgradeneeded = () => request.result.createObjectStore("folder");
			request.onsuccess = () => {
				const t = request.result.transaction("folder", "readwrite");
				t.objectStore("folder").put(value, key);
				t.oncomplete = () => { request.result.close(); done(); };
			};
		});
		const file = await (await root.getFileHandle("run.fit", { create: true })).createWritable();
		await file.write(` + inForm("run.fit", encoded(t, "activity", sample.Files(sampleExport(t).today))) + `);
		await file.close();
		await put("import", { done: 1204, total: 2593, handles: [root] });
	})()`)
	p.reload()
	p.wait("how far it came", `document.querySelector(".notices .kept")?.innerText.includes("stopped after 1,204 of 2,593 files")`)
	p.press("Go on")
	if tally := p.imported(1); tally.Added != 1 {
		t.Errorf("reported: %+v", tally)
	}
	p.wait("that the line is gone", `!document.querySelector(".notices .kept")`)
}

// The sample runner survives a reload, marked as ever; the span of Trends does too; and
// a day before all that is known says so.
func TestWhatAReloadKeeps(t *testing.T) {
	b := shared(t)
	s := newSite(t, built)
	p := b.open(t, s.url(""))
	p.viewport(390, 844)
	p.press("See a sample runner")
	p.wait("the sample's verdict", verdictStands)
	p.screen("#/trends")
	p.press("3 mo")
	p.wait("the span", `document.querySelector('button[data-days="91"]').ariaPressed === "true"`)
	p.reload()
	p.wait("the sample, marked", verdictStands+` && document.querySelector(".ribbon")?.innerText.includes("Sample runner")`)
	p.wait("the span", `document.querySelector('button[data-days="91"]').ariaPressed === "true" && document.querySelector("main svg[role=img]")`)
	two := b.open(t, s.url(""))
	two.wait("the first screen of another tab", fileInput+` && !document.querySelector(".ribbon")`)
	two.close()
	p.screen("#/today/2001-01-01")
	p.wait("that it is before the diary", `document.querySelector("h1")?.innerText === "Before your diary"`)
	p.look("before-the-diary")
	p.press("To its first day")
	p.wait("the first day", `location.hash.startsWith("#/today/") && document.querySelector("h1").innerText !== "Before your diary"`)
	p.press("Leave the sample")
	p.wait("the first screen", fileInput+` && !document.querySelector(".ribbon")`)
	p.reload()
	p.wait("the first screen still", fileInput+` && !document.querySelector(".ribbon")`)
}

// Where one goes by miles a diary begins in them; one that is there stays as it is, and
// the runner's own word counts.
func TestMilesByRegion(t *testing.T) {
	s := newSite(t, built)
	b := start(t, "")
	at := func(language string) *tab {
		p := b.blank(t)
		agent := eval[string](p, "navigator.userAgent")
		if _, err := chromedp.Call(p.ctx, emulation.SetUserAgentOverride, emulation.SetUserAgentOverrideParams{UserAgent: agent, AcceptLanguage: language}); err != nil {
			t.Fatal(err)
		}
		p.visit(s.url("#/settings"))
		p.wait("the settings", `document.querySelector("button[data-key=units]")`)
		return p
	}
	units := func(p *tab) string {
		return eval[string](p, `document.querySelector("button[data-key=units][aria-pressed=true]").dataset.value`)
	}
	p := at("en-GB")
	if u := units(p); u != "km" {
		t.Errorf("in Britain a diary begins in %s", u)
	}
	p = at("en-US")
	if u := units(p); u != "mi" {
		t.Errorf("in the United States it begins in %s", u)
	}
	p.press("Kilometres")
	p.wait("that it is saved", saved)
	p.reload()
	p.wait("the runner's own word", `document.querySelector("button[data-key=units][aria-pressed=true]")?.dataset.value === "km"`)
	p.press("Erase all data")
	p.press("Erase everything")
	p.wait("the first screen", fileInput)
	p.screen("#/settings")
	p.wait("miles again", `document.querySelector("button[data-key=units][aria-pressed=true]")?.dataset.value === "mi"`)
}

// A backup that comes as any file does is not read as one: it is offered to be restored,
// with what is in it.
func TestBackupDroppedAnywhere(t *testing.T) {
	x := sampleExport(t)
	b := shared(t)
	p := runner(t, b, newSite(t, built))
	dir := p.downloads()
	p.screen("#/settings")
	p.press("Back up")
	file := downloaded(t, dir)
	q := b.open(t, newSite(t, built).url("#/plan"))
	q.viewport(390, 844)
	q.wait("the page", mounted)
	ask[wire.State](q, wire.OpCheckIn, wire.CheckIn{Date: x.today - 1, Signs: map[string]int{"drained": 1}})
	q.drop(file)
	q.wait("what is in it", `document.querySelector("dialog[open]")?.innerText.includes("Your entries")`)
	q.look("backup-dropped")
	q.press("Merge")
	q.wait("that it is restored", toast+`?.includes("The backup is restored")`)
	if got := typedToday(q, x.today); !strings.Contains(got["hrv"], "58") {
		t.Errorf("restored: %v", got)
	}
	fake := filepath.Join(dir, "rebound-not.zip")
	if err := os.WriteFile(fake, []byte("PK\x03\x04 not"), 0o666); err != nil {
		t.Fatal(err)
	}
	q.drop(fake)
	if tally := q.imported(1); tally.Rejected != 1 {
		t.Errorf("a zip that is no backup: %+v", tally)
	}
}

// A table that is asked about is asked about still after a reload, half answered as it was.
func TestTableIsAskedAgain(t *testing.T) {
	today := sampleExport(t).today
	var rows strings.Builder
	rows.WriteString("Day;HRV;Pulse\n")
	for i := range 40 {
		fmt.Fprintf(&rows, "%s;%d;%d\n", (today - diary.Date(39-i)).Time().Format("02.01.2006"), 50+i%7, 45+i%3)
	}
	table := filepath.Join(t.TempDir(), "mornings.csv")
	if err := save(table, []byte(rows.String())); err != nil {
		t.Fatal(err)
	}
	p := shared(t).open(t, newSite(t, built).url("#/files"))
	p.wait("the page", fileInput)
	p.choose(table)
	p.wait("the question", `document.querySelector("#explain-1")`)
	p.fill("#explain-1", "rmssd")
	p.wait("what would be read", `document.querySelector(".explain [role=status]")?.innerText.includes("40 of HRV (RMSSD)")`)
	p.reload()
	p.wait("the answer to it, still", `document.querySelector("#explain-1")?.value === "rmssd" && document.querySelector(".explain [role=status]")?.innerText.includes("40 of HRV (RMSSD)")`)
	p.press("Read it")
	p.wait("that it is read", `!document.querySelector("#explain") && document.querySelector("li[data-result=added]")`)
	p.reload()
	p.wait("no question any more", fileInput+` && !document.querySelector("#explain")`)
	if n := eval[int](p, kept); n != 0 {
		t.Errorf("%d drafts are left", n)
	}
}
