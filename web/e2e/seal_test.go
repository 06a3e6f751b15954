package e2e

import (
	"bytes"
	"encoding/base64"
	"io"
	"os"
	"path/filepath"
	"testing"

	"filippo.io/age"

	"rebound/app/backup"
	"rebound/app/wire"
	"rebound/engine/diary"
)

const (
	words   = "four unrelated words"
	secrets = `dialog[open] input[type=password]`
	wrong   = `document.querySelector("dialog[open] .wrong")?.innerText ?? ""`
)

// secret types into the n-th field of the dialog.
func (p *tab) secret(n int, value string) {
	p.t.Helper()
	p.wait("the field", `document.querySelectorAll("`+secrets+`").length > `+string(rune('0'+n)))
	p.do(`Object.assign(document.querySelectorAll("` + secrets + `")[` + string(rune('0'+n)) + `], {value: "` + value + `"})`)
}

// A backup under a passphrase is an age file, which age's own program opens, and brings
// everything back after an erasure to who knows the passphrase; nothing of it is said to
// anybody. One that age's program made comes back too.
func TestProtectedBackup(t *testing.T) {
	x := sampleExport(t)
	p := withHalf(t, shared(t), newSite(t, built), x)
	p.screen("#/today")
	before := p.read(x.today)
	dir := p.downloads()
	p.screen("#/settings")
	p.press("Protect with a passphrase")
	p.secret(0, "short")
	p.secret(1, "short")
	p.press("Save the backup")
	p.wait("what is wrong", wrong+` === "Use at least 10 characters."`)
	p.secret(0, words)
	p.press("Save the backup")
	p.wait("what is wrong", wrong+` === "The two are not the same."`)
	p.secret(1, words)
	p.look("protect")
	p.press("Save the backup")
	file := downloaded(t, dir)
	p.wait("what was done", `document.body.innerText.includes("The protected backup is in your downloads.") && document.body.innerText.includes("Last backup: ")`)
	sealed, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	plain := unsealed(t, sealed)
	kept, err := backup.Read(bytes.NewReader(plain), int64(len(plain)), func() {})
	if err != nil || len(kept.Left) > 0 {
		t.Fatalf("left out %q, %v", kept.Left, err)
	}

	p.press("Erase all data")
	p.press("Erase everything")
	p.wait("an empty diary", "!"+verdictStands)
	for name, data := range map[string][]byte{"the app's": sealed, "age's own": sealedBy(t, plain)} {
		again := filepath.Join(t.TempDir(), "rebound-2026-03-15.zip.age")
		if err := os.WriteFile(again, data, 0o600); err != nil {
			t.Fatal(err)
		}
		p.screen("#/settings")
		something := ask[wire.FileList](p, wire.OpFiles, nil).Total > 0
		p.chooseAfter("Restore", again)
		p.secret(0, words+"!")
		p.press("Open")
		p.wait("what is wrong", wrong+`.startsWith("That is not the passphrase of this backup.")`)
		p.secret(0, words)
		p.press("Open")
		if something { // else there is nothing to ask
			p.press("Replace")
		}
		p.wait("that it is restored", toast+`?.includes("The backup is restored")`)
		p.screen("#/today")
		if after := p.read(x.today); after != before {
			t.Errorf("%s: restored, the page says %+v; it said %+v", name, after, before)
		}
	}
	for name, data := range map[string][]byte{"cut off": sealed[:len(sealed)/2], "changed": append(bytes.Clone(sealed[:70_000]), append([]byte{sealed[70_000] ^ 1}, sealed[70_001:]...)...)} {
		bad := filepath.Join(t.TempDir(), "rebound-2026-03-15.zip.age")
		if err := os.WriteFile(bad, data, 0o600); err != nil {
			t.Fatal(err)
		}
		p.screen("#/settings")
		p.chooseAfter("Restore", bad)
		p.secret(0, words)
		p.press("Open")
		p.wait("that it is "+name, wrong+`.startsWith("This backup is damaged")`)
		p.press("Cancel")
	}
	dropped := filepath.Join(t.TempDir(), "my diary") // whatever it is called
	if err := os.WriteFile(dropped, sealed, 0o600); err != nil {
		t.Fatal(err)
	}
	p.drop(dropped)
	p.secret(0, words)
	p.press("Open")
	p.wait("what is in it", `document.querySelector("dialog[open]")?.innerText.includes("Your entries")`)
	p.press("Cancel")
	p.wait("no dialog to be left", `!document.querySelector("#dialog-passphrase")`)
}

func unsealed(t *testing.T, sealed []byte) []byte {
	t.Helper()
	id, err := age.NewScryptIdentity(words)
	if err != nil {
		t.Fatal(err)
	}
	r, err := age.Decrypt(bytes.NewReader(sealed), id)
	if err != nil {
		t.Fatal(err)
	}
	plain, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return plain
}

func sealedBy(t *testing.T, plain []byte) []byte {
	t.Helper()
	to, err := age.NewScryptRecipient(words)
	if err != nil {
		t.Fatal(err)
	}
	to.SetWorkFactor(12)
	var out bytes.Buffer
	w, err := age.Encrypt(&out, to)
	if err == nil {
		_, err = w.Write(plain)
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// After a month without a backup one line on Today says so, until it is put off.
func TestBackupReminder(t *testing.T) {
	x := sampleExport(t)
	p := withHalf(t, shared(t), newSite(t, built), x)
	p.wait("its first day", `localStorage.getItem("rebound-backup:" + new URL("./", location.href).pathname)`) // which it writes once
	p.do(`localStorage.setItem("rebound-backup:" + new URL("./", location.href).pathname, '{"from":"2020-01-01"}')`)
	p.screen("#/today")
	p.reload()
	line := `[...document.querySelectorAll("main details.line")].find((d) => d.innerText.startsWith("Last backup"))`
	p.wait("the verdict", verdictStands+` && !document.querySelector("main [aria-busy=true]")`)
	p.wait("the line", line)
	p.do(line + ".open = true")
	p.shoot("reminder")
	p.press("Not now")
	p.wait("no line", "!"+line)
	p.reload()
	p.wait("the verdict", verdictStands+` && !document.querySelector("main [aria-busy=true]")`)
	if eval[bool](p, "!!"+line) {
		t.Error("it comes again at once")
	}
}

// A backup of version 1 is restored; where there is nothing yet, at once.
func TestFirstVersionOfBackup(t *testing.T) {
	old, err := filepath.Abs("../../app/backup/testdata/v1.zip")
	if err != nil {
		t.Fatal(err)
	}
	p := shared(t).open(t, newSite(t, built).url("#/settings"))
	p.wait("the page", mounted)
	p.chooseAfter("Restore", old)
	p.wait("what was done", toast+`?.includes("The backup is restored: 24 files")`)
	p.look("restore")
	if total := ask[wire.FileList](p, wire.OpFiles, nil).Total; total != 24 {
		t.Errorf("%d files of 24", total)
	}
}

// Copies go to a folder of the runner's: one a day, the newest three, and where the
// browser no longer allows it, that is said with the way to allow it.
func TestCopies(t *testing.T) {
	x := sampleExport(t)
	p := shared(t).open(t, newSite(t, built).url("#/files"))
	p.wait("the page", mounted)
	p.do(`globalThis.showDirectoryPicker = async () => (await navigator.storage.getDirectory()).getDirectoryHandle("kept", {create: true})`)
	p.drop(x.folder)
	p.imported(1)
	p.screen("#/settings")
	p.press("Choose a folder for copies")
	p.wait("the first copy", `document.body.innerText.includes("Last copy: ")`)
	p.look("copies")
	names := func() []string {
		return eval[[]string](p, `navigator.storage.getDirectory().then((d) => d.getDirectoryHandle("kept")).then(async (d) => { const names = []; for await (const n of d.keys()) names.push(n); return names.sort(); })`)
	}
	if got := names(); len(got) != 1 {
		t.Fatalf("%q", got)
	}
	plain, err := base64.StdEncoding.DecodeString(eval[string](p, `navigator.storage.getDirectory().then((d) => d.getDirectoryHandle("kept")).then(async (d) => { for await (const h of d.values()) {
		const b = new Uint8Array(await (await h.getFile()).arrayBuffer()); let s = ""; for (const c of b) s += String.fromCharCode(c); return btoa(s); } })`))
	if err != nil {
		t.Fatal(err)
	}
	kept, err := backup.Read(bytes.NewReader(plain), int64(len(plain)), func() {})
	if err != nil || kept.Files == 0 || len(kept.Left) > 0 {
		t.Fatalf("%d files, left out %q, %v", kept.Files, kept.Left, err)
	}

	// Of days before: the newest three stay, and what is not a copy of this device's.
	today := eval[string](p, `JSON.parse(rebound.backup).copied`)
	d, err := diary.ParseDate(today)
	if err != nil {
		t.Fatal(err)
	}
	p.do(`(async () => {
		const kept = await (await navigator.storage.getDirectory()).getDirectoryHandle("kept");
		const older = ["` + (d - 3).String() + `", "` + (d - 2).String() + `", "` + (d - 1).String() + `"];
		const db = await new Promise((done) => { indexedDB.open("rebound-folder " + new URL("./", location.href).pathname).onsuccess = (e) => done(e.target.result); });
		const store = () => db.transaction("folder", "readwrite").objectStore("folder");
		const state = await new Promise((done) => { store().get("copies").onsuccess = (e) => done(e.target.result); });
		state.written.push(...older.map((o) => "rebound-copy-" + o + "-" + state.id + ".zip"));
		for (const n of [...state.written, "rebound-copy-` + (d - 9).String() + `-zzzz.zip"]) await kept.getFileHandle(n, {create: true});
		await new Promise((done) => { store().put(state, "copies").onsuccess = done; });
		db.close();
	})()`)
	p.press("Copy now")
	p.wait("the oldest to go", `navigator.storage.getDirectory().then((d) => d.getDirectoryHandle("kept")).then(async (d) => { let n = 0; for await (const k of d.keys()) n++; return n === 4; })`)
	if got := names(); got[0] != "rebound-copy-"+(d-9).String()+"-zzzz.zip" || got[1][:23] != "rebound-copy-"+(d-2).String() {
		t.Errorf("%q are kept", got)
	}

	// The browser wants to be asked again.
	p.do(`FileSystemHandle.prototype.queryPermission = async () => "prompt"; FileSystemHandle.prototype.requestPermission = async () => globalThis.granted ?? "denied"; rebound.copyNow()`)
	p.wait("the line", `document.querySelector(".page .wrong")?.innerText.startsWith("Your browser needs your permission again")`)
	p.do(`globalThis.granted = "granted"`)
	p.press("Allow it again")
	p.wait("no line", `!document.querySelector(".page .wrong")`)

	// What is gone is put in the place of no copy.
	p.press("Erase all data")
	p.press("Erase everything")
	p.wait("that copying has stopped", `!JSON.parse(rebound.backup).folder`)
	if got := names(); len(got) != 4 {
		t.Errorf("%q are left after erasing", got)
	}
}
