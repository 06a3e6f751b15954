package e2e

import (
	"fmt"
	"strings"
	"testing"

	"rebound/app/wire"
	"rebound/engine/diary"
)

// A whole week in which no file comes in, by touch: each morning's three numbers read
// off the watch, and each run reported. Every day has a verdict, nothing is asked that
// was said, and when the files come at last the reports give way to them.
func TestWeekByWordByThumb(t *testing.T) {
	p, today := silent(t, 7)
	h := &thumb{}
	ran := map[diary.Date]bool{today - 6: true, today - 4: true, today - 3: true, today - 1: true, today: true}
	for d := today - 6; d <= today; d++ {
		address, report := "#/today/"+d.String(), "I ran that day"
		if d == today {
			address, report = "#/today", "I ran"
		}
		p.screen(address)
		p.read(d)
		p.typeMorning("49", "60", "7:20")
		p.wait("that the morning is saved", savedFor(d))
		if a := p.assessment(d); a.Action == "return_to_run" || a.Headline == "" {
			t.Errorf("the morning of %v: %s %s", d, a.Action, a.Headline)
		}
		if !ran[d] {
			continue
		}
		h.taps = 0
		h.press(p, report, named(report))
		p.wait("the form", `document.querySelector("#run-minutes")`)
		if day := eval[string](p, `document.querySelector("#run-date").value`); day != d.String() {
			t.Errorf("on %v the form starts from %s", d, day)
		}
		p.fill("#run-minutes", "45")
		p.fill("#run-km", "8")
		h.press(p, "an effort of 3", step("run-effort", 3))
		h.press(p, "no pain", step("run-pain", 0))
		h.press(p, "Save this run", named("Save this run"))
		p.wait("that the run is in", said("is saved"))
		if h.taps > 4 {
			t.Errorf("the run of %v takes %d taps", d, h.taps)
		}
	}

	p.reload()
	p.read(today)
	p.wait("Today, drawn", `!document.querySelector("main[aria-busy=true]")`)
	if eval[bool](p, `!!document.querySelector(".ask-run h2")`) {
		t.Errorf("it still asks: %s", p.text(".ask-run"))
	}
	a := p.agree("week-by-word", today)
	if a.Action == "return_to_run" || a.Action == "unknown" || a.Level == "unknown" || a.Done == nil {
		t.Errorf("%s %s, done %+v: %s", a.Action, a.Level, a.Done, a.Headline)
	}
	for _, s := range a.Signals {
		if s.State == "unknown" || s.By != "typed" || !strings.HasPrefix(s.Source, "garmin") {
			t.Errorf("%s is %s, of %s, by %q", s.Kind, s.State, s.Source, s.By)
		}
	}
	for _, x := range a.Reasons {
		if x.Code == "layoff" || x.Code == "runs_unknown" {
			t.Errorf("%s: %s", x.Code, x.Text)
		}
	}
	reported := func() (n int) {
		for _, r := range p.body(today).Runs {
			if r.Reported {
				n++
			}
		}
		return n
	}
	if n := reported(); n != len(ran) {
		t.Errorf("Body has %d reported runs, want %d", n, len(ran))
	}
	p.screen("#/trends")
	p.wait("the charts", `document.title.startsWith("Trends") && document.querySelector("main svg[role=img]")`)
	p.look("week-by-word-trends")

	p.screen("#/files")
	p.drop(spanOf(t, today-6, today))
	p.wait("the end of the import", `/^Done/m.test(document.querySelector(".outcome")?.innerText + "\n" + `+toast+`) && !document.querySelector("[role=progressbar]")`)
	p.screen("#/today")
	p.read(today)
	for i, want := range byCommandLine(t, today, spanOf(t, today-186, today)).Signals {
		if got := p.assessment(today).Signals[i]; got.By != "" || got.State != want.State {
			t.Errorf("with the files in, %s is %s by %q; the command line has %s", got.Kind, got.State, got.By, want.State)
		}
	}
	files := 0
	for _, r := range p.body(today).Runs {
		if !r.Reported {
			files++
		}
	}
	if n := reported(); files == 0 || n >= len(ran) {
		t.Errorf("with the files in, %d runs of files and %d reported: %s", files, n, fmt.Sprintf("%+v", p.body(today).Runs))
	}
}

// logRun opens the form for a run, whether that is asked for or not.
const logRun = `[...document.querySelectorAll(".ask-run button, summary")].find((e) => /^(Yes, log a run|I ran)/.test(e.innerText))`

// A second run of a day needs when it started, which the form takes; a run that is yet
// to start is refused beside its field.
func TestSecondRunOfADayByThumb(t *testing.T) {
	p, today := silent(t, 4)
	h := &thumb{}
	for _, start := range []string{"06:15", "18:40"} {
		h.press(p, "that there was a run", logRun)
		p.wait("the form", `document.querySelector("#run-start")`)
		p.fill("#run-date", (today - 1).String())
		p.fill("#run-minutes", "30")
		p.fill("#run-start", start)
		h.press(p, "Save this run", named("Save this run"))
		p.wait("that it is in", said("is saved"))
		p.wait("an empty form", `!document.querySelector("#run-start")`)
	}
	body := p.body(today)
	var reports []wire.RunReported
	for _, r := range body.Reports {
		if r.Date == today-1 {
			reports = append(reports, r)
		}
	}
	if len(reports) != 2 || reports[1].Start-reports[0].Start != 12*3600+25*60 {
		t.Errorf("two runs of one day: %+v", reports)
	}
	h.press(p, "that there was a run", logRun)
	p.wait("the form", `document.querySelector("#run-start")`)
	p.fill("#run-minutes", "30")
	p.fill("#run-date", today.String())
	p.fill("#run-start", "23:59")
	h.press(p, "Save this run", named("Save this run"))
	p.wait("what is wrong", `document.querySelector("#run-start-wrong")?.innerText.includes("has passed")`)
	p.look("runs-start")
}
