package e2e

import (
	"fmt"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"rebound/app/wire"
)

// faster has the page's clock run four times as fast, so that a test need not wait as
// long as a runner would.
const faster = `(() => { const now = performance.now.bind(performance); performance.now = () => 4 * now(); })()`

// impatient is a page whose clock is faster, and whose backend may end.
func impatient(t *testing.T, hash string) (*browser, *tab) {
	t.Helper()
	b := start(t, "")
	p := b.blank(t)
	p.allowed = append(p.allowed, "the backend is gone")
	p.before(faster)
	p.visit(newSite(t, built).url(hash))
	p.wait("the page", mounted)
	return b, p
}

// backAgain waits for the line that a backend's end leaves.
func (p *tab) backAgain() {
	p.t.Helper()
	p.wait("the line", `document.querySelector("[role=alert]")?.innerText.includes("stopped and was started again")`)
}

// endBackend evaluates an expression in the worker that it does not come back from, and
// does not wait for it.
func endBackend(t *testing.T, p *tab, b *browser, expression string) {
	t.Helper()
	id := p.workerTarget()
	p.ended[id] = true
	ctx, cancel := chromedp.NewContext(b.ctx, chromedp.WithTargetID(id), chromedp.WithDetachOnCancel())
	done := make(chan error, 1)
	go func() {
		_, err := chromedp.Call(ctx, runtime.Evaluate, runtime.EvaluateParams{Expression: expression})
		done <- err
	}()
	t.Cleanup(func() { cancel(); <-done })
}

// The backend's worker ends without a word, as when the browser wants its memory: the
// page notices, starts another, says one line and goes on, with all that was saved.
func TestBackendEndsWithoutAWord(t *testing.T) {
	x := sampleExport(t)
	b := start(t, "")
	p := withHalf(t, b, newSite(t, built), x)
	p.allowed = append(p.allowed, "the backend is gone")
	kept := ask[wire.FileList](p, wire.OpFiles, nil).Total
	drained := 3
	ask[wire.State](p, wire.OpCheckIn, wire.CheckIn{Date: x.today, Signs: map[string]int{"drained": drained}, Tags: []string{}})
	endBackend(t, p, b, "self.close()")
	p.backAgain()
	if got := ask[wire.FileList](p, wire.OpFiles, nil).Total; got != kept || kept == 0 {
		t.Errorf("%d files are there, and %d were", got, kept)
	}
	if c := ask[wire.BodyScreen](p, wire.OpBody, wire.DateArg{Date: x.today}).CheckIn; c == nil || c.Signs["drained"] != drained {
		t.Errorf("the check-in is %+v", c)
	}
	p.drop(x.dir)
	if got := p.imported(2); got.Added != x.files-kept {
		t.Errorf("the rest dropped: %+v; %d were missing", got, x.files-kept)
	}
	p.shoot("started-again")
}

// hangInCommit has the worker hang at a commit once it has told of a hundred files, with the
// lock that every writer waits for. A loop that the debugger itself had begun would outlive
// terminate, as none of the worker's own does.
const hangInCommit = `{
	let added = 0;
	const post = self.postMessage.bind(self);
	self.postMessage = (message, ...rest) => {
		added = message.json && JSON.parse(message.json).data?.added || added;
		post(message, ...rest);
	};
	const request = navigator.locks.request.bind(navigator.locks);
	const hang = () => {
		new BroadcastChannel("hung").postMessage(1);
		for (;;);
	};
	navigator.locks.request = (name, ...rest) => request(name, ...(added > 100 && name.startsWith("rebound.rebound:") ? [hang] : rest));
}; 0`

// The backend hangs in the middle of an import: Cancel ends it, what was reported as
// added is there, the lock that keeps updates off is let go, and the page goes on.
func TestBackendHangs(t *testing.T) {
	x := sampleExport(t)
	b, p := impatient(t, "#/files")
	const told = `window.heard.filter((m) => m.event === "progress").at(-1)?.data`
	p.do(`window.ear = new BroadcastChannel("hung"); ear.onmessage = () => { window.hung = true; }`)
	inWorker[int](t, p, b, hangInCommit)
	p.drop(x.folder, x.zip)
	p.wait("the worker to hang", "window.hung")
	added := eval[wire.Progress](p, told).Added
	p.press("Cancel")
	p.backAgain()
	p.wait("how far it came", fmt.Sprintf(`document.body.innerText.includes("Your last import stopped after %d of ")`, eval[wire.Progress](p, told).Done))
	kept := ask[wire.FileList](p, wire.OpFiles, nil).Total
	if kept < added {
		t.Errorf("%d files are there, and %d were reported as added", kept, added)
	}
	p.wait("the lock of reading to be let go", `navigator.locks.query().then((l) => !l.held.some((l) => l.name.startsWith("rebound.reading")))`)
	p.drop(x.dir)
	if got := p.imported(1); got.Added != x.files-kept {
		t.Errorf("the rest dropped: %+v; %d were missing", got, x.files-kept)
	}
}

// Without Cancel it takes the page a minute, and a page that nobody sees waits: a tab
// that the browser holds back is no sign of a worker that hangs.
func TestBackendHangsUnasked(t *testing.T) {
	long(t)
	b, p := impatient(t, "#/settings")
	endBackend(t, p, b, "setTimeout(() => { for (;;); }), 0") // not the debugger's own loop: see hangInCommit
	p.do(`rebound.send('{"id":-77,"op":"settings"}')`)
	p.backAgain()
	ask[wire.Settings](p, wire.OpSettings, nil)
}

// A store that never answers, as when the browser's own process for it hangs, while the
// worker answers every ping: after a minute a line says so, and it goes when an answer comes.
func TestStoreThatNeverAnswers(t *testing.T) {
	long(t)
	b, p := impatient(t, "#/settings")
	ask[wire.Settings](p, wire.OpSettings, nil)
	inWorker[int](t, p, b, `{
		const request = navigator.locks.request.bind(navigator.locks);
		const answered = new Promise((done) => { new BroadcastChannel("answers").onmessage = done; });
		navigator.locks.request = (name, ...rest) => answered.then(() => request(name, ...rest));
	}; 0`)
	p.do(`rebound.send('{"id":-77,"op":"setting","args":{"key":"age","value":36}}')`)
	const line = `[...document.querySelectorAll(".notice")].find((e) => e.innerText.includes("has not answered"))`
	p.wait("the line", line+`?.querySelector("button").innerText === "Reload"`)
	p.look("no-answer")
	p.do(`new BroadcastChannel("answers").postMessage(1)`)
	p.wait("no line", "!"+line)
	if s := ask[wire.Settings](p, wire.OpSettings, nil); s.Age != 36 {
		t.Errorf("%+v", s)
	}
}

// The backend's worker ends at many moments of an import: what was reported as added is
// there at once, in the same page, and the rest can be added again.
func TestBackendEndsAtManyPoints(t *testing.T) {
	long(t)
	const points = 40
	x := sampleExport(t)
	b := start(t, "")
	for i := range points {
		t.Run(fmt.Sprintf("%02d", i), func(t *testing.T) {
			s := newSite(t, built)
			p := b.open(t, s.url("#/files"))
			p.allowed = append(p.allowed, "the backend is gone")
			p.wait("the page", mounted)
			p.drop(x.folder, x.zip)
			const told = `(window.heard.filter((m) => m.event === "progress").at(-1)?.data.added ?? 0)`
			p.wait("some files", fmt.Sprintf("%s >= %d", told, 1+i*(x.files-60)/points))
			endBackend(t, p, b, "self.close()")
			p.backAgain()
			added := eval[int](p, told)
			kept := ask[wire.FileList](p, wire.OpFiles, nil)
			if kept.Total < added || len(kept.Lines) > 0 {
				t.Errorf("%d files are there, %d were reported as added; lines %+v", kept.Total, added, kept.Lines)
			}
			p.do(`window.heard = []`) // the import may have ended before its worker did
			p.drop(x.dir)
			if got := p.imported(1); got.Added != x.files-kept.Total {
				t.Errorf("the rest dropped: %+v; %d were missing", got, x.files-kept.Total)
			}
		})
	}
}

// A backend that dies for the third time, no sooner started, is not started again: the
// page says to reload, and that brings the diary back.
func TestBackendDiesForGood(t *testing.T) {
	s := newSite(t, built)
	b := start(t, "")
	p := b.open(t, s.url("#/settings"))
	p.allowed = append(p.allowed, "the backend is gone")
	p.wait("the page", mounted)
	ask[wire.Settings](p, wire.OpSetting, wire.SettingArg{Key: "age", Value: 36})
	for range 2 {
		endBackend(t, p, b, "self.close()")
		p.backAgain()
		p.do(`document.querySelector("[role=alert] [aria-label=Dismiss]").click()`)
		p.wait("no line", `!document.querySelector("[role=alert]").innerText`)
		ask[wire.Settings](p, wire.OpSettings, nil)
	}
	endBackend(t, p, b, "self.close()")
	p.wait("the last line", `document.querySelector("[role=alert]").innerText.includes("stopped again. Reload the page")`)
	p.reload()
	p.wait("the page", mounted)
	if s := ask[wire.Settings](p, wire.OpSettings, nil); s.Age != 36 {
		t.Errorf("%+v", s)
	}
}

// before has a script run in every page that is opened from now on, before its own.
func (p *tab) before(script string) {
	p.t.Helper()
	if _, err := chromedp.Call(p.ctx, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: script}); err != nil {
		p.t.Fatal(err)
	}
}
