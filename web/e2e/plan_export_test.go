package e2e

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/muktihari/fit/decoder"
	"github.com/muktihari/fit/profile/filedef"
)

// A plan leaves the app as a calendar and as workouts for a watch, prints as one
// page, and is there without a network.
func TestPlanOutOfTheApp(t *testing.T) {
	x := sampleExport(t)
	s := newSite(t, built)
	profile := newProfile(t)
	b := start(t, profile)
	p := withHalf(t, b, s, x)
	p.follow("half", x.today+98)
	plan := p.plan(x.today)

	dir := p.downloads()
	p.unfold("Take it with you")
	p.press("Save Calendar")
	calendar := string(arrived(t, dir, "*.ics"))
	if n := strings.Count(calendar, "BEGIN:VEVENT\r\n"); n < 40 || !strings.HasPrefix(calendar, "BEGIN:VCALENDAR\r\n") || !strings.HasSuffix(calendar, "END:VCALENDAR\r\n") {
		t.Errorf("the calendar has %d events: %s", n, clip(calendar))
	}
	race := plan.Made.Race.Date.Time().Format("20060102")
	if !strings.Contains(calendar, "DTSTART;VALUE=DATE:"+race) {
		t.Errorf("the race on %s is not in the calendar", race)
	}
	p.press("Save Watch workouts")
	archive := arrived(t, dir, "*.zip")
	z, err := zip.NewReader(bytes.NewReader(archive), int64(len(archive)))
	if err != nil || len(z.File) == 0 {
		t.Fatalf("the workouts are no zip, or none: %v", err)
	}
	var names []string
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		workout, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		name := filepath.Join(dir, filepath.Base(f.Name))
		if err := os.WriteFile(name, workout, 0o666); err != nil {
			t.Fatal(err)
		}
		names = append(names, name)
		got, err := decoder.New(bytes.NewReader(workout)).Decode()
		if err != nil {
			t.Fatalf("%s: %v", f.Name, err)
		}
		w := filedef.NewWorkout(got.Messages...)
		if w.Workout == nil || len(w.WorkoutSteps) == 0 || int(w.Workout.NumValidSteps) != len(w.WorkoutSteps) {
			t.Errorf("%s is no workout: %+v", f.Name, w.Workout)
		}
	}
	readByGarmin(t, names)

	p.printsOnePage()
	p.wait("the service worker", cached)
	b.close(t)
	s.stop()
	b = start(t, profile)
	p = b.open(t, s.url("#/plan"))
	p.wait("the plan without a host", sevenDays+` && document.querySelector("h1").innerText === "Half marathon"`)
	if got := p.plan(x.today); len(got.Weeks) != len(plan.Weeks) || got.Title != plan.Title || got.When != plan.When {
		t.Errorf("offline the plan is %q of %d weeks; it was %q of %d", got.Title+", "+got.When, len(got.Weeks), plan.Title+", "+plan.When, len(plan.Weeks))
	}
	from, to := movable(t, plan)
	p.do(`document.querySelector("#move-` + from.String() + `").click()`)
	p.press(to.Time().Format("Mon 2 Jan"))
	p.wait("a move without a host", `document.querySelector(".undo").innerText.startsWith("Moved")`)
	p.reload()
	p.wait("the move after a reload", sevenDays+` && document.querySelector(".undo").innerText.startsWith("Moved")`)
	if got := p.plan(x.today); !swapped(plan, got, from, to) {
		t.Errorf("%v and %v have not changed places", from, to)
	}
}

// readByGarmin has Garmin's own library read the workouts.
func readByGarmin(t *testing.T, names []string) {
	t.Helper()
	out, err := exec.Command("node", append([]string{"fitsdk.mjs"}, names...)...).CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	lines := strings.Split(strings.TrimSpace(string(out)), "\n")
	if len(lines) != len(names) {
		t.Fatalf("of %d files %d were read:\n%s", len(names), len(lines), out)
	}
	for i, line := range lines {
		var got struct {
			Whole               bool
			Errors, Said, Steps int
			Type, Sport         string
		}
		if err := json.Unmarshal([]byte(line), &got); err != nil {
			t.Fatal(err)
		}
		if !got.Whole || got.Errors != 0 || got.Type != "workout" || got.Sport != "running" || got.Steps == 0 || got.Said != got.Steps {
			t.Errorf("%s is read as %+v", filepath.Base(names[i]), got)
		}
	}
}

// arrived waits for a download to be finished and reads it.
func arrived(t *testing.T, dir, pattern string) []byte {
	t.Helper()
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		if found, _ := filepath.Glob(filepath.Join(dir, pattern)); len(found) == 1 {
			if data, err := os.ReadFile(found[0]); err == nil && len(data) > 0 {
				return data
			}
		}
	}
	t.Fatalf("no %s was downloaded", pattern)
	return nil
}

var pdfPage = regexp.MustCompile(`/Type\s*/Page\b[^s]`)

// printsOnePage checks the paper: the seven days and their boxes, on one page.
func (p *tab) printsOnePage() {
	p.t.Helper()
	pdf, err := chromedp.Call(p.ctx, page.PrintToPDF, page.PrintToPDFParams{})
	if err != nil {
		p.t.Fatal(err)
	}
	if n := len(pdfPage.FindAll(pdf.Data, -1)); n != 1 {
		p.t.Errorf("the week prints on %d pages", n)
	}
}
