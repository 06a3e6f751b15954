package e2e

import "testing"

// A toast never lies over the field that is in use, nor so that the last control of a screen
// cannot be scrolled out from it; it goes when it is dismissed, and with its screen, and
// gives the keyboard a place when what it stood on went.
func TestToastIsOutOfTheWay(t *testing.T) {
	p := runner(t, shared(t), newSite(t, built))
	p.viewport(390, 600)
	p.screen("#/settings")
	p.wait("the field", `document.querySelector("#own-age")`)
	p.do(`(() => {
		const e = document.querySelector("#own-age");
		e.focus();
		scrollBy({top: e.getBoundingClientRect().bottom - (innerHeight - 90), behavior: "instant"});
		e.value = "41";
		for (const type of ["input", "change"]) e.dispatchEvent(new Event(type, {bubbles: true}));
	})()`)
	p.wait("that it is saved", saved)
	p.wait("the field beside the toast", `(() => {
		const field = document.activeElement.getBoundingClientRect(), toast = document.querySelector("#toast").getBoundingClientRect();
		return document.activeElement.id === "own-age" && toast.height > 40 && (field.bottom <= toast.top || field.top >= toast.bottom);
	})()`)
	p.shoot("toast-settings")
	p.do(`scrollTo({top: document.documentElement.scrollHeight, behavior: "instant"})`)
	p.wait("the last control above the toast", `(() => {
		const last = [...document.querySelectorAll("main :is(a, button, input, summary)")].filter((e) => e.checkVisibility()).at(-1);
		return last.getBoundingClientRect().bottom <= document.querySelector("#toast").getBoundingClientRect().top;
	})()`)
	p.press("Dismiss")
	p.wait("that it is gone", `document.querySelector("#toast").innerText === ""`)
	p.fill("#own-age", "7")
	p.wait("what is wrong, beside what was written", `document.querySelector("#own-age").value === "7" && document.querySelector("#own-age-wrong")?.innerText && document.querySelector("#own-age").getAttribute("aria-describedby").startsWith("own-age-wrong")`)
	p.shoot("setting-refused")
	p.screen("#/body/check-in")
	p.press("All fine")
	p.wait("the keyboard at the way back", saved+` && document.activeElement.id === "toast"`)
	p.look("check-in-all-fine")
	p.press("Undo")
	p.wait("that it is taken back", toast+`?.includes("Undone") && !document.querySelector("input:checked")`)
	p.press("All fine")
	p.wait("that it is saved", saved)
	p.screen("#/body/map/calf-left")
	p.wait("the next form, and nothing over it", step("severity", 0)+` && document.querySelector("#toast").innerText === ""`)
}
