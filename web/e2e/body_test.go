package e2e

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"

	"rebound/app/wire"
	"rebound/engine/diary"
)

// hand is how a runner works the page: with a thumb, or with keys alone.
type hand interface {
	// press presses the control that an expression finds.
	press(p *tab, what, find string)
}

// thumb taps. Every target it meets must be 44 px each way, and uncovered.
type thumb struct{ taps int }

func (h *thumb) press(p *tab, what, find string) {
	p.t.Helper()
	p.wait(what, find)
	at := eval[struct {
		X, Y, W, H float64
		Above      string
	}](p, `(() => {
		let e = `+find+`;
		e = e.closest("label") ?? e.querySelector(".field") ?? e;
		if (getComputedStyle(e.closest(".dock, .told") ?? e).position !== "sticky") e.scrollIntoView({block: "center", behavior: "instant"});
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
}

// keyboard tabs to a control, then presses Space, or Enter on a link. Within a group
// of radio buttons it goes by arrows, as the browser has it.
type keyboard struct{}

func (keyboard) press(p *tab, what, find string) {
	p.t.Helper()
	p.wait(what, find)
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
		return top?.closest(".dock, .told:not(:empty), .tabs") && !top.contains(e) && !top.closest(".dock, .told, .tabs").contains(e) ? top.outerHTML.slice(0, 160) : "";
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

const saved = `document.querySelector(".told")?.innerText.includes("Saved")`

// runner is a page with a diary that has one typed number in it.
func runner(t *testing.T, b *browser, s *site) *tab {
	t.Helper()
	p := b.open(t, s.url("#/today"))
	p.viewport(390, 844)
	p.typeMorning("51", "58", "7:30")
	p.wait("the verdict", verdictStands)
	return p
}

func (p *tab) body(today diary.Date) wire.BodyScreen {
	p.t.Helper()
	return ask[wire.BodyScreen](p, wire.OpBody, wire.DateArg{Date: today})
}

func (p *tab) drawn(what string) {
	p.t.Helper()
	p.wait(what, fmt.Sprintf(`document.title.startsWith(%q) && document.querySelector("h1")?.innerText === %q && !document.querySelector("main .skeleton")`, what, what))
}

// When all is well a check-in is three taps from Today, and far from ten seconds.
func TestCheckInByThumb(t *testing.T) {
	today := sampleExport(t).today
	s := newSite(t, built)
	p := runner(t, shared(t), s)
	touch(p)
	h := &thumb{}
	begun := time.Now()
	h.press(p, "Check in", named("Check in"))
	h.press(p, "All fine", named("All fine"))
	h.press(p, "Save", named("Save"))
	p.wait("that it is saved", saved)
	took := time.Since(begun)
	t.Logf("%d taps, %d ms", h.taps, took.Milliseconds())
	if h.taps > 3 || took > 10*time.Second {
		t.Errorf("a check-in with nothing to say takes %d taps and %s", h.taps, took)
	}
	c := p.body(today).CheckIn
	if c == nil || len(c.Signs) != diary.Signs || c.Soreness == nil || *c.Soreness != 0 || c.Fever == nil || *c.Fever {
		t.Fatalf("kept is %+v", c)
	}

	// Changed, by one line and a fever, whose meaning is said at once.
	h.press(p, "tension 3", step("tension", 3))
	h.press(p, "fever", `document.querySelector('input[name="fever"][value="Yes"]')`)
	p.wait("what follows", `document.querySelector(".follows").innerText.includes("no run")`)
	h.press(p, "late night", mark("late_night"))
	h.press(p, "Save", named("Save"))
	p.wait("that it is saved", saved+` && document.querySelector("main").dataset.action === "stop"`)
	if c := p.body(today).CheckIn; *c.Tension != 3 || !*c.Fever || !slices.Equal(c.Tags, []string{"late_night"}) {
		t.Errorf("kept is %+v", c)
	}
	h.press(p, "Undo", named("Undo"))
	p.wait("that it is taken back", `document.querySelector(".told").innerText.includes("Taken back") && !document.querySelector('input[name="fever"][value="Yes"]').checked`)
	if c := p.body(today).CheckIn; *c.Tension != 0 || *c.Fever || len(c.Tags) != 0 {
		t.Errorf("after undo, kept is %+v", c)
	}
	p.reload()
	p.wait("the answers after a reload", step("tension", 0)+`?.checked`)
	p.screen("#/today")
	p.wait("that today is checked in", `document.querySelector(".check")?.innerText.includes("Checked in")`)
	p.screen("#/body/history")
	p.wait("what was replaced, marked as such", `document.querySelector(".told-day .old")?.innerText.includes("replaced")`)
}

// Everything that the Body screens hear, by thumb and by keys alone.
func TestBodyByHand(t *testing.T) {
	today := sampleExport(t).today
	for name, h := range map[string]hand{"thumb": &thumb{}, "keys": keyboard{}} {
		t.Run(name, func(t *testing.T) {
			s := newSite(t, built)
			p := runner(t, shared(t), s)
			if name == "thumb" {
				touch(p)
			}
			p.screen("#/body/check-in")
			h.press(p, "drained 2", step("drained", 2))
			h.press(p, "soreness 1", step("soreness", 1))
			h.press(p, "travel", mark("travel"))
			h.press(p, "Save", named("Save"))
			p.wait("that it is saved", saved)

			p.screen("#/body/map")
			p.drawn("Where is it?")
			h.press(p, "the back", `document.querySelector("button[data-value=back]")`)
			place := `[...document.querySelectorAll("svg a")].find((e) => e.checkVisibility() && e.getAttribute("aria-label").startsWith("Left calf"))`
			if name == "keys" {
				place = `document.querySelector('.sites a[href="#/body/map/calf-left"]')`
			}
			h.press(p, "the left calf", place)
			p.drawn("Left calf")
			h.press(p, "pain 3", step("severity", 3))
			h.press(p, "tight", mark("tightness"))
			h.press(p, "Save", named("Save"))
			p.wait("what follows", saved+` && document.querySelector(".meaning")?.innerText.includes("3 of 10")`)
			h.press(p, "Delete", named("Delete this entry"))
			p.wait("that it is deleted", `!document.querySelector(".meaning")`)
			h.press(p, "Undo", named("Undo"))
			p.wait("that it is back", `document.querySelector(".meaning")?.innerText.includes("3 of 10") && `+step("severity", 3)+`.checked`)

			p.screen("#/body/screen")
			p.drawn("Movement screen")
			h.press(p, "knee to wall", named("Knee to wall"))
			for side, cm := range map[string]string{"left": "8,5", "right": "11"} {
				h.press(p, "the input", fmt.Sprintf(`document.querySelector("#test-knee_to_wall-%s")`, side))
				p.do(`document.activeElement.select()`)
				if _, err := chromedp.Call(p.ctx, input.InsertText, input.InsertTextParams{Text: cm}); err != nil {
					t.Fatal(err)
				}
			}
			h.press(p, "Save", `document.querySelector("form[data-test=knee_to_wall] button")`)
			p.wait("the result", `document.querySelector("form[data-test=knee_to_wall]").closest("details").innerText.includes("left 8.5 cm, right 11 cm")`)

			p.screen("#/body")
			p.drawn("Body")
			h.press(p, "the first exercise", `document.querySelector(".tick input")`)
			p.wait("the tick", `document.querySelector(".programme h2").innerText.includes("1 of")`)

			p.screen("#/body/reaction")
			p.drawn("Reaction test")
			trials, light := p.react(h)
			t.Logf("reaction: %.0f ms; light set %.1f ms into its frame at most", trials, light)

			b := p.body(today)
			var calf *wire.SiteLine
			for i := range b.Sites {
				if b.Sites[i].Name == "left calf" {
					calf = &b.Sites[i]
				}
			}
			switch {
			case b.CheckIn == nil || b.CheckIn.Signs["drained"] != 2 || *b.CheckIn.Soreness != 1 || !slices.Equal(b.CheckIn.Tags, []string{"travel"}):
				t.Errorf("the check-in is %+v", b.CheckIn)
			case calf == nil || calf.Said == nil || calf.Said.Severity != 3 || !calf.Said.Tightness:
				t.Errorf("the calf is %+v", calf)
			case len(b.Ticks) != 1:
				t.Errorf("ticked are %q", b.Ticks)
			case !b.Reaction.Today || math.Abs(b.Reaction.Mean-mean(trials)) > 1:
				t.Errorf("the reaction test is %+v, its trials %v", b.Reaction, trials)
			}
		})
	}
}

// react takes the reaction test: once too soon, then at every light. It gives
// the times that the page kept without the false start, and how long after the
// start of its frame the latest light was set. The times must be those between
// the frame's and the press's own stamps.
func (p *tab) react(h hand) (kept []float64, light float64) {
	p.t.Helper()
	p.do(`(() => {
		Math.random = () => 0; // the shortest pauses
		window.sent = []; window.took = [];
		const send = rebound.send, frame = requestAnimationFrame;
		rebound.send = (json) => { sent.push(JSON.parse(json)); send(json); };
		let lit = 0;
		window.late = 0;
		window.requestAnimationFrame = (f) => frame((at) => {
			const was = document.querySelector(".target[data-lit]");
			f(at);
			if (!was && document.querySelector(".target[data-lit]")) { lit = at; window.late = Math.max(window.late, performance.now() - at); }
		});
		for (const kind of ["pointerdown", "keydown"]) window.addEventListener(kind, (e) => { if (lit && document.querySelector(".target[data-lit]")) { took.push(e.timeStamp - lit); lit = 0; } }, true);
	})()`)
	h.press(p, "Start", named("Start"))
	const field = `document.querySelector("#target")`
	p.wait("the field", field)
	press := func() {
		if _, ok := h.(*thumb); ok {
			h.press(p, "the field", field)
		} else {
			p.key("Space")
		}
	}
	time.Sleep(300 * time.Millisecond)
	press()
	p.wait("that it was too soon", `document.querySelector(".test-run")?.innerText.includes("Too soon")`)
	for i := range 16 {
		p.wait("light "+strconv.Itoa(i+1), `document.querySelector(".target[data-lit]")`)
		time.Sleep(120 * time.Millisecond)
		press()
		p.wait("an answer", `!document.querySelector(".target[data-lit]")`)
	}
	p.wait("the result", `document.querySelector(".told")?.innerText.includes("Kept, with 1 press before the light")`)
	sent := eval[[]float64](p, `sent.find((m) => m.op === "reaction").args.trials`)
	took := eval[[]float64](p, `took`)
	if len(sent) != 17 || sent[0] != 0 || len(took) != 16 {
		p.t.Fatalf("kept are %v, seen %v", sent, took)
	}
	for i, ms := range sent[1:] {
		if math.Abs(ms-took[i]) > .2 {
			p.t.Errorf("trial %d is kept as %.1f ms; the browser's stamps say %.1f", i+1, ms, took[i])
		}
	}
	return sent[1:], eval[float64](p, `window.late`)
}

func mean(list []float64) float64 {
	sum := 0.0
	for _, v := range list {
		sum += v
	}
	return sum / float64(len(list))
}

// touch makes the page's browser one with a touch screen.
func touch(p *tab) {
	p.t.Helper()
	if _, err := chromedp.Call(p.ctx, emulation.SetTouchEmulationEnabled, emulation.SetTouchEmulationEnabledParams{Enabled: true}); err != nil {
		p.t.Fatal(err)
	}
}

// What was told is there in a new process with the host gone, and can be told
// there too.
func TestBodyOffline(t *testing.T) {
	today := sampleExport(t).today
	s := newSite(t, built)
	profile := t.TempDir()
	b := start(t, profile)
	p := runner(t, b, s)
	h := keyboard{}
	p.screen("#/body/map")
	p.drawn("Where is it?")
	h.press(p, "the right shin", `document.querySelector('svg a[href="#/body/map/shin-right"]')`)
	p.drawn("Right shin")
	h.press(p, "pain 6", step("severity", 6))
	h.press(p, "bone point", mark("bone_point_pain"))
	h.press(p, "Save", named("Save"))
	p.wait("the verdict of a red flag", saved+` && ["stop", "see_clinician"].includes(document.querySelector("main").dataset.action)`)
	p.wait("the service worker", cached)
	b.close(t)
	s.stop()

	b = start(t, profile)
	p = b.open(t, s.url("#/body"))
	p.wait("the niggle", `document.querySelector(".sites")?.innerText.includes("Right shin")`)
	p.screen("#/body/cold")
	p.drawn("Cold water")
	p.fill("#cold-minutes", "12")
	p.fill("#cold-celsius", "12")
	h.press(p, "Save", `document.querySelector("form button")`)
	p.wait("the immersion", `document.querySelector("main").innerText.includes("12 min at 12 °C")`)
	h.press(p, "Undo", named("Undo"))
	p.wait("none", `!document.querySelector("main").innerText.includes("12 min at 12 °C")`)
	p.screen("#/body/history")
	p.drawn("What you told")
	p.wait("the shin in the history", `document.querySelector("main").innerText.includes("shin")`)
	if got := p.body(today); len(got.Cold) != 0 || len(got.History) == 0 {
		t.Errorf("kept are %d immersions and %d lines", len(got.Cold), len(got.History))
	}
}

// How hard a run felt stands beside what its pace and heart rate make expect, and
// can be taken back to what was told before.
func TestEffortByThumb(t *testing.T) {
	s := newSite(t, built)
	p := shared(t).open(t, s.url(""))
	p.viewport(390, 844)
	touch(p)
	p.press("See a sample runner")
	p.wait("the sample's verdict", verdictStands)
	p.screen("#/body")
	p.drawn("Body")
	h := &thumb{}
	const line = `document.querySelector(".run summary .state").innerText`
	before := eval[string](p, line)
	h.press(p, "the latest run", `document.querySelector(".run summary")`)
	h.press(p, "effort 10", `document.querySelector('.run input[name^=rpe][value="10"]')`)
	h.press(p, "pain 1", `document.querySelector('.run input[name^=pain][value="1"]')`)
	h.press(p, "Save", `document.querySelector(".run form button")`)
	p.wait("what was told and what was expected", `/▲ Effort 10 of 10, \d+ expected · pain 1/.test(`+line+`)`)
	h.press(p, "Undo", named("Undo"))
	p.wait("what was told before", line+` === `+strconv.Quote(before))
}

// Every part of Body with a diary full of what was told: nothing that axe-core
// finds wrong, and no sideways scrolling.
func TestBodyScreens(t *testing.T) {
	s := newSite(t, built)
	p := shared(t).open(t, s.url(""))
	p.viewport(390, 844)
	p.press("See a sample runner")
	p.wait("the sample's verdict", verdictStands)
	for _, c := range []struct{ part, name string }{
		{"", "Body"}, {"/check-in", "Check-in"}, {"/map", "Where is it?"}, {"/map/calf-left", "Left calf"},
		{"/screen", "Movement screen"}, {"/reaction", "Reaction test"}, {"/cold", "Cold water"}, {"/history", "What you told"},
	} {
		p.screen("#/body" + c.part)
		p.drawn(c.name)
		p.do(`document.querySelectorAll("main details").forEach((d, i) => { d.open = i < 3; })`)
		p.look("body" + c.name)
	}
}
