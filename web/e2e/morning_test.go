package e2e

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"rebound/app/wire"
	"rebound/engine/diary"
	"rebound/engine/sample"
	"rebound/engine/watch/fitfile"
)

// spanOf writes the sample runner's files of some days into a folder.
func spanOf(t *testing.T, from, to diary.Date) (dir string) {
	t.Helper()
	dir = t.TempDir()
	n := 0
	for _, f := range sample.Files(sampleExport(t).today) {
		d := diary.Build([]diary.File{f}, nil)
		if d.First > d.Last || d.First < from || d.Last > to {
			continue
		}
		data, err := fitfile.Encode(f)
		if err != nil {
			t.Fatal(err)
		}
		if err := save(filepath.Join(dir, filepath.FromSlash(f.Name)), data); err != nil {
			t.Fatal(err)
		}
		n++
	}
	if n == 0 {
		t.Fatalf("the sample runner has no file from %v to %v", from, to)
	}
	return dir
}

// dropped is a page with the files of a folder in it.
func dropped(t *testing.T, dir string, today diary.Date) *tab {
	t.Helper()
	p := shared(t).open(t, newSite(t, built).url(""))
	p.viewport(390, 844)
	touch(p)
	p.wait("the first-run screen", fileInput)
	p.drop(dir)
	p.wait("the end of the import", `document.querySelector("main[data-date]") && !document.querySelector("[role=progressbar]")`)
	p.screen("#/today")
	p.read(today)
	return p
}

func (p *tab) assessment(d diary.Date) wire.Assessment {
	p.t.Helper()
	return ask[wire.Assessment](p, wire.OpAssess, wire.DateArg{Date: d})
}

// formFirst is the card for the morning's numbers where it stands first, formBelow the
// line that it is once they are in.
const (
	formFirst = `document.querySelector("main .glance > .slot .typed.first form")`
	formBelow = `document.querySelector("main .lines details.typed form")`
)

// lastNight is the line of the morning's own readings.
const lastNight = `[...document.querySelectorAll("main summary")].find((e) => e.innerText.startsWith("Last night"))`

// A week of typed mornings beside an export that ended before it: they count from the
// first one on, as the watch's own, and give way to the files when those come.
func TestTypedMorningsByThumb(t *testing.T) {
	today := sampleExport(t).today
	p, h := dropped(t, spanOf(t, today-180, today-6), today), &thumb{}
	p.wait("the form, first and open", formFirst+"?.checkVisibility()")
	p.look("morning-nothing-new")
	if a := p.assessment(today); a.Level == "go" || a.Signals[0].State != "unknown" || a.Morning == nil || a.Morning.File || !a.Morning.Watch {
		t.Errorf("without a file of the week: %s %s %+v", a.Level, a.Signals[0].State, a.Morning)
	}
	for d := today - 5; d <= today; d++ {
		p.screen("#/today/" + d.String())
		p.read(d)
		p.typeMorning("49", "60", "7:20")
		p.wait("that it is saved", savedFor(d))
	}
	p.screen("#/today")
	p.read(today)
	a := p.assessment(today)
	for _, s := range a.Signals {
		if s.State == "unknown" || s.By != "typed" || !strings.HasPrefix(s.Source, "garmin") {
			t.Errorf("%s is %s, of %s, by %q", s.Kind, s.State, s.Source, s.By)
		}
	}
	p.wait("that the numbers are in", formBelow+" && !"+formFirst)
	p.look("morning-typed")
	p.screen("#/trends")
	p.wait("the charts", `document.title.startsWith("Trends") && document.querySelector("main svg[role=img]")`)
	p.look("morning-typed-trends")

	// The numbers of another device are another source's.
	p.screen("#/today")
	p.read(today)
	h.press(p, "Last night", lastNight)
	h.press(p, "the numbers typed", named("You typed"))
	h.press(p, "Another device", named("Another device"))
	p.typeMorning("", "90", "")
	p.wait("that it is saved", saved)
	if s := p.assessment(today).Signals[0]; s.By != "" || s.Today != "" {
		t.Errorf("a strap's number stands in the watch's series: %+v", s)
	}

	p.screen("#/files")
	p.drop(spanOf(t, today-5, today))
	p.imported(2)
	p.screen("#/today")
	p.read(today)
	p.wait("the form at its place", formBelow+" && !"+formFirst)
	a = p.assessment(today)
	for i, want := range byCommandLine(t, today, spanOf(t, today-180, today)).Signals {
		if got := a.Signals[i]; got.By != "" || got.Value != want.Value || got.State != want.State {
			t.Errorf("with the files in, %s is %s %s by %q; the command line has %s %s", got.Kind, got.Value, got.State, got.By, want.Value, want.State)
		}
	}
}

// A night that the watch got wrong, by touch: the right value, left out, and taken back.
func TestCorrectionByThumb(t *testing.T) {
	today := sampleExport(t).today
	p, h := dropped(t, spanOf(t, today-180, today), today), &thumb{}
	was := p.assessment(today).Signals[0]
	h.press(p, "Last night", lastNight)
	h.press(p, "This night is wrong", `document.querySelector("#wrong-hrv")`)
	p.fill("#right-value", "2")
	h.press(p, "Save", named("Save"))
	p.wait("what is wrong", `document.querySelector("#right-value-wrong")?.innerText.includes("5 to 250")`)
	p.look("morning-correcting")
	p.fill("#right-value", "61")
	h.press(p, "Save", named("Save"))
	p.wait("that it is corrected", `document.querySelector(".own")?.innerText.includes("Corrected by you: the watch had `+was.Today+`")`)
	if s := p.assessment(today).Signals[0]; s.Today != "61 ms" || s.By != "corrected" || s.Source != was.Source {
		t.Errorf("corrected: %+v", s)
	}
	onward := func(what string) { // the button that was pressed is gone
		p.wait("the keyboard, after "+what, `document.activeElement?.id === "wrong-hrv"`)
	}
	onward("Save")
	p.look("morning-corrected")
	h.press(p, "Undo", named("Undo"))
	p.wait("that it is back", `document.querySelector("#wrong-hrv.link")`)
	onward("Undo")
	h.press(p, "This night is wrong", `document.querySelector("#wrong-hrv")`)
	h.press(p, "Leave it out", named("Leave it out"))
	p.wait("that it is left out", `document.querySelector(".own")?.innerText.includes("Left out: the watch had `+was.Today+`")`)
	onward("Leave it out")
	p.reload()
	p.read(today)
	if s := p.assessment(today).Signals[0]; s.Today != "" || !s.LeftOut {
		t.Errorf("left out: %+v", s)
	}
	h.press(p, "Last night", lastNight)
	h.press(p, "Undo", named("Undo"))
	p.wait("that it is back", `document.querySelector("#wrong-hrv.link")`)
	if s := p.assessment(today).Signals[0]; s.Today != was.Today || s.Value != was.Value {
		t.Errorf("taken back: %+v, was %+v", s, was)
	}
}

// Once today's run is in, its session is done and offers nothing; a past day is as it
// stood that morning.
func TestTodayDoneAndAPastDay(t *testing.T) {
	today := sampleExport(t).today
	p := dropped(t, spanOf(t, today-180, today), today)
	if p.assessment(today).Done == nil {
		p.screen("#/files")
		year, month, day := today.Time().Date()
		f := diary.File{Name: "run.fit", Kind: "activity", Device: diary.Device{Maker: "garmin", Product: 4257, Serial: 1},
			Activities: []diary.Activity{{Start: time.Date(year, month, day, 0, 1, 0, 0, time.Local).Unix(), Sport: diary.Running, Elapsed: 1500, Seconds: 1500, Meters: 4200, AvgHR: 135, MaxHR: 140}}}
		dir := t.TempDir()
		if err := save(filepath.Join(dir, "run.fit"), encoded(t, "activity", []diary.File{f})); err != nil {
			t.Fatal(err)
		}
		p.drop(dir)
		p.imported(2)
		p.screen("#/today")
	}
	p.read(today)
	p.wait("that it is done", `document.querySelector(".session h2 .icon") && document.querySelector(".session h2").innerText.includes("Run, ")`)
	a := p.assessment(today)
	if a.Done == nil || a.Week[0].Before != a.Week[0].After || len(a.Week[0].Because) > 0 {
		t.Errorf("done: %+v, %+v", a.Done, a.Week[0])
	}
	if eval[bool](p, `[...document.querySelectorAll(".session button")].some((b) => b.innerText.includes("Keep my original"))`) {
		t.Error("a session that is done can still be declined")
	}
	p.glance("done", "Ease off", true)
	p.look("morning-done")
	for _, d := range []diary.Date{today - 2, today - 5} { // one of them has a run
		p.do(`document.querySelector("main .why").open = true`)
		p.screen("#/today/" + d.String())
		p.read(d)
		p.wait("a day whose lines are folded, as at first", `!document.querySelector("main details[open]")`)
		then := byCommandLine(t, d, spanOf(t, today-180, d-1))
		now := p.assessment(d)
		if then.Action == now.Action && fmt.Sprint(then.Week) != fmt.Sprint(now.Week) {
			t.Errorf("%v: the week was %v, and is %v", d, then.Week, now.Week)
		}
		p.look("morning-past")
	}
}

// The first six nights: how many of how many, and when there will be a verdict.
func TestFirstSixNights(t *testing.T) {
	today := sampleExport(t).today
	p := dropped(t, spanOf(t, today-5, today), today)
	a := p.assessment(today)
	first := (today + 15).Time().Format("2 January")
	if !strings.Contains(a.Headline, "range: first verdict about "+first) || a.Signals[0].Learning != 6 || a.Signals[0].Needed != 21 {
		t.Errorf("%s; %+v", a.Headline, a.Signals[0])
	}
	p.wait("the running card without a form", `!document.querySelector("main").innerText.includes("Form")||document.querySelector("main").innerText.includes("start from nothing")`)
	p.glance("learning", "Learning", true)
	p.look("morning-six-nights")
	p.screen("#/trends")
	p.wait("the charts", `document.title.startsWith("Trends") && document.querySelector("main svg[role=img]")`)
	p.says("6 of 21 nights")
	p.look("morning-six-nights-trends")
}
