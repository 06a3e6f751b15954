package e2e

import (
	"encoding/json"
	"fmt"
	"strconv"
	"testing"
	"time"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"

	"rebound/app/wire"
	"rebound/web/e2e/drive"
)

// longestTask is how long the main thread was busy at most, ms, in a stretch that
// began after an instant of performance.now; 0 when never for 50 ms.
func (p *tab) longestTask(since float64) float64 {
	p.t.Helper()
	return eval[float64](p, fmt.Sprintf(`window.busy.reduce((most, [start, length]) => start >= %f ? Math.max(most, length) : most, 0)`, since))
}

func (p *tab) listen() {
	p.t.Helper()
	if _, err := chromedp.Call(p.ctx, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: drive.Ears}); err != nil {
		p.t.Fatal(err)
	}
}

// ask sends the worker a request of the test's own, with an ID that the page
// never uses, and reads the reply.
func ask[T any](p *tab, op string, args any) T {
	p.t.Helper()
	raw, err := drive.Ask(p.ctx, op, args)
	if err != nil {
		p.t.Fatalf("%v\nthe page says: %s\nfaults: %q", err, clip(p.text("body")), p.unexpected())
	}
	var v T
	if err := json.Unmarshal(raw, &v); err != nil {
		p.t.Fatal(err)
	}
	return v
}

// imported waits for the end of the nth import of this page and gives its tally.
func (p *tab) imported(n int) wire.Progress {
	p.t.Helper()
	ends := `window.heard.filter((m) => m.event === "progress" && m.data.finished)`
	p.wait("the end of import "+strconv.Itoa(n), ends+".length >= "+strconv.Itoa(n))
	return eval[wire.Progress](p, ends+"["+strconv.Itoa(n-1)+"].data")
}

// inWorker evaluates an expression in the backend's Web Worker, under its content
// security policy as its own scripts are.
func inWorker[T any](t *testing.T, p *tab, b *browser, expression string) T {
	t.Helper()
	id := p.workerTarget()
	ctx, cancel := chromedp.NewContext(b.ctx, chromedp.WithTargetID(id), chromedp.WithDetachOnCancel())
	defer cancel()
	bound := func(e *runtime.EvaluateParams) { e.AllowUnsafeEvalBlockedByCSP = new(bool) }
	v, err := chromedp.Run(ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise, bound))
	if err != nil {
		t.Fatalf("in the worker: %s: %v", clip(expression), err)
	}
	return v
}

// workerTarget waits for the browser to list the backend's worker, which it may do
// a moment after the page has heard from it.
func (p *tab) workerTarget() target.ID {
	p.t.Helper()
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		if backend, _ := p.workers(); backend != "" {
			return backend
		}
	}
	p.t.Fatal("no worker among the browser's targets")
	panic("unreachable")
}

// workers are the page's backend, "" for none, and the readers that it started. The browser
// may still list those of a tab that an earlier test closed, of the page before a reload, and
// of a backend that has ended: of two the page's own is not known yet.
func (p *tab) workers() (backend target.ID, readers []target.ID) {
	p.t.Helper()
	infos, err := chromedp.Targets(p.ctx)
	if err != nil {
		p.t.Fatal(err)
	}
	tab := chromedp.FromContext(p.ctx).Target.TargetID
	for _, info := range infos {
		if info.Type != "worker" || info.Title != "rebound" || info.ParentID != tab || p.ended[info.TargetID] {
			continue
		}
		if backend != "" {
			return "", nil
		}
		backend = info.TargetID
	}
	for _, info := range infos {
		if info.Type == "worker" && info.ParentID == backend && backend != "" {
			readers = append(readers, info.TargetID)
		}
	}
	return backend, readers
}
