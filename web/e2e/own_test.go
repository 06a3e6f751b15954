package e2e

import (
	"fmt"
	"strings"
	"testing"

	"rebound/app/wire"
	"rebound/engine/diary"
	"rebound/engine/story/storytest"
	"rebound/web/e2e/drive"
)

// The sample runner is a visit: shown on every screen, gone without a trace.
func TestSampleRunner(t *testing.T) {
	s := newSite(t, built)
	p := shared(t).open(t, s.url(""))
	p.press("See a sample runner")
	p.wait("the sample's verdict", verdictStands)
	action := eval[string](p, verdictStands+".dataset.action")
	if want := "cut_week"; action != want {
		t.Errorf("the sample runner's action is %q, want %q", action, want)
	}
	p.press("Why?")
	p.press("Send this day")
	p.wait("the day as a text", `document.querySelector("dialog.sent[open] pre")?.textContent.includes("-- want --")`)
	if e, wants := storytest.Play(t, eval[string](p, `document.querySelector("dialog.sent pre").textContent`)); string(storytest.Assess(e, wants[0]).Action) != action {
		t.Errorf("the day that was sent does not say %s", action)
	}
	p.shoot("send-day")
	p.press("Close")
	p.wait("the dialog gone", `!document.querySelector("dialog[open]")`)
	p.press("Keep my original week")
	p.wait("the question", `document.activeElement.id === "keep-why"`)
	p.press("Cancel")
	p.wait("the keyboard where it was", `document.activeElement.innerText.startsWith("Keep my original week")`)
	p.press("Keep my original week")
	p.wait("the question", `document.activeElement.id === "keep-why"`)
	p.fill("#keep-why", "my club's run")
	p.press("Keep my original week")
	p.wait("the cut out of force", verdictStands+`.dataset.action !== "cut_week" && document.body.innerText.includes("You declined the change.")`)
	p.wait("the reason heard, and the keyboard at the session", `document.querySelector(".why").textContent.includes("my club's run") && document.activeElement.id === "session"`)
	p.press("Undo")
	p.wait("the cut back", verdictStands+`.dataset.action === "cut_week"`)
	if n := eval[int](p, rowsStored); n != 0 {
		t.Errorf("the sample left %d rows in the runner's own store", n)
	}
	p.press("Leave the sample")
	p.wait("the first-run screen", fileInput+" && !"+verdictStands)
	p.reload()
	p.wait("the first-run screen after a reload", fileInput+" && !"+verdictStands)
}

// rowsStored counts what all of the origin's databases hold.
const rowsStored = `(async () => {
	let n = 0;
	for (const {name} of await indexedDB.databases()) {
		const db = await new Promise((done, failed) => Object.assign(indexedDB.open(name), {onsuccess: (e) => done(e.target.result), onerror: failed}));
		for (const store of db.objectStoreNames) {
			n += await new Promise((done) => { db.transaction(store).objectStore(store).count().onsuccess = (e) => done(e.target.result); });
		}
		db.close();
	}
	return n;
})()`

// Erase all data leaves nothing, and asks first.
func TestErase(t *testing.T) {
	x := sampleExport(t)
	s := newSite(t, built)
	p := withHalf(t, shared(t), s, x)
	p.read(x.today)
	before := ask[wire.State](p, wire.OpHello, wire.Hello{Today: x.today})
	p.screen("#/settings")
	p.press("Erase all data")
	p.press("Keep")
	if after := ask[wire.State](p, wire.OpHello, wire.Hello{Today: x.today}); after != before {
		t.Errorf("cancelling the erasure changed %+v to %+v", before, after)
	}
	p.press("Erase all data")
	p.press("Erase everything")
	p.wait("that it is done", "!"+verdictStands)
	p.screen("#/today")
	p.wait("the first-run screen", fileInput+" && !"+verdictStands)
	p.reload()
	p.wait("the first-run screen after a reload", fileInput+" && !"+verdictStands)
	if state := ask[wire.State](p, wire.OpHello, wire.Hello{Today: x.today}); !state.Empty || state.Files != 0 {
		t.Errorf("after erasing, the worker has %+v", state)
	}
}

// This morning's numbers can be typed before there is any file, taken back, and
// are there after a reload.
func TestTypedNumbers(t *testing.T) {
	today := sampleExport(t).today
	s := newSite(t, built)
	p := shared(t).open(t, s.url("#/today"))
	p.wait("the form", typedForm)

	p.typeMorning("191", "", "")
	p.wait("what is wrong", `document.querySelector(".typed")?.innerText.includes("30 to 110")`)
	p.typeMorning("51", "", "")
	p.wait("the number", verdictStands+` && document.querySelector("main").innerText.includes("51")`)
	p.do(openForm)
	p.press("Undo")
	p.wait("that it is taken back", toast+`?.includes("Undone")`)
	if got := typedToday(p, today); got["resting_hr"] != "" {
		t.Errorf("taken back, and still there: %q", got)
	}

	p.typeMorning("52", "61", "7:30")
	p.wait("that it is saved", saved)
	p.reload()
	p.read(today)
	got := typedToday(p, today)
	for kind, want := range map[string]string{"resting_hr": "52", "hrv": "61", "sleep": "7:30"} {
		if !strings.Contains(got[kind], want) {
			t.Errorf("after a reload, %s of today is %q, want %s", kind, got[kind], want)
		}
	}
}

const (
	typedForm = `document.querySelector(".typed form")`
	openForm  = `document.querySelector("details.typed")?.setAttribute("open", "")`
)

func (p *tab) typeMorning(hr, hrv, sleep string) {
	p.t.Helper()
	p.wait("the form", typedForm)
	p.do(strings.Join([]string{openForm, drive.Fill("#typed-resting-hr", hr), drive.Fill("#typed-hrv", hrv), drive.Fill("#typed-sleep", sleep), typedForm + ".requestSubmit()"}, ";\n"))
}

// savedFor waits for what was typed of one day: what was said of another may still stand.
func savedFor(d diary.Date) string {
	return fmt.Sprintf(toast+`?.includes(%q)`, "Saved for "+d.Time().Format("2 January"))
}

// typedToday is the assessed day's own reading of each signal.
func typedToday(p *tab, today diary.Date) map[string]string {
	p.t.Helper()
	all := map[string]string{}
	for _, s := range ask[wire.Assessment](p, wire.OpAssess, wire.DateArg{Date: today}).Signals {
		all[s.Kind] = s.Today
	}
	return all
}
