package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"rebound/web/e2e/drive"
)

// state is one picture: where in whose life, and what was done there.
type state struct {
	name string // SCREEN-WHAT
	life string
	hash string
	do   []func(p *tab) error
	says string // JavaScript that is true once it shows; "" for what every screen has

	apart bool   // a computer shows something else than a phone; of a life without a diary
	desk  bool   // taken as a computer shows it
	agent string // what the browser says it is; "" for what it is
}

const iPhone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1"

// screen is the part of the name by which sheets are made.
func (s state) screen() string {
	name, _, _ := strings.Cut(s.name, "-")
	return name
}

// verdictOf is Today in a life, once the verdict stands.
func verdictOf(name, life string) state {
	return state{name: name, life: life, hash: "#/today", says: verdict}
}

const onePage = `document.querySelector(".one-page .panel")`

const dialog = `document.querySelector("dialog[open]")`

var states = []state{
	{name: "first-run", life: "none", hash: "#/today", says: `document.querySelector("input[type=file][multiple]")`, apart: true},
	{name: "first-iphone", life: "none", hash: "#/today", says: `document.querySelector("rebound-welcome .install").checkVisibility()`, agent: iPhone},
	{name: "first-wearing", life: "none", hash: "#/today", do: []func(*tab) error{wear("Garmin")}, says: `document.querySelector(".quickest li")`, apart: true},
	{name: "first-sample", life: "sample", hash: "#/today", says: verdict},

	verdictOf("today-go", "go"),
	verdictOf("today-odd-night", "odd"),
	{name: "today-odd-why", life: "odd", hash: "#/today", do: []func(*tab) error{open("Why")}, says: verdict},
	verdictOf("today-ease-hold", "hold"),
	verdictOf("today-ease-cut", "cut"),
	verdictOf("today-recover", "recover"),
	verdictOf("today-stop", "stop"),
	verdictOf("today-race-day", "raceday"),
	verdictOf("today-after-race", "raced"),
	verdictOf("today-coming-back", "back"),
	verdictOf("today-learning", "learning"),
	verdictOf("today-learning-typed", "typed"),
	verdictOf("today-nothing-new", "nothing"),
	verdictOf("today-ill", "ill"),
	verdictOf("today-done", "done"),
	{name: "today-past", life: "cut", hash: "#/today/" + (today - 9).String(), says: verdict},
	{name: "today-ahead", life: "cut", hash: "#/today", do: []func(*tab) error{open("The seven days")}, says: `document.querySelector(".ifs li")`},
	{name: "today-send", life: "cut", hash: "#/today", do: []func(*tab) error{open("Why"), press("Send this day")}, says: dialog},
	{name: "today-why", life: "cut", hash: "#/today", do: []func(*tab) error{open("Why")}, says: verdict},

	{name: "plan-first-visit", life: "noplan", hash: "#/plan"},
	{name: "plan-goal", life: "race", hash: "#/plan/goal"},
	{name: "plan-race", life: "race", hash: "#/plan"},
	{name: "plan-cut", life: "race-cut", hash: "#/plan"},
	{name: "plan-niggle", life: "race-knee", hash: "#/plan"},
	{name: "plan-without", life: "without", hash: "#/plan"},
	{name: "plan-days", life: "race", hash: "#/plan", do: []func(*tab) error{open("Days off")}},
	{name: "plan-slipped", life: "slipped", hash: "#/plan"},
	{name: "plan-return", life: "race-back", hash: "#/plan"},

	{name: "body-ordinary", life: "race", hash: "#/body"},
	{name: "body-niggles", life: "niggles", hash: "#/body"},
	{name: "body-check-in", life: "go", hash: "#/body/check-in"},
	{name: "body-map", life: "niggles", hash: "#/body/map"},
	{name: "body-site", life: "niggles", hash: "#/body/map/calf-left"},
	{name: "body-site-saved", life: "niggles", hash: "#/body/map/calf-left", do: []func(*tab) error{press("Save")}, says: `document.querySelector("#toast button")`},
	{name: "body-screen", life: "go", hash: "#/body/screen"},
	{name: "body-ill", life: "ill", hash: "#/body"},
	{name: "body-ill-form", life: "ill", hash: "#/body/ill"},
	{name: "body-stop", life: "stop", hash: "#/body"},
	{name: "body-cold", life: "go", hash: "#/body/cold"},
	{name: "body-reaction", life: "go", hash: "#/body/reaction"},
	{name: "body-history", life: "niggles", hash: "#/body/history"},

	{name: "summary-sample", life: "sample", hash: "#/summary", says: onePage},
	{name: "summary-learning", life: "learning", hash: "#/summary", says: onePage},

	{name: "trends-empty", life: "first-week", hash: "#/trends"},
	{name: "trends-odd-night", life: "odd", hash: "#/trends"},
	{name: "trends-6-weeks", life: "cut", hash: "#/trends"},
	{name: "trends-read", life: "cut", hash: "#/trends", do: []func(*tab) error{open("What the marks mean"), reading}},
	{name: "trends-matters", life: "sample", hash: "#/trends/matters", do: []func(*tab) error{open("Alcohol")}},
	{name: "trends-says", life: "sample", hash: "#/trends/says", do: []func(*tab) error{open("Heart rate at easy pace")}},
	{name: "trends-season", life: "year", hash: "#/trends/back", says: `document.querySelector(".of-season")`},
	{name: "trends-year", life: "year", hash: "#/trends", do: []func(*tab) error{press("1 yr")}},

	{name: "files-empty", life: "none", hash: "#/files"},
	{name: "files-importing", life: "none", hash: "#/files", do: []func(*tab) error{importing}, says: `document.querySelector("[role=progressbar]")`},
	{name: "files-report", life: "errors", hash: "#/files", do: []func(*tab) error{drop(mixed)}, says: `document.querySelectorAll("li[data-file]").length > 3`},
	{name: "files-where", life: "go", hash: "#/files", do: []func(*tab) error{pickMaker("Garmin")}},
	{name: "files-mapping", life: "table", hash: "#/files", do: []func(*tab) error{drop(ownTable)}, says: `document.querySelectorAll("main select").length > 3`},
	{name: "files-strap", life: "go", hash: "#/files", do: []func(*tab) error{bluetooth("{}"), press("Measure with a chest strap")}, says: dialog},
	{name: "files-strap-guide", life: "go", hash: "#/files", do: []func(*tab) error{strapOn}, says: `document.querySelector("#strap .word")`},
	{name: "files-strap-elsewhere", life: "go", hash: "#/files", do: []func(*tab) error{bluetooth("undefined"), press("Measure with a chest strap")}, says: dialog},

	{name: "settings-all", life: "go", hash: "#/settings"},
	{name: "settings-what-if", life: "cut", hash: "#/settings", do: []func(*tab) error{weighing}, says: `document.querySelector(".what-if li")`},
	{name: "settings-erase", life: "go", hash: "#/settings", do: []func(*tab) error{press("Erase all data")}, says: dialog},
	{name: "settings-restore", life: "niggles", hash: "#/settings", do: []func(*tab) error{choosesBackup, press("Restore")}, says: dialog},
}

// press presses the first control that has one of these names.
func press(names ...string) func(*tab) error {
	return func(p *tab) error { return p.press(names...) }
}

// bluetooth makes the browser one that lets pages reach devices, or not.
func bluetooth(value string) func(*tab) error {
	return func(p *tab) error {
		return drive.Do(p.ctx, `Object.defineProperty(navigator, "bluetooth", { value: `+value+`, configurable: true })`)
	}
}

// strapOn measures with a strap whose heartbeats move the clock, and stops it half-way.
func strapOn(p *tab) error {
	const door = "Measure with a chest strap"
	if err := bluetooth("{}")(p); err != nil {
		return err
	}
	for _, name := range []string{door, "Cancel"} { // the script is there by then
		if err := p.press(name); err != nil {
			return err
		}
	}
	if err := p.do(`(() => {
		let clock = 0;
		const measure = globalThis.reboundStrap;
		globalThis.reboundStrap = (took) => measure(took, () => clock);
		const strap = new EventTarget(), device = new EventTarget();
		strap.startNotifications = async () => (window.beats = (count) => {
			for (let n = 0; n < count; n++) {
				const ms = 1000 + 40 * Math.sin(n * 1.3) + 25 * Math.sin(n / 4);
				clock += ms;
				strap.value = new DataView(Uint8Array.of(0x16, 52, Math.round(ms * 1.024) & 255, Math.round(ms * 1.024) >> 8).buffer);
				strap.dispatchEvent(new Event("characteristicvaluechanged"));
			}
		});
		device.gatt = {connected: true, disconnect() {}, connect: async () => ({getPrimaryService: async () => ({getCharacteristic: async () => strap})})};
		navigator.bluetooth.requestDevice = async () => device;
	})()`); err != nil {
		return err
	}
	if err := p.press(door); err != nil {
		return err
	}
	if err := p.do(`document.querySelector("#strap .guide input").click()`); err != nil {
		return err
	}
	if err := p.press("Connect your strap"); err != nil {
		return err
	}
	if err := p.wait("window.beats"); err != nil {
		return err
	}
	return p.do("window.beats(107)")
}

// drop writes files into a folder and drops it on the page.
func drop(write func(dir string) error) func(*tab) error {
	return func(p *tab) error {
		dir, err := os.MkdirTemp("", "rebound-dropped")
		if err != nil {
			return err
		}
		end := p.close // until then: a table that is asked about is read again
		p.close = func() {
			end()
			os.RemoveAll(dir)
		}
		named := filepath.Join(dir, "export") // in every picture the same
		if err := os.Mkdir(named, 0o777); err != nil {
			return err
		}
		if err := write(named); err != nil {
			return err
		}
		if err := drive.Drop(p.ctx, named); err != nil {
			return err
		}
		return p.wait(imported)
	}
}

// open opens every part that folds and is named so.
func open(name string) func(*tab) error {
	return func(p *tab) error {
		n, err := eval[int](p, fmt.Sprintf(`(() => {
			const all = [...document.querySelectorAll("main details")].filter((d) => d.querySelector("summary")?.innerText.trim().startsWith(%q));
			for (const d of all) d.open = true;
			return all.length;
		})()`, name))
		if err == nil && n == 0 {
			err = fmt.Errorf("nothing named %q folds here", name)
		}
		return err
	}
}

// wear picks a watch or app on the first screen.
func wear(name string) func(*tab) error {
	return func(p *tab) error {
		return p.do(fmt.Sprintf(`document.querySelector('input[name=wearing][value=%q]').click()`, name))
	}
}

// reading reads a day out of the first chart.
func reading(p *tab) error {
	return p.do(`(() => {
		const e = document.querySelector(".reader input");
		e.value = e.max - 3;
		e.dispatchEvent(new Event("input", {bubbles: true}));
	})()`)
}

// weighing types another value for a threshold and has it say what that would have changed.
func weighing(p *tab) error {
	const group = `document.querySelector("details[data-holds~=rule-gate_k]")`
	if err := p.wait(group); err != nil {
		return err
	}
	if err := p.do(group + ".open = true"); err != nil {
		return err
	}
	if err := p.wait(`document.querySelector("#rule-gate_k")`); err != nil {
		return err
	}
	err := p.do(`(() => {
		const e = document.querySelector("#rule-gate_k");
		e.value = "1.2";
		e.dispatchEvent(new Event("input", {bubbles: true}));
	})()`)
	if err != nil {
		return err
	}
	return p.press("Show the days")
}

// pickMaker opens *Where are my files?* and picks a watch or app in it.
func pickMaker(name string) func(*tab) error {
	return func(p *tab) error {
		if err := p.do(`for (const d of document.querySelectorAll("main details.brands")) d.open = true`); err != nil {
			return err
		}
		if err := p.wait(fmt.Sprintf(`[...document.querySelectorAll("#maker option")].some((o) => o.value === %q)`, name)); err != nil {
			return err
		}
		return p.do(fmt.Sprintf(`(() => {
			const e = document.querySelector("#maker");
			e.value = %q;
			e.dispatchEvent(new Event("change", {bubbles: true}));
		})()`, name))
	}
}

// importing has the page hear what the backend says in the middle of an import: a real
// one would be elsewhere in every picture.
func importing(p *tab) error {
	return p.do(`window.backend.dispatchEvent(new MessageEvent("message", {data: {json: JSON.stringify({event: "progress", data: {
		done: 412, total: 1407, added: 408, partial: 1, duplicate: 3, rejected: 0, other: 12, left: 9, share: 0.3, now: "GARMIN/Activity/2025-11-02.fit"}})}}))`)
}

// choosesBackup makes a backup, and has the next file chooser choose it.
func choosesBackup(p *tab) error {
	return p.do(`(async () => {
		const saved = new Promise((done) => window.backend.addEventListener("message", ({data}) => data.download && done(data.download)));
		HTMLAnchorElement.prototype.click = () => {}; // nothing is saved here
		rebound.send('{"id":-1234,"op":"backup"}');
		const {name, bytes} = await saved;
		HTMLInputElement.prototype.click = function () {
			const files = new DataTransfer();
			files.items.add(new File([bytes], name));
			this.files = files.files;
			this.dispatchEvent(new Event("change"));
		};
	})()`)
}
