package e2e

import (
	"fmt"
	"testing"
)

// Two quick taps on one button mean it once.
func TestTwoTapsTellOnce(t *testing.T) {
	s := newSite(t, built)
	p := runner(t, shared(t), s)
	p.screen("#/body/cold")
	p.drawn("Cold water")
	p.fill("#cold-minutes", "12")
	p.fill("#cold-celsius", "12")
	p.do(`document.querySelector("form").requestSubmit(); document.querySelector("form").requestSubmit()`)
	p.wait("that it is saved", saved)
	p.screen("#/plan")
	p.wait("the goal's form", goalForm)
	p.do(goalForm + `.requestSubmit(); ` + goalForm + `.requestSubmit()`)
	p.wait("the plan", sevenDays)
	p.press("Undo")
	p.wait("no plan", goalForm)
	if n := len(p.body(sampleExport(t).today).Cold); n != 1 {
		t.Errorf("%d immersions are kept", n)
	}
}

// What one tab tells, the other's open form starts from; what the runner has
// begun there stays.
func TestBodyInTwoTabs(t *testing.T) {
	s := newSite(t, built)
	b := shared(t)
	one := runner(t, b, s)
	two := b.open(t, s.url("#/body/map/calf-left"))
	two.drawn("Left calf")
	one.screen("#/body/map/calf-left")
	one.drawn("Left calf")
	tell := func(n int) {
		one.wait("the scale", step("severity", n))
		one.do(step("severity", n) + ".click()")
		one.press("Save")
		one.wait("that it is saved", saved+fmt.Sprintf(` && document.querySelector(".meaning")?.innerText.includes("%d of 10")`, n))
	}
	tell(3)
	two.wait("the other's number", `document.querySelector(".meaning")?.innerText.includes("3 of 10") && `+step("severity", 3)+`.checked`)
	two.do(step("severity", 1) + ".click()")
	tell(4)
	two.wait("the other's number, and the own choice", `document.querySelector(".meaning")?.innerText.includes("4 of 10") && `+step("severity", 1)+`.checked`)
	two.press("Save")
	two.wait("the own number", `document.querySelector(".meaning")?.innerText.includes("1 of 10")`)
}
