package main

import (
	"archive/zip"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"
)

// patience is how long anything in the browser may take.
const patience = 5 * time.Minute

// tries is how often an import and a start are measured.
const tries = 5

// reach is how long a runner looks at a screen before files are dropped on it, at
// the least: it is time in which the app may make ready for them.
const reach = 3 * time.Second

// publicRecord is three months of a real watch, where somebody has put it beside
// the project.
const publicRecord = "../shared/data/garmin-wellness-2022Q3.zip"

// measureImport drops zips on the page and waits until all of each is added,
// against the command line's assessment of the same zip: a watch's quarter, and
// one year and ten of the sample runner.
func measureImport(ctx context.Context, k *kit) (section, error) {
	quarter, record, err := exportZip(ctx, k)
	if err != nil {
		return section{}, err
	}
	one, err := sampleZip(ctx, k, 1)
	if err != nil {
		return section{}, err
	}
	ten, err := sampleZip(ctx, k, 10)
	if err != nil {
		return section{}, err
	}
	q, err := importOften(ctx, k, quarter, tries, reach)
	if err != nil {
		return section{}, err
	}
	year, err := importOften(ctx, k, one, tries, reach)
	if err != nil {
		return section{}, err
	}
	cold, err := importOften(ctx, k, quarter, tries, 0)
	if err != nil {
		return section{}, err
	}
	years, err := importOften(ctx, k, ten, 3, reach)
	if err != nil {
		return section{}, err
	}
	out := section{title: "Imports, from the drop on"}
	ofRecord := 0.0 // no bound: half a sample year is a quarter of the files, behind the same start
	if record {
		ofRecord = 6.5
	}
	for _, r := range []struct {
		name  string
		of    imports
		bound float64
	}{{"quarter", q, ofRecord}, {"one year", year, 0}, {"ten years", years, 6}} {
		out.rows = append(out.rows,
			plain(r.name+", command line to the assessment", r.of.native, "ms", strconv.Itoa(r.of.last.Progress.Total)+" files"),
			plain(r.name+", browser to the first verdict", r.of.verdict, "ms", ""),
			plain(r.name+", browser until all is added", r.of.whole, "ms", ""))
		ratio := r.of.whole / r.of.native
		if r.bound == 0 {
			out.rows = append(out.rows, plain(r.name+", browser to command line", ratio, "x", ""))
		} else {
			out.rows = append(out.rows, atMost(r.name+", browser to command line", ratio, r.bound, "x", "aim 3x"))
		}
	}
	out.rows = append(out.rows, plain("quarter, dropped at once, browser to command line", cold.whole/cold.native, "x", "while the app still loads"))
	longest := atMost("longest task of the page meanwhile", max(q.task, year.task, years.task), 75, "ms", "")
	if max(q.task, year.task, years.task) == 0 {
		longest.figure = "under 50 ms"
	}
	longest.aside = "worst frame " + quantity(max(q.frame, year.frame, years.frame), "ms")
	p := q.last.Progress
	what := filepath.Base(quarter)
	if !record {
		what += ", for want of a watch's own record (BENCH_ZIP), which the bound is set for"
	}
	out.rows = append(out.rows,
		atMost("ten years to one, all added", years.whole/year.whole, 11, "x", "ten times the files"),
		atMost("ten years to one, first verdict", years.verdict/year.verdict, 3, "x", ""),
		longest,
		atMost("memory of the backend after ten years", years.memory, 64, "MiB", "its WebAssembly memory"),
		atMost("readers left after it", years.readers, 0, "", ""))
	out.notes = []string{
		fmt.Sprintf("the quarter is %s: %d added, %d partial, %d duplicates, %d rejected", what, p.Added, p.Partial, p.Dup, p.Rejected),
		fmt.Sprintf("files are dropped %v after the first-run screen stands, if nothing else is said: the time in which a reader is made ready", reach),
		fmt.Sprintf("medians of %d imports each into a browser that has never seen the app, of 3 for ten years; the worst of them for task, memory and readers", tries),
	}
	return out, nil
}

// imports is what came of importing a zip several times: medians, and the worst
// of what is bounded. Times are in ms.
type imports struct {
	native, whole, verdict       float64
	task, frame, memory, readers float64
	last                         imported
}

func importOften(ctx context.Context, k *kit, export string, times int, wait time.Duration) (imports, error) {
	var x imports
	program, err := k.native(ctx, "./cmd/readiness")
	if err != nil {
		return x, err
	}
	var native, whole, verdict []float64
	for i := range times {
		began := time.Now()
		if _, err := output(command(ctx, program, "assess", "-json", export)); err != nil {
			return x, err
		}
		native = append(native, ms(time.Since(began)))
		if x.last, err = importOnce(ctx, k, export, k.path(fmt.Sprint(filepath.Base(export), wait, "-profile", i)), wait); err != nil {
			return x, err
		}
		whole = append(whole, x.last.Finished-x.last.Dropped)
		verdict = append(verdict, x.last.Verdict-x.last.Dropped)
		x.task, x.frame = max(x.task, x.last.Task), max(x.frame, x.last.Frame)
		x.memory, x.readers = max(x.memory, x.last.memory), max(x.readers, x.last.readers)
	}
	x.native, x.whole, x.verdict = median(native), median(whole), median(verdict)
	return x, nil
}

type imported struct {
	noted
	memory  float64 // of the backend, MiB
	readers float64 // that are still there
}

// importOnce imports into a browser that has never seen the app, so long after the
// first-run screen stands.
func importOnce(ctx context.Context, k *kit, export, profile string, wait time.Duration) (imported, error) {
	s, err := serve(ctx, k)
	if err != nil {
		return imported{}, err
	}
	defer s.stop()
	tab, end, err := openBrowser(ctx, profile)
	if err != nil {
		return imported{}, err
	}
	defer end()
	if err := s.visit(tab, ""); err != nil {
		return imported{}, err
	}
	return drop(tab, export, wait)
}

// drop drops a file on the first-run screen, after a wait, and waits until it is imported.
func drop(tab context.Context, path string, wait time.Duration) (imported, error) {
	if _, err := until(tab, "ready"); err != nil {
		return imported{}, err
	}
	time.Sleep(wait)
	path, err := filepath.Abs(path)
	if err != nil {
		return imported{}, err
	}
	data := &input.DragData{Items: []*input.DragDataItem{}, Files: []string{path}, DragOperationsMask: 1}
	for _, kind := range []input.DispatchDragEventType{
		input.DispatchDragEventTypeDragEnter, input.DispatchDragEventTypeDragOver, input.DispatchDragEventTypeDrop,
	} {
		if _, err := chromedp.Call(tab, input.DispatchDragEvent, input.DispatchDragEventParams{Type: kind, X: 200, Y: 300, Data: data}); err != nil {
			return imported{}, err
		}
	}
	if _, err := until(tab, "finished"); err != nil {
		return imported{}, err
	}
	n, err := until(tab, "verdict")
	if err != nil {
		return imported{}, err
	}
	memory, err := backendMemory(tab)
	if err != nil {
		return imported{}, err
	}
	time.Sleep(time.Second) // for the browser to clear away what was stopped
	_, readers, err := workers(tab)
	return imported{n, memory, float64(readers)}, err
}

// workers are the page's backend and how many readers there are.
func workers(tab context.Context) (backend target.ID, readers int, err error) {
	targets, err := chromedp.Targets(tab)
	if err != nil {
		return "", 0, err
	}
	for _, t := range targets {
		switch {
		case t.Type == "worker" && t.Title == "rebound":
			backend = t.TargetID
		case t.Type == "worker":
			readers++
		}
	}
	if backend == "" {
		return "", 0, fmt.Errorf("the page has no backend")
	}
	return backend, readers, nil
}

// backendMemory is the size of the WebAssembly memory of the page's backend, MiB.
func backendMemory(tab context.Context) (float64, error) {
	backend, _, err := workers(tab)
	if err != nil {
		return 0, err
	}
	worker, cancel := chromedp.NewContext(tab, chromedp.WithTargetID(backend), chromedp.WithDetachOnCancel())
	defer cancel()
	prototype, err := chromedp.Run(worker, chromedp.Evaluate[*runtime.RemoteObject]("WebAssembly.Memory.prototype"))
	if err != nil {
		return 0, err
	}
	found, err := chromedp.Call(worker, runtime.QueryObjects, runtime.QueryObjectsParams{PrototypeObjectID: prototype.ObjectID})
	if err != nil {
		return 0, err
	}
	return chromedp.Run(worker, chromedp.CallFunctionOn[float64](
		`function() { return this.reduce((sum, m) => sum + m.buffer.byteLength, 0) / 2 ** 20 }`,
		func(p *runtime.CallFunctionOnParams) { p.ObjectID = found.Objects.ObjectID }))
}

// exportZip is the zip to import, and whether it is a watch's own record, which the
// bound is set for, and no sample.
func exportZip(ctx context.Context, k *kit) (path string, record bool, err error) {
	if path := os.Getenv("BENCH_ZIP"); path != "" {
		return path, true, nil
	}
	if _, err := os.Stat(publicRecord); err == nil {
		return publicRecord, true, nil
	}
	path, err = sampleZip(ctx, k, 0)
	return path, false, err
}

// sampleZip is the sample runner's export up to today: so many years, or half a
// one for 0.
func sampleZip(ctx context.Context, k *kit, years int) (string, error) {
	program, err := k.native(ctx, "./cmd/readiness")
	if err != nil {
		return "", err
	}
	return k.once(fmt.Sprintf("sample%d.zip", years), func(path string) error {
		folder := strings.TrimSuffix(path, ".zip")
		if _, err := output(command(ctx, program, "sample", "-years", strconv.Itoa(years), folder)); err != nil {
			return err
		}
		return zipFolder(path, folder)
	})
}

func zipFolder(path, folder string) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer f.Close()
	z := zip.NewWriter(f)
	if err := z.AddFS(os.DirFS(folder)); err != nil {
		return err
	}
	return z.Close()
}

func ms(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }
