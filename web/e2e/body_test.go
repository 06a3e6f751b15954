package e2e

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"

	"rebound/app/wire"
	"rebound/engine/diary"
)

// When all is well a check-in is two taps from Today.
func TestCheckInByThumb(t *testing.T) {
	today := sampleExport(t).today
	s := newSite(t, built)
	p := runner(t, shared(t), s)
	touch(p)
	h := &thumb{}
	h.press(p, "Check in", named("Check in"))
	p.drawn("Check-in") // Today has an All fine too
	h.press(p, "All fine", named("All fine"))
	p.wait("that it is saved", saved)
	if h.taps != 2 {
		t.Errorf("a check-in with nothing to say takes %d taps", h.taps)
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
	p.wait("that it is taken back", toast+`?.includes("Undone") && !document.querySelector('input[name="fever"][value="Yes"]').checked`)
	if c := p.body(today).CheckIn; *c.Tension != 0 || *c.Fever || len(c.Tags) != 0 {
		t.Errorf("after undo, kept is %+v", c)
	}
	p.reload()
	p.wait("the answers after a reload", step("tension", 0)+`?.checked`)
	p.screen("#/today")
	p.wait("that today is checked in", `document.querySelector("main.page-today")?.innerText.includes("Checked in")`)
	p.screen("#/body/history")
	p.wait("what was replaced, marked as such", `document.querySelector(".entry-day .old")?.innerText.includes("replaced")`)
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
			h.press(p, "six hours", step("dose-travel", 6))
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
			h.press(p, "knee to wall", named("Knee-to-wall test"))
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
			case b.CheckIn == nil || b.CheckIn.Signs["drained"] != 2 || *b.CheckIn.Soreness != 1 || !slices.Equal(b.CheckIn.Tags, []string{"travel"}) || b.CheckIn.Doses["travel"] != 6:
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

// What was told is there in a new process with the host gone, and can be told
// there too.
func TestBodyOffline(t *testing.T) {
	today := sampleExport(t).today
	s := newSite(t, built)
	profile := newProfile(t)
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
	p.drawn("Your log")
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
	const line = `document.querySelector(".run summary .state").textContent`
	before := eval[string](p, line)
	h.press(p, "the week's runs", named("How hard were your runs?"))
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
		{"/screen", "Movement screen"}, {"/reaction", "Reaction test"}, {"/cold", "Cold water"}, {"/history", "Your log"},
	} {
		p.screen("#/body" + c.part)
		p.drawn(c.name)
		if c.part == "" {
			p.short("body")
		}
		p.do(`document.querySelectorAll("main details").forEach((d, i) => { d.open = i < 3; })`)
		p.look("body" + c.name)
	}
}
