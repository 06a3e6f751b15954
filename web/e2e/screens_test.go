package e2e

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// screens is each screen's address and what shows that it has drawn.
var screens = []struct{ name, address, drawn string }{
	{"today", "#/today", verdictStands + ` && !document.querySelector("main [aria-busy=true]")`},
	{"past", "#/today/PAST", verdictStands + `?.dataset.date === "PAST"`},
	{"trends", "#/trends", `document.title.startsWith("Trends") && document.querySelector("main svg[role=img]") && document.querySelector(".legend").textContent.includes("lighter week") && !document.querySelector("main [aria-busy=true]")`},
	{"files", "#/files", `document.title.startsWith("Files") && ` + fileInput},
	{"settings", "#/settings", `document.title.startsWith("Settings") && document.querySelector("main details[data-holds]") && !document.querySelector("main[aria-busy=true]")`},
}

// Every screen, light and dark: nothing that axe-core finds wrong, and no
// sideways scrolling on the narrowest of phones, or in the largest letters.
func TestScreens(t *testing.T) {
	s := newSite(t, built)
	p := shared(t).open(t, s.url(""))
	p.viewport(390, 844)
	p.wait("the first-run screen", fileInput)
	p.look("first-run")
	p.press("See a sample runner")
	p.wait("the sample's verdict", verdictStands)
	past := (sampleExport(t).today - 40).String()
	for _, c := range screens {
		p.screen(strings.ReplaceAll(c.address, "PAST", past))
		p.wait(c.name, strings.ReplaceAll(c.drawn, "PAST", past))
		p.look("sample-" + c.name)
		if rows := eval[int](p, signalRows); rows > 1 {
			t.Errorf("%s: the three signals stand in %d rows", c.name, rows)
		}
		if p.text(".ribbon") == "" {
			t.Errorf("%s: nothing says that this is the sample runner", c.name)
		}
	}
	p.press("Leave the sample")
	p.wait("the first-run screen", fileInput)

	dir, _ := mixed(t, sampleExport(t).today)
	p.screen("#/files")
	p.drop(dir)
	p.imported(1)
	p.wait("a line a file", `document.querySelectorAll("li[data-file]").length > 4`)
	p.look("files-damaged")
	p.screen("#/today")
	p.wait("the verdict", verdictStands)
	p.look("learning")
	p.screen("#/settings")
	p.press("Erase all data")
	p.wait("the question", `document.querySelector("dialog[open]")`)
	p.look("erase")
}

// look judges what stands on the screen.
func (p *tab) look(name string) {
	p.t.Helper()
	for _, scheme := range []string{"dark", "light"} {
		p.scheme(scheme)
		// What is asked for its animations has begun them, too; nobody waits for their end.
		p.wait("the colours", fmt.Sprintf(`matchMedia("(prefers-color-scheme: %s)").matches && !document.getAnimations().filter((a) => a instanceof CSSTransition).map((a) => a.finish()).length`, scheme))
		p.shoot(name + "-" + scheme)
		var rules []string // all of them; in the other scheme those that see colours
		if scheme == "light" {
			rules = []string{"color-contrast", "link-in-text-block"}
		}
		for _, v := range p.axe(rules...) {
			p.t.Errorf("%s, %s: %s (%s): %s", name, scheme, v.Help, v.ID, clip(v.Where))
		}
	}
	p.viewport(320, 800)
	p.fits(name, 320)
	if narrow := eval[string](p, narrowStep); narrow != "" {
		p.t.Errorf("%s at 320 px: steps too small for a thumb: %s", name, narrow)
	}
	p.shoot(name + "-320")
	p.viewport(390, 844)
	p.do(`document.documentElement.style.fontSize = "200%"`)
	p.fits(name+" in letters twice the size", 390)
	if over := eval[string](p, overTabs); over != "" {
		p.t.Errorf("%s in letters twice the size: the names of the tabs run over: %s", name, over)
	}
	p.do(`document.documentElement.style.fontSize = ""`)
}

// short judges that a screen is no longer than two and a half phones.
func (p *tab) short(name string) {
	p.t.Helper()
	if n := eval[float64](p, `document.documentElement.scrollHeight / innerHeight`); n > 2.5 {
		p.t.Errorf("%s is %.2f screens long", name, n)
	}
}

// fits judges that nothing scrolls sideways.
func (p *tab) fits(name string, width int) {
	p.t.Helper()
	if wide := eval[int](p, "document.documentElement.scrollWidth"); wide > width {
		p.t.Errorf("%s is %d px wide on a screen of %d: %s", name, wide, width, clip(eval[string](p, widest)))
	}
}

// widest names the innermost elements that stick out to the right.
const widest = `[...document.querySelectorAll("body *")].filter((e) => e.getBoundingClientRect().right > innerWidth + 1 && ![...e.children].some((c) => c.getBoundingClientRect().right > innerWidth + 1))
	.map((e) => e.tagName + "." + (e.getAttribute("class") ?? "") + " " + Math.round(e.getBoundingClientRect().right)).slice(0, 8).join("; ")`

// signalRows is in how many rows the signals stand: beside each other, all at one height.
const signalRows = `new Set([...document.querySelectorAll(".signals > ul > li")].map((e) => Math.round(e.getBoundingClientRect().top))).size`

// narrowStep names the steps of a scale from 0 to 10 that no thumb hits.
const narrowStep = `[...document.querySelectorAll(".to-10 .steps label")].map((e) => [e.innerText, e.getBoundingClientRect()]).filter(([, r]) => r.width > 0 && (r.width < 43.5 || r.height < 43.5))
	.map(([text, r]) => text.trim() + " " + r.width.toFixed(0) + " by " + r.height.toFixed(0)).slice(0, 3).join("; ")`

// overTabs names the tabs whose name is wider than they are.
const overTabs = `[...document.querySelectorAll(".tabs a")].filter((e) => e.scrollWidth > e.clientWidth + 1).map((e) => e.innerText).join("; ")`

type violation struct{ ID, Help, Where string }

// axe runs some rules of axe-core over the page, or all of them. It comes over the debugging
// line, which the page's policy does not bind.
func (p *tab) axe(rules ...string) []violation {
	p.t.Helper()
	if !eval[bool](p, `!!window.axe`) {
		source, err := os.ReadFile(filepath.Join(root, "web/node_modules/axe-core/axe.min.js"))
		if err != nil {
			p.t.Fatalf("axe-core is not installed: run npm ci in web: %v", err)
		}
		p.do(string(source) + "; undefined")
	}
	only := ""
	if len(rules) > 0 {
		only = fmt.Sprintf(`, runOnly: "%s".split(" ")`, strings.Join(rules, " "))
	}
	return eval[[]violation](p, `axe.run(document, {resultTypes: ["violations"]`+only+`}).then((r) => r.violations.map((v) =>
		({ID: v.id, Help: v.help, Where: v.nodes.map((n) => n.html + " " + (n.any[0]?.message ?? n.all[0]?.message ?? "")).join(" | ")})))`)
}
