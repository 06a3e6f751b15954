package e2e

import (
	"fmt"
	"slices"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"

	"rebound/app/wire"
	"rebound/engine/diary"
	"rebound/web/e2e/drive"
)

// hand is how a runner works the page: with a thumb, or with keys alone.
type hand interface {
	// press presses the control that an expression finds.
	press(p *tab, what, find string)
}

// still waits until the screen is drawn to its end and an element of it stays where it
// is: a thumb does not hit what moves under it in the next frame.
func (p *tab) still(what, find string) {
	p.t.Helper()
	p.wait(what+" to stand still", `new Promise((done) => {
		const where = () => {
			const r = `+find+`?.getBoundingClientRect();
			return !r || document.querySelector("main[aria-busy=true]") ? "" : [r.x, r.y + scrollY, r.width, r.height].join(" ");
		};
		const was = where();
		setTimeout(() => done(was && where() === was), 50);
	})`)
}

// thumb taps. Every target it meets must be 44 px each way, and uncovered.
type thumb struct{ taps int }

func (h *thumb) press(p *tab, what, find string) {
	p.t.Helper()
	p.wait(what, find)
	p.still(what, find)
	at := eval[struct {
		X, Y, W, H float64
		Above      string
	}](p, `(() => {
		let e = `+find+`;
		e = e.closest("label") ?? e.querySelector(".field") ?? e;
		if (!e.closest(".dock, .toasts")) e.scrollIntoView({block: "center", behavior: "instant"});
		window.tapped = false; // a tap has been felt long before it is a click
		addEventListener("click", () => { window.tapped = true; }, {capture: true, once: true});
		const r = e.getBoundingClientRect(), x = r.x + r.width / 2, y = r.y + r.height / 2;
		const top = document.elementFromPoint(x, y), own = e.closest("a") ?? e;
		return {X: x, Y: y, W: r.width, H: r.height, Above: own.contains(top) ? "" : (top?.outerHTML ?? "nothing").slice(0, 200)};
	})()`)
	if at.Above != "" {
		p.t.Errorf("over %s lies %s", what, at.Above)
	}
	if at.W < 43.5 || at.H < 43.5 {
		p.t.Errorf("%s is %.0f by %.0f px: too small for a thumb", what, at.W, at.H)
	}
	h.taps++
	for _, kind := range []input.DispatchTouchEventType{input.DispatchTouchEventTypeTouchStart, input.DispatchTouchEventTypeTouchEnd} {
		points := []*input.TouchPoint{{X: at.X, Y: at.Y}}
		if kind == input.DispatchTouchEventTypeTouchEnd {
			points = []*input.TouchPoint{}
		}
		if _, err := chromedp.Call(p.ctx, input.DispatchTouchEvent, input.DispatchTouchEventParams{Type: kind, TouchPoints: points}); err != nil {
			p.t.Fatal(err)
		}
	}
	p.wait("the tap on "+what, "window.tapped !== false") // another page knows of none
}

// keyboard tabs to a control, then presses Space, or Enter on a link. Within a group
// of radio buttons it goes by arrows, as the browser has it.
type keyboard struct{}

func (keyboard) press(p *tab, what, find string) {
	p.t.Helper()
	p.wait(what, find)
	p.still(what, find)
	radio := eval[bool](p, find+`.type === "radio"`)
	there := `document.activeElement === ` + find
	if radio {
		there = `document.activeElement.name === ` + find + `.name`
	}
	for range 200 {
		if eval[bool](p, there) {
			break
		}
		p.key("Tab")
	}
	if !eval[bool](p, there) {
		p.t.Fatalf("no way by Tab to %s", what)
	}
	if covered := eval[string](p, `(() => {
		const e = document.activeElement, r = (e.closest("label") ?? e).getBoundingClientRect(), top = document.elementFromPoint(r.x + r.width / 2, r.y + Math.min(r.height / 2, 20));
		return top?.closest(".dock, .toasts, .tabs") && !top.contains(e) && !top.closest(".dock, .toasts, .tabs").contains(e) ? top.outerHTML.slice(0, 160) : "";
	})()`); covered != "" {
		p.t.Errorf("the focus on %s is covered by %s", what, covered)
	}
	if !radio {
		if eval[bool](p, `document.activeElement.localName === "a"`) {
			p.key("Enter")
		} else {
			p.key("Space")
		}
		return
	}
	p.key("Space") // chooses the one that has the focus
	for range 12 {
		if eval[bool](p, `document.activeElement === `+find) {
			return
		}
		p.key("ArrowRight")
	}
	p.t.Fatalf("no way by arrows to %s", what)
}

// unfold opens a line, which stands closed.
func (p *tab) unfold(name string) {
	p.t.Helper()
	line := fmt.Sprintf(`[...document.querySelectorAll("main details.line > summary")].find((e) => e.innerText.startsWith(%q))`, name)
	p.wait("the line "+name, line)
	p.do(line + `.click()`)
	p.wait("that "+name+" is open", line+`.parentElement.open`)
}

// Expressions that find a control of the Body screens.
func named(name string) string {
	return fmt.Sprintf(`[...document.querySelectorAll("button, a, summary")].find((e) => e.checkVisibility() && (e.getAttribute("aria-label") ?? e.innerText).trim().startsWith(%q))`, name)
}

func step(key string, n int) string {
	return fmt.Sprintf(`document.querySelector('input[name="%s"][value="%d"]')`, key, n)
}

func mark(key string) string {
	return fmt.Sprintf(`document.querySelector('input[data-key="%s"]')`, key)
}

// toast is what was just done; saved that it was kept.
const (
	toast = `document.querySelector("#toast [role=status]")?.innerText`
	saved = toast + `?.includes("Saved")`
)

// runner is a page with a diary that has one typed morning in it, of which nothing is said
// any more.
func runner(t *testing.T, b *browser, s *site) *tab {
	t.Helper()
	p := b.open(t, s.url("#/today"))
	p.viewport(390, 844)
	p.typeMorning("51", "58", "7:30")
	p.wait("the verdict", verdictStands+" && "+saved)
	p.hush()
	return p
}

// hush takes away what was said last: what comes next is not it.
func (p *tab) hush() {
	p.t.Helper()
	const dismiss = `document.querySelector("#toast [aria-label=Dismiss]")`
	p.do(dismiss + "?.click()")
	p.wait("nothing said", "!"+dismiss)
}

func (p *tab) body(today diary.Date) wire.BodyScreen {
	p.t.Helper()
	return ask[wire.BodyScreen](p, wire.OpBody, wire.DateArg{Date: today})
}

// ran has the runner have run on a date, whatever weekday it is: the sample runner rests on
// some.
func (p *tab) ran(d diary.Date, km float64) {
	p.t.Helper()
	if slices.ContainsFunc(p.body(d).Runs, func(r wire.RunSaid) bool { return r.Date == d }) {
		return
	}
	minutes := 6 * km
	ask[wire.State](p, wire.OpRun, wire.RunReported{Date: d, Minutes: &minutes, Km: &km})
}

func (p *tab) drawn(what string) {
	p.t.Helper()
	p.wait(what, fmt.Sprintf(`document.title.startsWith(%q) && document.querySelector("h1")?.innerText === %q && !document.querySelector("main .skeleton")`, what, what))
}

// touch makes the page's browser one with a touch screen.
func touch(p *tab) {
	p.t.Helper()
	if err := drive.Touch(p.ctx, true); err != nil {
		p.t.Fatal(err)
	}
}
