package e2e

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// engine is a browser of another make, by what the main job needs of it.
type engine interface {
	open(url string) error
	eval(expression string) (json.RawMessage, error) // JSON of what it gives; promises are awaited
	choose(selector, path string) error              // of a file input
	close()
}

// The main job, in every engine that browsers are made of: load, import, verdict,
// check-in, plan, backup; then the host is stopped, and a reload finds all of it. An
// engine that is not installed is skipped with a word.
func TestEngines(t *testing.T) {
	long(t)
	for name, start := range map[string]func(*testing.T) engine{"Firefox": firefox, "WebKitGTK": webKit} {
		t.Run(name, func(t *testing.T) {
			e := start(t)
			t.Cleanup(e.close)
			mainJob(t, e)
		})
	}
}

// driven is one run of the job.
type driven struct {
	t *testing.T
	engine
}

func mainJob(t *testing.T, e engine) {
	d, x, s := driven{t, e}, sampleExport(t), newSite(t, built)
	file := wholeExport(t, x)
	want := byCommandLine(t, x.today, file)
	verdict := fmt.Sprintf("%s?.dataset.date === %q && %s.dataset.action === %q", verdictStands, x.today, verdictStands, want.Action)

	if err := e.open(s.url("")); err != nil {
		t.Fatal(err)
	}
	d.wait("the first screen", fileInput)
	if err := e.choose("input[type=file][multiple]", file); err != nil {
		t.Fatal(err)
	}
	d.wait("the command line's verdict", verdict)
	d.wait("its first line", `document.querySelector("main").innerText.includes(`+strconv.Quote(want.Headline)+`)`)
	d.screen("#/files")
	d.wait("every file", fmt.Sprintf(`document.querySelector("main").innerText.includes("%d files in your diary")`, x.files/2+x.files%2))

	d.screen("#/today")
	d.press("Check in")
	d.press("All fine")
	d.wait("that it is saved", saved)
	d.screen("#/plan/goal")
	d.wait("the goal's form", goalForm)
	d.do(`document.querySelector("input[name=goal][value=half]").click()`)
	d.do(fmt.Sprintf(`(() => {
		const e = document.querySelector("#goal-date");
		e.value = %q;
		for (const type of ["input", "change"]) e.dispatchEvent(new Event(type, {bubbles: true}));
	})()`, x.today+84))
	d.press("Follow this plan")
	d.wait("the plan", sevenDays)
	d.screen("#/settings")
	d.press("Back up")
	d.wait("the file on its way", `document.body.innerText.includes("The backup is in your downloads")`)

	d.screen("#/today")
	d.wait("what is kept for offline use", `navigator.serviceWorker.ready.then((r) => !!r.active)`)
	s.stop()
	if err := e.open(s.url("?again#/today")); err != nil {
		t.Fatal(err)
	}
	d.wait("the verdict without a host", verdict)
	d.wait("the check-in", `document.querySelector("main.page-today")?.innerText.includes("Checked in")`)
	d.screen("#/plan")
	d.wait("the plan after the reload", sevenDays)
}

// wait waits until an expression, or the promise it gives, is true, through reloads.
func (d driven) wait(what, expression string) {
	d.t.Helper()
	var last error
	for end := time.Now().Add(4 * patience); time.Now().Before(end); time.Sleep(50 * time.Millisecond) {
		v, err := d.eval("(async () => !!(await (" + expression + ")))()")
		if err == nil && string(v) == "true" {
			return
		}
		last = err
	}
	body, _ := d.eval("document.body.innerText")
	d.t.Fatalf("waited in vain for %s (%v)\nthe page says: %s", what, last, clip(string(body)))
}

func (d driven) do(script string) {
	d.t.Helper()
	if _, err := d.eval(script); err != nil {
		d.t.Fatalf("%s: %v", clip(script), err)
	}
}

func (d driven) screen(hash string) {
	d.t.Helper()
	d.do("void (location.hash = " + strconv.Quote(hash) + ")")
}

// press clicks the first visible button whose name begins so.
func (d driven) press(name string) {
	d.t.Helper()
	find := fmt.Sprintf(`[...document.querySelectorAll("button, a, summary")].find((e) => e.offsetParent && (e.getAttribute("aria-label") ?? e.innerText).trim().startsWith(%q))`, name)
	d.wait("a button named "+name, find)
	d.do("void " + find + ".click()")
}

// wholeExport is the newer half of the export as one zip.
func wholeExport(t *testing.T, x export) string {
	t.Helper()
	files := map[string][]byte{}
	err := filepath.WalkDir(x.folder, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		inside, _ := filepath.Rel(x.folder, path)
		files[filepath.ToSlash(inside)], err = os.ReadFile(path)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(t.TempDir(), "export.zip")
	if err := save(name, zipped(files)); err != nil {
		t.Fatal(err)
	}
	return name
}

// installed is the first of these programs that there is.
func installed(t *testing.T, what, hint string, names ...string) string {
	t.Helper()
	for _, name := range names {
		if found, _ := filepath.Glob(name); strings.HasPrefix(name, "/") && len(found) > 0 {
			return found[0]
		}
		if path, err := lookPath(name); err == nil {
			return path
		}
	}
	t.Skipf("%s is not installed (%s)", what, hint)
	return ""
}
