package e2e

import (
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
)

// thresholds is the group of the one that is tried: its fields come when it is opened.
const thresholds = `document.querySelector("details[data-holds~=rule-gate_k]")`

// touch sends what a finger does at a place of the window.
func (p *tab) touch(kind input.DispatchTouchEventType, at ...*input.TouchPoint) {
	p.t.Helper()
	if _, err := chromedp.Call(p.ctx, input.DispatchTouchEvent, input.DispatchTouchEventParams{Type: kind, TouchPoints: append([]*input.TouchPoint{}, at...)}); err != nil {
		p.t.Fatal(err)
	}
}

// reading is what is read out of the first chart.
const reading = `document.querySelector(".trend .reading").innerText`

// A day of a chart is read out at a tap, along a drag that leaves the page's scroll alone,
// and by the arrow keys; a year is looked back on; and a threshold says what its new value would have changed
// before it is kept.
func TestChartsAreReadOut(t *testing.T) {
	p := shared(t).open(t, newSite(t, built).url("#/today"))
	p.viewport(390, 844)
	p.press("See a sample runner")
	p.wait("the verdict", verdictStands)
	p.screen("#/trends")
	p.wait("the charts", `document.querySelector(".trend svg[role=img]") && document.querySelector(".charts[aria-busy=false]")`)
	plot := `document.querySelector(".trend .chart")`
	p.do(plot + `.scrollIntoView({block: "center", behavior: "instant"})`)
	at := eval[struct{ X, Y, W float64 }](p, `(() => { const r = `+plot+`.getBoundingClientRect(); return {X: r.x, Y: r.y + r.height / 2, W: r.width}; })()`)

	finger := &input.TouchPoint{X: at.X + at.W/2, Y: at.Y}
	p.touch(input.DispatchTouchEventTypeTouchStart, finger)
	p.touch(input.DispatchTouchEventTypeTouchEnd)
	p.wait("a day", reading+`.includes("normal range") && document.querySelector(".trend .cursor")`)
	tapped := eval[string](p, reading)
	if !strings.Contains(tapped, " ms\n") || !strings.Contains(tapped, "7-day average") || !strings.Contains(tapped, "imit") {
		t.Errorf("a tap reads %q", tapped)
	}
	p.look("chart-read")

	p.touch(input.DispatchTouchEventTypeTouchStart, finger)
	for x := 5.0; x <= 60; x += 5 {
		p.touch(input.DispatchTouchEventTypeTouchMove, &input.TouchPoint{X: finger.X - x, Y: finger.Y})
	}
	p.wait("an earlier day", reading+" !== "+strconv.Quote(tapped))
	p.touch(input.DispatchTouchEventTypeTouchEnd)
	scroll := eval[float64](p, "scrollY")
	p.touch(input.DispatchTouchEventTypeTouchStart, finger)
	for y := 10.0; y <= 120; y += 10 {
		p.touch(input.DispatchTouchEventTypeTouchMove, &input.TouchPoint{X: finger.X, Y: finger.Y - y})
	}
	p.touch(input.DispatchTouchEventTypeTouchEnd)
	p.wait("the page to scroll", "scrollY > "+strconv.Itoa(int(scroll)+40))

	slider := `document.querySelector(".trend .reader input")`
	p.do(slider + ".focus()")
	said := func() string { return eval[string](p, slider+".ariaValueText") }
	p.key("End")
	p.wait("the last day", slider+".value === "+slider+".max && "+slider+`.ariaValueText`)
	last := said()
	p.key("ArrowLeft")
	p.wait("the day before", slider+".ariaValueText !== "+strconv.Quote(last))
	p.key("ArrowRight")
	p.wait("the last day again", slider+".ariaValueText === "+strconv.Quote(last))
	p.key("Home")
	p.wait("the first day", slider+".value === "+slider+".min")
	p.key("Escape")
	p.wait("nothing read", reading+` === ""`)

	p.do(`document.querySelector('a[href="#/trends/matters"]').click()`)
	drinks := `[...document.querySelectorAll(".effects .line")].find((e) => e.innerText.startsWith("Alcohol"))`
	p.wait("what her own nights say", drinks)
	p.do(drinks + `.open = true; ` + drinks + `.querySelector(".as-table").open = true`)
	if answer := eval[string](p, drinks+`.innerText`); !strings.Contains(answer, "HRV lower") || !strings.Contains(answer, "Likely between") {
		t.Errorf("of her drinks is said: %s", answer)
	}
	p.look("effects")
	p.screen("#/trends/says")
	p.wait("what her signals say", `document.querySelector("rebound-says .effects")`)
	p.do(`for (const e of document.querySelectorAll(".effects .line")) e.open = true`)
	p.look("effects-says")

	p.screen("#/trends/back")
	p.wait("the year", `document.querySelector(".season .of-season") && document.querySelector(".turns .line")`)
	p.look("season")
	const week = `document.querySelector(".season .one-week p").innerText`
	last = eval[string](p, week)
	p.do(`document.querySelector("#season-week").focus()`)
	p.key("ArrowLeft")
	p.wait("the week before", week+" !== "+strconv.Quote(last))
	p.do(`document.querySelector(".season .to-day").click()`)
	p.wait("the reasons of its gravest day", `document.querySelector("details.why[open] .reasons li")`)

	p.screen("#/settings")
	p.wait("the groups of thresholds", thresholds)
	p.do(thresholds + ".open = true")
	p.wait("the thresholds", `document.querySelector("#rule-gate_k")`)
	p.do(`(() => {
		const e = document.querySelector("#rule-gate_k");
		e.focus();
		e.value = "2";
		e.dispatchEvent(new Event("input", {bubbles: true}));
	})()`)
	p.wait("what it would have changed", `document.querySelector(".what-if [role=status]")?.innerText.startsWith("With 2 SD instead of 0.5 SD, ")`)
	p.press("Show the days")
	p.wait("the days", `document.querySelectorAll(".what-if li").length > 0`)
	p.look("threshold-what-if")
	p.do(`document.querySelector("#rule-gate_k").dispatchEvent(new Event("change", {bubbles: true}))`)
	p.wait("that it is kept, and what it changes still there", saved+` && document.querySelector(".what-if [role=status]")`)
}
