package e2e

import (
	"testing"

	"rebound/app/glossary"
	"rebound/app/wire"
)

const (
	aTerm    = `document.querySelector("main .term")`
	termSaid = `document.querySelector("dialog.term-said[open]")`
)

// A term is explained where it first stands, by mouse and by keyboard, and the page's
// sentences stay what they are.
func TestTerms(t *testing.T) {
	s := newSite(t, built)
	p := shared(t).open(t, s.url("#/today"))
	p.viewport(390, 844)
	p.wait("the first screen", `document.querySelector("main h1")`)
	ask[wire.State](p, wire.OpSample, wire.SampleArg{On: true})
	p.wait("the verdict", verdictStands)
	p.wait("a term, on a screen that is drawn to its end", aTerm+` && !document.querySelector("main[aria-busy=true]")`)

	name := eval[string](p, aTerm+".textContent")
	p.do(aTerm + `.scrollIntoView({block: "center", behavior: "instant"})`)
	p.press(name)
	p.wait("what it means", termSaid)
	said := eval[[]string](p, `[...`+termSaid+`.querySelectorAll("h2, p")].map((e) => e.textContent)`)
	known := false
	for _, term := range glossary.Terms {
		known = known || term.Name == said[0] && term.Text == said[1]
	}
	if !known {
		t.Errorf("%q is explained by %q", name, said)
	}
	for _, v := range p.axe() {
		t.Errorf("the open dialog: %s (%s): %s", v.Help, v.ID, clip(v.Where))
	}
	p.shoot("term")
	p.key("Escape")
	p.wait("the word again, with the keyboard on it", `!`+termSaid+` && document.activeElement === `+aTerm)
	p.key("Enter")
	p.wait("what it means", termSaid)
	p.click(10, 10)
	p.wait("that a tap beside it closes it", `!`+termSaid+` && document.activeElement === `+aTerm)

	p.key("Enter")
	p.wait("what it means", termSaid)
	p.screen("#/settings")
	p.wait("another screen, and nothing over it", `document.title.startsWith("Settings") && !`+termSaid)
	// A setting's label is pressed itself: its words are explained beneath it.
	p.wait("the thresholds", `document.querySelector(".rules details > summary")`)
	p.do(`[...document.querySelectorAll(".rules details > summary")].find((s) => s.textContent.startsWith("Hard sessions")).click()`)
	p.wait("the words beneath a label", `[...document.querySelectorAll(".rule .words-here .term")].find((e) => e.textContent === "monotony")?.focus() ?? document.activeElement.matches(".words-here .term")`)
	p.key("Enter")
	p.wait("what it means", termSaid)
	p.shoot("term-of-a-setting")
	p.key("Escape")
	p.wait("the word again", `!`+termSaid+` && document.activeElement.matches(".words-here .term")`)
	p.do("history.back()")
	p.wait("a term of the screen before", `document.querySelector("main.page-today") && `+aTerm)

	// Each term once a screen, none in what is pressed or hidden.
	if odd := eval[string](p, `(() => {
		const all = [...document.querySelectorAll("main .term")].map((e) => e.textContent);
		return all.length !== new Set(all).size ? "twice: " + all : [...document.querySelectorAll(":is(a, button, summary, label, [aria-live]) .term")].map((e) => e.textContent).join();
	})()`); odd != "" {
		t.Error(odd)
	}

	// go-app sets a text node's value, or removes it: nothing of ours is left beside it.
	got := eval[[]string](p, `(async () => {
		const parent = `+aTerm+`.parentElement, before = parent.textContent;
		const text = [...parent.childNodes].find((n) => n.nodeType === Node.TEXT_NODE);
		const idle = () => new Promise((then) => setTimeout(then));
		text.nodeValue = "A sentence with nothing to ask about.";
		await idle();
		const after = parent.textContent;
		text.nodeValue = before;
		await idle();
		const again = parent.textContent === before;
		parent.removeChild(text);
		await idle();
		return [after, String(again), String(parent.querySelector(".term") === null)];
	})()`)
	if got[0] != "A sentence with nothing to ask about." || got[1] != "true" || got[2] != "true" {
		t.Errorf("after the page changed the text: %q", got)
	}
}
