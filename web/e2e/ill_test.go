package e2e

import (
	"fmt"
	"strings"
	"testing"

	"rebound/app/wire"
	"rebound/engine/diary"
)

// planned is a runner with the sample export's half year and a plan for a race.
func planned(t *testing.T) *tab {
	t.Helper()
	x := sampleExport(t)
	p := shared(t).open(t, newSite(t, built).url(""))
	p.viewport(390, 844)
	touch(p)
	p.wait("the first-run screen", fileInput)
	p.drop(x.folder, x.zip)
	p.read(x.today)
	p.wait("the end of the import", `!document.querySelector("[role=progressbar]")`)
	p.screen("#/plan")
	p.follow("half", x.today+98)
	return p
}

// agree judges that Today, Body and Plan say the same of the day: the action, and of the
// running what the verdict's week has.
func (p *tab) agree(name string, today diary.Date) wire.Assessment {
	p.t.Helper()
	a := ask[wire.Assessment](p, wire.OpAssess, wire.DateArg{Date: today})
	plan, body := p.plan(today), p.body(today)
	for i, d := range plan.Days {
		if d.After != a.Week[i].After {
			p.t.Errorf("%s: Plan has %+v on %v, Today %+v", name, d.After, d.Date, a.Week[i].After)
		}
	}
	if body.Body.Triage != a.Body.Triage || body.Urgent != a.Urgent {
		p.t.Errorf("%s: Body says %s %q, Today %s %q", name, body.Body.Triage, body.Urgent, a.Body.Triage, a.Urgent)
	}
	for _, part := range []string{"today", "body", "plan"} {
		p.screen("#/" + part)
		p.wait(part, fmt.Sprintf(`document.querySelector("main[data-action=%s]") && document.querySelector("main.page-%s") && !document.querySelector("main .skeleton, main [aria-busy=true]")`, a.Action, part))
		if part != "today" {
			p.short(name + "-" + part)
		}
		p.look(name + "-" + part)
	}
	return a
}

// A cold from its first day to the last of the days after it, by touch: told in a few
// taps from Today, looked at again on day 7, a doctor's on day 14, and over when the
// runner says so, with undo.
func TestColdByThumb(t *testing.T) {
	today := sampleExport(t).today
	p, h := planned(t), &thumb{}
	p.screen("#/today")
	h.press(p, "I'm ill", named("I'm ill"))
	p.drawn("Illness")
	h.press(p, "above the neck", `document.querySelector('input[name=where][value=above_neck]')`)
	h.press(p, "Save", named("Save"))
	p.wait("that it is kept", saved)
	if h.taps > 3 {
		t.Errorf("to say that one is ill takes %d taps", h.taps)
	}
	p.look("cold-form")
	for day, want := range map[int]string{1: "Day 1 ", 5: "Day 5 ", 7: "about a week", 14: "see a doctor"} {
		since := today - diary.Date(day-1)
		p.screen("#/body/ill")
		p.drawn("Illness")
		p.fill("#ill-since", since.String())
		h.press(p, "Save", named("Save"))
		p.wait("that it began then", fmt.Sprintf(`document.querySelector("main.page-body") && document.querySelector("#ill-since").value === %q && %s`, since, saved))
		a := p.agree(fmt.Sprintf("cold-%d", day), today)
		if !strings.Contains(a.Headline, want) {
			t.Errorf("day %d: %s", day, a.Headline)
		}
		for _, d := range a.Week {
			if k := d.After.Kind; k == "long" || k == "tempo" || k == "intervals" {
				t.Errorf("day %d: %+v", day, d)
			}
		}
	}
	p.screen("#/body/ill")
	p.drawn("Illness")
	p.fill("#ill-since", (today - 5).String())
	h.press(p, "Save", named("Save"))
	p.wait("that it began then", saved)
	p.screen("#/today")
	h.press(p, "I'm better", named("I'm better"))
	p.drawn("Illness")
	h.press(p, "I'm better today", named("I'm better today"))
	p.wait("the easy days", toast+`?.includes("easy days") && document.querySelector(".meaning").innerText.includes("Day 1 of 5")`)
	h.press(p, "Undo", named("Undo"))
	p.wait("that it goes on", toast+`?.includes("Undone") && document.querySelector(".meaning").innerText.includes("Day 6")`)
	h.press(p, "I'm better today", named("I'm better today"))
	p.wait("the easy days", `document.querySelector(".meaning").innerText.includes("Day 1 of 5")`)
	if a := p.agree("cold-after", today); a.Action != "modify" || !strings.Contains(a.Headline, "Day 1 of 5 after your illness") {
		t.Errorf("%s: %s", a.Action, a.Headline)
	}
}

// Chest symptoms: a screen of their own. Bone pain that is gone: walking first, told by
// touch, and whether someone has looked at it.
func TestStopAndRedFlagByThumb(t *testing.T) {
	today := sampleExport(t).today
	p, h := planned(t), &thumb{}
	yes, no := true, false
	ask[wire.State](p, wire.OpCheckIn, wire.CheckIn{Date: today, Chest: &yes})
	p.screen("#/today")
	p.wait("the stop", `document.querySelector(".is-stop .verdict")`)
	if a := p.agree("stop-chest", today); a.Level != "stop" || len(a.Body.Programme) != 0 || a.Body.Cold != "not_today" {
		t.Errorf("%+v", a.Body)
	}
	p.screen("#/today")
	p.wait("the stop", `document.querySelector(".is-stop .verdict")`)
	if first := eval[string](p, `document.querySelector(".verdict").firstElementChild.innerText`); !strings.Contains(first, "emergency number") {
		t.Errorf("the first line is %q", first)
	}
	if n := eval[int](p, `[...document.querySelectorAll("main input[type=checkbox]")].filter((e) => e.checkVisibility()).length`); n != 0 {
		t.Errorf("%d boxes to tick", n)
	}
	ask[wire.State](p, wire.OpCheckIn, wire.CheckIn{Date: today, Chest: &no})
	ask[wire.State](p, wire.OpNiggle, wire.NiggleSaid{Date: today - 2, Site: "shin", Side: "left", Severity: 3, BonePoint: &yes})
	ask[wire.State](p, wire.OpNiggle, wire.NiggleSaid{Date: today, Site: "shin", Side: "left"})
	p.screen("#/body")
	a := p.agree("bone-gone", today)
	if a.Action != "return_to_run" || a.Reasons[0].Code != "red_flag_unseen" {
		t.Errorf("%s: %+v", a.Action, a.Reasons[0])
	}
	for _, d := range a.Week {
		if d.After.Minutes > 0 {
			t.Errorf("before any walk: %+v", d)
		}
	}
	p.screen("#/today")
	h.press(p, "the walk", named("Today's walk"))
	p.drawn("Walk before you run")
	h.press(p, "that someone has looked", named("Someone has looked at it"))
	p.wait("that it is noted", toast+`?.includes("Noted") && !document.querySelector(".meaning").innerText.includes("doctor")`)
	p.fill("#walked-minutes", "30")
	h.press(p, "no pain", step("walked-pain", 0))
	h.press(p, "Save", named("Save"))
	p.wait("one of two", saved+` && document.querySelector(".meaning").innerText.includes("1 of 2")`)
	p.look("bone-walk")
	if a := p.agree("bone-walked", today); a.Reasons[0].Code != "red_flag_walks" {
		t.Errorf("%+v", a.Reasons[0])
	}
}
