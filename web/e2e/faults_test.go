package e2e

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/storage"
	"github.com/chromedp/chromedp"

	"rebound/app/wire"
)

// quota lets the site's origin keep so many bytes; below 0 what the browser allows.
func (s *site) quota(p *tab, bytes float64) {
	p.t.Helper()
	params := storage.OverrideQuotaForOriginParams{Origin: strings.TrimSuffix(s.url(""), sub)}
	if bytes >= 0 {
		params.QuotaSize = &bytes
	}
	if _, err := chromedp.Call(p.ctx, storage.OverrideQuotaForOrigin, params); err != nil {
		p.t.Fatal(err)
	}
}

// The disk is full in the middle of an import: what was reported is in, the rest is
// said to be missing, and once there is room it can be dropped again.
func TestQuotaExceeded(t *testing.T) {
	x := sampleExport(t)
	s := newSite(t, built)
	p := start(t, "").open(t, s.url("#/files"))
	p.wait("the service worker", cached)
	used := eval[float64](p, `navigator.storage.estimate().then((e) => e.usage)`)
	var cut wire.Progress
	n := 0
	for room := 600_000.0; cut.Added == 0 && room < 5e6; room += 300_000 { // less is there than that
		s.quota(p, used+room)
		p.drop(x.dir)
		n++
		cut = p.imported(n)
	}
	p.wait("why", `document.querySelector("[role=alert]").innerText.includes("no room left")`)
	kept := ask[wire.FileList](p, wire.OpFiles, nil).Total
	if !cut.Failed || cut.Added != kept || cut.Total-cut.Done <= 0 || kept >= x.files {
		t.Errorf("%+v; %d files are kept of %d", cut, kept, x.files)
	}
	p.wait("what came of it", `((said) => said.includes("Stopped before the end") && said.includes("not read"))(document.querySelector("[role=status]").innerText)`)
	p.shoot("disk-full")
	r := ask[wire.FileList](p, wire.OpFiles, nil)
	if r.Total != kept {
		t.Errorf("%d files, %d before", r.Total, kept)
	}

	s.quota(p, -1)
	p.drop(x.dir)
	if again := p.imported(n + 1); again.Added != x.files-kept || again.Failed {
		t.Errorf("with room: %+v; %d were missing", again, x.files-kept)
	}
}

// spoil changes the runner's database as damage or another hand does: f gets the three
// object stores of one transaction.
func (p *tab) spoil(f string) {
	p.t.Helper()
	p.do(`new Promise((done, failed) => {
		const opening = indexedDB.open("rebound:" + location.pathname);
		opening.onerror = () => failed(opening.error);
		opening.onsuccess = () => {
			const db = opening.result, tx = db.transaction(["log", "brief", "kv"], "readwrite");
			(` + f + `)(tx.objectStore("log"), tx.objectStore("brief"), tx.objectStore("kv"));
			tx.oncomplete = () => done(db.close());
			tx.onabort = () => failed(tx.error);
		};
	})`)
}

// A row whose bytes are not what they were costs itself, is said, and comes back with
// its files; so does one that is of another type. The diary can be saved all the while.
func TestRowDamagedByHand(t *testing.T) {
	x := sampleExport(t)
	s := newSite(t, built)
	p := shared(t).open(t, s.url("#/files"))
	p.wait("the page", mounted)
	p.drop(x.folder)
	all := p.imported(1).Added
	for _, c := range [][2]string{ // in this order: what is said of the settings stays until it is dismissed
		{"bytes", `(log, brief) => {
			brief.clear();
			log.openCursor().onsuccess = ({target: {result: cursor}}) => {
				const row = cursor.value;
				row[row.length >> 1] ^= 1;
				cursor.update(row);
			};
		}`},
		{"a type", `(log, brief, kv) => {
			brief.clear();
			kv.put("text", "settings");
			log.put({}, "no key");
			log.openCursor(IDBKeyRange.upperBound(1e9), "prev").onsuccess = ({target: {result: cursor}}) => cursor.update("text");
		}`},
	} {
		name := c[0]
		p.spoil(c[1])
		p.reload()
		p.wait("the page", mounted)
		list := ask[wire.FileList](p, wire.OpFiles, nil)
		if list.Total >= all || list.Total == 0 && all > 100 {
			t.Errorf("%s: %d files of %d", name, list.Total, all)
		}
		said := ""
		for _, l := range list.Lines {
			said += l.Text
		}
		if !strings.Contains(said, "damaged") || (name == "a type") != strings.Contains(said, "settings") {
			t.Errorf("%s: the lines are %+v", name, list.Lines)
		}
		p.drop(x.folder)
		p.imported(1)
		if n := ask[wire.FileList](p, wire.OpFiles, nil).Total; n != all {
			t.Errorf("%s: dropped again, there are %d files of %d", name, n, all)
		}
	}
}

// Two tabs change the settings and the plan at the same moment: each change is there.
func TestTwoTabsEdit(t *testing.T) {
	x := sampleExport(t)
	s := newSite(t, built)
	b := shared(t)
	one := runner(t, b, s)
	two := b.open(t, s.url("#/settings"))
	two.wait("the page", mounted)
	weekly := 30.0
	ask[wire.State](one, wire.OpPlanMake, wire.PlanMake{Goal: wire.PlanGoal{WeeklyKm: &weekly}})
	sessions := ask[wire.PlanScreen](one, wire.OpPlan, wire.DateArg{Date: x.today}).Made.Sessions
	first := sessions[0].Date
	for range 5 { // each time before the other can have heard
		one.do(`rebound.send('{"id":-5,"op":"setting","args":{"key":"age","value":36}}')`)
		two.do(`rebound.send('{"id":-5,"op":"setting","args":{"key":"max_hr","value":191}}')`)
		for _, p := range []*tab{one, two} {
			p.wait("the answer", `window.heard.some((m) => m.id === -5)`)
			p.do(`window.heard = []`)
		}
		// Whoever commits next has seen both; each takes back what the other set.
		both := ask[wire.Settings](one, wire.OpSetting, wire.SettingArg{Key: "units", Text: "mi"})
		if both.Age != 36 || both.MaxHR != 191 {
			t.Fatalf("age %g, max HR %g", both.Age, both.MaxHR)
		}
		ask[wire.Settings](one, wire.OpSetting, wire.SettingArg{Key: "max_hr", Value: 0})
		if s := ask[wire.Settings](two, wire.OpSetting, wire.SettingArg{Key: "age", Value: 0}); s.Age != 0 || s.MaxHR != 0 || s.Units != "mi" {
			t.Fatalf("taken back: %+v", s)
		}
	}
	ask[wire.State](one, wire.OpPlanMove, wire.PlanMove{From: first + 14, To: first + 15})
	ask[wire.State](two, wire.OpPlanMove, wire.PlanMove{From: first + 7, To: first + 8})
	if made := ask[wire.PlanScreen](two, wire.OpPlan, wire.DateArg{Date: x.today}).Made; made == nil || len(made.Changes) != 2 {
		t.Errorf("of two moves there are %+v", made)
	}
}

// folders has the browser fail to read a folder called locked, and take its time over one
// called slow.
const folders = `(() => {
	const entryOf = DataTransferItem.prototype.webkitGetAsEntry;
	let real;
	DataTransferItem.prototype.webkitGetAsEntry = function () {
		const entry = entryOf.call(this), proto = Object.getPrototypeOf(entry); // it has no name to find it by
		if (!entry.isDirectory || real) return entry;
		real = proto.createReader;
		proto.createReader = function () {
			const reader = real.call(this);
			if (this.name === "locked") return {readEntries: (_, fail) => fail(new DOMException("", "NotReadableError"))};
			if (this.name === "slow") return {readEntries: (done, fail) => (window.goOn = () => reader.readEntries(done, fail))};
			return reader;
		};
		return entry;
	};
})()`

// A folder that the browser cannot read is named, and the rest of the drop is read; a
// walk through folders that takes a while shows, and Cancel ends it.
func TestFoldersOfADrop(t *testing.T) {
	s := newSite(t, built)
	p := shared(t).blank(t)
	p.before(folders)
	p.visit(s.url("#/files"))
	p.wait("the page", mounted)
	dir := t.TempDir()
	for _, name := range []string{"export/a.txt", "export/locked/b.txt", "long/slow/c.txt", "long/d.txt"} {
		if err := save(filepath.Join(dir, name), []byte("Ran by the river: "+name)); err != nil {
			t.Fatal(err)
		}
	}
	p.drop(filepath.Join(dir, "export"))
	if got := p.imported(1); got.Rejected != 1 {
		t.Errorf("%+v", got)
	}
	p.wait("the folder's name", `document.querySelector("[role=alert]").innerText.includes("export/locked/")`)

	p.drop(filepath.Join(dir, "long"))
	p.wait("a bar, and the slow folder", `document.querySelector("[role=progressbar]") && window.goOn`)
	p.press("Cancel")
	p.do(`goOn()`)
	p.wait("that it is cancelled", `document.querySelector("[role=status]").innerText.includes("Cancelled") && !document.querySelector("[role=progressbar]")`)
	if n := len(ask[wire.FileList](p, wire.OpFiles, nil).Lines); n != 1 {
		t.Errorf("%d files have a line", n)
	}
}
