package e2e

import (
	"context"
	"fmt"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"rebound/app/wire"
	"rebound/engine/diary"
)

// formCase is a form, how it is opened and something is typed, and what then stands in it.
type formCase struct {
	name, hash string
	there      string // the form's screen is drawn
	give       string // opens it, and answers; run once there is true
	given      string // what was given stands there
}

const (
	typeInto = `(find, text) => { const e = document.querySelector(find); e.focus(); e.value = text; e.dispatchEvent(new Event("input", {bubbles: true})); }`
	holds    = `(find, text) => document.querySelector(find)?.value === text`
	// What a file or another app could have put into the clipboard is text.
	hostileText = `"><img src=x onerror=alert(1)>`
)

// forms are those of a diary that has a run; today is the day that they are for.
func forms(today diary.Date) []formCase {
	on := func(keys ...string) string {
		expr := "true"
		for _, k := range keys {
			expr += fmt.Sprintf(` && document.querySelector(%q)?.checked`, k)
		}
		return expr
	}
	return []formCase{
		{"check-in", "#/body/check-in", step("drained", 0), step("drained", 2) + `.click(); ` + step("stress", 4) + `.click(); ` + mark("travel") + `.click(); await until(() => document.querySelector("input[name=dose-travel]")); document.querySelector('input[name=dose-travel][value="6"]').click()`,
			on(`input[name=drained][value="2"]`, `input[name=stress][value="4"]`, `input[data-key=travel]`, `input[name=dose-travel][value="6"]`)},
		{"niggle", "#/body/map/calf-left", step("severity", 0), step("severity", 4) + `.click(); ` + mark("tightness") + `.click()`,
			on(`input[name=severity][value="4"]`, `input[data-key=tightness]`)},
		{"illness", "#/body/ill", `document.querySelector("#ill-since")`, `document.querySelector("input[name=where][value=below_neck]").click(); type("#ill-since", "` + (today - 2).String() + `")`,
			on(`input[name=where][value=below_neck]`) + ` && holds("#ill-since", "` + (today - 2).String() + `")`},
		{"cold water", "#/body/cold", `document.querySelector("#cold-minutes")`, `type("#cold-minutes", "12,5"); type("#cold-celsius", "11")`, `holds("#cold-minutes", "12,5") && holds("#cold-celsius", "11")`},
		{"movement screen", "#/body/screen", `document.querySelector("#test-knee_to_wall-left")`, `document.querySelector("#test-knee_to_wall-left").closest("details").open = true; type("#test-knee_to_wall-left", "8.5")`,
			`holds("#test-knee_to_wall-left", "8.5") && document.querySelector("#test-knee_to_wall-left").closest("details").open`},
		{"effort", "#/body", `document.querySelector(".run form input")`, `document.querySelector(".run").open = true; document.querySelector('.run form input[name^=rpe][value="6"]').click()`,
			`document.querySelector('.run form input[name^=rpe][value="6"]')?.checked && document.querySelector(".run").open`},
		{"walk", "#/body/walk", `document.querySelector("#walked-minutes")`, `type("#walked-minutes", "31"); ` + step("walked-pain", 1) + `.click()`,
			`holds("#walked-minutes", "31") && ` + on(`input[name=walked-pain][value="1"]`)},
		{"morning's numbers", "#/today/" + (today - 1).String(), `document.querySelector("#typed-hrv")`, `document.querySelector("#typed-hrv").closest("details").open = true; type("#typed-hrv", "58"); type("#typed-sleep", "7:")`,
			`holds("#typed-hrv", "58") && holds("#typed-sleep", "7:") && document.querySelector("#typed-hrv").closest("details").open`},
		{"a run", "#/files", `document.querySelector("#report-a-run, #run-minutes")`, `document.querySelector("#report-a-run").click(); await until(() => document.querySelector("#run-minutes")); type("#run-minutes", "50"); ` + step("run-effort", 4) + `.click()`,
			`holds("#run-minutes", "50") && ` + on(`input[name=run-effort][value="4"]`) + ` && holds("#run-date", "` + today.String() + `")`},
		{"goal", "#/plan/goal", `document.querySelector("#goal-form input")`, `document.querySelector("input[name=goal][value=other]").click(); type("#goal-distance", "15"); type("#goal-date", "` + (today + 80).String() + `");
			document.querySelector("button[data-day=wed]").click(); document.querySelector("button[data-shows]").click(); await until(() => document.querySelector("#goal-weekly").checkVisibility()); type("#goal-weekly", "33")`,
			on(`input[name=goal][value=other]`) + ` && holds("#goal-distance", "15") && holds("#goal-date", "` + (today + 80).String() + `") && document.querySelector("button[data-day=wed]").ariaPressed === "true" &&
			holds("#goal-weekly", "33") && document.querySelector("#goal-weekly").checkVisibility() && document.querySelector("#goal-distance").checkVisibility()`},
		{"a threshold", "#/settings", thresholds, thresholds + `.open = true; await until(() => document.querySelector("#rule-gate_k")); type("#rule-gate_k", "0.9")`, `holds("#rule-gate_k", "0.9")`},
		{"a setting", "#/settings", `document.querySelector("#own-age")`, `type("#own-age", "4")`, `holds("#own-age", "4")`},
	}
}

func (f formCase) see(p *tab) {
	p.t.Helper()
	p.screen(f.hash)
	p.wait("the form of "+f.name, f.there)
}

func (f formCase) fill(p *tab) {
	p.t.Helper()
	f.see(p)
	p.do(`(async () => {
		const type = ` + typeInto + `;
		const until = async (f) => { for (let i = 0; !f() && i < 3000; i++) await new Promise((done) => setTimeout(done, 10)); };
		` + f.give + `;
	})()`)
	f.check(p, "once typed")
}

func (f formCase) check(p *tab, when string) {
	p.t.Helper()
	p.wait(f.name+", "+when, `(() => { const holds = `+holds+`; return `+f.given+`; })()`)
}

// What is typed into any form is there after another screen, a reload and Back; and is
// gone once it is saved, and with everything else.
func TestNothingTypedIsLost(t *testing.T) {
	today := sampleExport(t).today
	p := runner(t, shared(t), newSite(t, built))
	flag, minutes := true, 50.0
	ask[wire.State](p, wire.OpRun, wire.RunReported{Date: today - 1, Minutes: &minutes})
	ask[wire.State](p, wire.OpNiggle, wire.NiggleSaid{Date: today - 1, Site: "shin", Side: "left", Severity: 3, BonePoint: &flag})
	ask[wire.State](p, wire.OpNiggle, wire.NiggleSaid{Date: today, Site: "shin", Side: "left", NightPain: new(bool), Limp: new(bool), BonePoint: new(bool)})
	all := forms(today)
	for i, f := range all {
		f.fill(p)
		p.wait(f.name+", kept", fmt.Sprintf("%s === %d", kept, i+1))
	}
	again := func(when string) {
		t.Helper()
		for _, f := range all {
			f.see(p)
			f.check(p, when)
		}
	}
	again("after other screens")
	p.reload()
	again("after a reload")
	if _, err := chromedp.Run(p.ctx, chromedp.Evaluate[bool](`history.back() ?? true`)); err != nil {
		t.Fatal(err)
	}
	all[len(all)-3].check(p, "after Back")
	if drafts := eval[int](p, kept); drafts != len(all) {
		t.Errorf("%d drafts are kept of %d forms", drafts, len(all))
	}
	if n := eval[int](p, `document.querySelectorAll("main .draft").length`); n != 0 {
		t.Errorf("%d forms of this very hour say that they are not saved", n)
	}

	all[3].see(p)
	p.press("Save")
	p.wait("that it is saved", saved)
	p.wait("an empty form", `document.querySelector("#cold-minutes").value === ""`)
	all[11].see(p)
	p.fill("#own-age", "41")
	p.wait("that two forms are kept no more", fmt.Sprintf("%s === %d", kept, len(all)-2))
	p.press("Erase all data")
	p.press("Erase everything")
	p.wait("the first screen, and no draft that outlives the diary", fileInput+` && document.querySelector("rebound-first") && `+kept+" === 0")
}

// kept is how many drafts the browser has.
const kept = `Object.keys(localStorage).filter((k) => k.startsWith("rebound-draft:")).length`

// What is typed is there after the page has crashed.
func TestDraftOutlivesACrash(t *testing.T) {
	long(t)
	s := newSite(t, built)
	b := start(t, "")
	p := runner(t, b, s)
	p.allowed = append(p.allowed, crashed)
	cold := forms(sampleExport(t).today)[3]
	cold.fill(p)
	soon, end := context.WithTimeout(p.ctx, 2*time.Second)
	defer end()
	if _, err := chromedp.Call(soon, page.Crash, cdp.Empty{}); err == nil {
		t.Fatal("the page did not crash")
	}
	q := b.open(t, s.url("#/body/cold"))
	cold.check(q, "after a crash of the page")
}

// A form that was begun before midnight stays for its day and says so, while the page
// stands and after; *Discard* begins the new day's.
func TestDraftAtMidnight(t *testing.T) {
	today := sampleExport(t).today
	p := runner(t, shared(t), newSite(t, built))
	checkIn := forms(today)[0]
	checkIn.fill(p)
	p.do(`(() => {
		const real = Date, day = 864e5;
		globalThis.Date = class extends real {
			constructor(...at) { at.length ? super(...at) : super(real.now() + day); }
			static now() { return real.now() + day; }
		};
		dispatchEvent(new Event("visibilitychange"));
	})()`)
	of := today.Time().Format("Monday 2 January")
	title := fmt.Sprintf(`document.querySelector("h1").innerText === %q`, "Check-in of "+today.Time().Format("2 January"))
	p.wait("whose day the check-in is of", title)
	p.do(`dispatchEvent(new StorageEvent("storage")); document.body.append(document.createElement("i"))`) // something moves
	p.wait("that it says so", fmt.Sprintf(`document.querySelector("main .draft")?.innerText.startsWith("For %s. Not saved yet: you started this yesterday at ")`, of))
	checkIn.check(p, "after midnight")
	p.viewport(390, 844)
	p.look("draft-midnight")
	p.press("Discard")
	p.wait("the new day's", `document.querySelector("h1").innerText === "Check-in" && !document.querySelector("input:checked") && !document.querySelector(".draft")`)
}

// What was begun an hour ago says so where it stands, and on Today; another tab's is not
// fought with; and what is not a form's own text stays text.
func TestDraftIsRecognised(t *testing.T) {
	s := newSite(t, built)
	b := shared(t)
	p := runner(t, b, s)
	today := sampleExport(t).today
	cold := forms(today)[3]
	cold.fill(p)
	p.do(fmt.Sprintf(`(() => {
		for (const [key, json] of Object.entries(localStorage)) {
			if (!key.startsWith("rebound-draft:")) continue;
			const d = JSON.parse(json);
			localStorage.setItem(key, JSON.stringify({...d, since: d.since - 2 * 3600e3, at: d.at - 2 * 3600e3, title: %q, fields: {...d.fields, "cold-minutes": %q}}));
		}
	})()`, hostileText, hostileText))
	p.screen("#/today")
	p.reload()
	p.wait("that Today has it", fmt.Sprintf(`document.querySelector(".notices .draft")?.innerText.includes(%q)`, "Not saved yet: "+hostileText))
	if eval[bool](p, `!!document.querySelector("img")`) {
		t.Error("text became an element")
	}
	p.viewport(390, 844)
	p.shoot("draft-left")
	p.press("Open")
	p.wait("the form, and that it says so", fmt.Sprintf(`document.querySelector("#cold-minutes")?.value === %q && document.querySelector("main .draft")?.innerText.includes("Not saved yet")`, hostileText))
	two := b.open(t, s.url("#/body/cold"))
	two.wait("the same form", `document.querySelector("#cold-minutes")?.value`)
	two.do(`(` + typeInto + `)("#cold-minutes", "7")`)
	two.press("Save")
	two.wait("that it is saved", saved)
	p.wait("that it is not begun any more", kept+` === 0 && !document.querySelector("main .draft")`)
	p.do(`(` + typeInto + `)("#cold-celsius", "9")`)
	p.wait("what is typed here", kept+" === 1")
	p.press("Save")
	p.wait("what is wrong, with what was written", fmt.Sprintf(`document.querySelector("#cold-minutes").value === %q && document.querySelector("#cold-celsius").value === "9"`, hostileText))
}
