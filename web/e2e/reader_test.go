package e2e

import (
	"path"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"rebound/app/wire"
)

// killAt has the backend's next reader killed from outside, as the browser does
// when memory runs out: while it reads its nth file of a batch, once.
const killAt = `(() => {
	reboundReaders.rest(); // the one that waits is none of these
	let killed = false;
	self.Worker = class extends Worker {
		constructor(...args) {
			super(...args);
			let answers = 0;
			this.addEventListener("message", ({ data }) => {
				if (data.last) answers++; // of opening the files and of looking into them
				if (data.at !== 40 || answers < 2 || killed) return;
				killed = true;
				this.terminate();
			});
		}
	};
})()`

// A reader that is killed in the middle of an import costs the file that it was
// reading: the rest is read, the file is named, nothing that was reported is lost.
func TestReaderKilled(t *testing.T) {
	x := sampleExport(t)
	s := newSite(t, built)
	b := shared(t)
	p := b.open(t, s.url("#/files"))
	p.allowed = append(p.allowed, "a reader is gone")
	p.wait("the page", mounted)
	p.waiting()
	inWorker[chromedp.Void](t, p, b, killAt)
	p.drop(x.folder, x.zip)
	got := p.imported(1)
	if got.Rejected != 1 || got.Added != x.files-1 || got.Done != got.Total {
		t.Errorf("%+v; %d files were dropped", got, x.files)
	}
	p.gone()
	list := ask[wire.FileList](p, wire.OpFiles, nil)
	if len(list.Lines) != 1 || list.Total != x.files-1 {
		t.Fatalf("%d files are there, and the lines are %+v", list.Total, list.Lines)
	}
	if l := list.Lines[0]; l.Result != "rejected" || path.Ext(l.Path) != ".fit" || l.Text == "" || l.Hint == "" {
		t.Errorf("the line is %+v", l)
	}
	p.drop(x.dir)
	if got := p.imported(2); got.Added != 1 || got.Dup != x.files-1 {
		t.Errorf("dropped again: %+v", got)
	}
}

// gone waits until no reader is left.
func (p *tab) gone() {
	p.t.Helper()
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(50 * time.Millisecond) {
		if backend, readers := p.workers(); backend != "" && len(readers) == 0 {
			return
		}
	}
	p.t.Error("a reader is still there after the import")
}

// waiting waits until one reader is there, ahead of an import.
func (p *tab) waiting() {
	p.t.Helper()
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(50 * time.Millisecond) {
		switch _, readers := p.workers(); len(readers) {
		case 0:
		case 1:
			return
		default:
			p.t.Fatalf("%d readers wait for an import", len(readers))
		}
	}
	p.t.Error("no reader waits for an import")
}

// A reader waits where a screen takes files; others come with an import, and all go
// with it, also where the host is gone.
func TestReadersComeAndGo(t *testing.T) {
	x := sampleExport(t)
	s := newSite(t, built)
	p := shared(t).open(t, s.url("#/files"))
	p.wait("the service worker", cached)
	s.stop()
	p.reload()
	p.wait("the page", mounted)
	p.workerTarget()
	p.waiting()
	p.drop(x.folder, x.zip)
	if got := p.imported(1); got.Added != x.files {
		t.Errorf("with the host stopped: %+v", got)
	}
	p.gone()
}

// probe has what a reader is made of begin with tries of what hostile bytes might
// do, and keeps what came of them.
const probe = `(() => {
	reboundReaders.rest(); // the one that waits has begun already
	const tries = () => {
		const attempt = (f) => { try { return String(f()); } catch (e) { return e.name; } };
		const tried = {eval: attempt(() => (0, eval)("1 + 1")), Function: attempt(() => new Function("return 2")())};
		fetch("http://127.0.0.1:9/").then(() => "answered", (e) => e.name).then((got) => postMessage({tried: {...tried, fetch: got}}));
	};
	self.Blob = class extends Blob {
		constructor(parts, options) { super(["(" + tries + ")();", ...parts], options); }
	};
	self.Worker = class extends Worker {
		constructor(...args) {
			super(...args);
			this.addEventListener("message", ({data}) => { if (data.tried) self.tried = data.tried; });
		}
	};
	self.kept = reboundReaders.start(() => {}, () => {});
})()`

// The content security policy binds a reader, where hostile bytes are read.
func TestPolicyBindsReader(t *testing.T) {
	s := newSite(t, built)
	b := shared(t)
	p := b.open(t, s.url(""))
	p.allowed = append(p.allowed, "Content Security Policy", "Fetch API cannot load", "TrustedScript")
	p.wait("the page", mounted)
	p.waiting()
	inWorker[chromedp.Void](t, p, b, probe)
	got := inWorker[map[string]string](t, p, b, `new Promise((done) => { setInterval(() => { if (self.tried) done(self.tried); }, 20); })`)
	for name, want := range map[string]string{"eval": "EvalError", "Function": "EvalError", "fetch": "TypeError"} {
		if got[name] != want {
			t.Errorf("in a reader, %s gives %q, want %q", name, got[name], want)
		}
	}
	inWorker[chromedp.Void](t, p, b, `kept.stop()`)
	p.gone()
}
