package main

import (
	"archive/zip"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// patience is how long anything in the browser may take.
const patience = 5 * time.Minute

// tries is how often an import and a start are measured.
const tries = 5

// publicRecord is three months of a real watch, where somebody has put it beside
// the project.
const publicRecord = "../shared/data/garmin-wellness-2022Q3.zip"

// measureImport drops one zip on the page and waits until all of it is added,
// against the command line's assessment of the same zip.
func measureImport(ctx context.Context, k *kit) (section, error) {
	export, err := exportZip(ctx, k)
	if err != nil {
		return section{}, err
	}
	program, err := k.native(ctx, "./cmd/readiness")
	if err != nil {
		return section{}, err
	}
	if _, err := k.site(ctx); err != nil {
		return section{}, err
	}
	var native, whole, verdict []float64
	var last imported
	var task, frame, memory float64
	for i := range tries {
		began := time.Now()
		if _, err := output(command(ctx, program, "assess", "-json", export)); err != nil {
			return section{}, err
		}
		native = append(native, ms(time.Since(began)))
		if last, err = importOnce(ctx, k, export, k.path(fmt.Sprint("import-profile", i))); err != nil {
			return section{}, err
		}
		whole = append(whole, last.Finished-last.Dropped)
		verdict = append(verdict, last.Verdict-last.Dropped)
		task, frame, memory = max(task, last.Task), max(frame, last.Frame), max(memory, last.memory)
	}
	p := last.Progress
	longest := atMost("longest task of the page meanwhile", task, 50, "ms", "")
	if task == 0 {
		longest.figure = "under 50 ms"
	}
	longest.aside = "worst frame " + quantity(frame, "ms")
	return section{
		title: fmt.Sprintf("Import of %s, %d files, from the drop on", filepath.Base(export), p.Total),
		rows: []row{
			plain("command line, to the assessment", median(native), "ms", ""),
			plain("browser, to the first verdict", median(verdict), "ms", ""),
			plain("browser, until all is added", median(whole), "ms", ""),
			atMost("browser to command line", median(whole)/median(native), 10, "x", "first estimate 5x: see docs/adr/0008"),
			longest,
			atMost("memory of the worker after it", memory, 64, "MiB", "the worker's WebAssembly memory"),
		},
		notes: []string{fmt.Sprintf("%d added, %d partial, %d duplicates, %d rejected; median of %d imports, the worst of them for task and memory",
			p.Added, p.Partial, p.Dup, p.Rejected, tries)},
	}, nil
}

type imported struct {
	noted
	memory float64 // MiB
}

// importOnce imports into a browser that has never seen the app.
func importOnce(ctx context.Context, k *kit, export, profile string) (imported, error) {
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
	return drop(tab, export)
}

// drop drops a file on the first-run screen and waits until it is imported.
func drop(tab context.Context, path string) (imported, error) {
	if _, err := until(tab, "ready"); err != nil {
		return imported{}, err
	}
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
	memory, err := workerMemory(tab)
	return imported{n, memory}, err
}

// workerMemory is the size of the WebAssembly memory of the page's worker, MiB.
func workerMemory(tab context.Context) (float64, error) {
	targets, err := chromedp.Targets(tab)
	if err != nil {
		return 0, err
	}
	for _, t := range targets {
		if t.Type != "worker" {
			continue
		}
		worker, cancel := chromedp.NewContext(tab, chromedp.WithTargetID(t.TargetID), chromedp.WithDetachOnCancel())
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
	return 0, fmt.Errorf("the page has no worker")
}

// exportZip is the zip to import.
func exportZip(ctx context.Context, k *kit) (string, error) {
	if path := os.Getenv("BENCH_ZIP"); path != "" {
		return path, nil
	}
	if _, err := os.Stat(publicRecord); err == nil {
		return publicRecord, nil
	}
	return sampleZip(ctx, k)
}

// sampleZip is the sample runner's export up to today.
func sampleZip(ctx context.Context, k *kit) (string, error) {
	program, err := k.native(ctx, "./cmd/readiness")
	if err != nil {
		return "", err
	}
	return k.once("sample.zip", func(path string) error {
		folder := strings.TrimSuffix(path, ".zip")
		if _, err := output(command(ctx, program, "sample", folder)); err != nil {
			return err
		}
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
	})
}

func ms(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }
