package e2e

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"rebound/app/wire"
	"rebound/engine/diary"
)

// What shows that the Plan screen has drawn: the form, or a plan's seven days.
const (
	goalForm  = `document.querySelector("rebound-plan-goal form")`
	sevenDays = `document.querySelectorAll("rebound-plan li[data-date]").length === 7`
)

// drifting is the sample runner's export in two: all the runs with the nights of
// calm, and the nights since the drift.
type drifting struct{ calm, drift string }

var splitExport = sync.OnceValues(func() (drifting, error) {
	x, err := makeExport()
	if err != nil {
		return drifting{}, err
	}
	d := drifting{filepath.Join(spare, "calm"), filepath.Join(spare, "drift")}
	since := (x.today - 13).String()
	return d, filepath.WalkDir(x.folder, func(path string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		kind, to := filepath.Base(filepath.Dir(path)), d.calm
		if kind != "Activity" && strings.TrimSuffix(e.Name(), ".fit") >= since {
			to = d.drift
		}
		return save(filepath.Join(to, kind, e.Name()), data)
	})
})

// openGoal opens the goal's form, whatever the Plan screen shows.
func (p *tab) openGoal() {
	p.t.Helper()
	p.screen("#/plan/goal")
	p.wait("the goal's form", goalForm)
}

// follow makes a plan through the form.
func (p *tab) follow(kind string, date diary.Date) {
	p.t.Helper()
	p.openGoal()
	p.do(fmt.Sprintf(`document.querySelector("input[name=goal][value='%s']").click()`, kind))
	p.fill("#goal-date", date.String())
	p.press("Follow this plan")
	p.wait("the plan", sevenDays)
}

func (p *tab) plan(today diary.Date) wire.PlanScreen {
	p.t.Helper()
	return ask[wire.PlanScreen](p, wire.OpPlan, wire.DateArg{Date: today})
}

// A plan bends when the files say so; the original can be kept, with a reason,
// and let go again.
func TestPlanBends(t *testing.T) {
	x := sampleExport(t)
	files, err := splitExport()
	if err != nil {
		t.Fatal(err)
	}
	s := newSite(t, built)
	p := shared(t).open(t, s.url("#/files"))
	p.wait("the page", mounted)
	p.drop(files.calm)
	p.imported(1)

	p.openGoal()
	p.do(`document.querySelector("input[name=goal][value=half]").click()`)
	p.press("Preview")
	p.wait("what is wrong, and the keyboard there", `document.activeElement.id === "goal-date" && document.querySelector("#goal-date-wrong")`)
	p.fill("#goal-date", (x.today - 1).String())
	p.press("Preview")
	p.wait("that the day is past", `document.querySelector("#goal-date-wrong")?.innerText.includes("past")`)
	p.fill("#goal-date", (x.today + 900).String())
	p.press("Preview")
	p.wait("what the planner says, and the keyboard there", `document.activeElement.id === "goal-plan" && document.activeElement.innerText.includes("two years")`)
	p.fill("#goal-date", (x.today + 98).String())
	p.press("Preview")
	p.wait("the preview", `document.querySelector("#preview svg.chart") && document.activeElement.id === "preview"`)
	if made := p.plan(x.today).Made; made != nil {
		t.Error("a preview is kept")
	}
	p.do(`document.querySelector("[data-day=mon]").click()`)
	p.wait("that a changed wish has no preview", `!document.querySelector("#preview svg")`)
	p.do(`document.querySelector("[data-day=mon]").click()`)
	p.press("Follow this plan")
	p.wait("the plan", sevenDays+` && location.hash === "#/plan" && document.querySelector("h1").innerText === "Half marathon"`)
	before := p.plan(x.today)
	for _, d := range before.Days {
		if strings.Contains(strings.Join(d.Because, " "), "cut_week") {
			t.Fatalf("the week is cut before anything drifts: %+v", d)
		}
	}

	p.screen("#/files")
	p.drop(files.drift)
	p.imported(2)
	p.screen("#/plan")
	p.wait("the lighter week", sevenDays+` && document.querySelector("main").dataset.action === "cut_week" && document.querySelector("li.changed")`)
	cut := p.plan(x.today)
	changed := 0
	for i, d := range cut.Days {
		if d.Was == "" {
			continue
		}
		changed++
		id := "#day-" + d.Date.String()
		if row := p.text(id); !strings.Contains(row, d.Was) || !strings.Contains(row, "▲") {
			t.Errorf("closed, the row of %s is %s", d.Day, clip(row))
		}
		p.do(fmt.Sprintf(`document.querySelector("%s summary").click()`, id))
		p.wait("the change of "+d.Day, fmt.Sprintf(`document.querySelector(%q).innerText.includes(%q)`, id, "Keep my original week"))
		card := p.text(id)
		for _, want := range append([]string{d.Was, "Keep my original week"}, d.Why...) {
			if !strings.Contains(card, want) {
				t.Errorf("the card of %s does not say %q: %s", d.Day, want, clip(card))
			}
		}
		if d.Before != before.Days[i].Before {
			t.Errorf("%s was planned as %+v, now as %+v", d.Day, before.Days[i].Before, d.Before)
		}
	}
	if changed == 0 {
		t.Fatal("nothing of the week is changed")
	}

	p.press("Keep my original week")
	p.wait("the question", `document.activeElement.id === "keep-why"`)
	p.fill("#keep-why", "race <b>rehearsal</b>")
	p.press("Keep my original week")
	p.wait("the original", `document.querySelector("main").dataset.action !== "cut_week" && document.querySelector("rebound-plan").innerText.includes("You declined the change.")`)
	for i, d := range p.plan(x.today).Days {
		if strings.Contains(strings.Join(d.Because, " "), "cut_week") {
			t.Errorf("%s is cut although the original was kept", d.Day)
		}
		if d.Before != cut.Days[i].Before {
			t.Errorf("%s was planned as %+v, now as %+v", d.Day, cut.Days[i].Before, d.Before)
		}
	}
	p.screen("#/today")
	p.wait("the reason in the reasons", `document.querySelector(".why")?.textContent.includes("race <b>rehearsal</b>")`)
	p.screen("#/plan")
	p.wait("the plan", sevenDays)
	p.do(`document.querySelectorAll(".day > summary").forEach((e) => e.click())`)
	p.wait("the change declined", `document.querySelector("rebound-plan button[data-decide]")`) // the toast has an Undo too
	p.do(`document.querySelector("rebound-plan button[data-decide]").click()`)
	p.wait("the cut again", `document.querySelector("main").dataset.action === "cut_week"`)
	if got := p.plan(x.today).Days; got[0].After != cut.Days[0].After {
		t.Errorf("taken back, today is %+v; it was %+v", got[0].After, cut.Days[0].After)
	}

	p.unfold("Change or drop the plan")
	p.press("Drop the plan")
	p.wait("the form", goalForm)
	p.press("Undo")
	p.wait("the plan again", sevenDays)
}

// The Plan screen in each of its states, light and dark, to axe-core and at 320 px.
func TestPlanScreens(t *testing.T) {
	s := newSite(t, built)
	p := shared(t).open(t, s.url(""))
	p.viewport(390, 844)
	p.press("See a sample runner")
	p.wait("the sample's verdict", verdictStands)
	x := sampleExport(t)
	p.openGoal()
	p.short("plan-goal")
	p.look("plan-goal")
	p.do(`document.querySelector("input[name=goal][value=marathon]").click()`)
	p.fill("#goal-date", (x.today + 140).String())
	p.press("Preview")
	p.wait("the preview", `document.querySelector("#preview svg.chart")`)
	p.look("plan-preview")
	p.press("Follow this plan")
	p.wait("the plan", sevenDays)
	p.short("plan")
	p.do(`document.querySelectorAll("rebound-plan details").forEach((d) => d.open = true)`)
	p.wait("the tables", `document.querySelector(".block table")`)
	p.look("plan")
	p.press("Move")
	p.look("plan-move")
	p.press("Keep my original week")
	p.wait("the question", `document.activeElement.id === "keep-why"`)
	p.look("plan-keep")
}

// The block tells any week to a finger and to the keyboard.
func TestBlockTellsItsWeeks(t *testing.T) {
	x := sampleExport(t)
	s := newSite(t, built)
	p := shared(t).open(t, s.url(""))
	p.press("See a sample runner")
	p.wait("the sample's verdict", verdictStands)
	p.follow("half", x.today+98)
	weeks := p.plan(x.today).Weeks
	told := func(i int) string {
		return fmt.Sprintf(`document.querySelector(".week-text").innerText.includes(%q) && document.querySelector("#block-week").ariaValueText === %[1]q`, weeks[i].Text)
	}
	p.unfold("Week by week")
	p.do(`document.querySelector("#block-week").focus()`)
	at := eval[int](p, `+document.querySelector("#block-week").value`)
	p.key("ArrowRight")
	p.wait("the next week", told(at+1))
	p.key("End")
	p.wait("the last week", told(len(weeks)-1))
	p.do(`document.querySelector(".bars").scrollIntoView({block: "center", behavior: "instant"})`)
	r := eval[struct{ X, Y, Width float64 }](p, `(({x, y, width, height}) => ({X: x, Y: y + height / 2, Width: width}))(document.querySelectorAll(".bars rect.plan")[3].getBoundingClientRect())`)
	p.click(r.X+r.Width/2, r.Y)
	p.wait("the week under the finger", told(3))
}
