package e2e

import (
	"fmt"
	"testing"

	"rebound/app/wire"
)

// A day that cannot be run is left free from its own row, and given back; days off and
// minutes are said in the forms, by keyboard too; the race gets its name, which is text.
// Today looks at the coming days once it is asked.
func TestOwnDays(t *testing.T) {
	s := newSite(t, built)
	p := shared(t).open(t, s.url(""))
	p.viewport(390, 844)
	before := p.samplePlan()
	today := before.Date

	free := before.Days[0]
	for _, d := range before.Days[1:] {
		if d.CanOff {
			free = d
			break
		}
	}
	row := "#day-" + free.Date.String()
	p.do(fmt.Sprintf(`document.querySelector(%q).click()`, row+" summary"))
	p.wait("the way to leave the day free", fmt.Sprintf(`document.querySelector(%q)?.innerText.startsWith("I can't run")`, row+" .day-off"))
	p.do(fmt.Sprintf(`document.querySelector(%q).click()`, row+" .day-off"))
	p.wait("a day off", fmt.Sprintf(`document.querySelector(%q).innerText.includes("Day off") && document.querySelector(".undo button")`, row))
	off := p.plan(today)
	if d := off.Days[free.Date-today]; d.Before.Minutes != 0 || d.Life == "" {
		t.Errorf("on a day off there is %+v", d)
	}
	p.do(fmt.Sprintf(`document.querySelector(%q).parentElement.open = true`, row+" summary"))
	p.shoot("life-day-off")
	p.do(fmt.Sprintf(`document.querySelector(%q).click()`, row+" .day-off"))
	p.wait("the session again", fmt.Sprintf(`!document.querySelector(%q).innerText.includes("Day off")`, row))
	if d := p.plan(today).Days[free.Date-today]; d.Before != free.Before {
		t.Errorf("given back the day has %+v, it had %+v", d.Before, free.Before)
	}

	p.unfold("Days off and time limits")
	p.press("Add days off")
	p.wait("what is missing, and the keyboard there", `document.activeElement.id === "off-from" && document.querySelector("#off-from-wrong")`)
	p.fill("#off-from", (today + 8).String())
	p.fill("#off-to", (today + 10).String())
	p.press("Add days off")
	p.wait("days off for no reason", `document.querySelector(".offs")?.innerText.includes("Remove") && !document.querySelector("#off-from-wrong")`)
	p.do(`document.querySelector(".offs button").click()`)
	p.wait("none", `!document.querySelector(".offs")`)
	p.fill("#off-from", (today + 8).String())
	p.fill("#off-to", (today + 10).String())
	p.do(`document.querySelector("#off-why").value = "travel"`)
	p.do(`document.activeElement.blur()`)
	p.tabTo("that it is easy", `e.id === "off-easy"`, false)
	p.key("Space")
	p.tabTo("the button", `e.innerText === "Add days off"`, true)
	p.wait("the entry", `document.querySelector(".offs")?.innerText.includes("Travel, easy running only")`)
	p.fill("#time-sat", "40")
	p.press("Save minutes")
	p.wait("the limit in the line", `[...document.querySelectorAll(".line .value")].some((e) => e.innerText.includes("1 time limit"))`)
	p.look("life-days")
	p.unfold("Race name and goal time")
	p.fill("#race-name", "Hove <b>10k</b>")
	p.fill("#race-time", "44:30")
	p.press("Save race")
	p.wait("the name, as text", `document.querySelector("h1").innerText === "Hove <b>10k</b>" && document.querySelector("rebound-plan .goal").innerText.includes("44:30")`)
	p.do(`document.querySelectorAll("details[open]").forEach((e) => { e.open = false })`)
	p.short("Plan")
	g := p.plan(today).Goal
	if len(g.Off) != 1 || g.Off[0] != (wire.PlanOff{From: today + 8, To: today + 10, Why: "travel", Easy: true}) || g.Minutes["sat"] != 40 || g.RaceMinutes != 44.5 {
		t.Errorf("what was said is %+v", g)
	}
	p.press("Undo")
	p.wait("the name taken back", `document.querySelector("h1").innerText === "10 km race"`)

	p.screen("#/today")
	p.wait("the look ahead, or that there is none", verdictStands)
	p.do(`document.querySelector(".ahead > summary").click()`)
	p.wait("the coming days, unless today is done", `document.querySelectorAll(".ifs li").length >= 3 || !document.querySelector(".if-today")`)
	p.look("life-ahead")
}
