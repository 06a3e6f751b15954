package e2e

import (
	"encoding/base64"
	"fmt"
	"testing"

	"rebound/engine/sample"
)

// inForm is JavaScript for a file of these bytes.
func inForm(name string, data []byte) string {
	return fmt.Sprintf(`new File([Uint8Array.from(atob(%q), (c) => c.charCodeAt(0))], %q)`, base64.StdEncoding.EncodeToString(data), name)
}

const inboxes = `caches.keys().then((names) => Promise.all(names.filter((n) => n.startsWith("rebound-inbox")).map((n) => caches.open(n).then((c) => c.keys())))).then((l) => l.flat().length)`

// backends are the locks of the backends that live at this site, frozen ones too.
const backends = `navigator.locks.query().then(({ held }) => held.map((l) => l.name).filter((name) => name.startsWith("rebound.backend ")))`

// What another app shares is kept while nothing of Rebound is open and no network is
// there, is read by the next start, once, and then let go of.
func TestSharedFilesArrive(t *testing.T) {
	s := newSite(t, built)
	b := shared(t)
	list := sample.Files(sampleExport(t).today)
	p := b.open(t, s.url("#/settings"))
	p.wait("the service worker", cached)
	s.stop()
	// As the system does: a form to the address in the manifest.
	post := `(() => {
		const form = new FormData();
		form.append("files", ` + inForm("from another app.fit", encoded(t, "activity", list)) + `);
		form.append("files", ` + inForm(hostile, encoded(t, "sleep", list)) + `);
		return fetch("share", { method: "POST", body: form }).then((r) => r.ok && r.text()).then((page) => page.includes("boot.js"));
	})()`
	if !eval[bool](p, post) {
		t.Error("after sharing the system is not led to the app")
	}
	if n := eval[int](p, inboxes); n != 2 {
		t.Fatalf("%d files are kept", n)
	}
	p.close()
	p = b.open(t, s.url("?shared#/files"))
	if tally := p.imported(1); tally.Added != 2 || tally.Rejected != 0 {
		t.Errorf("reported: %+v", tally)
	}
	p.wait("an empty inbox", inboxes+".then((n) => n === 0)")
	p.wait("its backend", backends+".then((l) => l.length === 1)")
	first := eval[[]string](p, backends)[0]
	p.do(`{
		const end = Worker.prototype.terminate;
		Worker.prototype.terminate = function () {
			sessionStorage.ended = "yes";
			end.call(this);
		};
	}`)
	p.visit(s.url("?shared&again#/files"))
	p.wait("the page", mounted)
	if n := eval[int](p, inboxes); n != 0 || eval[bool](p, "!!window.harmed") {
		t.Errorf("%d files are kept", n)
	}

	// The browser may keep the page before for Back, frozen. Its backend has ended before
	// that (ADR 50), and it starts anew.
	if eval[string](p, "sessionStorage.ended ?? ''") != "yes" {
		t.Error("the backend of the page before did not go with it")
	}
	p.wait("a backend, and no other", backends+fmt.Sprintf(".then((l) => l.length === 1 && l[0] !== %q)", first))
	second := eval[[]string](p, backends)[0]
	p.do("history.back()")
	p.wait("the page before, with a backend of its own", "!location.search.includes(\"again\") && "+backends+fmt.Sprintf(".then((l) => l.length === 1 && ![%q, %q].includes(l[0]))", first, second))
	p.wait("what it draws", mounted)
}

// A file out of the clipboard is read on any screen.
func TestPaste(t *testing.T) {
	s := newSite(t, built)
	p := shared(t).open(t, s.url("#/plan"))
	p.wait("the page", mounted)
	p.do(`(() => {
		const clipboardData = new DataTransfer();
		clipboardData.items.add(` + inForm("pasted.fit", encoded(t, "activity", sample.Files(sampleExport(t).today))) + `);
		document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
	})()`)
	if tally := p.imported(1); tally.Added != 1 {
		t.Errorf("reported: %+v", tally)
	}
}

// A folder is chosen once. A tap reads what is new in it and no more, after a reload
// and without a network too.
func TestFolderIsRemembered(t *testing.T) {
	s := newSite(t, built)
	p := shared(t).open(t, s.url("#/files"))
	p.wait("the service worker", cached)
	list := sample.Files(sampleExport(t).today)
	// The browser's own chooser cannot be driven: it gives a folder of the origin's.
	const chooser = `globalThis.showDirectoryPicker = async () => (await navigator.storage.getDirectory()).getDirectoryHandle("GARMIN", { create: true })`
	write := func(name string, data []byte) {
		p.do(`(async () => {
			const root = await (await navigator.storage.getDirectory()).getDirectoryHandle("GARMIN", { create: true });
			const sub = await root.getDirectoryHandle("Activity", { create: true });
			const w = await (await sub.getFileHandle(` + fmt.Sprintf("%q", name) + `, { create: true })).createWritable();
			await w.write(` + inForm(name, data) + `);
			await w.close();
		})()`)
	}
	button := func(text string) string {
		return fmt.Sprintf(`[...document.querySelectorAll(".folder button")].find((b) => b.innerText.includes(%q))`, text)
	}
	write("run.fit", encoded(t, "activity", list))
	p.do(chooser)
	p.wait("the offer", button("Remember a folder"))
	p.do(button("Remember a folder") + ".click()")
	if tally := p.imported(1); tally.Added != 1 {
		t.Errorf("reported: %+v", tally)
	}
	p.wait("what is known of the folder", `new Promise((done) => {
		const request = indexedDB.open("rebound-folder " + location.pathname);
		request.onsuccess = () => {
			const db = request.result, seen = db.transaction("folder").objectStore("folder").get("seen");
			seen.onsuccess = () => { db.close(); done(Object.keys(seen.result ?? {}).length === 1); };
		};
	})`)
	s.stop()
	p.visit(s.url("?again#/files"))
	p.wait("the folder's name", button("GARMIN"))
	p.do(button("GARMIN") + ".click()")
	p.wait("that nothing is new", `document.body.innerText.includes("Nothing new in GARMIN")`)
	write("night.fit", encoded(t, "sleep", list))
	p.do(button("GARMIN") + ".click()")
	if tally := p.imported(1); tally.Added != 1 || tally.Dup != 0 {
		t.Errorf("reported the second time: %+v", tally)
	}
	p.wait("the way to forget it", button("Forget"))
	p.do(button("Forget") + ".click()")
	p.wait("the offer again", button("Remember a folder"))
}
