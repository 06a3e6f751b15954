package e2e

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rebound/app/wire"
	"rebound/engine/diary"
	"rebound/engine/sample"
	"rebound/engine/sample/vendor"
)

// exported writes the sample runner's last days as a vendor's export, and gives its folder.
func exported(t *testing.T, name string, today diary.Date, days int) string {
	t.Helper()
	v, ok := vendor.Find(name)
	if !ok {
		t.Fatalf("there is no vendor %q", name)
	}
	dir := filepath.Join(t.TempDir(), name)
	_, err := v.Write(sample.Runner{Seed: 1, Last: today, Days: days}, vendor.Options{}, func(path string) (io.WriteCloser, error) {
		path = filepath.Join(dir, filepath.FromSlash(path))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			return nil, err
		}
		return os.Create(path)
	})
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

// phone is the Files screen on a phone with a touch screen.
func phone(t *testing.T) *tab {
	t.Helper()
	p := shared(t).open(t, newSite(t, built).url("#/files"))
	p.viewport(390, 844)
	touch(p)
	p.wait("the Files screen", `document.querySelector("main h1")?.innerText === "Files"`)
	return p
}

// button finds one by how its name begins.
func button(name string) string {
	return fmt.Sprintf(`[...document.querySelectorAll("button")].find((e) => e.checkVisibility() && (e.getAttribute("aria-label") ?? e.innerText).trim().startsWith(%q))`, name)
}

// An Apple Health export as it is: a line of what it gave, a verdict, and SDNN called
// SDNN wherever HRV is named.
func TestAppleExport(t *testing.T) {
	today := sampleExport(t).today
	p := phone(t)
	p.drop(exported(t, "apple", today, 80))
	if tally := p.imported(1); tally.Added == 0 || tally.Rejected > 0 || tally.Partial > 0 {
		t.Errorf("reported: %+v", tally)
	}
	p.wait("what it gave", `document.querySelector("li[data-group=export], li[data-file]") && document.querySelector("[role=status].outcome")?.innerText.startsWith("Done")`)
	for _, want := range []string{"Apple Health: ", " nights, ", " days of resting HR, ", " runs, ", "not needed"} {
		p.says(want)
	}
	p.look("files-apple")
	p.screen("#/today")
	p.read(today)
	p.says("HRV (SDNN)")
	if text := p.text("main"); strings.Contains(text, "RMSSD of") {
		t.Errorf("Today: %s", clip(text))
	}
	p.screen("#/trends")
	p.wait("SDNN by its name", `[...document.querySelectorAll("h2")].some((e) => e.innerText.startsWith("HRV (SDNN)"))`)
}

// Where are my files: the runner picks the watch, and it is still picked the next time.
func TestWhereAreMyFiles(t *testing.T) {
	p := phone(t)
	h := &thumb{}
	h.press(p, "the question", `document.querySelector(".brands > summary")`)
	p.fill("#maker", "Polar")
	p.wait("Polar's ways", `document.querySelector(".ways")?.innerText.includes("account.polar.com")`)
	h.press(p, "the sheet", `document.querySelector(".sheet > summary")`)
	p.wait("the sheet", `document.querySelectorAll(".sheet tbody tr").length > 20`)
	p.look("files-where")
	p.reload()
	p.wait("Polar again", `document.querySelector(".ways")?.textContent.includes("account.polar.com") && document.querySelector("#maker").value === "Polar"`)
}

// A table of the runner's own that is not certain is asked about, by touch; what they
// say is read, is the next time known, and can be forgotten.
func TestTableOfMyOwn(t *testing.T) {
	today := sampleExport(t).today
	table := func(name string, days int) string {
		var b strings.Builder
		b.WriteString("Day;HRV;Pulse;Comment\n")
		for i := range days {
			fmt.Fprintf(&b, "%s;%d,5;%d;<b>fine</b>\n", (today - diary.Date(days-1-i)).Time().Format("02.01.2006"), 50+i%7, 45+i%3)
		}
		path := filepath.Join(t.TempDir(), name)
		if err := save(path, []byte(b.String())); err != nil {
			t.Fatal(err)
		}
		return path
	}
	p := phone(t)
	h := &thumb{}
	p.choose(table("mornings.csv", 40))
	p.wait("the question", `document.querySelector("#explain") && document.querySelector("#explain-1")`)
	if rows := eval[int](p, `document.querySelectorAll(".explain table tbody tr").length`); rows < 5 {
		t.Errorf("%d of the first rows are shown", rows)
	}
	if eval[bool](p, `!!document.querySelector("main td b")`) {
		t.Error("a cell was taken for markup")
	}
	if v := eval[string](p, `document.querySelector("#explain-1").value`); v != "-" {
		t.Errorf("an HRV that may be either begins as %s", v)
	}
	for i, means := range []string{"date", "rmssd", "resting_hr", "-"} {
		p.fill(fmt.Sprintf("#explain-%d", i), means)
	}
	p.wait("what would be read", `document.querySelector(".explain [role=status]")?.innerText.includes("40 days") &&
		document.querySelector(".explain [role=status]").innerText.includes("40 of HRV (RMSSD)")`)
	p.look("files-table")
	h.press(p, "Read it", button("Read it"))
	p.wait("the line of what was read", `!document.querySelector("#explain") && document.querySelector("li[data-result=added]") && !document.querySelector("li[data-result=rejected]")`)
	p.screen("#/today")
	p.read(today)
	if a := ask[wire.Assessment](p, wire.OpAssess, wire.DateArg{Date: today}); a.Signals[0].State == "unknown" || a.Signals[1].State == "unknown" {
		t.Errorf("%+v", a.Signals)
	}
	p.screen("#/files")
	p.wait("the Files screen", fileInput)
	p.drop(table("later.csv", 41))
	if tally := p.imported(3); tally.Added != 1 || tally.Rejected != 0 {
		t.Errorf("the next of its kind: %+v", tally)
	}
	p.screen("#/settings")
	h.press(p, "Forget", button("Forget"))
	p.wait("that it is forgotten", `!document.querySelector(".known")`)
}

// Two people's files: asked about on every screen, one at a time in the diary, and none
// lost.
func TestTwoPeopleAreAsked(t *testing.T) {
	today := sampleExport(t).today
	dir := t.TempDir()
	write := func(id, bpm int) string {
		var days []string
		for i := range 30 {
			days = append(days, fmt.Sprintf(`{"userProfilePK":%d,"calendarDate":"%v","uuid":"u","restingHeartRate":%d}`, id, today-diary.Date(i), bpm+i%3))
		}
		path := filepath.Join(dir, fmt.Sprintf("UDSFile_%d.json", id))
		if err := save(path, []byte("["+strings.Join(days, ",")+"]")); err != nil {
			t.Fatal(err)
		}
		return path
	}
	p := phone(t)
	h := &thumb{}
	p.drop(write(7, 46))
	p.imported(1)
	p.screen("#/today")
	p.read(today)
	p.drop(write(9, 70))
	p.imported(2)
	h.press(p, "the notice", `[...document.querySelectorAll(".notice a")].find((e) => e.innerText === "Answer it")`)
	p.wait("both accounts", `document.querySelectorAll(".people li").length === 2`)
	resting := func() string {
		return ask[wire.Assessment](p, wire.OpAssess, wire.DateArg{Date: today}).Signals[1].Value
	}
	if v := resting(); v != "47" {
		t.Errorf("before the answer resting HR is %s", v)
	}
	p.look("files-people")
	other := `[...document.querySelectorAll(".people li")].find((e) => !e.innerText.includes("counts now")).querySelector("button[aria-pressed]")`
	h.press(p, "the other", other)
	p.wait("that it is me", `document.querySelector(".people button[aria-pressed=true]") && !document.querySelector(".notice a")`)
	if v := resting(); v != "71" {
		t.Errorf("after it resting HR is %s", v)
	}
	const counts = `[...document.querySelectorAll(".people li")].findIndex((e) => e.innerText.includes("counts now"))`
	was := eval[int](p, counts)
	h.press(p, "the first again", other)
	p.wait("the first", fmt.Sprintf("%s === %d", counts, 1-was))
	if l := ask[wire.FileList](p, wire.OpFiles, nil); l.Total != 2 || resting() != "47" {
		t.Errorf("%d files, resting HR %s", l.Total, resting())
	}
}

// The diary goes out as CSV from Settings.
func TestDiaryOut(t *testing.T) {
	x := sampleExport(t)
	p := phone(t)
	h := &thumb{}
	p.drop(x.zip)
	p.imported(1)
	dir := p.downloads()
	p.screen("#/settings")
	for name, c := range map[string]struct{ file, head string }{
		"Days": {"rebound-days-*.csv", "date,hrv_ms"}, "Runs": {"rebound-runs-*.csv", "date,start"}, "For intervals.icu": {"intervals-icu-wellness-*.csv", "date,restingHR"},
	} {
		h.press(p, name, button(name))
		data := arrived(t, dir, c.file)
		if rows, err := csv.NewReader(bytes.NewReader(data)).ReadAll(); err != nil || len(rows) < 30 || !bytes.HasPrefix(data, []byte(c.head)) {
			t.Errorf("%s: %d rows, %v", name, len(rows), err)
		}
	}
}
