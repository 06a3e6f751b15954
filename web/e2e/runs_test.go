package e2e

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rebound/app/wire"
	"rebound/engine/diary"
	"rebound/engine/sample"
	"rebound/engine/watch/fitfile"
)

// silent is the sample runner's page, whose last export is of so many days ago.
func silent(t *testing.T, days int) (*tab, diary.Date) {
	t.Helper()
	today := sampleExport(t).today
	folder := filepath.Join(t.TempDir(), "GARMIN")
	for _, f := range sample.Files(today - diary.Date(days)) {
		data, err := fitfile.Encode(f)
		if err == nil {
			err = save(filepath.Join(folder, filepath.FromSlash(f.Name)), data)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if _, err := os.Stat(folder); err != nil {
		t.Fatal(err)
	}
	p := shared(t).open(t, newSite(t, built).url(""))
	p.viewport(390, 844)
	touch(p)
	p.wait("the first-run screen", fileInput)
	p.drop(folder)
	p.wait("the end of the import", `/^Done/m.test(document.querySelector(".outcome")?.innerText + "\n" + `+toast+`) && !document.querySelector("[role=progressbar]")`)
	p.screen("#/today")
	p.wait("the verdict", `document.querySelector("main.page-today[data-action] h1")`)
	return p, today
}

const asked = `document.querySelector(".ask-run h2")?.innerText.startsWith("Have you run since")`

func said(text string) string {
	return fmt.Sprintf(toast+`?.includes(%q)`, text)
}

// A week without a file: the runner is asked, and reports a run in a few taps, which Body
// and the Plan know of; taken back it is gone. A no counts as days off, and so does
// nothing else.
func TestRunsWithoutAFileByThumb(t *testing.T) {
	p, today := silent(t, 8)
	h := &thumb{}
	verdictOf := func() wire.Assessment { return ask[wire.Assessment](p, wire.OpAssess, wire.DateArg{Date: today}) }
	p.wait("the question", asked)
	if a := verdictOf(); a.Action == "return_to_run" {
		t.Errorf("no file is taken for no run: %s", a.Headline)
	}
	p.look("runs-asked")

	h.press(p, "Yes, log a run", named("Yes, log a run"))
	p.wait("the form", `document.querySelector("#run-minutes")`)
	p.look("runs-form")
	p.fill("#run-date", (today - 1).String())
	p.fill("#run-minutes", "50")
	h.press(p, "an effort of 4", step("run-effort", 4))
	h.press(p, "no pain", step("run-pain", 0))
	h.press(p, "Save this run", named("Save this run"))
	p.wait("that it is in", said("is saved"))
	if h.taps > 4 {
		t.Errorf("a report takes %d taps", h.taps)
	}
	body := p.body(today)
	if len(body.Runs) == 0 || !body.Runs[0].Reported || body.Runs[0].RPE == nil || *body.Runs[0].RPE != 4 || body.Runs[0].Date != today-1 {
		t.Errorf("Body has %+v", body.Runs)
	}
	p.wait("the days before it", `document.querySelector(".ask-run h2")?.innerText.startsWith("Did you run between")`)
	p.look("runs-reported")
	p.screen("#/body")
	p.unfold("How hard were your runs?")
	p.wait("the run", `document.querySelector(".runs")?.innerText.includes("Run you logged")`)
	p.look("runs-body")
	p.screen("#/today")
	p.wait("Today", `document.querySelector("main.page-today[data-action] h1")`)
	ask[wire.State](p, wire.OpRun, wire.RunReported{Date: today - 1, Off: true})
	p.reload()
	p.wait("the question", asked)

	h.press(p, "No", `[...document.querySelectorAll(".ask-run button")].find((e) => e.innerText === "No")`)
	p.wait("what was said", said("no run"))
	a := verdictOf()
	if a.Action != "return_to_run" || !strings.Contains(a.Headline, "No run since") {
		t.Errorf("after a no: %s, %s", a.Action, a.Headline)
	}
	p.glance("back", "Coming back", false)
	p.look("runs-no")
	h.press(p, "Undo", named("Undo"))
	p.wait("that it is asked again", asked)
	if a := verdictOf(); a.Action == "return_to_run" {
		t.Errorf("taken back: %s", a.Headline)
	}
	h.press(p, "as usual", named("Yes, as usual"))
	p.wait("what was said", said("as usual"))
	if a := verdictOf(); a.Action == "return_to_run" {
		t.Errorf("ran as usual: %s", a.Headline)
	}
	p.look("runs-usual")
}

// Who answers nothing for three weeks is neither told that all is well nor sent to walk.
func TestThreeWeeksOfSilence(t *testing.T) {
	p, today := silent(t, 22)
	p.wait("the question", asked)
	a := ask[wire.Assessment](p, wire.OpAssess, wire.DateArg{Date: today})
	if a.Action == "return_to_run" || a.Level == "go" {
		t.Errorf("%s, %s: %s", a.Action, a.Level, a.Headline)
	}
	p.look("runs-silence")
	ask[wire.State](p, wire.OpDecide, wire.Decide{Date: today, Action: "hold_quality"}) // by an old check of easy pace
	p.glance("silent", "What's new?", false)
	p.screen("#/plan")
	p.wait("the Plan", `document.querySelector("main.page-plan h1")`)
	p.look("runs-silence-plan")
	ask[wire.State](p, wire.OpNotRan, wire.NotRanSaid{From: today - 21, To: today})
	if a := ask[wire.Assessment](p, wire.OpAssess, wire.DateArg{Date: today}); a.Action != "return_to_run" || a.Week[0].After.Kind != "walk_run" {
		t.Errorf("after a no to three weeks: %s, %+v", a.Action, a.Week[0])
	}
}
